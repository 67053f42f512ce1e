public import Sourcing

/// What one disruption makes of stockpiles of given sizes, under the rule of sharing for which they are sized.
public struct StockpileUse: Sendable {
  /// The need of one member and commodity in one disruption alone.
  public struct Need: Sendable {
    /// The member and the commodity.
    public var place: Place
    /// The stock of least cost, of several the smallest, units before the `stock` factor, with which every member
    /// reaches its service level in this disruption, if the stocks of all other members and commodities have their
    /// sizes.
    public var quantity: Double
    /// Its stock cost, money a year. Never above that of the size that was found.
    public var cost: Double
  }

  /// What leaves a stockpile in a month.
  public struct Draw: Sendable {
    /// The stockpile.
    public var stockpile: StockpileIndex
    /// The region that uses it: the stockpile's own, or another member.
    public var destination: RegionIndex
    /// From 1.
    public var month: Int
    /// Units in this month.
    public var quantity: Double
  }

  /// What one member gives to another from its stocks of a commodity in a month.
  public struct Transfer: Sendable, Hashable {
    /// The commodity.
    public var commodity: CommodityIndex
    /// The member that gives.
    public var from: RegionIndex
    /// The member that receives. What is given arrives in the same month, without a loss.
    public var to: RegionIndex
    /// From 1.
    public var month: Int
    /// Units in this month.
    public var quantity: Double
  }

  /// One need for each member and commodity whose stock is sized, in the order of their stockpiles.
  public var needs: [Need]
  /// What leaves stockpiles, of all regions, in order of stockpile, region and month. Of all ways in which every member
  /// reaches its service level, as little as possible goes to other members, then as little as possible is drawn, then
  /// carriage costs least, then what goes to other members goes as late as possible: every member uses its own stock
  /// first. Commodities with a price count by value, before the others, each of which counts by itself. Of several
  /// such ways it is one.
  public var draws: [Draw]

  /// What members give each other, the stockpiles of a member together, by commodity, giver, receiver and month.
  /// Amounts up to 1e-7 of the largest draw of the commodity are round-off and left out.
  public func transfers(in instance: Instance) -> [Transfer] {
    var largest: [CommodityIndex: Double] = [:]
    var sums: [[Int]: Transfer] = [:]
    for draw in draws {
      let stockpile = instance.stockpiles[draw.stockpile]
      largest[stockpile.commodity] = max(largest[stockpile.commodity] ?? 0, draw.quantity)
      guard stockpile.region != draw.destination else { continue }
      let key = [
        stockpile.commodity.position, stockpile.region.position, draw.destination.position,
        draw.month,
      ]
      let empty = Transfer(
        commodity: stockpile.commodity, from: stockpile.region, to: draw.destination,
        month: draw.month, quantity: 0)
      sums[key, default: empty].quantity += draw.quantity
    }
    return sums.filter { $0.value.quantity > 1e-7 * (largest[$0.value.commodity] ?? 0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
  }
}

extension StockpileSizes {
  /// The disruptions that decide the stock of a member and commodity, by their position in
  /// ``StockpileSizing/disruptions``: those with the need of largest cost (``StockpileUse/needs``), to 1e-6 of it; with
  /// the largest need if none costs anything. If the member has one stockpile of the commodity, that need is its size,
  /// and without these disruptions a smaller stock would do. If it has several, the sizes may be larger, because
  /// different disruptions may need different ones of them. Empty if no disruption needs a stock; nil if a need was not
  /// found.
  public func deciding(_ place: Place) -> [Int]? {
    guard !uses.isEmpty else { return nil }
    var needs: [StockpileUse.Need?] = []
    for use in uses {
      guard let use else { return nil }
      needs.append(use.needs.first { $0.place == place })
    }
    let costs = needs.map { $0?.cost ?? 0 }
    let amounts = costs.contains { $0 > 0 } ? costs : needs.map { $0?.quantity ?? 0 }
    let most = amounts.max() ?? 0
    guard most > 0 else { return [] }
    return amounts.indices.filter { amounts[$0] >= most * (1 - 1e-6) }
  }
}
