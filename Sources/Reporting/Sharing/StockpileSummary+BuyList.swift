import Scenarios
import Sourcing

extension StockpileSummary {
  /// One commodity under an arrangement, all members together.
  public struct Commodity: Codable, Sendable {
    /// Its id.
    public var commodity: String
    /// Its unit.
    public var unit: String
    /// Stock of all members, units.
    public var stock: Double
    /// Cost of holding it, money a year.
    public var stockCost: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case commodity, unit, stock
      case stockCost = "stock_cost"
    }
  }

  /// One member under an arrangement.
  public struct Member: Codable, Sendable {
    /// Its id.
    public var region: String
    /// Cost of all its stocks, money a year.
    public var stockCost: Double
    /// Its stock cost without sharing − stock cost, money a year; nil if one of them misses the service level.
    @Nullable public var saving: Double?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, saving
      case stockCost = "stock_cost"
    }
  }

  /// An entry of the buy list.
  public struct Entry: Codable, Sendable {
    /// Id of the member.
    public var region: String
    /// Id of the commodity.
    public var commodity: String
    /// Unit of the commodity.
    public var unit: String
    /// Level at the start, units.
    public var have: Double
    /// Months of use that this lasts; nil without use.
    @Nullable public var haveMonths: Double?
    /// Least-cost level, units.
    public var need: Double
    /// Months of use that this lasts; nil without use.
    @Nullable public var needMonths: Double?
    /// What must be bought, units.
    public var add: Double
    /// What is not needed, units.
    public var spare: Double
    /// Money a unit; nil: none is known.
    @Nullable public var price: Double?
    /// Of the purchase, money, once; nil without a price.
    @Nullable public var cost: Double?
    /// Stock cost of the need, money a year.
    public var stockCost: Double
    /// Ids of the disruptions that decide, sorted; nil: not found.
    @Nullable public var deciding: [String]?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case region, commodity, unit, have, need, add, spare, price, cost, deciding
      case haveMonths = "have_months"
      case needMonths = "need_months"
      case stockCost = "stock_cost"
    }
  }

  /// What a member gives to another in a month of a disruption.
  public struct Transfer: Codable, Sendable {
    /// Id of the disruption.
    public var disruption: String
    /// Id of the commodity.
    public var commodity: String
    /// Id of the member that gives.
    public var from: String
    /// Id of the member that receives.
    public var to: String
    /// Month of the window.
    public var month: Int
    /// Units in the month.
    public var quantity: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case disruption, commodity, from, to, month, quantity
    }
  }
}

extension StockpileSummary.Arrangement {
  init(_ sizes: StockpileSizes, _ list: BuyList, _ comparison: StockpileComparison) {
    let data = comparison.instance
    self.init(
      sharing: sizes.mode.text, service: sizes.service, reached: sizes.isReached,
      stock: comparison.totalStock(sizes), stockValue: comparison.stockValue(sizes),
      stockCost: sizes.stockCost, saving: comparison.saving(sizes),
      commodities: comparison.commodities.map { commodity in
        let amounts = comparison.amounts(sizes, commodity: commodity)
        let it = data.commodities[commodity]
        return .init(
          commodity: it.id, unit: it.unit, stock: amounts.stock, stockCost: amounts.cost)
      },
      members: comparison.members.map { region in
        .init(
          region: data.regions[region].id,
          stockCost: comparison.amounts(sizes, regions: [region]).cost,
          saving: comparison.saving(sizes, of: region, commodity: nil))
      },
      buyList: list.entries.map { StockpileSummary.Entry($0, comparison) },
      purchaseCost: list.cost,
      transfers: comparison.transfers(sizes).map { disruption, transfer in
        .init(
          disruption: comparison.sizing.disruptions[disruption].id,
          commodity: data.commodities[transfer.commodity].id,
          from: data.regions[transfer.from].id, to: data.regions[transfer.to].id,
          month: transfer.month, quantity: transfer.quantity)
      },
      stockpiles: sizes.levels.map { level in
        let stockpile = data.stockpiles[level.stockpile]
        return .init(
          stockpile: stockpile.id, region: data.regions[stockpile.region].id,
          commodity: data.commodities[stockpile.commodity].id, size: level.quantity,
          stockCost: level.cost)
      }, shortfalls: sizes.shortfalls.map { .init($0, comparison) })
  }
}

extension StockpileSummary.Entry {
  init(_ entry: BuyList.Entry, _ comparison: StockpileComparison) {
    let commodity = comparison.instance.commodities[entry.place.commodity]
    self.init(
      region: comparison.instance.regions[entry.place.region].id, commodity: commodity.id,
      unit: commodity.unit, have: entry.have,
      haveMonths: BuyList.months(entry.have, use: entry.use), need: entry.need,
      needMonths: BuyList.months(entry.need, use: entry.use), add: entry.add, spare: entry.spare,
      price: entry.price, cost: entry.cost, stockCost: entry.stockCost,
      deciding: entry.deciding?.map { comparison.sizing.disruptions[$0].id }.sorted())
  }
}
