import Sourcing

/// Compares the shares of a plan with those that were observed after the period as of which it was made.
struct PlanComparer {
  /// The comparisons of one market.
  struct Found: Sendable {
    var made: [BackTest.Comparison] = []
    /// Periods that cannot be compared, because nothing was known of the market.
    var withoutPast = 0
  }

  /// The flows of the plan above 0 by origin; nil if there is no plan.
  private var inflows: [ObservedFlows.Inflow: [RegionIndex: Double]]?
  private let asOf: PeriodIndex
  private let starts: PerPeriod<Double>

  /// - Parameters:
  ///   - plan: the plan; nil: there is none, and nothing is compared.
  ///   - asOf: the last period of which the planner knew the flows.
  ///   - instance: the instance.
  init(plan: Plan?, asOf: PeriodIndex, instance: Instance) {
    self.asOf = asOf
    starts = instance.horizon.periods.mapped { Double($0.start) }
    inflows = plan.map { plan in
      plan.flows.reduce(into: [:]) { inflows, flow in
        guard flow.quantity > 0, flow.key.period > asOf else { return }
        let inflow = ObservedFlows.Inflow(
          flow.key.commodity, flow.key.destination, flow.key.period)
        inflows[inflow, default: [:]][flow.key.origin, default: 0] += flow.quantity
      }
    }
  }

  /// Compares some periods of a market, given by their places in it.
  func comparisons(in market: ObservedMarket, _ later: Range<Int>) -> Found {
    guard inflows != nil else { return Found() }
    let past = market.count(through: asOf)
    guard past > 0 else { return Found(withoutPast: later.count) }
    return Found(made: later.map { comparison(market, at: $0, past: past) })
  }

  private func comparison(_ market: ObservedMarket, at place: Int, past: Int)
    -> BackTest.Comparison
  {
    let period = market.periods[place]
    let planned = plannedShares(market, in: period)
    let origins = Set(market.origins).union(planned.keys).sorted()
    let known = Array(market.shares[..<past])
    let trend = NaiveForecasts.trend(
      known, at: market.periods[..<past].map { starts[$0] }, for: starts[period])
    let spread = { (shares: [Double]) in
      let byOrigin = Dictionary(uniqueKeysWithValues: zip(market.origins, shares))
      return origins.map { byOrigin[$0] ?? 0 }
    }
    return BackTest.Comparison(
      asOf: asOf, period: period, commodity: market.commodity, destination: market.destination,
      quantity: market.quantities[place], origins: origins, observed: spread(market.shares[place]),
      plan: origins.map { planned[$0] ?? 0 }, stay: spread(NaiveForecasts.stay(known)),
      trend: spread(trend))
  }

  /// The shares of the plan's origins above ``roundOff``.
  private func plannedShares(_ market: ObservedMarket, in period: PeriodIndex)
    -> [RegionIndex: Double]
  {
    var sums: [RegionIndex: Double] = [:]
    for member in market.members {
      let inflow = ObservedFlows.Inflow(member, market.destination, period)
      for (origin, quantity) in inflows?[inflow] ?? [:] { sums[origin, default: 0] += quantity }
    }
    let whole = sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    let counted = sums.filter { $0.value > Self.roundOff * whole }
    let total = counted.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    return counted.mapValues { $0 / total }
  }

  /// Smaller shares are rounding of the solver.
  private static let roundOff = 1e-9
}
