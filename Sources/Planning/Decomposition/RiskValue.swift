import Formulation
import LinearProgramming
import Parallel
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
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model.
  ///   - plan: the result of planning them. What was found of its stress windows is not sought again.
  public func riskValue(of instance: Instance, _ model: Model, knowing plan: PlanningResult? = nil)
    throws -> RiskValue?
  {
    guard let risk = model.risk else { return nil }
    do {
      var model = try withOthersTrade(instance, model)
      model.objective = [ObjectiveStage(minimise: .cost)]
      return try solver.progress.step("the value of perfect information") {
        try RiskAppraisal(
          risk: risk, model: model, instance: instance, solver: solver, options: options
        ).appraise(knowing: plan)
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

/// Solves the programs of all scenarios, each in a session of its own. They share the plan's rows, and start from the
/// optimum and the cuts of the model itself.
private struct RiskAppraisal: Sendable {
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
    planCost = program.costWithoutRisk
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

  private func probability(of disruption: DisruptionIndex?) -> Double {
    disruption.flatMap { instance.disruptions[$0].probability } ?? 0
  }

  /// What is minimised, and the losses that it has.
  private struct Question {
    var objective: LinearExpression
    var losses: [Loss]
    /// The weight of its optimum in WS; 0 of the mean disruption.
    var probability = 0.0
  }

  /// - Parameter plan: the result of planning the model; nil: none is known.
  func appraise(knowing plan: PlanningResult?) throws -> RiskValue? {
    let carried = plan.flatMap { CarriedStart(from: $0, to: program, isSameInstance: true) }
    let real = losses.filter { $0.disruption != nil }
    let (whole, known) = try minimum(
      Question(objective: program.expression(of: .cost), losses: real),
      knowing: carried?.recourses(of: program) ?? KnownRecourses()
    ) { carried?.basis(for: $0) }
    guard whole.isOptimal else { return nil }
    // They do not depend on each other.
    let questions =
      sureScenarios(real) + [sure(losses.filter { $0.disruption == nil }, probability: 0)]
    let optima = try inParallel(questions) { question in
      try minimum(question, knowing: known) { _ in whole.basis }.solution
    }
    guard optima.allSatisfy(\.isOptimal), let meanPlan = optima.last,
      let worth = try worth(of: meanPlan.values, real, known)
    else { return nil }
    return RiskValue(
      stochastic: whole.objective,
      waitAndSee: zip(questions, optima).reduce(0) { $0 + $1.0.probability * $1.1.objective },
      meanPlan: worth)
  }

  /// The optimum of a question, and what was found of the recourses.
  ///
  /// - Parameters:
  ///   - known: what is known of the recourses.
  ///   - start: the basis to start from, of the program with the cuts that are known.
  private func minimum(
    _ question: Question, knowing known: KnownRecourses, from start: (PlanningProgram) -> Basis?
  ) throws -> (solution: Solution, known: KnownRecourses) {
    let cuts = RecourseCuts(program, solver: solver, from: known)
    cuts.active = services + question.losses.map(\.recourse)
    let solution = try solver.withSession(program.program) { session in
      var run = StagedSolve(session: session, program: program, recourseCuts: cuts)
      for cut in cuts.found { try run.add(cut) }
      if let basis = start(run.program) { try session.start(from: basis) }
      try run.setObjective(question.objective)
      var warm = options
      warm.method = .primal
      return try run.solveWithCuts(warm)
    }
    return (solution, cuts.knownRecourses)
  }

  /// Each disruption as if it were sure. The scenario without a disruption has the rest of the probability.
  private func sureScenarios(_ real: [Loss]) -> [Question] {
    var scenarios = Set(real.compactMap(\.disruption)).sorted().map { disruption in
      sure(real.filter { $0.disruption == disruption }, probability: probability(of: disruption))
    }
    let rest = 1 - scenarios.reduce(0) { $0 + $1.probability }
    if rest > 1e-12 { scenarios.append(sure([], probability: rest)) }
    return scenarios
  }

  /// The plan's cost plus Σ weight(τ)·(expected + cvarWeight)·L over losses that are sure.
  private func sure(_ losses: [Loss], probability: Double) -> Question {
    var sum = planCost
    for loss in losses {
      sum.add(instance.horizon.weight(loss.period) * (risk.expected + risk.cvarWeight), loss.column)
    }
    return Question(objective: sum, losses: losses, probability: probability)
  }

  /// The objective of the model at a plan; nil if a limit came first.
  private func worth(of plan: [Double], _ real: [Loss], _ known: KnownRecourses) throws -> Double? {
    let cuts = RecourseCuts(program, solver: solver, from: known)
    cuts.active = real.map(\.recourse)
    guard let values = try cuts.values(at: plan, options) else { return nil }
    return risk.periods.reduce(planCost.value(at: plan)) { sum, period in
      let inPeriod = zip(real, values).filter { $0.0.period == period }.map { loss, value in
        (probability(of: loss.disruption), value)
      }
      let (mean, cvar) = risk.measures(of: inPeriod)
      return sum + instance.horizon.weight(period) * (risk.expected * mean + risk.cvarWeight * cvar)
    }
  }
}
