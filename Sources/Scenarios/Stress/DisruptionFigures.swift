import Analysis
public import Sourcing

/// The figures of a plan in one disruption under one sharing arrangement.
public struct DisruptionFigures: Sendable {
  /// The rule by which members use each other's stockpiles.
  public var sharing: Sharing
  /// Id of the disruption; empty for the window without a disruption.
  public var disruption: String
  /// Probability in a year, from 0 to 1; nil if the instance gives none.
  public var probability: Double?
  /// The service level of all regions over the window, weighted by shortage cost:
  /// 1 − Σσ·u / Σσ·D.
  public var service: Double
  /// What the disruption means for home.
  public var home: StressOutcome.Home
  /// The lost value of all regions over the window, money.
  public var lostValue: Double
  /// The value of what left stockpiles for other regions, at `Instance.valuationPrice(of:)`, money.
  public var stockShared: Double
  /// The supply cost of all regions over the window, money (``StressOutcome/supplyCost``).
  public var supplyCost: Double
  /// The supply cost minus that of the window without a disruption under the same sharing, money. It is negative
  /// if less is served.
  public var extraSupplyCost: Double
  /// The shortest time to survive of a market of home, months; ``horizonMonths`` means that or more.
  public var timeToSurvive: Int
  /// Length of the window, months.
  public var horizonMonths: Int
}

extension DisruptionFigures {
  /// The figures of a stress run.
  ///
  /// - Parameters:
  ///   - outcome: what was found in a window.
  ///   - instance: the instance of the plan.
  public init(_ outcome: StressOutcome, of instance: Instance) {
    sharing = outcome.sharing
    disruption = outcome.disruption ?? ""
    probability = instance.disruptions.first { $0.id == outcome.disruption }?.probability
    service = outcome.service
    home = outcome.home
    lostValue = outcome.lostValue
    stockShared = outcome.sharedDraws.reduce(0) {
      $0 + instance.valuationPrice(of: instance.stockpiles[$1.stockpile].commodity) * $1.quantity
    }
    supplyCost = outcome.supplyCost
    extraSupplyCost = outcome.extraSupplyCost
    timeToSurvive = outcome.timeToSurvive(of: instance.home)
    horizonMonths = outcome.horizonMonths
  }
}
