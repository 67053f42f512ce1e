import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `max_decline` φ, for each international flow of the period before:
  ///
  ///     f[k,i,j,t] − (1−φ)^years(t−1)·f[k,i,j,t−1] ≥ 0
  ///
  /// except where history fixes t, the lane is closed or narrower in t than before, the facilities of the
  /// origin can make less of k, a quota on the lane has less quantity, or the model exempts the flow. Dual: what it costs, discounted,
  /// that the flow may not fall faster (≥ 0).
  mutating func addMaxDecline(in period: Int) {
    guard period > 0, !isRelaxed(.maxDecline), let kept = output.keptFlow(into: period) else {
      return
    }
    let shrinks = shrinkingSupply(in: period)
    let quotas = changingQuotas
    for (key, before) in columns.flows(in: period - 1) where key.isInternational {
      guard !shrinks[key.commodity * instance.regions.count + key.origin],
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

  private func laneNarrows(_ key: FlowKey, in period: Int) -> Bool {
    let capacity = { (period: Int) in
      instance.lanes[
        commodity: key.commodity, origin: key.origin, destination: key.destination,
        period: period]?.capacity ?? 0
    }
    let now = capacity(period)
    return now == 0 || now < capacity(period - 1)
  }

  /// Whether Σ out(q,k)·capacity over a region's facilities falls, at commodity·regions + region.
  private func shrinkingSupply(in period: Int) -> [Bool] {
    let regionCount = instance.regions.count
    var now = Array(repeating: 0.0, count: regionCount * instance.commodities.count)
    var before = now
    for facility in instance.facilities {
      for term in instance.processes[facility.process].outputs {
        let cell = term.commodity * regionCount + facility.region
        now[cell] += term.quantity * facility.capacity[period]
        before[cell] += term.quantity * facility.capacity[period - 1]
      }
    }
    return zip(now, before).map { $0 < $1 }
  }

  /// Quotas that may have another quantity in another period: those with a row for a single period.
  private var changingQuotas: [Quota] {
    let ids = Set(instance.quotas.filter { $0.period != nil }.map(\.id))
    return instance.quotas.filter { ids.contains($0.id) }
  }

  /// Whether a quota on the lane, by its id, leaves less than in the period before.
  private func quotaShrinks(_ key: FlowKey, in period: Int, _ quotas: [Quota]) -> Bool {
    guard !quotas.isEmpty else { return false }
    var now: [String: Double] = [:]
    var before: [String: Double] = [:]
    for quota in quotas where quota.counts(key) {
      if (quota.period ?? period) == period {
        now[quota.id] = min(now[quota.id] ?? .infinity, quota.quantity)
      }
      if (quota.period ?? (period - 1)) == period - 1 {
        before[quota.id] = min(before[quota.id] ?? .infinity, quota.quantity)
      }
    }
    return now.contains { $0.value < before[$0.key] ?? .infinity }
  }
}

extension PlanningProgram {
  /// (1−φ)^years(t−1): the share of an international flow of the period before that `max_decline` keeps in
  /// period t; nil where it keeps nothing.
  package func keptFlow(into period: Int) -> Double? {
    guard let decline = model.maxDecline else { return nil }
    let kept = power(1 - decline, instance.horizon[period - 1].years)
    return kept > 0 ? kept : nil
  }
}
