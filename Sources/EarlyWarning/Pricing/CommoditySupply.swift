import Scenarios
import Sourcing

/// Where home's supply of one commodity comes from in a stress run, units over the window.
struct CommoditySupply {
  /// By the region in which it was made, home's own included.
  private(set) var origins: [RegionIndex: Double] = [:]
  /// By the region whose stock it is.
  private(set) var stocks: [RegionIndex: Double] = [:]

  init(_ commodity: CommodityIndex, in outcome: StressOutcome, of instance: Instance) {
    let home = Set(instance.home.members)
    for inflow in outcome.homeInflows where inflow.commodity == commodity {
      origins[inflow.origin, default: 0] += inflow.quantity
    }
    // A draw is what leaves a stock for its own region and for others.
    for month in outcome.months where month.commodity == commodity && home.contains(month.region) {
      stocks[month.region, default: 0] += month.draw
    }
    for shared in outcome.sharedDraws {
      let stockpile = instance.stockpiles[shared.stockpile]
      guard stockpile.commodity == commodity else { continue }
      if home.contains(stockpile.region) { stocks[stockpile.region, default: 0] -= shared.quantity }
      if home.contains(shared.destination) {
        stocks[stockpile.region, default: 0] += shared.quantity
      }
    }
  }

  /// All of it, units over the window.
  var total: Double { origins.values.sum + stocks.values.sum }
}

extension Sequence<Double> {
  fileprivate var sum: Double { sorted().reduce(0, +) }
}
