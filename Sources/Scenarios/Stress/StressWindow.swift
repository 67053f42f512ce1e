import Formulation
import LinearProgramming
import Sourcing

/// Solves the window of a disruption in a loaded session.
struct StressWindow {
  let session: StressSession
  let findsMarketLimits: Bool
  private let costs: StressCosts

  var stress: StressProgram { session.stress }
  private var instance: Instance { stress.instance }

  init(session: StressSession, costs: StressCosts, findsMarketLimits: Bool) {
    self.session = session
    self.costs = costs
    self.findsMarketLimits = findsMarketLimits
  }

  /// Sets a disruption's bounds and, where it is asked for, its fairness, which is to be dropped after the
  /// world's stages; then goes to a vertex that is probably best, or nearly so, for all three at once.
  ///
  /// A stage by itself leaves most columns without a cost, so that the simplex method wanders among
  /// vertices that are equally good for it. Their weighted sum has hardly any ties; the stages that
  /// follow start at its vertex and have little left to do but prove themselves.
  ///
  /// The vertex of the undisturbed window, fairness aside, is where all others start.
  private func enter(
    _ disruption: Disruption?, _ factors: DisruptionFactors, _ terms: SharingTerms
  ) throws -> (near: Solution, fairness: MaxMinFairness?) {
    try session.apply(factors, limits: terms.limits)
    var fairness = MaxMinFairness(
      session: session, members: stress.options.sharing.members?.members ?? [])
    if fairness == nil || disruption == nil {
      let near = try nearest()
      if disruption == nil { session.startDisruptions(from: near) }
      if fairness == nil { return (near, nil) }
    }
    if let outsiders = terms.outsidersLoss {
      try fairness?.raise(under: factors, outsidersAtMost: outsiders)
    }
    return (try nearest(), fairness)
  }

  private func nearest() throws -> Solution {
    try optimal(session.minimise(costs.blend, method: .dual), "weighted sum of the stages")
  }

  func solveUndisturbed(_ terms: SharingTerms) throws -> StressOutcome {
    var outcome = try solve(nil, terms)
    outcome.extraSupplyCost = 0
    return outcome
  }

  func solve(
    _ disruption: Disruption, _ terms: SharingTerms, undisturbed: StressOutcome
  ) throws -> StressOutcome {
    var outcome = try solve(disruption, terms)
    outcome.extraSupplyCost = outcome.supplyCost - undisturbed.supplyCost
    return outcome
  }

  /// Fairness first where it is asked for, then the three stages, each on the optimal face of those
  /// before, then the limits of single markets over all feasible points.
  private func solve(_ disruption: Disruption?, _ terms: SharingTerms) throws -> StressOutcome {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var (near, fairness) = try enter(disruption, factors, terms)
    let least = try optimal(session.minimise(costs.lostValue), "lost value")
    try session.lock(least)
    let thrifty = try optimal(session.minimise(costs.stockUsed), "stock used")
    try session.lock(thrifty)
    let cheapest = try optimal(session.minimise(costs.supplyCost), "supply cost")
    try session.unlock()
    try fairness?.drop()

    let reader = StressReader(stress: stress, factors: factors, solution: cheapest)
    var outcome = StressOutcome(
      disruption: disruption?.id, sharing: stress.options.sharing,
      lostValue: max(0, least.objective), stockUsed: max(0, thrifty.objective),
      supplyCost: cheapest.objective, extraSupplyCost: 0, service: reader.service,
      markets: reader.markets, months: reader.monthly, sharedDraws: reader.sharedDraws,
      horizonMonths: stress.options.horizonMonths,
      iterations: near.iterations + least.iterations + thrifty.iterations + cheapest.iterations)
    try findLimits(of: &outcome, disruption, reader)
    return outcome
  }

  /// The least lost value by itself; that of no disruption is where disruptions start.
  func leastLostValue(_ disruption: Disruption?, _ terms: SharingTerms) throws -> Double {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var (_, fairness) = try enter(disruption, factors, terms)
    let least = try optimal(session.minimise(costs.lostValue), "lost value")
    try fairness?.drop()
    return max(0, least.objective)
  }

  /// The world's least lost value, the least that a commodity's shortage in some regions can cost, and how
  /// long those regions can go without a shortage of it.
  func losses(
    from disruption: Disruption, _ terms: SharingTerms, of regions: [RegionIndex],
    _ commodities: [CommodityIndex]
  ) throws -> (world: Double, here: Double, timeToSurvive: Int) {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var (_, fairness) = try enter(disruption, factors, terms)
    let world = try optimal(session.minimise(costs.lostValue), "lost value")
    try fairness?.drop()
    let markets = stress.block.shortages.filter {
      regions.contains($0.region) && commodities.contains($0.commodity)
    }
    var hereValue = LinearExpression()
    for shortage in markets {
      let demand = instance.demands[
        region: shortage.region, commodity: shortage.commodity, period: stress.period]
      hereValue.add(demand.shortageCost / 12, shortage.column)
    }
    let here = try optimal(session.minimise(hereValue), "lost value of one commodity")
    let demand = markets.reduce(0) {
      $0 + stress.demand($1.region, $1.commodity, $1.month, under: factors) / 12
    }
    let months = try longestWithoutShortage(
      of: commodities, in: regions, from: 0, tolerance: 1e-7 * demand)
    return (max(0, world.objective), max(0, here.objective), months)
  }

  func optimal(_ solution: Solution, _ what: String) throws -> Solution {
    try solution.optimum(of: "a stress window's \(what)")
  }
}
