import Formulation
import LinearProgramming
import Planning
import Sourcing

/// Whether one of some results is that a program is infeasible, without proof.
final class UnprovenClaims {
  private(set) var isAny = false

  func note(_ solution: Solution) { isAny = isAny || solution.isUnproven }
}

/// The attacks that some programs of one model found to matter. The next ones begin with them.
final class SharedAttacks {
  private(set) var known: KnownAttacks

  init(_ known: KnownAttacks = KnownAttacks()) { self.known = known }

  /// Adds what a program found.
  ///
  /// - Returns: whether any of it is new.
  @discardableResult
  func add(_ found: KnownAttacks) -> Bool { known.add(found) }
}

/// Finds out whether a model has a feasible plan.
struct FeasibilityProbe {
  let solver: any Solver
  let instance: Instance
  let options: SolveOptions
  let claims = UnprovenClaims()
  var attacks = SharedAttacks()

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
    try withWindowsInRows(of: KnownAttacks()) { written in
      let program = try PlanningProgram(
        instance: instance, model: model, relaxed: relaxed, attacks: written,
        until: solver.deadline)
      var options = options
      // Any feasible point of a mixed-integer program is enough.
      options.mipGap = 1e9
      return try solver.withSession(program.program) { session in
        var run = try StagedSolve(
          session: session, program: program, solver: solver,
          knowing: KnownRecourses(attacks.known))
        let solution = try run.solveWithCuts(options)
        attacks.add(run.attacksFound)
        guard solution.isOptimal || solution.termination == .infeasible else {
          throw NoOptimum("whether any plan exists", solution.termination)
        }
        claims.note(solution)
        return Verdict(
          isFeasible: solution.isOptimal, program: run.program, solution: solution)
      }
    }
  }

  func isFeasible(_ model: Model, relaxed: Set<ConstraintGroup> = []) throws -> Bool {
    try examine(model, relaxed: relaxed).isFeasible
  }
}
