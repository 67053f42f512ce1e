import Formulation
import LinearProgramming
import Planning
import Sourcing

/// The solves of one command, under one time limit and with one progress line.
struct PlanningRun {
  private let solver: any Solver
  private let progress = ProgressLine()
  private var options = SolveOptions()
  /// When all of the command's work is to end.
  let deadline: Deadline

  /// - Parameter timeLimit: seconds from now on, for all work together.
  init(timeLimit: Double? = nil) {
    self.init(until: Deadline(.limited(to: timeLimit)))
  }

  /// - Parameter deadline: when all of the command's work is to end.
  init(until deadline: Deadline) {
    options.progress = { [progress] in progress.show($0) }
    self.deadline = deadline
    solver = deadline.limiting(ChosenSolver.solver)
  }

  var solverName: String { solver.name }

  /// The program to be solved for an instance and a model; nil where the time is over before it is written.
  func program(_ instance: Instance, _ model: Model) -> PlanningProgram? {
    try? Planner(solver: solver).program(for: instance, model)
  }

  /// Plans; the program, if there was time to write it.
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

  /// What knowing more would be worth to a model with `risk`.
  mutating func riskValue(_ instance: Instance, _ model: Model) throws -> RiskValue? {
    defer { progress.end() }
    return try Planner(solver: solver, options: options).riskValue(of: instance, model)
  }

  /// What doing nothing would cost: the same model without its goals.
  mutating func solveWithoutGoals(_ instance: Instance, _ model: Model) throws -> PlanningResult {
    var nothing = model
    nothing.goals = []
    return try solve(program(instance, nothing), for: instance, nothing)
  }
}
