public import LinearProgramming
import Sourcing

/// Solves the window of one disruption after another in a loaded session.
struct StressWindow {
  let session: StressSession
  let findsMarketLimits: Bool
  private let world: [Int]
  private let lostValue: LinearExpression
  private let stockUsed: LinearExpression
  private let supplyCost: LinearExpression

  private var stress: StressProgram { session.stress }
  private var instance: Instance { stress.instance }

  init(session: StressSession, findsMarketLimits: Bool) {
    self.session = session
    self.findsMarketLimits = findsMarketLimits
    world = Array(session.stress.instance.regions.indices)
    lostValue = session.stress.lostValue(in: world)
    stockUsed = session.stress.stockUsed
    supplyCost = session.stress.supplyCost
  }

  func solveUndisturbed() throws -> StressOutcome {
    let factors = DisruptionFactors(instance: instance, disruption: nil)
    try session.apply(factors)
    var outcome = try solve(nil, factors: factors, isFirst: true)
    outcome.extraSupplyCost = 0
    return outcome
  }

  func solve(_ disruption: Disruption, undisturbed: StressOutcome) throws -> StressOutcome {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    try session.apply(factors)
    var outcome = try solve(disruption, factors: factors, isFirst: false)
    outcome.extraSupplyCost = outcome.supplyCost - undisturbed.supplyCost
    return outcome
  }

  /// The three stages, each on the optimal face of those before, then the limits of single markets over
  /// all feasible points.
  private func solve(_ disruption: Disruption?, factors: DisruptionFactors, isFirst: Bool) throws
    -> StressOutcome
  {
    let least = try optimal(session.minimise(lostValue, method: .dual), "lost value")
    if isFirst { session.startDisruptions(from: least) }
    try session.lock(least)
    let thrifty = try optimal(session.minimise(stockUsed), "stock used")
    try session.lock(thrifty)
    let cheapest = try optimal(session.minimise(supplyCost), "supply cost")
    try session.unlock()

    let reader = StressReader(stress: stress, factors: factors, solution: cheapest)
    var outcome = StressOutcome(
      disruption: disruption?.id, sharing: stress.options.sharing,
      lostValue: max(0, least.objective), stockUsed: max(0, thrifty.objective),
      supplyCost: cheapest.objective, extraSupplyCost: 0, service: reader.service,
      markets: reader.markets, months: reader.monthly, sharedDraws: reader.sharedDraws,
      horizonMonths: stress.options.horizonMonths,
      iterations: least.iterations + thrifty.iterations + cheapest.iterations)
    try findLimits(of: &outcome, disruption, reader)
    return outcome
  }

  private func optimal(_ solution: Solution, _ what: String) throws -> Solution {
    guard solution.isOptimal else {
      throw StressError.unsolved(stage: what, solution.termination)
    }
    return solution
  }

  // MARK: Limits of single markets

  private func findLimits(
    of outcome: inout StressOutcome, _ disruption: Disruption?, _ reader: StressReader
  ) throws {
    let horizon = stress.options.horizonMonths
    let span = min(disruption?.longestMonths ?? 0, horizon)
    for index in outcome.markets.indices {
      let market = outcome.markets[index]
      let unserved = reader.unservedByMonth(market)
      let safe = unserved.firstIndex { $0 > reader.tolerance(market) } ?? horizon
      outcome.markets[index].timeToSurvive = safe
      if findsMarketLimits, safe < horizon {
        outcome.markets[index].timeToSurvive = try timeToSurvive(market, reader, atLeast: safe)
        let least = try leastUnserved(market, through: horizon)
        outcome.markets[index].serviceBest =
          market.demand > 0 ? min(1, max(0, 1 - least / market.demand)) : 1
      }
      outcome.markets[index].isExposed = outcome.markets[index].timeToSurvive < span
    }
  }

  /// Largest n such that some feasible point leaves the market no shortage in months 1…n, by bisection.
  private func timeToSurvive(
    _ market: StressOutcome.Market, _ reader: StressReader, atLeast safe: Int
  ) throws -> Int {
    var (low, high) = (safe, stress.options.horizonMonths)
    let limit = reader.tolerance(market)
    while low < high {
      let middle = (low + high + 1) / 2
      if try leastUnserved(market, through: middle) <= limit { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// Least units that a market goes without in months 1…n; other markets' shortages are free.
  private func leastUnserved(_ market: StressOutcome.Market, through month: Int) throws -> Double {
    let unserved = stress.block.unserved(
      [market.commodity], in: [market.region], months: 1...month)
    return try optimal(session.minimise(unserved), "shortage of one market").objective
  }
}

/// A stress LP that could not be solved, though it always has a solution.
public enum StressError: Error, Sendable {
  case unsolved(stage: String, Termination)
}
