public import Foundation
public import Scenarios
import Sourcing

/// What `plusone stress --format json` prints: one entry for each disruption and sharing arrangement.
public struct StressSummary: Codable, Sendable {
  public struct Entry: Codable, Sendable {
    public var disruption: String
    public var sharing: String
    /// Share of all demand served over the window, weighted by shortage cost.
    public var service: Double
    public var lostValue: Double
    public var supplyCost: Double
    /// Against the window without a disruption, same sharing; negative when less is served.
    public var extraSupplyCost: Double
    /// Value of the stock drawn and shared.
    public var stockUsed: Double
    /// Whole months that home's worst market can go without a shortage; the horizon means that or more.
    public var timeToSurvive: Int
    public var exposed: Bool
    public var markets: [Market]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case disruption, sharing, service, lostValue, supplyCost, extraSupplyCost, stockUsed
      case timeToSurvive, exposed, markets
    }
  }

  public struct Market: Codable, Sendable {
    public var region: String
    public var commodity: String
    public var demand: Double
    public var shortage: Double
    public var service: Double
    public var serviceBest: Double
    public var lostValue: Double
    @Nullable public var worstMonth: Int?
    public var timeToSurvive: Int
    public var exposed: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, commodity, demand, shortage, service, serviceBest, lostValue, worstMonth
      case timeToSurvive, exposed
    }
  }

  public var instance: String
  public var model: String
  /// The values of the model's parameters.
  public var parameters: [String: String]
  public var period: String
  public var horizonMonths: Int
  /// Whether demand goes short without any disruption: then no time to survive means anything.
  public var shortUndisturbed: Bool
  public var disruptions: [Entry]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, model, parameters, period, horizonMonths, shortUndisturbed, disruptions
  }

  public init(_ outcomes: [StressOutcome], undisturbed: [StressOutcome], runner: StressRunner) {
    let instance = runner.instance
    self.instance = instance.name
    model = runner.model.name
    parameters = runner.model.parameters
    period = instance.horizon[runner.period].label
    horizonMonths = runner.options.horizonMonths
    shortUndisturbed = undisturbed.contains(where: \.isShort)
    disruptions = outcomes.map { Entry($0, instance: instance) }
  }

  public func json() throws -> Data {
    try snakeCaseJSON(self)
  }
}

extension StressSummary.Entry {
  init(_ outcome: StressOutcome, instance: Instance) {
    self.init(
      disruption: outcome.disruption ?? StressTables.undisturbed,
      sharing: outcome.sharing.label, service: outcome.service, lostValue: outcome.lostValue,
      supplyCost: outcome.supplyCost, extraSupplyCost: outcome.extraSupplyCost,
      stockUsed: outcome.stockUsed,
      timeToSurvive: outcome.timeToSurvive(of: instance.home),
      exposed: outcome.isExposed(instance.home),
      markets: outcome.markets.map { market in
        StressSummary.Market(
          region: instance.regions[market.region].id,
          commodity: instance.commodities[market.commodity].id, demand: market.demand,
          shortage: market.shortage, service: market.service, serviceBest: market.serviceBest,
          lostValue: market.lostValue, worstMonth: market.worstMonth,
          timeToSurvive: market.timeToSurvive, exposed: market.isExposed)
      })
  }
}

extension StressOutcome {
  /// Whether any market goes short.
  public var isShort: Bool { markets.contains { $0.shortage > 0 } }
}
