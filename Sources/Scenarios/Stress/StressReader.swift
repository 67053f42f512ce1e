import Formulation
import LinearProgramming
import Sourcing

/// Reads the figures of a solved stress window.
struct StressReader {
  let stress: StressProgram
  let factors: DisruptionFactors
  let solution: Solution
  /// Every region and commodity with demand, by commodity, then region.
  let markets: [StressOutcome.Market]
  /// Shortage in each month, units.
  private let unserved: [Place: [Double]]

  private var instance: Instance { stress.instance }
  private var months: ClosedRange<Int> { 1...stress.options.horizonMonths }

  /// The largest shortage over a window that counts as none, units; `demand` too is in units over the window.
  static func tolerance(ofDemand demand: Double) -> Double { 1e-7 * demand }

  init(stress: StressProgram, factors: DisruptionFactors, solution: Solution) {
    self.stress = stress
    self.factors = factors
    self.solution = solution
    unserved = Self.unserved(stress, solution)
    markets = Self.markets(stress, factors, unserved)
  }

  private static func unserved(_ stress: StressProgram, _ solution: Solution) -> [Place: [Double]] {
    let empty = Array(repeating: 0.0, count: stress.options.horizonMonths)
    var byPlace: [Place: [Double]] = [:]
    for shortage in stress.block.shortages {
      let place = Place(region: shortage.region, commodity: shortage.commodity)
      byPlace[place, default: empty][shortage.month - 1] = max(0, solution[shortage.column]) / 12
    }
    return byPlace
  }

  /// The shortage of a market in each month, units.
  func unservedByMonth(_ market: StressOutcome.Market) -> [Double] {
    unserved[Place(region: market.region, commodity: market.commodity)] ?? []
  }

  /// The service level of all regions, weighted by shortage cost.
  var service: Double { markets.service(in: instance, period: stress.period) }

  /// All demand over the window, each unit at its shortage cost, money.
  var demandValue: Double { value(of: markets) }

  private func value(of markets: [StressOutcome.Market]) -> Double {
    markets.reduce(0) { sum, market in
      let demand = instance.demands[
        region: market.region, commodity: market.commodity, period: stress.period]
      return sum + demand.shortageCost * market.demand
    }
  }

  /// The figures of home. The range is that of the solution: its lost value alone.
  var home: StressOutcome.Home {
    let own = markets.filter { instance.home.members.contains($0.region) }
    let value = value(of: own)
    let lost = StressOutcome.Home.withoutRoundOff(
      own.reduce(0) { $0 + $1.lostValue }, ofDemand: value)
    return StressOutcome.Home(
      demandValue: value, lostValue: lost, lostLeast: lost, lostMost: lost,
      timeToSurviveProRata: nil)
  }

  private static func markets(
    _ stress: StressProgram, _ factors: DisruptionFactors, _ unserved: [Place: [Double]]
  ) -> [StressOutcome.Market] {
    let instance = stress.instance
    return instance.commodities.indices.flatMap { commodity in
      instance.regions.indices.compactMap { region -> StressOutcome.Market? in
        let base = instance.demands[region: region, commodity: commodity, period: stress.period]
        guard base.quantity > 0 else { return nil }
        let demand = stress.windowDemand(region, commodity, under: factors)
        let short = unserved[Place(region: region, commodity: commodity)] ?? []
        let total = short.reduce(0, +)
        let worst = short.enumerated().max { $0.element < $1.element }
        let isShort = total > tolerance(ofDemand: demand)
        return StressOutcome.Market(
          region: region, commodity: commodity, demand: demand, shortage: isShort ? total : 0,
          lostValue: isShort ? total * base.shortageCost : 0, serviceBest: 1,
          worstMonth: isShort ? worst.map { $0.offset + 1 } : nil,
          timeToSurvive: stress.options.horizonMonths, isExposed: false)
      }
    }
  }

  /// Every month of every place with demand or a stockpile. Rates become amounts of the month: a twelfth.
  var monthly: [StressOutcome.Month] {
    var rows = emptyMonths
    let add = {
      (
        region: RegionIndex, commodity: CommodityIndex, month: Int,
        field: WritableKeyPath<StressOutcome.Month, Double>, column: Column
      ) in
      let place = Place(region: region, commodity: commodity)
      rows[place]?[month - 1][keyPath: field] += max(0, solution[column]) / 12
    }
    for it in stress.block.shortages {
      add(it.region, it.commodity, it.month, \.shortage, it.column)
    }
    for it in stress.block.flows {
      add(it.key.destination, it.key.commodity, it.month, \.inflow, it.column)
    }
    for it in stress.block.draws {
      let stockpile = instance.stockpiles[it.stockpile]
      add(stockpile.region, stockpile.commodity, it.month, \.draw, it.column)
    }
    for it in stress.block.sharedDraws {
      let stockpile = instance.stockpiles[it.stockpile]
      add(stockpile.region, stockpile.commodity, it.month, \.draw, it.column)
      add(it.destination, stockpile.commodity, it.month, \.received, it.column)
    }
    for it in stress.block.levels {
      let stockpile = instance.stockpiles[it.stockpile]
      let place = Place(region: stockpile.region, commodity: stockpile.commodity)
      rows[place]?[it.month - 1].level += max(0, solution[it.column])
    }
    return rows.values.flatMap(\.self).sorted {
      ($0.commodity, $0.region, $0.month) < ($1.commodity, $1.region, $1.month)
    }
  }

  /// What flows into home over the window, by commodity, then origin.
  var homeInflows: [StressOutcome.Inflow] {
    let home = Set(instance.home.members)
    var sums: [Place: Double] = [:]
    for flow in stress.block.flows where home.contains(flow.key.destination) {
      let origin = Place(region: flow.key.origin, commodity: flow.key.commodity)
      sums[origin, default: 0] += max(0, solution[flow.column]) / 12
    }
    return sums.keys.sorted().map { origin in
      StressOutcome.Inflow(
        commodity: origin.commodity, origin: origin.region, quantity: sums[origin] ?? 0)
    }
  }

  /// The months of every place with demand or a stockpile, with the demand only.
  private var emptyMonths: [Place: [StressOutcome.Month]] {
    let demanded = markets.map { Place(region: $0.region, commodity: $0.commodity) }
    let stocked = instance.stockpiles.map { Place(region: $0.region, commodity: $0.commodity) }
    var rows: [Place: [StressOutcome.Month]] = [:]
    for place in Set(demanded + stocked) {
      rows[place] = months.map { month in
        StressOutcome.Month(
          month: month, region: place.region, commodity: place.commodity,
          demand: stress.demand(place.region, place.commodity, month, under: factors) / 12,
          shortage: 0, inflow: 0, draw: 0, received: 0, level: 0)
      }
    }
    return rows
  }

  /// The value of what leaves stockpiles, for their own region and for others, at the prices of τ, money.
  var valueOfStockUsed: Double {
    let columns =
      stress.block.draws.map { ($0.stockpile, $0.column) }
      + stress.block.sharedDraws.map { ($0.stockpile, $0.column) }
    return columns.reduce(0) { sum, draw in
      let commodity = instance.stockpiles[draw.0].commodity
      let price = instance.commodities[commodity].price[stress.period]
      return sum + price * max(0, solution[draw.1]) / 12
    }
  }

  /// What stockpiles give to other regions. Amounts below 1e-9 of the largest of the same commodity are left out.
  var sharedDraws: [StressOutcome.SharedDraw] {
    let commodity = { (draw: StressBlock.SharedDraw) in
      instance.stockpiles[draw.stockpile].commodity
    }
    let largest = stress.block.sharedDraws.reduce(into: [:]) {
      $0[commodity($1)] = max($0[commodity($1)] ?? 0, solution[$1.column] / 12)
    }
    return stress.block.sharedDraws.compactMap { draw in
      let quantity = solution[draw.column] / 12
      guard quantity > 1e-9 * (largest[commodity(draw)] ?? 0) else { return nil }
      return StressOutcome.SharedDraw(
        stockpile: draw.stockpile, destination: draw.destination, month: draw.month,
        quantity: quantity)
    }.sorted {
      ($0.month, $0.stockpile, $0.destination) < ($1.month, $1.stockpile, $1.destination)
    }
  }
}
