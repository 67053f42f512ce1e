import Formulation
import LinearProgramming
import Planning
import Sourcing

/// A time limit ended before an answer was proven.
public struct TimeLimitReached: Error, Sendable {
  public init() {}
}

/// Answers whether any plan keeps a model's rules at all.
struct FeasibilityProbe {
  let solver: any Solver
  let instance: Instance
  let options: SolveOptions
  let deadline: Deadline

  struct Verdict {
    var isFeasible: Bool
    /// The program as examined, cuts included.
    var program: PlanningProgram
    var solution: Solution
  }

  /// - Throws: ``TimeLimitReached`` where the deadline comes first, ``SolverError``.
  func examine(_ model: Model, relaxed: Set<ConstraintGroup> = []) throws -> Verdict {
    guard !deadline.isOver else { throw TimeLimitReached() }
    let program = PlanningProgram(instance: instance, model: model, relaxed: relaxed)
    var options = options
    // Of a MIP any feasible point is answer enough.
    options.mipGap = 1e9
    return try solver.withSession(program.program) { session in
      var run = StagedSolve(session: session, program: program, deadline: deadline)
      let solution = try run.solveWithCuts(options)
      guard solution.isOptimal || solution.termination == .infeasible else {
        throw TimeLimitReached()
      }
      return Verdict(
        isFeasible: solution.isOptimal, program: run.program, solution: solution)
    }
  }

  func isFeasible(_ model: Model, relaxed: Set<ConstraintGroup> = []) throws -> Bool {
    try examine(model, relaxed: relaxed).isFeasible
  }
}
