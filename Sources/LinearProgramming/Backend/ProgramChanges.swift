/// The changes of a program since the backend was last updated.
public struct ProgramChanges: Sendable {
  /// Columns whose bounds or cost changed, in the order of the changes. A column may occur twice.
  public internal(set) var columns: [Int32] = []
  /// Whether any cost changed.
  public internal(set) var hasNewCosts = false
  /// Old rows whose bounds changed.
  public internal(set) var rows: [Int32] = []
  /// Index of the first new row; all later rows are new too.
  public internal(set) var firstNewRow: Int
  /// Index of the first new term; all later terms are new too.
  public internal(set) var firstNewTerm: Int

  init(after program: LinearProgram) {
    firstNewRow = program.rowCount
    firstNewTerm = program.termCount
  }

  /// Forgets all changes, after a backend has applied them.
  mutating func clear(after program: LinearProgram) {
    columns.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    hasNewCosts = false
    firstNewRow = program.rowCount
    firstNewTerm = program.termCount
  }
}
