import LinearProgramming
package import Sourcing

extension PlanningBuilder {
  /// `max_decline` φ, for each international flow of the period before:
  ///
  ///     f[k,i,j,t] − (1−φ)^years(t−1)·f[k,i,j,t−1] ≥ 0
  ///
  /// except where history fixes the flows of k into j in t, the lane is closed in t or narrower than in t−1,
  /// Σ out(q,k)·capacity over the facilities in i is less than in t−1, a quota on the flow has less quantity than
  /// in t−1, or the model exempts the flow. Row: units a year. Dual ≥ 0: what it costs, discounted, that the
  /// flow may not fall by one unit more.
  mutating func addMaxDecline(in period: PeriodIndex) {
    guard period > .first, !isRelaxed(.maxDecline), let kept = output.keptFlow(into: period) else {
      return
    }
    let shrinks = shrinkingSupply(in: period)
    let quotas = changingQuotas
    for (key, before) in columns.flows(in: period.before) where key.isInternational {
      guard !shrinks[key.commodity, key.origin],
        !fixedHistory.fixes(
          commodity: key.commodity, destination: key.destination, period: period),
        !laneNarrows(key, in: period), !quotaShrinks(key, in: period, quotas),
        !model.exemptFromMaxDecline.contains(key.moved(to: period))
      else { continue }
      var now = key
      now.period = period
      let row = addRow(.maxDecline(now), lower: 0)
      if let column = columns.flow(now) { add(1, column, to: row) }
      add(-kept, before, to: row)
    }
  }

  private func laneNarrows(_ key: FlowKey, in period: PeriodIndex) -> Bool {
    let capacity = { (period: PeriodIndex) in
      instance.lanes[
        commodity: key.commodity, origin: key.origin, destination: key.destination,
        period: period]?.capacity ?? 0
    }
    let now = capacity(period)
    return now == 0 || now < capacity(period.before)
  }

  /// Whether Σ out(q,k)·capacity over a region's facilities is less than in the period before. Projects do not
  /// count.
  private func shrinkingSupply(in period: PeriodIndex) -> PlaceGrid<Bool> {
    var supply = PlaceGrid(repeating: (now: 0.0, before: 0.0), in: instance)
    for facility in instance.facilities {
      for term in instance.processes[facility.process].outputs {
        supply[term.commodity, facility.region].now += term.quantity * facility.capacity[period]
        supply[term.commodity, facility.region].before +=
          term.quantity * facility.capacity[period.before]
      }
    }
    var shrinks = PlaceGrid(repeating: false, in: instance)
    for (place, supply) in supply.places where supply.now < supply.before {
      shrinks[place.commodity, place.region] = true
    }
    return shrinks
  }

  /// Quotas that may have another quantity in another period: those with a row for a single period.
  private var changingQuotas: [Quota] {
    let ids = Set(instance.quotas.filter { $0.period != nil }.map(\.id))
    return instance.quotas.filter { ids.contains($0.id) }
  }

  /// Whether a quota on the flow has less quantity than in the period before. Rows of one id are one quota, of
  /// which the least quantity counts. Without a row there is no limit.
  private func quotaShrinks(_ key: FlowKey, in period: PeriodIndex, _ quotas: [Quota]) -> Bool {
    guard !quotas.isEmpty else { return false }
    var now: [String: Double] = [:]
    var before: [String: Double] = [:]
    for quota in quotas where quota.counts(key) {
      if (quota.period ?? period) == period {
        now[quota.id] = min(now[quota.id] ?? .infinity, quota.quantity)
      }
      if (quota.period ?? (period.before)) == period.before {
        before[quota.id] = min(before[quota.id] ?? .infinity, quota.quantity)
      }
    }
    return now.contains { $0.value < before[$0.key] ?? .infinity }
  }
}

extension PlanningProgram {
  /// (1−φ)^years(t−1): the share of an international flow of the period before that `max_decline` keeps in
  /// period t; nil if it keeps nothing.
  package func keptFlow(into period: PeriodIndex) -> Double? {
    guard let decline = model.maxDecline else { return nil }
    let kept = power(1 - decline, instance.horizon[period.before].years)
    return kept > 0 ? kept : nil
  }
}
