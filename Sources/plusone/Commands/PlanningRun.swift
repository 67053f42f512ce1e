import Formulation
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

  /// The program of an instance and a model; nil if the time limit is reached before it is written.
  func program(_ instance: Instance, _ model: Model) -> PlanningProgram? {
    try? Planner(solver: solver).programUnchecked(for: instance, model)
  }

  /// Solves the program; without one the result says that the time limit was reached.
  mutating func solve(_ program: PlanningProgram?, for instance: Instance, _ model: Model) throws
    -> PlanningResult
  {
    guard let program else { return PlanningResult(outOfTimeFor: instance, model) }
    return try solve(program)
  }

  private mutating func solve(_ program: PlanningProgram) throws -> PlanningResult {
    defer { progress.end() }
    return try Planner(solver: solver, options: options).solve(program)
  }

  /// The values of perfect information and of the stochastic solution of a model with `risk`.
  mutating func riskValue(_ instance: Instance, _ model: Model) throws -> RiskValue? {
    defer { progress.end() }
    return try Planner(solver: solver, options: options).riskValue(of: instance, model)
  }

  /// Judges the plan without goals by the goals of a result.
  func judge(_ withoutGoals: PlanningResult, by result: inout PlanningResult) throws {
    try result.judge(withoutGoals: withoutGoals, solver: solver)
  }

  /// The plan without goals: the same instance and model, all goals left out.
  mutating func solveWithoutGoals(_ instance: Instance, _ model: Model) throws -> PlanningResult {
    var other = model
    other.goals = []
    return try solve(program(instance, other), for: instance, other)
  }
}
