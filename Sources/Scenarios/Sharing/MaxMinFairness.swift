import Formulation
import LinearProgramming
import Sourcing

/// Lexicographic max-min fairness in a stress window: a chain of LPs raises the smallest service level
/// among the members' markets for the commodities that members stock, settles those that cannot do
/// better, and goes on with the others,
///
///     maximise t  subject to  (1/12)·Σ_m u_p + D_p·t ≤ D_p           for every market p not settled
///                             (1/12)·Σ_m u_p ≤ (1 − t_p)·D_p         for every settled one
///                             lost value outside the members ≤ its cap
///
/// A market whose constraint has a dual has the service t in every optimum, so it is settled; as the
/// duals add up to 1, there always is one.
struct MaxMinFairness {
  /// A member's demand for a commodity, and the service level that it is sure of.
  struct Market {
    var region: RegionIndex
    var commodity: CommodityIndex
    /// Units over the window.
    var demand: Double
    var service: Double
  }

  private let session: StressSession
  private let level: Column
  private let members: [RegionIndex]
  private var requirements: [Row] = []

  private var stress: StressProgram { session.stress }
  private var instance: Instance { stress.instance }

  /// Nil where the sharing is efficient.
  init?(session: StressSession, members: [RegionIndex]) {
    guard let level = session.stress.smallestService else { return nil }
    self.session = session
    self.level = level
    self.members = members
  }

  /// Raises the smallest service levels under the disruption that the session stands at. What was
  /// reached binds until ``drop()``.
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
      for index in settled(open, solution, isServed: service >= 1 - 1e-9) {
        markets[index].service = service
        if let row = open.removeValue(forKey: index) { try session.drop(row) }
        requirements.append(
          try session.require(shortfall(of: markets[index]), atMost: 1 - service + 1e-9))
      }
    }
    return markets
  }

  /// Lets go of everything that ``raise(under:outsidersAtMost:)`` requires.
  mutating func drop() throws {
    for row in requirements { try session.drop(row) }
    requirements.removeAll()
  }

  /// Members' demands under the disruption for commodities that some member stocks.
  private func markets(under factors: DisruptionFactors) -> [Market] {
    instance.commodities(stockedBy: members).flatMap { commodity in
      members.compactMap { region in
        let demand = stress.windowDemand(region, commodity, under: factors)
        return demand > 0
          ? Market(region: region, commodity: commodity, demand: demand, service: 1) : nil
      }
    }
  }

  /// Share of a market's demand that is not served, plus t.
  private func shortfall(of market: Market, plus level: Column? = nil) -> LinearExpression {
    let unserved = stress.block.unserved(
      [market.commodity], in: [market.region], months: 1...stress.options.horizonMonths)
    var sum = LinearExpression()
    sum.add(unserved, scaledBy: 1 / market.demand)
    if let level { sum.add(1, level) }
    return sum
  }

  /// The open markets that cannot do better, in order.
  private func settled(_ open: [Int: Row], _ solution: Solution, isServed: Bool) -> [Int] {
    let indices = open.keys.sorted()
    if isServed { return indices }
    let duals = indices.map { open[$0].map { abs(solution.rowDuals[$0.index]) } ?? 0 }
    return duals.settled.map { indices[$0] }
  }
}

extension [Double] {
  /// Places of markets that cannot do better, by the duals of their service levels: all that are more than
  /// round-off. The duals add up to 1, so there always is one.
  var settled: [Int] {
    let least = Swift.min(1e-6, self.max() ?? 0)
    return indices.filter { self[$0] >= least }
  }
}

extension StressProgram {
  /// Demand of a region over the window under a disruption, units.
  func windowDemand(
    _ region: RegionIndex, _ commodity: CommodityIndex, under factors: DisruptionFactors
  ) -> Double {
    (1...options.horizonMonths).reduce(0) {
      $0 + demand(region, commodity, $1, under: factors) / 12
    }
  }
}
