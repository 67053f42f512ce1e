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
    /// The splits of the saving, money a year.
    public var splits: GameSplits

    /// Puts the three together.
    public init(mode: Sharing.Mode, coalitions: CoalitionCosts, splits: GameSplits) {
      self.mode = mode
      self.coalitions = coalitions
      self.splits = splits
    }
  }

  let sizing: StockpileSizing
  /// The sizes without sharing. Savings are differences from them.
  let own: StockpileSizes
  let shown: [StockpileSizes]
  let divisions: [Division]

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
  }

  /// Whether some arrangement reaches the service level asked for.
  public var isReached: Bool { shown.contains(where: \.isReached) }

  /// The sizes under every mode asked for, those without sharing first if they are not among them.
  var everySize: [StockpileSizes] {
    shown.contains { $0.mode == own.mode } ? shown : [own] + shown
  }

  var instance: Instance { sizing.stress.instance }
  var members: [RegionIndex] { sizing.members.members }

  /// Commodities that members stock.
  var commodities: [CommodityIndex] { instance.commodities(stockedBy: members) }

  /// Stock and stock cost of some regions and commodities.
  func amounts(
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

  /// Stock cost without sharing less that of `sizes`; nil if one of them misses the service level.
  func saving(_ sizes: StockpileSizes) -> Double? {
    own.isReached && sizes.isReached ? own.stockCost - sizes.stockCost : nil
  }

  /// Total stock; nil if commodities have different units.
  func totalStock(_ sizes: StockpileSizes) -> Double? {
    let units = Set(commodities.map { instance.commodities[$0].unit })
    return units.count == 1 ? amounts(sizes).stock : nil
  }
}

extension Sharing.Mode {
  /// The mode in a word: `own`, `pooled`, `quota=30%`, `iep`.
  var text: String { Sharing(mode: self).label }
}
