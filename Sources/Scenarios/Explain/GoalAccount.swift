public import Analysis
import Formulation
import LinearProgramming
import Planning
public import Sourcing

/// What one goal of a feasible model asks and costs.
public struct GoalAccount: Sendable {
  /// Place of the goal in the model.
  public var goal: GoalIndex
  public var name: String
  public var unit: Goal.Unit
  /// How the plan stands to it, one for each region, commodity, period and bound. Shadow prices are
  /// d(objective)/d(target) for a target of 1, not of a percentage point.
  public var outcomes: [GoalOutcome]
  /// The same by region, commodity, disruption and bound.
  public var standings: [GoalStanding]
  /// The objective of the model without the goal; nil where the time limit came first.
  public var objectiveWithout: Double?
}

/// Asks what each goal costs: marginally, and by solving without it.
struct GoalAccountant {
  let solver: any Solver
  let options: SolveOptions

  /// One account a goal, in the order of the model.
  func accounts(of result: PlanningResult) throws -> [GoalAccount] {
    let model = result.program.model
    let without = try objectives(result) ?? model.goals.map { _ in nil }
    return model.goals.indexed().map { index, goal in
      let outcomes = result.goals.filter { $0.goal == index }
      return GoalAccount(
        goal: index, name: goal.name, unit: goal.kind.unit, outcomes: outcomes,
        standings: GoalStanding.all(of: outcomes, in: result.program.instance, model),
        objectiveWithout: without[index.position])
    }
  }

  /// The objective without each goal; nil where the time limit comes before anything is asked.
  private func objectives(_ result: PlanningResult) throws -> [Double?]? {
    do {
      return result.program.model.objective.count == 1
        ? try objectivesInPlace(result) : try objectivesAnew(result)
    } catch let error as NoOptimum where error.termination.isLimit {
      return nil
    }
  }

  /// The objective without each goal: its rows are freed in the loaded LP, which goes on from the
  /// optimum's basis.
  private func objectivesInPlace(_ result: PlanningResult) throws -> [Double?] {
    let (instance, model) = (result.program.instance, result.program.model)
    let program = try PlanningProgram(instance: instance, model: model, until: solver.deadline)
    return try solver.withSession(program.program) { session in
      var answers: [Double?] = []
      var run = StagedSolve(session: session, program: program)
      try run.setObjective(program.expression(of: model.objective[0].quantity))
      for goal in model.goals.indices {
        if let basis = result.solution.basis?.fitted(to: session.program) {
          try session.start(from: basis)
        }
        var warm = options
        warm.method = .primal
        // What keeps all goals is feasible without one of them.
        warm.knownPoints = [result.solution.values]
        answers.append(try run.objective(withoutGoal: goal, warm))
      }
      return answers
    }
  }

  /// The same for several stages of the objective: all of them, from the beginning.
  private func objectivesAnew(_ result: PlanningResult) throws -> [Double?] {
    let (instance, model) = (result.program.instance, result.program.model)
    return try model.goals.indices.map { goal in
      let program = try PlanningProgram(
        instance: instance, model: model, relaxed: [.goal(goal)], until: solver.deadline)
      let answer = try Planner(solver: solver, options: options).solve(program)
      return answer.termination == .optimal ? answer.objective : nil
    }
  }
}

extension StagedSolve {
  /// The optimum with a goal's rows freed; they are put back.
  fileprivate mutating func objective(withoutGoal goal: GoalIndex, _ options: SolveOptions) throws
    -> Double?
  {
    let lp = session.program
    let cones = program.cones
    let rows = program.goals.filter { $0.goal == goal }.flatMap { $0.rows.map(\.row) }
    program.cones.removeAll { program.goals[$0.constraint].goal == goal }
    for row in rows { try session.setBounds(row, lower: -.infinity, upper: .infinity) }
    let solution = try solveWithCuts(options)
    for row in rows {
      try session.setBounds(row, lower: lp.rowLower[row.index], upper: lp.rowUpper[row.index])
    }
    program.cones = cones
    return solution.isOptimal ? solution.objective : nil
  }
}
