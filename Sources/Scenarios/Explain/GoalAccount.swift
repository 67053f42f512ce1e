public import Analysis
import Formulation
import LinearProgramming
import Planning
public import Sourcing

/// What one goal of a feasible model requires, what the plan achieves of it, and what it costs.
public struct GoalAccount: Sendable {
  /// The goal.
  public var goal: GoalIndex
  /// Name of the goal.
  public var name: String
  /// Unit of the goal's targets.
  public var unit: Goal.Unit
  /// What the plan achieves, for each region, commodity, disruption, period and bound. Shadow prices are
  /// d(objective)/d(target), for a rise of the target by 1 in its unit, not by a percentage point.
  public var outcomes: [GoalOutcome]
  /// The same outcomes by region, commodity, disruption and bound.
  public var standings: [GoalStanding]
  /// The optimum of the last stage of the objective without the goal; nil if the time limit came first. The goal
  /// costs the optimum with it minus this.
  public var objectiveWithout: Double?
}

/// Finds what each goal costs: its shadow price, and the optimum without it.
struct GoalAccountant {
  let solver: any Solver
  let options: SolveOptions

  /// The accounts of all goals, in the order of the model.
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

  /// The optimum without each goal; nil if the time limit came before the first one.
  private func objectives(_ result: PlanningResult) throws -> [Double?]? {
    do {
      let goals = result.program.model.goals
      return try solver.progress.step("plans without each goal", parts: goals.count) { step in
        guard result.program.model.objective.count == 1 else {
          return try objectivesAnew(result, step)
        }
        do {
          return try objectivesInPlace(result, step)
        } catch is DecompositionStalled {
          return try objectivesAnew(result, step)
        }
      }
    } catch let error as NoOptimum where error.termination.isLimit {
      return nil
    }
  }

  /// The optimum without each goal. The goal's rows are freed in one program, and the solve starts from the basis of
  /// the optimum with all goals.
  private func objectivesInPlace(_ result: PlanningResult, _ step: WorkStep) throws -> [Double?] {
    let (instance, model) = (result.program.instance, result.program.model)
    let program = try PlanningProgram(instance: instance, model: model, until: solver.deadline)
    return try solver.withSession(program.program) { session in
      var answers: [Double?] = []
      var run = try StagedSolve(
        session: session, program: program, solver: solver,
        knowing: result.attackWindows(for: program))
      try run.setObjective(program.expression(of: model.objective[0].quantity))
      for goal in model.goals.indices {
        if let basis = result.solution.basis?.fitted(to: session.program) {
          try session.start(from: basis)
        }
        var warm = options
        warm.method = .primal
        // A plan that meets all goals is feasible without one of them.
        warm.knownPoints = [result.solution.values]
        answers.append(try step.part { try run.objective(withoutGoal: goal, warm) })
      }
      return answers
    }
  }

  /// The optimum without each goal for an objective with several stages: all stages are solved again.
  private func objectivesAnew(_ result: PlanningResult, _ step: WorkStep) throws -> [Double?] {
    let (instance, model) = (result.program.instance, result.program.model)
    return try model.goals.indices.map { goal in
      defer { step.endPart() }
      let program = try PlanningProgram(
        instance: instance, model: model, relaxed: [.goal(goal)], until: solver.deadline)
      let answer = try Planner(solver: solver, options: options).solve(
        program, from: nil, knowing: result.attacks)
      return answer.termination == .optimal ? answer.objective : nil
    }
  }
}

extension StagedSolve {
  /// The optimum without a goal; nil if there is none. The goal's rows are freed and then restored.
  fileprivate mutating func objective(withoutGoal goal: GoalIndex, _ options: SolveOptions) throws
    -> Double?
  {
    let lp = session.program
    let cones = program.cones
    let rows = program.goals.filter { $0.goal == goal }.flatMap { $0.rows.map(\.row) }
    program.cones.removeAll { program.goals[$0.constraint].goal == goal }
    for row in rows { try session.setBounds(row, lower: -.infinity, upper: .infinity) }
    recourseCuts?.leftOut = goal
    defer { recourseCuts?.leftOut = nil }
    let solution = try solveWithCuts(options)
    for row in rows {
      try session.setBounds(row, lower: lp.rowLower[row.index], upper: lp.rowUpper[row.index])
    }
    program.cones = cones
    return solution.isOptimal ? solution.objective : nil
  }
}
