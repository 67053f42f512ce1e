public import Analysis
import Planning
public import Scenarios
import Sourcing

/// The figures of one run of a study, by which its runs are compared.
public struct RunFigures: Sendable, Codable {
  /// Of the plan by itself.
  public var plan: PlanFigures
  /// One for each sharing arrangement, in the study's order; empty without disruptions.
  public var stress: [StressFigures]
  /// Of the plan without goals; nil if it was not found in time.
  public var withoutGoals: WithoutGoalsFigures?
  /// nil of a joint run.
  public var coordination: CoordinationFigures?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case plan, stress, withoutGoals, coordination
  }

  /// The figures of a run with a plan.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - view: the run's plan (``PlannedRun/view``).
  ///   - bills: the bills of the plan and of the plan without goals.
  public init(_ run: PlannedRun, _ view: PlanView, bills: BillComparison) {
    plan = PlanFigures(view, bills: bills.plan)
    withoutGoals = WithoutGoalsFigures(of: run, beside: plan, bills: bills.withoutGoals)
    stress = StressFigures.byArrangement(
      run.disruptions,
      undisturbed: run.undisturbed.map { DisruptionFigures($0, of: run.instance) },
      cvarLevel: run.cvarLevel)
    coordination = run.coordination.map(CoordinationFigures.init)
  }
}

extension PlannedRun {
  /// The plan beside the question it answers.
  public var view: PlanView {
    PlanView(
      instance: instance, model: model, plan: plan, goals: planning.goals,
      marginalCosts: planning.marginalCosts)
  }

  /// The bills of the plan and of the plan without goals.
  ///
  /// - Throws: `BillMismatch` if bills do not add up to the cost of their plan, which is a mistake of the program.
  public var bills: BillComparison {
    get throws(BillMismatch) {
      try BillComparison(view, withoutGoals: withoutGoals.flatMap(PlanView.init))
    }
  }

  /// What each disruption does to the plan: by sharing arrangement, then disruption.
  public var disruptions: [DisruptionFigures] {
    stress.map { DisruptionFigures($0, of: instance) }
  }

  /// Level α of the conditional value at risk: the model's, else 90 %.
  public var cvarLevel: Double { model.risk?.cvarLevel ?? 0.9 }
}
