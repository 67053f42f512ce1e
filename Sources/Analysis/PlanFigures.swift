public import Sourcing

/// The key figures of a plan, by which plans are compared. Where nothing else is said they are of the whole
/// world and of all periods together.
public struct PlanFigures: Sendable, Codable {
  /// Discounted money by category, without penalties and risk.
  public var costs: CostBreakdown
  /// Undiscounted money of all orders, and new capacity that stands idle in the last period.
  public var investment: InvestmentFigures
  /// One for each goal, region, commodity and disruption, in the order of the model; of a resilience goal
  /// for the window and the worst month each, where it bounds both.
  public var goals: [AchievedGoal]
  /// nil where the instance names no focus.
  public var focus: FocusFigures?
  /// Value of all stocks at the end of the last period.
  public var stockHeld: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case costs, investment, goals, focus, stockHeld
  }

  /// Works them out.
  public init(_ view: PlanView) {
    let last = view.instance.horizon.last
    costs = PlanCosts(view).wholeHorizon
    investment = InvestmentFigures(
      of: view.plan, instance: view.instance, producers: view.producers)
    goals = AchievedGoal.all(in: view)
    focus = Focus.common(to: view.instance).map { FocusFigures(view, of: $0, period: last) }
    stockHeld = view.valueOfStocks(in: last)
  }

  /// How many of the goals are met.
  public var goalsMet: Int { goals.count { $0.isMet } }
}

/// What a plan achieves of one goal, both its sides and all periods together. What a resilience goal achieves
/// in the worst month stands apart from what it achieves over the window.
public struct AchievedGoal: Sendable, Codable {
  /// As ``GoalStanding/title`` gives it.
  public var name: String
  /// What is achieved in its last period, in `unit`.
  public var achieved: Double
  /// What `achieved` is counted in.
  public var unit: Goal.Unit
  /// Whether every bound is kept in every period.
  public var isMet: Bool

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, achieved, unit, isMet
  }

  static func all(in view: PlanView) -> [AchievedGoal] {
    var all: [AchievedGoal] = []
    var places: [GoalFigure: Int] = [:]
    for (figure, standing) in GoalStanding.grouped(view.goals, in: view.instance, view.model) {
      guard let last = standing.entries.last else { continue }
      let isMet = standing.missed.isEmpty
      if let place = places[figure] {
        // The other side of the same figure.
        all[place].achieved = last.achieved
        all[place].isMet = all[place].isMet && isMet
      } else {
        places[figure] = all.count
        all.append(
          AchievedGoal(
            name: standing.title, achieved: last.achieved, unit: standing.unit, isMet: isMet))
      }
    }
    return all
  }
}

/// Who supplies home with the focus commodity, in shares of supply from 0 to 1.
public struct FocusFigures: Sendable, Codable {
  /// Direct reliance of home upon the instance's parameter `rival`; nil where it names none.
  public var reliance: Double?
  /// Id of the region outside home that supplies most; nil where nothing comes from outside.
  public var largestSource: String?
  /// Its share; 0 without one.
  public var largestShare: Double
  /// Herfindahl-Hirschman index of home's supply.
  public var concentration: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case reliance, largestSource, largestShare, concentration
  }

  init(_ view: PlanView, of focus: CommodityGroup, period: PeriodIndex) {
    let instance = view.instance
    let supply = view.supply(of: focus, to: instance.home, period: period)
    reliance = instance.parameters["rival"].flatMap(instance.regionSet).map(supply.reliance)
    largestSource = supply.largestSource.map { instance.regions[$0].id }
    largestShare = supply.largestShare
    concentration = supply.concentration
  }
}
