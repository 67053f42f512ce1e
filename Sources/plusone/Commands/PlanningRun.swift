import LinearProgramming
import Planning
import Sourcing

/// The solves of one command, with one time limit and one progress line.
struct PlanningRun {
  private let solver: any Solver
  private let progress = ProgressLine()
  private var options = SolveOptions()
  /// The time at which all work of the command ends.
  let deadline: Deadline

  /// - Parameter timeLimit: seconds from now, for all work together.
  init(timeLimit: Double? = nil) {
    self.init(until: Deadline(.limited(to: timeLimit)))
  }

  /// - Parameter deadline: the time at which all work of the command ends.
  init(until deadline: Deadline) {
    options.progress = { [progress] in progress.show($0) }
    self.deadline = deadline
    solver = deadline.limiting(ChosenSolver.solver)
  }

  var solverName: String { solver.name }

  /// The plan of a model and the plan without goals, with one time limit for both.
  mutating func solvePair(_ instance: Instance, _ model: Model) throws -> PlanPair {
    defer { progress.end() }
    return try Planner(solver: solver, options: options).pairUnchecked(instance, model)
  }

  /// The plan of a model.
  mutating func solve(_ instance: Instance, _ model: Model) throws -> PlanningResult {
    defer { progress.end() }
    return try Planner(solver: solver, options: options).planUnchecked(instance, model)
  }

  /// The values of perfect information and of the stochastic solution of a model with `risk`.
  mutating func riskValue(_ instance: Instance, _ model: Model) throws -> RiskValue? {
    defer { progress.end() }
    return try Planner(solver: solver, options: options).riskValue(of: instance, model)
  }
}
