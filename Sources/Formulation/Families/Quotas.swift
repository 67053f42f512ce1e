import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `quota`, for each row of quotas.csv that holds in t:
  ///
  ///     Σ f[k,i,j,t] ≤ quantity,  over its commodities, origins and destinations with i ≠ j
  ///
  /// Each row of the table is a limit of its own. Row: units a year. Dual ≤ 0: minus what one more unit a year
  /// of quota saves, discounted.
  mutating func addQuotas(in period: PeriodIndex) {
    for (index, quota) in instance.quotas.indexed()
    where (quota.period ?? period) == period && !isRelaxed(.quota(quota.id)) {
      let most = usable.limit(quota.quantity, ofAll: quota.commodities)
      guard most < .infinity else { continue }
      let flows = internationalFlows(
        of: quota.commodities, from: quota.origins, to: quota.destinations, period: period)
      guard !flows.isEmpty else { continue }
      let row = addRow(
        .quota(quota: index, period: period), upper: most)
      for flow in flows { add(1, flow, to: row) }
    }
  }

  private func internationalFlows(
    of commodities: [CommodityIndex], from origins: [RegionIndex], to destinations: [RegionIndex],
    period: PeriodIndex
  ) -> [Column] {
    commodities.flatMap { commodity in
      origins.flatMap { origin in
        destinations.compactMap { destination in
          origin == destination
            ? nil
            : columns.flow(
              commodity: commodity, origin: origin, destination: destination, period: period)
        }
      }
    }
  }
}
