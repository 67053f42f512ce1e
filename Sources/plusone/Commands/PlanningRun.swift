import Formulation
import LinearProgramming
import Planning
import Sourcing

/// The solves of one command, under one time limit and with one progress line.
struct PlanningRun {
  private let solver = ChosenSolver.solver
  private let progress = ProgressLine()
  private var options = SolveOptions()
  private let deadline: Deadline

  /// - Parameter timeLimit: seconds for all solves together.
  init(timeLimit: Double? = nil) {
    options.timeLimit = timeLimit.map { .seconds($0) }
    options.progress = { [progress] in progress.show($0) }
    deadline = Deadline(options)
  }

  var solverName: String { solver.name }

  /// The program to be solved for an instance and a model.
  func program(_ instance: Instance, _ model: Model) -> PlanningProgram {
    Planner(solver: solver).program(for: instance, model)
  }

  mutating func solve(_ program: PlanningProgram) throws -> PlanningResult {
    defer { progress.end() }
    return try Planner(solver: solver, options: deadline.apply(to: options)).solve(program)
  }

  /// What knowing more would be worth to a model with `risk`.
  mutating func riskValue(_ instance: Instance, _ model: Model) throws -> RiskValue? {
    defer { progress.end() }
    return try Planner(solver: solver, options: deadline.apply(to: options))
      .riskValue(of: instance, model)
  }

  /// What doing nothing would cost: the same model without its goals.
  mutating func solveWithoutGoals(_ instance: Instance, _ model: Model) throws -> PlanningResult {
    var nothing = model
    nothing.goals = []
    return try solve(program(instance, nothing))
  }
}
