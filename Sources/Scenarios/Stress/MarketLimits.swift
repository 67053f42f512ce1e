import Formulation
import LinearProgramming
import Sourcing

extension StressWindow {
  /// Finds for each market how well, and for how many months, it could be served if the shortages of all others
  /// did not matter.
  func findLimits(
    of outcome: inout StressOutcome, _ disruption: Disruption?, _ reader: StressReader
  ) throws {
    let horizon = stress.options.horizonMonths
    let span = min(disruption?.longestMonths ?? 0, horizon)
    for index in outcome.markets.indices {
      let market = outcome.markets[index]
      let tolerance = StressReader.tolerance(ofDemand: market.demand)
      let unserved = reader.unservedByMonth(market)
      let safe = unserved.firstIndex { $0 > tolerance } ?? horizon
      outcome.markets[index].timeToSurvive = safe
      if findsMarketLimits, safe < horizon {
        let limits = try limits(of: market, from: safe, tolerance: tolerance)
        outcome.markets[index].timeToSurvive = limits.months
        outcome.markets[index].serviceBest =
          market.demand > 0 ? min(1, max(0, 1 - limits.unserved / market.demand)) : 1
      }
      outcome.markets[index].isExposed = outcome.markets[index].timeToSurvive < span
    }
  }

  /// The least shortage over the window, units, and the largest number of first months without any.
  private func limits(
    of market: StressOutcome.Market, from safe: Int, tolerance: Double
  ) throws -> (unserved: Double, months: Int) {
    let horizon = stress.options.horizonMonths
    let (commodities, regions) = ([market.commodity], [market.region])
    let best = try leastUnserved(commodities, in: regions, through: horizon)
    let served = monthsServed(best, commodities, in: regions, tolerance: tolerance)
    let months = try longestWithoutShortage(
      of: commodities, in: regions, from: max(safe, served), tolerance: tolerance)
    return (best.objective, months)
  }

  /// The largest n at which some feasible point has no shortage in months 1…n; shortages of other markets are
  /// free.
  ///
  /// If a point is short in month n + 1, mostly all points are. So n + 1 is tried first, then the middle of the
  /// remaining months. If a point serves more months than were required, these count too.
  ///
  /// - Parameters:
  ///   - safe: a number of months that is known to be possible.
  ///   - most: the largest number that is asked for; nil: the window.
  ///   - tolerance: the largest shortage that counts as none, units over the window.
  func longestWithoutShortage(
    of commodities: [CommodityIndex], in regions: [RegionIndex], from safe: Int,
    to most: Int? = nil, tolerance: Double
  ) throws -> Int {
    var (low, high) = (safe, most ?? stress.options.horizonMonths)
    var next = low + 1
    while low < high {
      let point = try leastUnserved(commodities, in: regions, through: next)
      if point.objective > tolerance { high = next - 1 } else { low = next }
      let served = monthsServed(point, commodities, in: regions, tolerance: tolerance)
      low = min(high, max(low, served))
      next = (low + high + 1) / 2
    }
    return low
  }

  /// The largest n ≤ `longest` at which some feasible point has no shortage in months 1…n. `longest` is tried first.
  func longestWithoutShortage(
    of commodities: [CommodityIndex], in regions: [RegionIndex], upTo longest: Int,
    tolerance: Double
  ) throws -> Int {
    let point = try leastUnserved(commodities, in: regions, through: longest)
    if point.objective <= tolerance { return longest }
    let served = monthsServed(point, commodities, in: regions, tolerance: tolerance)
    return try longestWithoutShortage(
      of: commodities, in: regions, from: min(served, longest - 1), to: longest - 1,
      tolerance: tolerance)
  }

  /// A point with the least shortage in months 1…n, units.
  func leastUnserved(
    _ commodities: [CommodityIndex], in regions: [RegionIndex], through month: Int
  ) throws
    -> Solution
  {
    let unserved = stress.block.unserved(commodities, in: regions, months: 1...month)
    return try optimal(session.minimise(unserved), "shortage of one market")
  }

  /// The number of first months of a point in which the sum of shortages is no more than the tolerance.
  func monthsServed(
    _ point: Solution, _ commodities: [CommodityIndex], in regions: [RegionIndex], tolerance: Double
  ) -> Int {
    var byMonth = Array(repeating: 0.0, count: stress.options.horizonMonths)
    for shortage in stress.block.shortages
    where commodities.contains(shortage.commodity) && regions.contains(shortage.region) {
      byMonth[shortage.month - 1] += max(0, point[shortage.column]) / 12
    }
    var sum = 0.0
    for (month, unserved) in byMonth.enumerated() {
      sum += unserved
      if sum > tolerance { return month }
    }
    return byMonth.count
  }
}
