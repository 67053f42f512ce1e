/// A simplex basis as a value: which columns and row slacks are basic, and at which bound the others
/// stand. It can be kept, handed to another thread, and given to a later solve of the same program or
/// of one with other bounds and costs (a warm start).
public struct Basis: Sendable, Equatable {
  /// Where a column or row slack stands.
  public enum Status: UInt8, Sendable {
    case basic, atLower, atUpper, free, fixed
  }

  public var columns: [Status]
  public var rows: [Status]

  public init(columns: [Status], rows: [Status]) {
    self.columns = columns
    self.rows = rows
  }
}
