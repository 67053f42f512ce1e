import Analysis
import Planning
import Scenarios
import Sourcing

/// What the plan without goals costs, beside a run of a study: the best plan of the same model without its goals, on the
/// same variation, planned in the same way. `solve` compares with the same plan.
public struct WithoutGoalsFigures: Sendable, Codable, Hashable {
  /// Its cost, discounted, without penalties and risk. Of a unilateral run: the sum of the planners' plans.
  public var cost: Double
  /// Home's bill in it, discounted; nil of a unilateral run.
  public var homeBill: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable { case cost, homeBill }

  /// Figures of a plan without goals.
  ///
  /// - Parameters:
  ///   - cost: discounted, without penalties and risk.
  ///   - homeBill: discounted; nil if the plan itself is not known.
  public init(cost: Double, homeBill: Double?) {
    self.cost = cost
    self.homeBill = homeBill
  }

  /// The figures of the plan without goals of a run; nil if it was not found.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - plan: the figures of its plan.
  ///   - bills: the bills of the plan without goals; nil if it was not found.
  init?(of run: PlannedRun, beside plan: PlanFigures, bills: Bills?) {
    if run.model.goals.isEmpty {
      let isJoint = run.coordination == nil
      self.init(cost: plan.costs.total, homeBill: isJoint ? plan.homeBill : nil)
    } else if let account = run.coordination {
      self.init(cost: account.sumWithoutGoals.cost, homeBill: nil)
    } else if let result = run.withoutGoals, let view = PlanView(result) {
      self.init(
        cost: PlanCosts(view).wholeHorizon.total,
        homeBill: bills?.bill(of: view.instance.home.members))
    } else {
      return nil
    }
  }
}
