import Analysis
import Formulation
import LinearProgramming
import Sourcing

/// What a disruption means for home: the range of its loss, and how long it survives if suppliers allocate pro rata.
extension StressWindow {
  /// The loss that counts as none, money: 1e-9 of home's demand, each unit at its shortage cost.
  private func noLoss(ofHome home: StressOutcome.Home) -> Double { 1e-9 * home.demandValue }

  private var homeLoss: LinearExpression { stress.lostValue(in: instance.home.members) }

  /// The greatest lost value of home over the points at which the lost value of all regions is least, within 1e-9 of
  /// all demand, each unit at its shortage cost; money. Rows of fairness must still hold.
  ///
  /// With a room of r money, home can lose up to r·σ_home/(σ_home − σ_other) beside the greatest value at r = 0, where
  /// it takes the shortage of a region whose shortage cost σ is smaller. The dual value k of the row says how much it is
  /// for each unit of room, and k·r is subtracted. The greatest value is concave in r, so the difference is never less
  /// than the value at r = 0.
  ///
  /// A row keeps the lost value of all regions. To fix bounds by reduced costs, as the stages of a run do, is exact,
  /// but the solver may then find no feasible point, because each fixed bound holds to within rounding only.
  ///
  /// - Parameters:
  ///   - reader: of a point at which the lost value of all regions is least.
  ///   - least: that least value, money.
  func mostLoss(at reader: StressReader, _ least: Double) throws -> Double {
    let home = reader.home
    // All that is lost is lost by home, or home loses all that it can.
    guard home.lostValue < least - noLoss(ofHome: home),
      home.lostValue < home.demandValue - noLoss(ofHome: home)
    else { return home.lostValue }
    let world = stress.lostValue(in: Array(instance.regions.indices))
    let room = 1e-9 * reader.demandValue
    let row = try session.require(world, atMost: least + room)
    var loss = LinearExpression()
    loss.add(homeLoss, scaledBy: -1)
    let most = try optimal(session.minimise(loss), "greatest lost value of home")
    try session.drop(row)
    // Home can lose the room of the row beside what it loses at the least. A loss as small as the room is round-off.
    let lostByRoom = max(1, -most.rowDuals[row.index]) * room
    let beyond = StressOutcome.Home.withoutRoundOff(
      -most.objective - lostByRoom, ofDemand: reader.demandValue)
    return min(home.demandValue, max(home.lostValue, beyond))
  }

  /// The least lost value of home over all feasible points, money.
  ///
  /// - Parameter home: the figures of a feasible point.
  func leastLoss(ofHome home: StressOutcome.Home) throws -> Double {
    guard home.lostValue > noLoss(ofHome: home) else { return home.lostValue }
    let least = try optimal(session.minimise(homeLoss), "least lost value of home")
    return StressOutcome.Home.withoutRoundOff(
      min(home.lostValue, max(least.objective, 0)), ofDemand: home.demandValue)
  }

  /// The shortest time to survive of a market of home if every supplier allocates pro rata, months. Bounds and rows of
  /// the session are those of `pro_rata` afterwards.
  ///
  /// Under `pro_rata` no market survives longer than under `efficient`, if what members may give and receive is the
  /// same. So the search begins with the times of `outcome`, and a market counts only if it is short within the
  /// shortest time that is known.
  ///
  /// - Parameter outcome: what was found under the allocation of the options.
  func timeToSurviveProRata(
    _ outcome: StressOutcome, _ factors: DisruptionFactors, _ terms: SharingTerms
  ) throws -> Int {
    let own = outcome.markets.filter { instance.home.members.contains($0.region) }
    let known = outcome.timeToSurvive(of: instance.home)
    return try monthsProRata(known, factors, terms) { longest in
      var shortest = longest
      for market in try marketsToAsk(own, through: longest) where shortest > 0 {
        shortest = try longestWithoutShortage(
          of: [market.commodity], in: [market.region], upTo: shortest,
          tolerance: StressReader.tolerance(ofDemand: market.demand))
      }
      return shortest
    }
  }

  /// The months without a shortage of some markets if every supplier allocates pro rata. Bounds and rows of the session
  /// may be those of `pro_rata` afterwards.
  ///
  /// - Parameters:
  ///   - months: the months under the allocation of the options. They are the answer if that is `pro_rata` already.
  ///   - search: finds the months in the session under `pro_rata`, of which there are at most so many. Under `iep`
  ///     members may give and receive other amounts, so that `months` is no bound, not even if it is 0.
  func monthsProRata(
    _ months: Int, _ factors: DisruptionFactors, _ terms: SharingTerms,
    search: (_ longest: Int) throws -> Int
  ) throws -> Int {
    guard stress.options.allocation == .efficient, stress.options.rerouteMonths > 0 else {
      return months
    }
    let longest = terms.limitsProRata == nil ? months : stress.options.horizonMonths
    guard longest > 0 else { return 0 }
    try session.apply(
      factors, limits: terms.limitsProRata ?? terms.limits, allocation: .proRata)
    return try search(longest)
  }

  /// The markets of home that have a shortage in months 1…n at a point at which the shortages of home add up to least,
  /// the shortest time to survive first. The others can be served in these months.
  private func marketsToAsk(_ own: [StressOutcome.Market], through months: Int) throws
    -> [StressOutcome.Market]
  {
    guard months > 0, !own.isEmpty else { return [] }
    let commodities = own.map(\.commodity).uniqued()
    let point = try leastUnserved(commodities, in: instance.home.members, through: months)
    return own.filter { market in
      monthsServed(
        point, [market.commodity], in: [market.region],
        tolerance: StressReader.tolerance(ofDemand: market.demand)) < months
    }.sorted { $0.timeToSurvive < $1.timeToSurvive }
  }
}
