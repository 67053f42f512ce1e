public import Foundation
import Scenarios
import Sourcing

/// What `stockpile --format json` prints.
public struct StockpileSummary: Codable, Sendable {
  public struct Stock: Codable, Sendable {
    public var stockpile: String
    public var region: String
    public var commodity: String
    public var size: Double
    public var stockCost: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case stockpile, region, commodity, size
      case stockCost = "stock_cost"
    }
  }

  /// A member's market that cannot reach the level asked for.
  public struct Shortfall: Codable, Sendable {
    public struct Limit: Codable, Sendable {
      public var limit: String
      /// The most that can be served without it.
      public var service: Double

      package enum CodingKeys: String, CodingKey, CaseIterable { case limit, service }
    }

    public var region: String
    public var commodity: String
    public var service: Double
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

  public struct Arrangement: Codable, Sendable {
    public var sharing: String
    public var service: Double
    public var reached: Bool
    @Nullable public var stock: Double?
    public var stockCost: Double
    @Nullable public var saving: Double?
    public var stockpiles: [Stock]
    /// Empty where the level is reached.
    public var shortfalls: [Shortfall]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case sharing, service, reached, stock, saving, stockpiles, shortfalls
      case stockCost = "stock_cost"
    }
  }

  public struct Division: Codable, Sendable {
    public var sharing: String
    /// By member, without sharing.
    public var ownCost: [String: Double]
    public var splits: SplitSummary

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case sharing, splits
      case ownCost = "own_cost"
    }
  }

  public var instance: String
  /// The values of the model's parameters.
  public var parameters: [String: String]
  public var currency: String
  public var members: [String]
  public var disruptions: [String]
  public var serviceAsked: Double
  public var arrangements: [Arrangement]
  public var splits: [Division]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case instance, parameters, currency, members, disruptions, arrangements, splits
    case serviceAsked = "service_asked"
  }

  public init(_ comparison: StockpileComparison) {
    let data = comparison.instance
    instance = data.name
    parameters = comparison.sizing.stress.model.parameters
    currency = data.currency
    members = comparison.members.map { data.regions[$0].id }
    disruptions = comparison.sizing.disruptions.map(\.id)
    serviceAsked = comparison.sizing.service
    arrangements = comparison.shown.map { sizes in
      Arrangement(
        sharing: sizes.mode.text, service: sizes.service, reached: sizes.isReached,
        stock: comparison.totalStock(sizes), stockCost: sizes.stockCost,
        saving: comparison.saving(sizes),
        stockpiles: sizes.levels.map { level in
          let stockpile = data.stockpiles[level.stockpile]
          return Stock(
            stockpile: stockpile.id, region: data.regions[stockpile.region].id,
            commodity: data.commodities[stockpile.commodity].id, size: level.quantity,
            stockCost: level.cost)
        }, shortfalls: sizes.shortfalls.map { Shortfall($0, comparison) })
    }
    splits = comparison.divisions.map { division in
      Division(
        sharing: division.mode.text,
        ownCost: Dictionary(
          uniqueKeysWithValues: zip(division.coalitions.members, division.coalitions.ownCosts)),
        splits: SplitSummary(division.splits))
    }
  }

  /// The JSON text, keys sorted, a line feed at its end.
  public func json() throws -> Data { try sortedJSON(self) }
}
