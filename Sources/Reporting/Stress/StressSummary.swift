public import Foundation
public import Scenarios
import Sourcing

/// What `plusone stress --format json` prints: one entry for each disruption and sharing arrangement.
public struct StressSummary: Codable, Sendable {
  /// One disruption under one sharing arrangement.
  public struct Entry: Codable, Sendable {
    /// Id of the disruption.
    public var disruption: String
    /// The arrangement, as `Sharing.label` names it.
    public var sharing: String
    /// Share of home's demand served over the window if home loses ``homeLostMost``, weighted by shortage cost. Nil, as
    /// the four figures below that may be, if home has no final demand in the period.
    @Nullable public var homeServiceLeast: Double?
    /// The same if home loses ``homeLostLeast``.
    @Nullable public var homeServiceMost: Double?
    /// The same in the solution found.
    @Nullable public var homeService: Double?
    /// Least lost value of home over all ways to react, money.
    public var homeLostLeast: Double
    /// Greatest lost value of home where the world's is least, money.
    public var homeLostMost: Double
    /// Lost value of home in the solution found, money.
    public var homeLostValue: Double
    /// Share of all demand served over the window, weighted by shortage cost.
    public var service: Double
    /// The world's lost value over the window, money.
    public var lostValue: Double
    /// The world's supply cost over the window, money.
    public var supplyCost: Double
    /// Against the window without a disruption, same sharing; negative when less is served.
    public var extraSupplyCost: Double
    /// Value of the stock drawn and shared.
    public var stockUsed: Double
    /// Whole months that home's worst market can go without a shortage, if it is served first; the horizon means that
    /// or more.
    @Nullable public var timeToSurvive: Int?
    /// The same if every supplier allocates pro rata.
    @Nullable public var timeToSurviveProRata: Int?
    /// Whether a market of home is exposed.
    public var exposed: Bool
    /// One for each region and commodity with demand.
    public var markets: [Market]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case disruption, sharing, service, lostValue, supplyCost, extraSupplyCost, stockUsed
      case timeToSurvive, timeToSurviveProRata, exposed, markets
      case homeServiceLeast, homeServiceMost, homeService
      case homeLostLeast, homeLostMost, homeLostValue
    }
  }

  /// Demand of one region for one commodity, over the window.
  public struct Market: Codable, Sendable {
    /// Id of the region.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Units over the window.
    public var demand: Double
    /// Units over the window that are not served.
    public var shortage: Double
    /// 1 − shortage / demand; 1 without demand.
    public var service: Double
    /// Largest service of this market over all ways to react.
    public var serviceBest: Double
    /// Shortage × shortage cost, money.
    public var lostValue: Double
    /// Month with the largest shortage, from 1; nil if all is served.
    @Nullable public var worstMonth: Int?
    /// Whole months that the market can go without a shortage; the horizon means that or more.
    public var timeToSurvive: Int
    /// Whether it survives for less time than the disruption lasts within the window.
    public var exposed: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, commodity, demand, shortage, service, serviceBest, lostValue, worstMonth
      case timeToSurvive, exposed
    }
  }

  /// Name of the instance.
  public var instance: String
  /// Name of the model.
  public var model: String
  /// The values of the model's parameters.
  public var parameters: [String: String]
  /// The place z of each assumption that is moved, by id; nil if none is.
  public var assumptions: [String: Double]?
  /// Label of the period in which the disruptions start.
  public var period: String
  /// Id of home's region or bloc.
  public var home: String
  /// Who gets what a supplier has in the months of `reroute_months`.
  public var allocation: String
  /// Length of the window, months.
  public var horizonMonths: Int
  /// Whether there is a shortage without any disruption. If so, the times to survive mean nothing.
  public var shortUndisturbed: Bool
  /// By sharing arrangement, then disruption.
  public var disruptions: [Entry]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, model, parameters, assumptions, period, home, allocation, horizonMonths,
      shortUndisturbed,
      disruptions
  }

  /// - Parameters:
  ///   - outcomes: of the disruptions.
  ///   - undisturbed: of the window without a disruption, one for each sharing arrangement.
  ///   - runner: of the stress run.
  public init(_ outcomes: [StressOutcome], undisturbed: [StressOutcome], runner: StressRunner) {
    let instance = runner.instance
    self.instance = instance.name
    model = runner.model.name
    parameters = runner.model.parameters
    assumptions = instance.assumptionsAsKey
    period = instance.horizon[runner.period].label
    home = instance.home.id
    allocation = runner.options.allocation.rawValue
    horizonMonths = runner.options.horizonMonths
    shortUndisturbed = undisturbed.contains(where: \.isShort)
    disruptions = outcomes.map { Entry($0, instance: instance) }
  }

  /// The JSON text, keys sorted, a line feed at its end.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data {
    try snakeCaseJSON(self)
  }
}

extension StressSummary.Entry {
  init(_ outcome: StressOutcome, instance: Instance) {
    let home =
      outcome.markets.contains { instance.home.members.contains($0.region) }
      ? outcome.home : nil
    self.init(
      disruption: outcome.disruption ?? StressTables.undisturbed,
      sharing: outcome.sharing.label, homeServiceLeast: home?.serviceLeast,
      homeServiceMost: home?.serviceMost, homeService: home?.service,
      homeLostLeast: outcome.home.lostLeast, homeLostMost: outcome.home.lostMost,
      homeLostValue: outcome.home.lostValue, service: outcome.service, lostValue: outcome.lostValue,
      supplyCost: outcome.supplyCost, extraSupplyCost: outcome.extraSupplyCost,
      stockUsed: outcome.stockUsed,
      timeToSurvive: home.map { _ in outcome.timeToSurvive(of: instance.home) },
      timeToSurviveProRata: home?.timeToSurviveProRata,
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
