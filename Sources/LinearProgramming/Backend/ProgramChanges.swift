/// What changed in a program since a backend last saw it.
public struct ProgramChanges: Sendable {
  /// Columns whose bounds or cost changed, in the order of the changes; one may occur twice.
  public internal(set) var columns: [Int32] = []
  /// Whether a cost is among the changes.
  public internal(set) var hasNewCosts = false
  /// Rows, of those known before, whose bounds changed.
  public internal(set) var rows: [Int32] = []
  /// The first row, and the first term, that were added; all from there on are new.
  public internal(set) var firstNewRow: Int
  public internal(set) var firstNewTerm: Int

  init(after program: LinearProgram) {
    firstNewRow = program.rowCount
    firstNewTerm = program.termCount
  }

  /// Starts anew, after a backend has taken the changes over.
  mutating func clear(after program: LinearProgram) {
    columns.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    hasNewCosts = false
    firstNewRow = program.rowCount
    firstNewTerm = program.termCount
  }
}
