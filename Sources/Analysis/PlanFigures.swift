import Sourcing

/// The key figures of a plan, by which plans are compared.
public struct PlanFigures: Sendable, Codable {
  /// Discounted costs of all regions over the horizon, by category, without penalties and the cost of risk.
  public var costs: CostBreakdown
  /// Undiscounted money of all orders of all regions, and their idle capacity in the last period.
  public var investment: InvestmentFigures
  /// Home's bill over the horizon, discounted money (`Bills`).
  public var homeBill: Double
  /// What is achieved of the goals, in the order of the model.
  public var goals: [AchievedGoal]
  /// Home's supply of the focus commodity in the last period; nil if the instance has no parameter `focus`.
  public var focus: FocusFigures?
  /// Value of the stocks of all regions at the end of the last period, money.
  public var stockHeld: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case costs, investment, homeBill, goals, focus, stockHeld
  }

  /// Computes the figures of a plan.
  public init(_ view: PlanView) { self.init(view, bills: Bills(view)) }

  /// Computes the figures of a plan whose bills are known.
  public init(_ view: PlanView, bills: Bills) {
    let last = view.instance.horizon.last
    costs = PlanCosts(view).wholeHorizon
    investment = InvestmentFigures(
      of: view.plan, instance: view.instance, producers: view.producers)
    homeBill = bills.bill(of: view.instance.home.members)
    goals = AchievedGoal.all(in: view)
    focus = Focus.common(to: view.instance).map { FocusFigures(view, of: $0, period: last) }
    stockHeld = view.valueOfStocks(in: last)
  }

  /// The number of ``goals`` that are met.
  public var goalsMet: Int { goals.count { $0.isMet } }
  /// The number of ``goals`` that are met and may be met only by serving less.
  public var goalsMetByServingLess: Int { goals.count { $0.isMetByServingLess == true } }
  /// The number of ``goals`` that are met, and that the plan without goals meets too; nil if it was not judged.
  public var goalsMetWithoutGoals: Int? {
    goals.contains { $0.isMetWithoutGoals == nil }
      ? nil : goals.count { $0.isMet && $0.isMetWithoutGoals == true }
  }
}
