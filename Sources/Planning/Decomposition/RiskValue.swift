import Formulation
import LinearProgramming
public import Sourcing

/// The value of information and of planning with scenarios, for a model with `risk`; discounted money. The scenarios
/// are the disruptions of `risk`, each in all its periods, and one without a disruption. Birge and Louveaux,
/// *Introduction to Stochastic Programming* (2011), chapter 4.
public struct RiskValue: Sendable {
  /// RP: the optimum of the model itself, one plan for all scenarios.
  public var stochastic: Double
  /// WS: the mean, over the scenarios, of the optimum if that scenario is sure. The mean and the CVaR of a sure loss
  /// are the loss itself.
  public var waitAndSee: Double
  /// EEV: the value, in the model, of the plan for the mean disruption, in which every factor is its expected value. A
  /// limit on a lane that only some scenarios have is no limit in the mean.
  public var meanPlan: Double

  /// EVPI = RP − WS ≥ 0: what it is worth to know the scenario in advance.
  public var perfectInformation: Double { stochastic - waitAndSee }
  /// VSS = EEV − RP ≥ 0: the value of the stochastic solution, against planning for the mean disruption.
  public var stochasticSolution: Double { meanPlan - stochastic }
}

extension Planner {
  /// The value of perfect information and of the stochastic solution, with cost as the only objective. nil if the
  /// model has no `risk` or no plan, if a limit comes first, or if the solver fails: the plan does not depend on these
  /// figures.
  public func riskValue(of instance: Instance, _ model: Model) throws -> RiskValue? {
    guard let risk = model.risk else { return nil }
    do {
      var model = try withOthersTrade(instance, model)
      model.objective = [ObjectiveStage(minimise: .cost)]
      return try solver.progress.step("the value of perfect information") {
        try RiskAppraisal(
          risk: risk, model: model, instance: instance, solver: solver, options: options
        ).appraise()
      }
    } catch let error where error is DecompositionStalled || error is SolverError {
      return nil
    } catch let error as NoOptimum
      where error.termination.isLimit || error.termination == .infeasible
    {
      return nil
    }
  }
}

/// Solves the programs of all scenarios in one session: they share the plan's rows and all cuts.
private struct RiskAppraisal {
  let risk: RiskTerm
  let solver: any Solver
  let options: SolveOptions
  let instance: Instance
  let program: PlanningProgram
  /// `cost` without risk, penalties included.
  private let planCost: LinearExpression

  init(
    risk: RiskTerm, model: Model, instance: Instance, solver: any Solver, options: SolveOptions
  ) throws {
    self.risk = risk
    self.solver = Deadline(options).limiting(solver)
    self.options = options
    self.instance = instance
    let deadline = self.solver.deadline
    program = try PlanningProgram(appraising: risk, in: model, of: instance, until: deadline)
    var riskless = model
    riskless.risk = nil
    planCost = try PlanningProgram(decomposing: riskless, of: instance, until: deadline)
      .expression(of: .cost)
  }

  /// A recourse that is a loss.
  private struct Loss {
    /// Position in the recourses.
    var recourse: Int
    /// Nil: the mean of the disruptions.
    var disruption: DisruptionIndex?
    var period: PeriodIndex
    var column: Column
  }

  private var losses: [Loss] {
    program.recourses.enumerated().compactMap { index, recourse in
      guard case .loss(let scenario, let period) = recourse.subject, let column = recourse.bound
      else { return nil }
      let disruption: DisruptionIndex? =
        switch scenario {
        case .disruption(let disruption): disruption
        case .mean: nil
        }
      return Loss(
        recourse: index, disruption: disruption, period: period, column: column)
    }
  }

  /// Positions of the recourses of resilience goals.
  private var services: [Int] {
    program.recourses.indices.filter {
      if case .service = program.recourses[$0].subject { true } else { false }
    }
  }

  private func probability(_ loss: Loss) -> Double {
    loss.disruption.flatMap { instance.disruptions[$0].probability } ?? 0
  }

  func appraise() throws -> RiskValue? {
    let cuts = RecourseCuts(program, solver: solver)
    return try solver.withSession(program.program) { session in
      var run = StagedSolve(
        session: session, program: program, recourseCuts: cuts)
      let minimum = { (run: inout StagedSolve, objective: LinearExpression, losses: [Loss]) in
        cuts.active = services + losses.map(\.recourse)
        try run.setObjective(objective)
        var warm = options
        warm.method = .primal
        return try run.solveWithCuts(warm)
      }
      let real = losses.filter { $0.disruption != nil }
      let whole = try minimum(&run, program.expression(of: .cost), real)
      guard whole.isOptimal else { return nil }
      guard let waitAndSee = try waitAndSee(real, { try minimum(&run, $0, $1) }) else { return nil }
      let expected = losses.filter { $0.disruption == nil }
      let meanPlan = try minimum(&run, sureCost(of: expected), expected)
      guard meanPlan.isOptimal, let worth = try worth(of: meanPlan.values, real, cuts)
      else {
        return nil
      }
      return RiskValue(
        stochastic: whole.objective, waitAndSee: waitAndSee, meanPlan: worth)
    }
  }

  /// Σ p_ω·(optimum if ω is certain). The scenario without a disruption has the rest of the probability.
  private func waitAndSee(
    _ real: [Loss], _ minimum: (LinearExpression, [Loss]) throws -> Solution
  ) throws -> Double? {
    var (sum, rest) = (0.0, 1.0)
    for disruption in Set(real.compactMap(\.disruption)).sorted() {
      let certain = real.filter { $0.disruption == disruption }
      let solution = try minimum(sureCost(of: certain), certain)
      guard solution.isOptimal else { return nil }
      let probability = instance.disruptions[disruption].probability ?? 0
      sum += probability * solution.objective
      rest -= probability
    }
    guard rest > 1e-12 else { return sum }
    let undisturbed = try minimum(planCost, [])
    return undisturbed.isOptimal ? sum + rest * undisturbed.objective : nil
  }

  /// The plan's cost plus Σ weight(τ)·(expected + cvarWeight)·L over sure losses.
  private func sureCost(of losses: [Loss]) -> LinearExpression {
    var sum = planCost
    for loss in losses {
      sum.add(instance.horizon.weight(loss.period) * (risk.expected + risk.cvarWeight), loss.column)
    }
    return sum
  }

  /// The objective of the model at a plan.
  private func worth(of plan: [Double], _ real: [Loss], _ cuts: RecourseCuts) throws -> Double? {
    cuts.active = real.map(\.recourse)
    guard let values = try cuts.values(at: plan, options) else { return nil }
    return risk.periods.reduce(planCost.value(at: plan)) { sum, period in
      let inPeriod = zip(real, values).filter { $0.0.period == period }.map { loss, value in
        (probability(loss), value)
      }
      let (mean, cvar) = risk.measures(of: inPeriod)
      return sum + instance.horizon.weight(period) * (risk.expected * mean + risk.cvarWeight * cvar)
    }
  }
}
