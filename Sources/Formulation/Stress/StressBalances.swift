import LinearProgramming
import Sourcing

/// The balances of each place, and the quotas, in one month of a stress window.
extension StressBlockBuilder {
  /// `stress_supply`, for each region i and commodity k from which anything may flow:
  ///
  ///     Σ_{q in i} out(q,k)·x[q,m] − Σ_j f[k,i,j,m] ≥ 0
  ///
  /// Row: units a year. Dual ≥ 0: the lost value with one more unit a year needed at i in m.
  func addSupply(_ month: Int, _ balances: Balances, to program: inout KeyedProgram) {
    for place in balances.sent.keys.sorted() {
      let row = program.addRow(key(.supply(at: place, month: month)), lower: 0)
      let terms = (balances.made[place] ?? []) + (balances.sent[place] ?? [])
      addTerms(terms, to: row, of: &program)
    }
  }

  /// `stress_use`, for each region j and commodity k that is demanded, used or delivered there:
  ///
  ///     Σ_i f[k,i,j,m] + draws + u[j,k,m] − Σ_{q in j} in(q,k)·x[q,m] = factor·D[j,k,τ]
  ///
  /// with the shortage u where there is demand in τ; ≥ in the months of `reroute_months` under `pro_rata`, in which a
  /// customer may discard what it cannot use. Row: units a year. Dual: the lost value with one more unit a year of
  /// demand at j in m.
  mutating func addUse(
    _ month: Int, _ used: [Place: [(Double, Column)]], to program: inout KeyedProgram
  ) {
    var used = used
    var demands: [Place: Double] = [:]
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices {
        let demand = instance.demands[
          region: region, commodity: commodity, period: plan.period
        ].quantity
        guard demand > 0, reach.used(commodity, in: region) else { continue }
        let place = Place(region: region, commodity: commodity)
        demands[place] =
          demand * factors.demand(region: region, commodity: commodity, month: month)
        used[place, default: []] += []
      }
    }
    for place in used.keys.sorted() {
      let demand = demands[place] ?? 0
      let row = program.addRow(
        key(.use(at: place, month: month)), lower: demand,
        upper: options.isProRata(in: month) ? .infinity : demand)
      addTerms(used[place] ?? [], to: row, of: &program)
      guard demands[place] != nil else {
        block.uses.append(.init(month: month, row: row))
        continue
      }
      let shortage = program.addColumn(
        upper: demand, size: plan.sizes.quantities[place.commodity])
      program.add(1, shortage, to: row)
      block.shortages.append(
        .init(
          region: place.region, commodity: place.commodity, month: month, column: shortage,
          balance: row))
    }
  }

  private func addTerms(
    _ terms: [(Double, Column)], to row: Row, of program: inout KeyedProgram
  ) {
    var sum = LinearExpression()
    for (coefficient, column) in terms { sum.add(coefficient, column) }
    for term in sum.terms { program.add(term.coefficient, term.column, to: row) }
  }

  /// `stress_quota`, for each quota of τ in every month:
  ///
  ///     Σ f[k,i,j,m] ≤ quantity,  over its commodities, origins and destinations with i ≠ j
  ///
  /// Row: units a year. Dual ≤ 0: minus the lost value that one more unit a year of quota saves.
  func addQuotas(
    _ month: Int, _ flows: [StressBlock.Flow], to program: inout KeyedProgram
  ) {
    for (index, quota) in instance.quotas.indexed()
    where (quota.period ?? plan.period) == plan.period {
      let limited = flows.reversed().filter { quota.counts($0.key) }
      let most = plan.usable.limit(quota.quantity, ofAll: quota.commodities)
      guard !limited.isEmpty, most < .infinity else { continue }
      let row = program.addRow(
        key(.quota(quota: index, month: month)), upper: most)
      for flow in limited { program.add(1, flow.column, to: row) }
    }
  }
}
