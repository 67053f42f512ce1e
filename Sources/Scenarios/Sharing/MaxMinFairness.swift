import Formulation
import LinearProgramming
import Sourcing

/// Lexicographic max-min fairness in a stress window. A series of LPs raises the smallest service level among
/// the members' markets for the commodities that members stock. After each LP the markets whose level cannot
/// rise further are fixed, and the next LP raises the others:
///
///     maximise t  subject to  (1/12)·Σ_m u_p/D_p + t ≤ 1             for every market p that is not fixed
///                             (1/12)·Σ_m u_p/D_p ≤ 1 − t_p           for every fixed one
///                             lost value outside the members ≤ its limit
///
/// A market whose constraint has a dual value other than 0 has the service level t in every optimum, so it is
/// fixed. While t < 1 the dual values add up to 1, so each LP fixes at least one market.
///
/// Source: the method of Luss, "On equitable resource allocation problems: a lexicographic minimax approach",
/// Operations Research 47, 1999.
struct MaxMinFairness {
  /// A member's demand for a commodity, and the service level that was found for it.
  struct Market {
    var region: RegionIndex
    var commodity: CommodityIndex
    /// Units over the window.
    var demand: Double
    /// A share, from 0 to 1.
    var service: Double
  }

  private let session: StressSession
  private let level: Column
  private let members: [RegionIndex]
  private var requirements: [Row] = []

  private var stress: StressProgram { session.stress }
  private var instance: Instance { stress.instance }

  /// Nil if the fairness of the sharing is `efficient`.
  init?(session: StressSession, members: [RegionIndex]) {
    guard let level = session.stress.smallestService else { return nil }
    self.session = session
    self.level = level
    self.members = members
  }

  /// Raises the smallest service levels under the disruption whose bounds the session has. The levels found
  /// stay required until ``drop()``.
  ///
  /// - Parameter limit: the most value that regions outside the members may lose over the window, money.
  @discardableResult
  mutating func raise(under factors: DisruptionFactors, outsidersAtMost limit: Double) throws
    -> [Market]
  {
    let outside = stress.lostValue(in: instance.regions.indices.filter { !members.contains($0) })
    let room = stress.program.room(of: outside, near: limit)
    requirements.append(try session.require(outside, atMost: limit + room))
    var markets = markets(under: factors)
    var open: [Int: Row] = [:]
    for index in markets.indices {
      open[index] = try session.require(shortfall(of: markets[index], plus: level), atMost: 1)
    }
    while !open.isEmpty {
      let solution = try session.minimise(LinearExpression(level, coefficient: -1))
        .optimum(of: "a stress window's smallest service level")
      let service = min(1, max(0, solution[level]))
      for index in fixed(open, solution, isServed: service >= 1 - 1e-9) {
        markets[index].service = service
        if let row = open.removeValue(forKey: index) { try session.drop(row) }
        requirements.append(
          try session.require(shortfall(of: markets[index]), atMost: 1 - service + 1e-9))
      }
    }
    return markets
  }

  /// Removes all requirements of ``raise(under:outsidersAtMost:)``.
  mutating func drop() throws {
    for row in requirements { try session.drop(row) }
    requirements.removeAll()
  }

  /// The members' demands, under the disruption, for commodities that some member stocks.
  private func markets(under factors: DisruptionFactors) -> [Market] {
    instance.commodities(stockedBy: members).flatMap { commodity in
      members.compactMap { region in
        let demand = stress.windowDemand(region, commodity, under: factors)
        return demand > 0
          ? Market(region: region, commodity: commodity, demand: demand, service: 1) : nil
      }
    }
  }

  /// The share of a market's demand that is not served, plus t.
  private func shortfall(of market: Market, plus level: Column? = nil) -> LinearExpression {
    let unserved = stress.block.unserved(
      [market.commodity], in: [market.region], months: 1...stress.options.horizonMonths)
    var sum = LinearExpression()
    sum.add(unserved, scaledBy: 1 / market.demand)
    if let level { sum.add(1, level) }
    return sum
  }

  /// The markets among `open` whose level cannot rise further, in order.
  private func fixed(_ open: [Int: Row], _ solution: Solution, isServed: Bool) -> [Int] {
    let indices = open.keys.sorted()
    if isServed { return indices }
    let duals = indices.map { open[$0].map { abs(solution.rowDuals[$0.index]) } ?? 0 }
    return duals.positionsOfFixedMarkets.map { indices[$0] }
  }
}

extension [Double] {
  /// The positions of the markets whose service level cannot rise further, by the dual values of the markets'
  /// constraints: those with a dual value above rounding. There is at least one.
  var positionsOfFixedMarkets: [Int] {
    let least = Swift.min(1e-6, self.max() ?? 0)
    return indices.filter { self[$0] >= least }
  }
}

extension StressProgram {
  /// D = Σ_m demand/12 of a region over the window under a disruption, units.
  func windowDemand(
    _ region: RegionIndex, _ commodity: CommodityIndex, under factors: DisruptionFactors
  ) -> Double {
    (1...options.horizonMonths).reduce(0) {
      $0 + demand(region, commodity, $1, under: factors) / 12
    }
  }
}
