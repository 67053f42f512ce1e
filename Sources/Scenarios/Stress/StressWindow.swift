import Formulation
import LinearProgramming
import Sourcing

/// Solves the stress window of one disruption in a session.
///
/// The stages (lost value, stock used, supply cost) are minimised one after the other, each among the optimal
/// points of those before. One stage alone leaves most columns without a cost, so that many vertices are equally
/// good and the simplex method takes many steps. So a weighted sum of the stages is minimised first, which has
/// few such ties; the stages start at its vertex and need few steps to prove their optimum.
struct StressWindow {
  let session: StressSession
  let findsMarketLimits: Bool
  let costs: StressCosts

  var stress: StressProgram { session.stress }
  var instance: Instance { stress.instance }

  init(session: StressSession, costs: StressCosts, findsMarketLimits: Bool) {
    self.session = session
    self.costs = costs
    self.findsMarketLimits = findsMarketLimits
  }

  /// Sets the bounds of a disruption and the rows of max-min fairness, if the sharing has it, and minimises the
  /// weighted sum of the stages. The rows of fairness must be dropped after the stages.
  ///
  /// All disruptions start at the vertex of the undisturbed window without fairness.
  private func prepare(
    _ disruption: Disruption?, _ factors: DisruptionFactors, _ terms: SharingTerms
  ) throws -> (start: Solution, fairness: MaxMinFairness?) {
    try session.apply(factors, limits: terms.limits)
    var fairness = MaxMinFairness(
      session: session, members: stress.options.sharing.members?.members ?? [])
    if fairness == nil || disruption == nil {
      let start = try leastWeightedSum()
      if disruption == nil { session.startDisruptions(from: start) }
      if fairness == nil { return (start, nil) }
    }
    if let outsiders = terms.outsidersLoss {
      try fairness?.raise(under: factors, outsidersAtMost: outsiders)
    }
    return (try leastWeightedSum(), fairness)
  }

  private func leastWeightedSum() throws -> Solution {
    try optimal(session.minimise(costs.weightedSum, method: .dual), "weighted sum of the stages")
  }

  /// Solves the window without a disruption.
  func solveUndisturbed(_ terms: SharingTerms) throws -> StressOutcome {
    var outcome = try solve(nil, terms)
    outcome.extraSupplyCost = 0
    return outcome
  }

  /// Solves the window of a disruption.
  ///
  /// - Parameter undisturbed: what was found without a disruption under the same sharing.
  func solve(
    _ disruption: Disruption, _ terms: SharingTerms, undisturbed: StressOutcome
  ) throws -> StressOutcome {
    var outcome = try solve(disruption, terms)
    outcome.extraSupplyCost = outcome.supplyCost - undisturbed.supplyCost
    return outcome
  }

  /// Solves fairness, if the sharing has it, then the three stages, then the range of home's loss, then the best
  /// service of each market over all feasible points.
  private func solve(_ disruption: Disruption?, _ terms: SharingTerms) throws -> StressOutcome {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var (start, fairness) = try prepare(disruption, factors, terms)
    let least = try optimal(session.minimise(costs.lostValue), "lost value")
    try session.lock(least)
    let leastStock = try optimal(session.minimise(costs.stockUsed), "stock used")
    try session.lock(leastStock)
    let cheapest = try optimal(session.minimise(costs.supplyCost), "supply cost")
    try session.unlock()
    let reader = StressReader(stress: stress, factors: factors, solution: cheapest)
    var outcome = StressOutcome(
      disruption: disruption?.id, sharing: stress.options.sharing,
      allocation: stress.options.allocation,
      lostValue: max(0, least.objective), stockUsed: reader.valueOfStockUsed,
      supplyCost: cheapest.objective, extraSupplyCost: 0, service: reader.service,
      markets: reader.markets, months: reader.monthly, sharedDraws: reader.sharedDraws,
      homeInflows: reader.homeInflows, horizonMonths: stress.options.horizonMonths,
      iterations: start.iterations + least.iterations + leastStock.iterations
        + cheapest.iterations, home: reader.home)
    outcome.home.lostMost = try mostLoss(at: reader, least.objective)
    try fairness?.drop()
    outcome.home.lostLeast = try leastLoss(ofHome: outcome.home)
    try findLimits(of: &outcome, disruption, reader)
    if findsMarketLimits {
      outcome.home.timeToSurviveProRata = try timeToSurviveProRata(outcome, factors, terms)
    }
    return outcome
  }

  /// The least lost value of all regions over the window, money. All disruptions start at the point of the window
  /// without a disruption.
  func leastLostValue(_ disruption: Disruption?, _ terms: SharingTerms) throws -> Double {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var (_, fairness) = try prepare(disruption, factors, terms)
    let least = try optimal(session.minimise(costs.lostValue), "lost value")
    try fairness?.drop()
    return max(0, least.objective)
  }

  /// What a disruption can cost: the least lost value of all regions; the range of home's lost value; the least lost
  /// value, over all feasible points, of some commodities in some regions; all money over the window. And the largest
  /// number of first months in which these regions need have no shortage of these commodities, also if every supplier
  /// allocates pro rata. Bounds and rows of the session may be those of `pro_rata` afterwards.
  func losses(
    from disruption: Disruption, _ terms: SharingTerms, of regions: [RegionIndex],
    _ commodities: [CommodityIndex]
  ) throws -> (
    world: Double, home: StressOutcome.Home, here: Double, timeToSurvive: Int,
    timeToSurviveProRata: Int
  ) {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    let (world, home) = try homeRange(under: disruption, terms)
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
    let tolerance = StressReader.tolerance(ofDemand: demand)
    let months = try longestWithoutShortage(
      of: commodities, in: regions, from: 0, tolerance: tolerance)
    let rationed = try monthsProRata(months, factors, terms) { longest in
      try longestWithoutShortage(
        of: commodities, in: regions, upTo: longest, tolerance: tolerance)
    }
    return (world, home, max(0, here.objective), months, rationed)
  }

  /// The least lost value of all regions in a disruption, money, and the figures of home with the range of its lost
  /// value.
  ///
  /// - Parameter disruption: nil for the undisturbed window.
  func homeRange(under disruption: Disruption?, _ terms: SharingTerms) throws -> (
    world: Double, home: StressOutcome.Home
  ) {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    var (_, fairness) = try prepare(disruption, factors, terms)
    let world = try optimal(session.minimise(costs.lostValue), "lost value")
    let reader = StressReader(stress: stress, factors: factors, solution: world)
    var home = reader.home
    home.lostMost = try mostLoss(at: reader, world.objective)
    try fairness?.drop()
    home.lostLeast = try leastLoss(ofHome: home)
    return (max(0, world.objective), home)
  }

  /// The solution, if it is optimal.
  ///
  /// - Throws: `NoOptimum` if it is not.
  func optimal(_ solution: Solution, _ what: String) throws -> Solution {
    try solution.optimum(of: "a stress window's \(what)")
  }
}
