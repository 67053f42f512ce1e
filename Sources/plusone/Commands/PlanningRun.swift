import Analysis
import Formulation
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

  /// The plan without the goals of a model.
  func solveWithoutGoals(_ instance: Instance, _ model: Model) throws -> PlanningResult {
    return try Planner(solver: solver).planUnchecked(instance, model.withoutGoals)
  }

  /// The checks of an instance against published figures.
  ///
  /// - Parameter result: the plan that they are compared with; nil: there is none.
  func checkedFigures(of instance: Instance, in result: PlanningResult?) throws -> [CheckedFigure] {
    return try CheckedFigure.all(of: instance, in: result, solver: solver)
  }

  /// How many checks against published figures hold in a plan; nil if the instance has none, there is no plan, or the
  /// time limit comes first.
  func checks(in result: PlanningResult?) throws -> CheckStanding? {
    return try CheckStanding(in: result, solver: solver)
  }

  /// The values of perfect information and of the stochastic solution of a model with `risk`, from its plan.
  func riskValue(_ plan: PlanningResult) throws -> RiskValue? {
    let program = plan.program
    return try Planner(solver: solver)
      .riskValue(of: program.instance, program.model, knowing: plan)
  }
}
