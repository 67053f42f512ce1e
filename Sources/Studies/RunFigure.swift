public import Analysis
import Scenarios

/// One number of a run that a study sets beside those of other runs.
public enum RunFigure: Sendable, Hashable {
  /// Discounted, without penalties and risk: the whole, and by category.
  case cost
  /// The part of the cost in one category, discounted.
  case category(CostCategory)
  /// Cost minus that of the plan without goals: the best plan of the same option without its goals, under the same
  /// variation and coordination. Discounted.
  case extraCost
  /// Home's bill (`Bills`), and the same minus that in the plan without goals. Discounted.
  case homeBill, extraHomeBill
  /// Capex and support minus those of the plan without goals, undiscounted.
  case extraCapex, extraSupport
  /// `InvestmentFigures`.
  case capex, support, idleCapacity, idleCapex
  /// How many goals there are, and how many are met.
  case goals, goalsMet
  /// How many goals are met, but may be met only with shortages.
  case goalsMetByServingLess
  /// How many goals are met that the plan without goals meets too.
  case goalsMetWithoutGoals
  /// `FocusFigures`: shares of home's supply of the focus commodity.
  case reliance, largestShare, concentration
  /// Value of all stocks in the end.
  case stockHeld
  /// In disruptions, under a sharing arrangement as `Sharing.label` names it.
  case stress(StressMeasure, sharing: String)
  /// Against the joint plan, where members plan alone.
  case coordination(CoordinationMeasure)

  /// `StressFigures`; the raw value begins the figure's name.
  public enum StressMeasure: String, Sendable, CaseIterable {
    /// Expected least lost value of home, money.
    case homeLostLeastExpected = "home_lost_least_expected"
    /// Expected greatest lost value of home, money.
    case homeLostMostExpected = "home_lost_most_expected"
    /// Greatest least lost value of home in a disruption, money.
    case homeLostLeastWorst = "home_lost_least_worst"
    /// Greatest lost value of home in a disruption, money.
    case homeLostMostWorst = "home_lost_most_worst"
    /// Expected service level of home if it loses most, a share.
    case homeServiceLeastExpected = "home_service_least_expected"
    /// Expected service level of home if it loses least, a share.
    case homeServiceMostExpected = "home_service_most_expected"
    /// Least service level of home in a disruption if it loses most, a share.
    case homeServiceLeastWorst = "home_service_least_worst"
    /// Least service level of home in a disruption if it loses least, a share.
    case homeServiceMostWorst = "home_service_most_worst"
    /// Service level of all regions in the window without a disruption, a share.
    case serviceUndisturbed = "service_undisturbed"
    /// Expected service level of all regions, a share.
    case serviceExpected = "service_expected"
    /// Expected service level of home in the solution found, a share.
    case homeServiceExpected = "home_service_expected"
    /// Expected lost value of all regions, money.
    case lostExpected = "lost_expected"
    /// Conditional value at risk of the lost value of all regions, money.
    case lostCVaR = "lost_cvar"
    /// Least service level of all regions in a disruption, a share.
    case serviceWorst = "service_worst"
    /// Least service level of home in a disruption, in the solution found, a share.
    case homeServiceWorst = "home_service_worst"
    /// Greatest lost value of all regions in a disruption, money.
    case lostWorst = "lost_worst"
    /// Shortest time to survive of a market of home in a disruption if every supplier allocates pro rata, months.
    case timeToSurviveProRata = "time_to_survive_pro_rata"
    /// Shortest time to survive of a market of home in a disruption, months.
    case timeToSurvive = "time_to_survive"
    /// Greatest value, in a disruption, of what left stockpiles for other regions, money.
    case stockShared = "stock_shared"
  }

  /// `CoordinationFigures`; the raw value is the figure's name.
  public enum CoordinationMeasure: String, Sendable, CaseIterable {
    /// Cost of the joint plan with the goals, discounted money.
    case jointCost = "joint_cost"
    /// The price of not coordinating, discounted money.
    case price = "price_of_not_coordinating"
    /// Capex and fixed cost of the unilateral plans minus those of the joint plan, undiscounted money.
    case duplicatedCapex = "duplicated_capex"
    /// Idle capacity of projects in the last period beyond that of the joint plan, units of main output a year.
    case idleCapacity = "unused_capacity_beyond_joint"
    /// The same, each unit at its capex, undiscounted money.
    case idleCapex = "unused_capex_beyond_joint"
  }

  /// Its name, which is its column in a table of runs.
  public var name: String {
    switch self {
    case .cost: "cost"
    case .category(let category): "cost_\(category.rawValue)"
    case .extraCost: "extra_cost"
    case .homeBill: "home_bill"
    case .extraHomeBill: "extra_home_bill"
    case .extraCapex: "extra_capex"
    case .extraSupport: "extra_support"
    case .capex: "capex"
    case .support: "support"
    case .idleCapacity: "unused_capacity"
    case .idleCapex: "unused_capex"
    case .goals: "goals"
    case .goalsMet: "goals_met"
    case .goalsMetByServingLess: "goals_met_by_serving_less"
    case .goalsMetWithoutGoals: "goals_met_without_goals"
    case .reliance: "reliance"
    case .largestShare: "largest_share"
    case .concentration: "hhi"
    case .stockHeld: "stock_held"
    case .stress(let measure, let sharing): "\(measure.rawValue)_\(Self.word(sharing))"
    case .coordination(let measure): measure.rawValue
    }
  }

  /// A sharing arrangement's label with nothing but letters, digits and `_`: `quota_30` for `quota=30%`.
  public static func word(_ sharing: String) -> String {
    sharing.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
      .joined(separator: "_")
  }
}

extension RunFigure {
  /// Every figure that a run can have, in the order in which tables show them.
  ///
  /// - Parameter sharing: labels of the arrangements under which plans are disturbed.
  public static func all(sharing: [String]) -> [RunFigure] {
    let ofPlan: [RunFigure] =
      [.cost] + CostCategory.allCases.map { .category($0) } + [
        .extraCost, .homeBill, .extraHomeBill, .capex, .extraCapex, .support, .extraSupport,
        .idleCapacity, .idleCapex, .goals, .goalsMet, .goalsMetByServingLess,
        .goalsMetWithoutGoals, .reliance, .largestShare, .concentration, .stockHeld,
      ]
    let inStress = sharing.flatMap { label in
      StressMeasure.allCases.map { RunFigure.stress($0, sharing: label) }
    }
    return ofPlan + inStress + CoordinationMeasure.allCases.map { .coordination($0) }
  }
}

extension RunFigures {
  /// Every figure that the run has, in the order in which tables show them.
  public var all: [RunFigure] {
    RunFigure.all(sharing: stress.map(\.sharing)).filter { self[$0] != nil }
  }

  /// The value of a figure; nil if the run has none or it is not finite.
  public subscript(figure: RunFigure) -> Double? {
    value(of: figure).flatMap { $0.isFinite ? $0 : nil }
  }

  private func value(of figure: RunFigure) -> Double? {
    switch figure {
    case .cost: plan.costs.total
    case .category(let category): plan.costs[category]
    case .extraCost: withoutGoals.map { plan.costs.total - $0.cost }
    case .homeBill: plan.homeBill
    case .extraHomeBill: withoutGoals?.homeBill.map { plan.homeBill - $0 }
    case .extraCapex:
      withoutGoals?.capex.map {
        PlanDifference(plan: plan.investment.capex, withoutGoals: $0).difference
      }
    case .extraSupport:
      withoutGoals?.support.map {
        PlanDifference(plan: plan.investment.support, withoutGoals: $0).difference
      }
    case .capex: plan.investment.capex
    case .support: plan.investment.support
    case .idleCapacity: plan.investment.idleCapacity
    case .idleCapex: plan.investment.idleCapex
    case .goals: Double(plan.goals.count)
    case .goalsMet: Double(plan.goalsMet)
    case .goalsMetByServingLess: Double(plan.goalsMetByServingLess)
    case .goalsMetWithoutGoals: plan.goalsMetWithoutGoals.map(Double.init)
    case .reliance: plan.focus?.reliance
    case .largestShare: plan.focus?.largestShare
    case .concentration: plan.focus?.concentration
    case .stockHeld: plan.stockHeld
    case .stress(let measure, let sharing):
      stress.first { $0.sharing == sharing }.flatMap { $0[measure] }
    case .coordination(let measure): coordination.map { $0[measure] }
    }
  }
}

extension StressFigures {
  fileprivate subscript(measure: RunFigure.StressMeasure) -> Double? {
    switch measure {
    case .homeLostLeastExpected: expected?.homeLostLeast
    case .homeLostMostExpected: expected?.homeLostMost
    case .homeLostLeastWorst: worstHome.lostLeast
    case .homeLostMostWorst: worstHome.lostMost
    case .homeServiceLeastExpected: expected?.homeServiceLeast
    case .homeServiceMostExpected: expected?.homeServiceMost
    case .homeServiceLeastWorst: worstHome.serviceLeast
    case .homeServiceMostWorst: worstHome.serviceMost
    case .serviceUndisturbed: undisturbedService
    case .serviceExpected: expected?.service
    case .homeServiceExpected: expected?.homeService
    case .lostExpected: expected?.lostValue
    case .lostCVaR: expected?.conditionalValueAtRisk
    case .serviceWorst: worstService
    case .homeServiceWorst: worstHomeService
    case .lostWorst: worstLostValue
    case .timeToSurvive: Double(timeToSurvive)
    case .timeToSurviveProRata: timeToSurviveProRata.map(Double.init)
    case .stockShared: stockShared
    }
  }
}

extension CoordinationFigures {
  fileprivate subscript(measure: RunFigure.CoordinationMeasure) -> Double {
    switch measure {
    case .jointCost: jointCost
    case .price: price
    case .duplicatedCapex: duplicatedCapex
    case .idleCapacity: idleCapacityBeyondJoint
    case .idleCapex: idleCapexBeyondJoint
    }
  }
}
