import LinearProgramming
import Planning
import Sourcing

/// The solves of one command, with one time limit.
struct PlanningRun {
  private let solver: any Solver
  /// The time at which all work of the command ends.
  let deadline: Deadline

  /// - Parameter timeLimit: seconds from now, for all work together.
  init(timeLimit: Double? = nil) {
    self.init(until: Deadline(.limited(to: timeLimit)))
  }

  /// - Parameter deadline: the time at which all work of the command ends.
  init(until deadline: Deadline) {
    self.deadline = deadline
    solver = deadline.limiting(ChosenSolver.solver)
  }

  var solverName: String { solver.name }

  /// The plan of a model and the plan without goals, with one time limit for both.
  ///
  /// - Parameter baseline: a plan without goals that was found before; nil: it is found now.
  func solvePair(_ instance: Instance, _ model: Model, baseline: Plan?) throws -> PlanPair {
    return try Planner(solver: solver)
      .pairUnchecked(instance, model, baseline: baseline)
  }

  /// The values of perfect information and of the stochastic solution of a model with `risk`.
  func riskValue(_ instance: Instance, _ model: Model) throws -> RiskValue? {
    return try Planner(solver: solver).riskValue(of: instance, model)
  }
}
