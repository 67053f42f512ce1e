import LinearProgramming
import Planning
import Sourcing

/// What a plan has of checks.
struct PlannedFigures {
  private let view: PlanView
  private let chain: CleanShare

  init(_ view: PlanView, solver: any Solver) {
    self.view = view
    chain = CleanShare(
      solver: solver, instance: view.instance, producers: view.producers, plan: view.plan,
      shares: view.shares)
  }

  /// nil where the plan has none: a share of nothing, a marginal cost that is not known.
  func figure(of check: PublishedCheck) throws -> Double? {
    switch check.kind {
    case .supplyShare: share(check)
    case .lookThroughShare: try shareThroughChain(check)
    case .productionShare: shareOfOutput(check)
    case .demand: demand(check)
    case .production: output(check, in: check.region)
    case .price: price(check)
    }
  }

  /// F(O,M) / F(W,M).
  private func share(_ check: PublishedCheck) -> Double? {
    guard let partner = check.partner, isSupplied(check) else { return nil }
    return view.supply(of: check.commodity, to: check.region, period: check.period)
      .reliance(upon: partner)
  }

  /// As a goal `reliance` with `trace: chain` and `at_most` counts it.
  private func shareThroughChain(_ check: PublishedCheck) throws -> Double? {
    guard let partner = check.partner, isSupplied(check) else { return nil }
    return try chain.reliance(
      of: check.region.members, upon: partner, check.commodity, period: check.period, .atMost)
  }

  /// Whether more reaches the regions than round-off.
  private func isSupplied(_ check: PublishedCheck) -> Bool {
    let largest = view.plan.largestFlows(in: check.period)
    let most = check.commodity.members.compactMap { largest[$0] }.max() ?? 0
    let supply = view.supply(of: check.commodity, to: check.region, period: check.period)
    return supply.total > 1e-9 * most
  }

  private func shareOfOutput(_ check: PublishedCheck) -> Double? {
    let world = output(check, in: view.instance.world)
    guard world > 0 else { return nil }
    return PlanShares.share(output(check, in: check.region), of: world)
  }

  /// What some regions make, units a year; 0 if it is only round-off of what all regions make.
  private func output(_ check: PublishedCheck, in regions: RegionSet) -> Double {
    let made = { (regions: RegionSet) in
      view.instance.output(of: check.commodity, in: regions.members, by: view.producers) {
        view.plan.activity[$0][check.period]
      }
    }
    let output = made(regions)
    return output > 1e-9 * made(view.instance.world) ? output : 0
  }

  /// Σ_j Σ_q in·x + demand − u, units a year.
  private func demand(_ check: PublishedCheck) -> Double {
    check.commodity.members.reduce(0) { sum, commodity in
      check.region.members.reduce(sum) { $0 + view.use(of: commodity, in: $1, check.period) }
    }
  }

  /// The marginal cost; of several regions the mean, each weighted by what it uses. nil if one of these is not known.
  private func price(_ check: PublishedCheck) -> Double? {
    guard let costs = view.marginalCosts, let commodity = check.commodity.members.first else {
      return nil
    }
    let place = { Place(region: $0, commodity: commodity) }
    if let only = check.region.members.first, check.region.members.count == 1 {
      return costs[place(only), check.period]
    }
    var (worth, used) = (0.0, 0.0)
    for region in check.region.members {
      let use = view.use(of: commodity, in: region, check.period)
      guard use > 0 else { continue }
      guard let cost = costs[place(region), check.period] else { return nil }
      worth += use * cost
      used += use
    }
    return used > 0 ? worth / used : nil
  }
}
