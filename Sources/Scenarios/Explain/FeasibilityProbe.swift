import Formulation
import LinearProgramming
import Planning
import Sourcing

/// Whether one of some results is that a program is infeasible, without proof.
final class UnprovenClaims {
  private(set) var isAny = false

  func note(_ solution: Solution) { isAny = isAny || solution.isUnproven }
}

/// Finds out whether a model has a feasible plan.
struct FeasibilityProbe {
  let solver: any Solver
  let instance: Instance
  let options: SolveOptions
  let claims = UnprovenClaims()

  /// The result for one model.
  struct Verdict {
    var isFeasible: Bool
    /// The program that was solved, with the cuts that were added.
    var program: PlanningProgram
    var solution: Solution
  }

  /// Whether a model has a feasible plan.
  ///
  /// - Parameter relaxed: the goals and groups of data that are left out.
  /// - Throws: `NoOptimum` at a time limit; `SolverError`.
  func examine(_ model: Model, relaxed: Set<ConstraintGroup> = []) throws -> Verdict {
    let program = try PlanningProgram(
      instance: instance, model: model, relaxed: relaxed, until: solver.deadline)
    var options = options
    // Any feasible point of a mixed-integer program is enough.
    options.mipGap = 1e9
    return try solver.withSession(program.program) { session in
      var run = StagedSolve(session: session, program: program, solver: solver)
      let solution = try run.solveWithCuts(options)
      guard solution.isOptimal || solution.termination == .infeasible else {
        throw NoOptimum("whether any plan exists", solution.termination)
      }
      claims.note(solution)
      return Verdict(
        isFeasible: solution.isOptimal, program: run.program, solution: solution)
    }
  }

  func isFeasible(_ model: Model, relaxed: Set<ConstraintGroup> = []) throws -> Bool {
    try examine(model, relaxed: relaxed).isFeasible
  }
}
