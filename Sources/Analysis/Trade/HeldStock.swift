package import Sourcing

/// A stockpile in all periods: how much it holds, and how many days of use that is.
public struct HeldStock: Sendable, Codable {
  /// Id of the stockpile.
  public var stockpile: String
  /// Id of its region.
  public var region: String
  /// Id of its commodity.
  public var commodity: String
  /// Level before the first period, units.
  public var initial: Double
  /// S[w,t], the level at the end of each period, units.
  public var level: [Double]
  /// 365 · S[w,t] / use in each period, days: use is what the region uses of the commodity in the period, as an input
  /// and as served demand. nil if it uses nothing.
  public var days: [Double?]

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case stockpile, region, commodity, initial, level, days
  }
}

extension PlanView {
  /// The stockpiles of home, and of the regions of goals on cover or resilience, that tell something about the plan,
  /// sorted by id: those whose level changes, and those of commodities of such a goal, or of goods that they are made
  /// from. Empty if the model has no stockpiles.
  public var stocksThatMatter: [HeldStock] {
    guard model.stockpiles != .none else { return [] }
    let goals = model.goals.filter {
      [.cover, .resilience].contains($0.kind.name) && $0.idleness == nil
    }
    let wanted = goals.map { goal in
      let goods = Set(goal.commodities.flatMap(\.members))
      return (regions: Set(goal.of.members), goods: instance.upstream(of: goods))
    }
    return instance.stockpiles.indices.filter { index in
      let (stockpile, stock) = (instance.stockpiles[index], plan.stocks[index])
      let isOfGoal = wanted.contains {
        $0.regions.contains(stockpile.region) && $0.goods.contains(stockpile.commodity)
      }
      let change = instance.horizon.indices.map { abs(stock[$0].level - stockpile.initial) }.max()
      let isMoved =
        (change ?? 0) > 1e-6
        * max(stockpile.initial, stockpile.capacity.isFinite ? stockpile.capacity : 0)
      return isOfGoal || isMoved && instance.home.members.contains(stockpile.region)
    }.map(held).sorted { $0.stockpile < $1.stockpile }
  }

  private func held(_ index: StockpileIndex) -> HeldStock {
    let stockpile = instance.stockpiles[index]
    let levels = instance.horizon.indices.map { plan.stocks[index][$0].level }
    let used = instance.horizon.indices.map {
      use(of: stockpile.commodity, in: stockpile.region, $0)
    }
    return HeldStock(
      stockpile: stockpile.id, region: instance.regions[stockpile.region].id,
      commodity: instance.commodities[stockpile.commodity].id, initial: stockpile.initial,
      level: levels,
      days: zip(levels, used).map { $1 > 0 ? 365 * $0 / $1 : nil })
  }

  /// What a region uses of a commodity in a period, units a year: Σ_q in·x + demand − u. 0 if it is only round-off.
  package func use(of commodity: CommodityIndex, in region: RegionIndex, _ period: PeriodIndex)
    -> Double
  {
    let demand = instance.demands[region: region, commodity: commodity, period: period].quantity
    let short = plan.shortages(in: period).reduce(0) {
      $1.region == region && $1.commodity == commodity ? $0 + $1.quantity : $0
    }
    let input = producers.inRegion[region].reduce(0) { sum, producer in
      let process = instance.processes[producers.all[producer].process]
      return process.inputs.reduce(sum) {
        $1.commodity == commodity ? $0 + $1.quantity * plan.activity[producer][period] : $0
      }
    }
    let used = input + max(0, demand - short)
    return used > 1e-9 * (input + demand) ? used : 0
  }
}
