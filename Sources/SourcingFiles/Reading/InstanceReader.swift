public import Sourcing
public import Tables

/// Reads an instance from a folder.
public enum InstanceReader {
  /// Reads the tables of a folder and applies every rule of the format.
  ///
  /// That no combination of processes makes matter from nothing is checked apart, since it takes a
  /// solver: `FreeMatter`.
  ///
  /// - Throws: all problems found at once; `unreadable` where a file is missing or cannot be read.
  public static func read(folder: String) throws(InputProblems) -> Instance {
    try readWithTables(folder: folder).instance
  }

  /// As ``read(folder:)``, with the tables that the instance was made from: what ``InstanceWarnings``
  /// looks at and what edits change.
  public static func readWithTables(
    folder: String
  ) throws(InputProblems) -> (tables: InstanceTables, instance: Instance) {
    let log = ProblemLog()
    let tables = InstanceTables.load(folder: folder, log: log)
    let instance = tables.map { InstanceCompiler.compile($0, log: log) }
    try log.throwIfAny()
    guard let tables, let instance else { throw InputProblems([], reason: .unreadable) }
    return (tables, instance)
  }
}

extension InstanceTables {
  /// Applies every rule of the format to the tables, edits included.
  ///
  /// - Throws: all problems found; one in a cell that an edit changed names the edit.
  public func compile() throws(InputProblems) -> Instance {
    let log = ProblemLog()
    let instance = InstanceCompiler.compile(self, log: log)
    guard !log.isEmpty else { return instance }
    throw InputProblems(log.problems.map(withEdit), reason: log.reason)
  }

  private func withEdit(_ problem: Problem) -> Problem {
    let cell = editedCells.last {
      path($0.table) == problem.file && $0.line == problem.line && $0.column == problem.column
    }
    guard let cell else { return problem }
    var problem = problem
    problem.message += " (as edited by \(cell.edit))"
    return problem
  }
}
