import Analysis
public import Sourcing

/// What each member has in stock of each commodity, what it needs for the service level under one rule of sharing, and
/// what it costs to buy the difference, and the stock cost.
public struct BuyList: Sendable {
  /// One member and commodity: all its stockpiles of the commodity together.
  public struct Entry: Sendable {
    /// The member and the commodity.
    public var place: Place
    /// Σ of the initial levels of the member's stockpiles, units.
    public var have: Double
    /// Σ of the sizes found, units.
    public var need: Double
    /// What the member uses of the commodity in the period of the disruption in the plan, as an input and as served
    /// demand, units a year.
    public var use: Double
    /// The price of the commodity in that period, money a unit; nil if the instance has none.
    public var price: Double?
    /// The stock cost of ``need``, money a year (``StockpileSizes/Level/cost``).
    public var stockCost: Double
    /// The disruptions that decide the need (``StockpileSizes/deciding(_:)``).
    public var deciding: [Int]?

    /// max(0, need − have), units: what must be bought. 0 if it is at most 1e-6 of the need, which is round-off.
    public var add: Double { Self.difference(need, have) }
    /// max(0, have − need), units: what is in stock and not needed.
    public var spare: Double { Self.difference(have, need) }
    /// add × price, money, paid once; 0 if nothing must be bought; nil if something must be, and it has no price.
    public var cost: Double? { add > 0 ? price.map { add * $0 } : 0 }

    private static func difference(_ a: Double, _ b: Double) -> Double {
      a - b > 1e-6 * max(a, b) ? a - b : 0
    }
  }

  /// One for each member and commodity whose stock is sized, by commodity, then in the order of the members.
  public var entries: [Entry]

  /// The buy list for some sizes.
  ///
  /// - Parameters:
  ///   - sizes: the sizes under one rule of sharing, with ``StockpileSizes/uses`` if the disruptions that decide are
  ///     wanted.
  ///   - sizing: the question that they answer.
  public init(_ sizes: StockpileSizes, of sizing: StockpileSizing) {
    let instance = sizing.instance
    let view = PlanView(
      instance: instance, model: sizing.stress.model, plan: sizing.stress.plan)
    let period = sizing.stress.period
    entries = sizing.commodities.flatMap { commodity in
      sizing.members.members.compactMap { region -> Entry? in
        let here = sizes.levels.filter {
          let stockpile = instance.stockpiles[$0.stockpile]
          return stockpile.region == region && stockpile.commodity == commodity
        }
        guard !here.isEmpty else { return nil }
        let place = Place(region: region, commodity: commodity)
        let price = instance.commodities[commodity].price[period]
        return Entry(
          place: place,
          have: here.reduce(0) { $0 + instance.stockpiles[$1.stockpile].initial },
          need: here.reduce(0) { $0 + $1.quantity },
          use: view.use(of: commodity, in: region, period), price: price > 0 ? price : nil,
          stockCost: here.reduce(0) { $0 + $1.cost }, deciding: sizes.deciding(place))
      }
    }
  }

  /// Σ cost of the entries with a price, money, paid once.
  public var cost: Double { entries.reduce(0) { $0 + ($1.cost ?? 0) } }
  /// Σ stockCost, money a year.
  public var stockCost: Double { entries.reduce(0) { $0 + $1.stockCost } }
  /// The entries of which something must be bought that has no price.
  public var unpriced: [Entry] { entries.filter { $0.cost == nil } }

  /// How long an amount of a commodity lasts, months: 12·amount / use; nil without use.
  ///
  /// - Parameters:
  ///   - amount: units.
  ///   - use: units a year.
  public static func months(_ amount: Double, use: Double) -> Double? {
    use > 0 ? 12 * amount / use : nil
  }
}
