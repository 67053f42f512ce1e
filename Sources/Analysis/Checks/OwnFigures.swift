import Formulation
import Sourcing

/// What an instance says of checks by itself, without a plan: of shares of supply its history, of demand its final
/// demand, of production its capacity, of prices its prices. Projects do not count: they are decisions.
struct OwnFigures {
  private let instance: Instance
  private let producers: Producers
  private let observed: FixedHistory
  private let history: PlanShares

  init(of instance: Instance) {
    self.instance = instance
    producers = Producers(instance: instance, projects: [])
    observed = FixedHistory(instance: instance, isUsed: true, relaxed: [])
    history = PlanShares(historyOf: instance)
  }

  /// nil where the data do not fix the figure.
  func figure(of check: PublishedCheck) -> CheckedFigure.Own? {
    switch check.kind {
    case .supplyShare: share(check).map { .init(value: $0, origin: .history) }
    // History has flows only, and no output that they could be followed through.
    case .lookThroughShare: nil
    case .productionShare: shareOfCapacity(check).map { .init(value: $0, origin: .capacity) }
    case .demand: demand(check).map { .init(value: $0, origin: .demands) }
    case .production:
      .init(value: capacity(check.commodity, check.region, check.period), origin: .capacity)
    case .price: price(check).map { .init(value: $0, origin: .prices) }
    }
  }

  /// F(O,M) / F(W,M) of the observed flows, where they are known for every commodity and region that uses it.
  private func share(_ check: PublishedCheck) -> Double? {
    guard let partner = check.partner else { return nil }
    let isKnown = check.commodity.members.allSatisfy { commodity in
      check.region.members.allSatisfy { region in
        observed.fixes(commodity: commodity, destination: region, period: check.period)
          || !instance.hasUse(instance.commodityGroup(commodity), in: [region], by: producers)
      }
    }
    guard isKnown else { return nil }
    let supply = SupplyFigures(
      to: check.region,
      bySource: history.bySource(
        check.commodity, to: check.region.members, period: check.period),
      regions: instance.regions)
    return supply.total > 0 ? supply.reliance(upon: partner) : nil
  }

  private func shareOfCapacity(_ check: PublishedCheck) -> Double? {
    let world = capacity(check.commodity, instance.world, check.period)
    guard world > 0 else { return nil }
    return PlanShares.share(capacity(check.commodity, check.region, check.period), of: world)
  }

  /// The output of all facilities at their capacity, units a year.
  private func capacity(_ group: CommodityGroup, _ regions: RegionSet, _ period: PeriodIndex)
    -> Double
  {
    instance.output(of: group, in: regions.members, by: producers) { producer in
      producers.all[producer].facility.map { instance.facilities[$0].capacity[period] } ?? 0
    }
  }

  /// The final demand, units a year; nil where producers use the good too, for how much they use is up to the plan.
  private func demand(_ check: PublishedCheck) -> Double? {
    let isInput = check.region.members.contains { region in
      producers.inRegion[region].contains { index in
        instance.processes[producers.all[index].process].inputs.contains {
          check.commodity.members.contains($0.commodity)
        }
      }
    }
    guard !isInput else { return nil }
    return check.commodity.members.reduce(0) { sum, commodity in
      check.region.members.reduce(sum) {
        $0 + instance.demands[region: $1, commodity: commodity, period: check.period].quantity
      }
    }
  }

  /// The price of the commodity, money a unit; nil where it has none.
  private func price(_ check: PublishedCheck) -> Double? {
    guard let commodity = check.commodity.members.first else { return nil }
    let price = instance.commodities[commodity].price[check.period]
    return price > 0 ? price : nil
  }
}
