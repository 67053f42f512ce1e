public import Sourcing
public import Tables

/// Reads an instance from a folder.
public enum InstanceReader {
  /// Reads the tables of a folder and applies every rule of the format but one: `FreeMatter` checks with a solver
  /// that no combination of processes makes goods from nothing.
  ///
  /// - Throws: all problems found. Their reason is `unreadable` where a file is missing or cannot be read.
  public static func read(folder: String) throws(InputProblems) -> Instance {
    try readWithTables(folder: folder).instance
  }

  /// Reads an instance as ``read(folder:)`` does, and also returns its tables, for ``InstanceWarnings`` and for edits.
  public static func readWithTables(
    folder: String
  ) throws(InputProblems) -> (tables: InstanceTables, instance: Instance) {
    let log = ProblemLog()
    let tables = InstanceTables.load(folder: folder, log: log)
    let instance = tables.map { InstanceCompiler.compile($0, log: log) }
    do throws(InputProblems) { try log.throwIfAny() } catch {
      throw error.explained(by: folder, as: .instance)
    }
    guard let tables, let instance else { throw InputProblems([], reason: .unreadable) }
    return (tables, instance)
  }
}

extension InstanceTables {
  /// Applies every rule of the format to the tables.
  ///
  /// - Throws: all problems found. A problem in a cell that an edit changed names the edit; a problem of tables in which
  ///   assumptions are moved names those that move something there.
  public func compile() throws(InputProblems) -> Instance {
    let log = ProblemLog()
    let instance = InstanceCompiler.compile(self, log: log)
    guard !log.isEmpty else { return instance }
    let problems = log.problems.map(withEdit)
    throw InputProblems(attributed(problems), reason: log.reason)
  }

  private func withEdit(_ problem: Problem) -> Problem {
    let cell = nominal.editedCells.last {
      path($0.table) == problem.file && $0.line == problem.line && $0.column == problem.column
    }
    guard let cell else { return problem }
    var problem = problem
    problem.message += " (as edited by \(cell.edit))"
    return problem
  }
}
