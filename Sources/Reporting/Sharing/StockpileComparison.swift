public import Games
public import Scenarios
public import Sourcing

/// The members' least-cost stockpiles under several modes of sharing, and who pays under each.
public struct StockpileComparison: Sendable {
  /// Splits of the saving of one mode.
  public struct Division: Sendable {
    /// The mode of sharing.
    public var mode: Sharing.Mode
    /// What stocks cost when only a coalition shares, money a year.
    public var coalitions: CoalitionCosts
    /// The stock cost of each member if all share, in the order of the coalitions' members, money a year.
    public var heldCosts: [Double]
    /// The splits of the saving, money a year.
    public var splits: GameSplits

    /// Puts the four together.
    public init(
      mode: Sharing.Mode, coalitions: CoalitionCosts, heldCosts: [Double], splits: GameSplits
    ) {
      self.mode = mode
      self.coalitions = coalitions
      self.heldCosts = heldCosts
      self.splits = splits
    }
  }

  /// The question that the sizes answer.
  package let sizing: StockpileSizing
  /// The sizes without sharing. Savings are differences from them.
  package let own: StockpileSizes
  /// The sizes under the modes asked for, in their order.
  package let shown: [StockpileSizes]
  /// The buy list of each of ``shown``, in the same order.
  package let buyLists: [BuyList]
  /// The splits of the saving, one for each mode that has one.
  package let divisions: [Division]

  /// A comparison of sizes.
  ///
  /// - Parameters:
  ///   - sizing: the question that the sizes answer.
  ///   - own: the sizes without sharing.
  ///   - shown: the sizes under the modes asked for, in their order.
  ///   - divisions: the splits of the saving, one for each mode that has one.
  public init(
    _ sizing: StockpileSizing, own: StockpileSizes, shown: [StockpileSizes],
    divisions: [Division] = []
  ) {
    self.sizing = sizing
    self.own = own
    self.shown = shown
    self.divisions = divisions
    buyLists = shown.map { BuyList($0, of: sizing) }
  }

  /// Whether some arrangement reaches the service level asked for.
  public var isReached: Bool { shown.contains(where: \.isReached) }

  /// The sizes under every mode asked for, those without sharing first if they are not among them.
  var everySize: [StockpileSizes] {
    shown.contains { $0.mode == own.mode } ? shown : [own] + shown
  }

  /// Of which the plan is.
  package var instance: Instance { sizing.stress.instance }
  /// The regions whose stocks are sized.
  package var members: [RegionIndex] { sizing.members.members }

  /// Commodities whose stocks are sized.
  package var commodities: [CommodityIndex] { sizing.commodities }

  /// The sized commodities that a member stocks.
  func commodities(of region: RegionIndex) -> [CommodityIndex] {
    instance.commodities(stockedBy: [region]).filter(commodities.contains)
  }

  /// Stock and stock cost of some regions and commodities.
  package func amounts(
    _ sizes: StockpileSizes, regions: [RegionIndex]? = nil, commodity: CommodityIndex? = nil
  ) -> (
    stock: Double, cost: Double
  ) {
    sizes.levels.reduce(into: (stock: 0, cost: 0)) { sum, level in
      let stockpile = instance.stockpiles[level.stockpile]
      guard regions?.contains(stockpile.region) ?? true,
        commodity ?? stockpile.commodity == stockpile.commodity
      else { return }
      sum.stock += level.quantity
      sum.cost += level.cost
    }
  }

  /// Stock cost without sharing less that of `sizes`, money a year; nil if one of them misses the service level. A
  /// difference of at most 1e-7 of the stock cost of all members without sharing is rounding and counts as 0.
  package func saving(_ sizes: StockpileSizes) -> Double? {
    saving(sizes, own.stockCost - sizes.stockCost)
  }

  /// Stock of all members, units; nil if there are several commodities, whose stocks are not added up.
  func totalStock(_ sizes: StockpileSizes) -> Double? {
    commodities.count == 1 ? amounts(sizes).stock : nil
  }

  /// The value of stocks at the prices of the period of the disruptions, money; nil if a commodity that is in stock has
  /// no price.
  ///
  /// - Parameter commodity: the commodity that counts; nil: all.
  func stockValue(_ sizes: StockpileSizes, commodity: CommodityIndex? = nil) -> Double? {
    var sum = 0.0
    for it in commodities where commodity ?? it == it {
      let stock = amounts(sizes, commodity: it).stock
      let price = instance.commodities[it].price[sizing.stress.period]
      guard stock <= 1e-9 || price > 0 else { return nil }
      sum += stock * price
    }
    return sum
  }

  /// The part of a member, of a commodity, or of both in ``saving(_:)``, rounded in the same way.
  func saving(
    _ sizes: StockpileSizes, of region: RegionIndex? = nil, commodity: CommodityIndex?
  ) -> Double? {
    let regions = region.map { [$0] }
    return saving(
      sizes,
      amounts(own, regions: regions, commodity: commodity).cost
        - amounts(sizes, regions: regions, commodity: commodity).cost)
  }

  private func saving(_ sizes: StockpileSizes, _ difference: Double) -> Double? {
    guard own.isReached, sizes.isReached else { return nil }
    return abs(difference) > 1e-7 * own.stockCost ? difference : 0
  }
}
