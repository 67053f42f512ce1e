public import Foundation
import Scenarios
import Sourcing

/// What `stockpile --format json` prints.
public struct StockpileSummary: Codable, Sendable {
  /// One stockpile under an arrangement.
  public struct Stock: Codable, Sendable {
    /// Its id.
    public var stockpile: String
    /// Id of the member.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Least-cost level at the start of every disruption, units.
    public var size: Double
    /// Cost of holding it, money a year.
    public var stockCost: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case stockpile, region, commodity, size
      case stockCost = "stock_cost"
    }
  }

  /// A member's market that cannot reach the level asked for.
  public struct Shortfall: Codable, Sendable {
    /// Something that limits what can be served.
    public struct Limit: Codable, Sendable {
      /// `ServiceShortfall.Limit`, as its raw value.
      public var limit: String
      /// The most that can be served without it.
      public var service: Double

      package enum CodingKeys: String, CodingKey, CaseIterable { case limit, service }
    }

    /// Id of the member.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// The largest share of demand that can be served in every disruption.
    public var service: Double
    /// Ids of the disruptions in which no more can be served.
    public var disruptions: [String]
    /// Null where that was not found, for the time limit or a failure of the solver.
    @Nullable public var limitedBy: [Limit]?
    /// Whether it takes all of `limitedBy` together to serve more.
    public var together: Bool

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, commodity, service, disruptions, together
      case limitedBy = "limited_by"
    }
  }

  /// Least-cost stockpiles under a mode of sharing.
  public struct Arrangement: Codable, Sendable {
    /// The mode: `own`, `pooled`, `quota=30%` or `iep`.
    public var sharing: String
    /// Share of demand that every member is served in every disruption.
    public var service: Double
    /// Whether that is the service level asked for.
    public var reached: Bool
    /// Stock of all members, units; nil if there are several commodities.
    @Nullable public var stock: Double?
    /// Value of the stocks of all members and commodities, money; nil if a commodity in stock has no price.
    @Nullable public var stockValue: Double?
    /// Cost of holding it, money a year.
    public var stockCost: Double
    /// Stock cost without sharing − stock cost, money a year; nil if one of them misses the service level.
    @Nullable public var saving: Double?
    /// One for each commodity.
    public var commodities: [Commodity]
    /// One for each member.
    public var members: [Member]
    /// One for each member and commodity that it stocks.
    public var buyList: [Entry]
    /// The sum of the purchases that have a price, money, once.
    public var purchaseCost: Double
    /// What members give each other in each disruption.
    public var transfers: [Transfer]
    /// One for each stockpile of a member.
    public var stockpiles: [Stock]
    /// Empty where the level is reached.
    public var shortfalls: [Shortfall]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case sharing, service, reached, stock, saving, commodities, members, transfers, stockpiles
      case shortfalls
      case stockValue = "stock_value"
      case stockCost = "stock_cost"
      case buyList = "buy_list"
      case purchaseCost = "purchase_cost"
    }
  }

  /// Splits of the saving of one mode.
  public struct Division: Codable, Sendable {
    /// The mode.
    public var sharing: String
    /// By member, without sharing.
    public var ownCost: [String: Double]
    /// By member: the cost of the stock that it holds if all share.
    public var stockCost: [String: Double]
    /// The splits, money a year.
    public var splits: SplitSummary

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case sharing, splits
      case ownCost = "own_cost"
      case stockCost = "stock_cost"
    }
  }

  /// Name of the instance.
  public var instance: String
  /// The values of the model's parameters.
  public var parameters: [String: String]
  /// The place z of each assumption that is moved, by id; nil if none is.
  public var assumptions: [String: Double]?
  /// Currency of the instance.
  public var currency: String
  /// Ids of the members.
  public var members: [String]
  /// Ids of the disruptions.
  public var disruptions: [String]
  /// Ids of the commodities whose stocks are sized.
  public var commodities: [String]
  /// The service level asked for, a share.
  public var serviceAsked: Double
  /// One for each mode asked for.
  public var arrangements: [Arrangement]
  /// One for each mode but `own`; empty if no splits were asked for.
  public var splits: [Division]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, parameters, assumptions, currency, members, commodities, disruptions,
      arrangements, splits
    case serviceAsked = "service_asked"
  }

  /// Takes the figures over from a comparison.
  public init(_ comparison: StockpileComparison) {
    let data = comparison.instance
    instance = data.name
    parameters = comparison.sizing.stress.model.parameters
    assumptions = data.assumptionsAsKey
    currency = data.currency
    members = comparison.members.map { data.regions[$0].id }
    disruptions = comparison.sizing.disruptions.map(\.id)
    serviceAsked = comparison.sizing.service
    commodities = comparison.commodities.map { data.commodities[$0].id }
    arrangements = zip(comparison.shown, comparison.buyLists).map {
      Arrangement($0, $1, comparison)
    }
    splits = comparison.divisions.map { division in
      let byMember = { (amounts: [Double]) in
        Dictionary(
          zip(division.coalitions.members, amounts), uniquingKeysWith: { first, _ in first })
      }
      return Division(
        sharing: division.mode.text, ownCost: byMember(division.coalitions.ownCosts),
        stockCost: byMember(division.heldCosts), splits: SplitSummary(division.splits))
    }
  }

  /// The JSON text, keys sorted, a line feed at its end.
  public func json() throws -> Data { try sortedJSON(self) }
}
