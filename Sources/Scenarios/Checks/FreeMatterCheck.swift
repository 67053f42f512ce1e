public import Formulation
public import LinearProgramming
import Planning
public import Sourcing
import Tables

extension FreeMatter {
  /// Checks that the recipes of an instance make no goods out of nothing.
  ///
  /// - Throws: `InputProblems` that name the processes and the goods that they gain; what the solver throws.
  public static func check(_ instance: Instance, solver: any Solver) throws {
    if let found = try find(in: instance, solver: solver) {
      throw InputProblems([found.problem(in: instance)])
    }
  }

  private func problem(in instance: Instance) -> Problem {
    Problem(
      sentence(in: instance) + "; raise the inputs or lower the byproducts in recipes.csv",
      file: instance.folder + "/processes.csv",
      line: processes.first.flatMap { instance.processes[$0].line }, column: "process")
  }
}
