import Analysis
public import Sourcing

/// What one disruption does to a plan under one sharing arrangement.
public struct DisruptionFigures: Sendable {
  /// Who may draw on whose stockpile.
  public var sharing: Sharing
  /// Id of the disruption; empty for the undisturbed window.
  public var disruption: String
  /// A year; nil where the instance gives none.
  public var probability: Double?
  /// Share of all demand served over the window, weighted by shortage cost.
  public var service: Double
  /// The same over home's demand.
  public var homeService: Double
  /// The world's lost value over the window, money.
  public var lostValue: Double
  /// Value of what left stockpiles for others, at `Instance.valuationPrice(of:)`.
  public var stockShared: Double
  /// The world's supply cost over the window, money.
  public var supplyCost: Double
  /// Against the undisturbed window under the same sharing.
  public var extraSupplyCost: Double
  /// Months that home's worst market can go without a shortage; the horizon means that or more.
  public var timeToSurvive: Int
  /// Length of the window.
  public var horizonMonths: Int
}

extension DisruptionFigures {
  /// - Parameter outcome: of a window that starts in the last period.
  public init(_ outcome: StressOutcome, of instance: Instance) {
    let home = instance.home
    sharing = outcome.sharing
    disruption = outcome.disruption ?? ""
    probability = instance.disruptions.first { $0.id == outcome.disruption }?.probability
    service = outcome.service
    homeService = outcome.markets.filter { home.members.contains($0.region) }
      .service(in: instance, period: instance.horizon.last)
    lostValue = outcome.lostValue
    stockShared = outcome.sharedDraws.reduce(0) {
      $0 + instance.valuationPrice(of: instance.stockpiles[$1.stockpile].commodity) * $1.quantity
    }
    supplyCost = outcome.supplyCost
    extraSupplyCost = outcome.extraSupplyCost
    timeToSurvive = outcome.timeToSurvive(of: home)
    horizonMonths = outcome.horizonMonths
  }
}
