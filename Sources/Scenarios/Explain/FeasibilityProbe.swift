import Formulation
import LinearProgramming
import Planning
import Sourcing

/// Whether an answer rests on some program being infeasible that only branch and cut says is so.
final class UnprovenClaims {
  private(set) var isAny = false

  func note(_ solution: Solution) { isAny = isAny || solution.isUnproven }
}

/// Answers whether any plan keeps a model's rules at all.
struct FeasibilityProbe {
  let solver: any Solver
  let instance: Instance
  let options: SolveOptions
  let claims = UnprovenClaims()

  struct Verdict {
    var isFeasible: Bool
    /// The program as examined, cuts included.
    var program: PlanningProgram
    var solution: Solution
  }

  /// - Throws: `NoOptimum` where a limit comes first, `SolverError`.
  func examine(_ model: Model, relaxed: Set<ConstraintGroup> = []) throws -> Verdict {
    let program = try PlanningProgram(
      instance: instance, model: model, relaxed: relaxed, until: solver.deadline)
    var options = options
    // Of a MIP any feasible point is answer enough.
    options.mipGap = 1e9
    return try solver.withSession(program.program) { session in
      var run = StagedSolve(session: session, program: program)
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
