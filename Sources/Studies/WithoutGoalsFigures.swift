public import Analysis
import Planning
import Scenarios
import Sourcing

/// What the plan without goals costs, beside a run of a study: the best plan of the same model without its goals, on
/// the same variation, planned in the same way. `solve` compares with the same plan.
public struct WithoutGoalsFigures: Sendable, Codable, Hashable {
  /// Its cost, discounted, without penalties and risk. Of a unilateral run: the sum of the planners' plans.
  public var cost: Double
  /// Home's bill in it, discounted; nil of a unilateral run.
  public var homeBill: Double?

  /// Its capex and fixed cost of all orders, undiscounted; nil in what an earlier version wrote.
  public var capex: Double?
  /// The part of these that programmes pay, undiscounted; nil in what an earlier version wrote.
  public var support: Double?

  package enum CodingKeys: String, CodingKey, CaseIterable { case cost, homeBill, capex, support }

  /// Figures of a plan without goals.
  ///
  /// - Parameters:
  ///   - cost: discounted, without penalties and risk.
  ///   - homeBill: discounted; nil if the plan itself is not known.
  ///   - investment: what it invests; nil if that is not known.
  public init(cost: Double, homeBill: Double?, investment: InvestmentFigures? = nil) {
    self.cost = cost
    self.homeBill = homeBill
    capex = investment?.capex
    support = investment?.support
  }

  /// The figures of the plan without goals of a run; nil if it was not found, or if the run has no goals and its
  /// policy is in the objective: then no other plan shows what the policy costs.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - plan: the figures of its plan.
  ///   - bills: the bills of the plan without goals; nil if it was not found.
  init?(of run: PlannedRun, beside plan: PlanFigures, bills: Bills?) {
    if run.model.goals.isEmpty {
      guard run.model.minimisesCostAlone else { return nil }
      let isJoint = run.coordination == nil
      self.init(
        cost: plan.costs.total, homeBill: isJoint ? plan.homeBill : nil,
        investment: plan.investment)
    } else if let account = run.coordination {
      self.init(
        cost: account.sumWithoutGoals.cost, homeBill: nil,
        investment: account.sumWithoutGoals.investment)
    } else if let result = run.withoutGoals, let view = PlanView(result) {
      self.init(
        cost: PlanCosts(view).wholeHorizon.total,
        homeBill: bills?.bill(of: view.instance.home.members),
        investment: InvestmentFigures(
          of: view.plan, instance: view.instance, producers: view.producers))
    } else {
      return nil
    }
  }
}
