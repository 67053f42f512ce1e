import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `reliance` of M upon O, direct:
  ///
  ///     supply:   F(O,M) ≤ α·F(W,M)
  ///     imports:  F(O∖M,M) ≤ α·F(W∖M,M)
  ///     use:      F(O,M) ≤ α·U(M)
  ///
  /// and ≥ for `at_least`; written as F − α·yardstick ≤ v. Row: units a year, or money a year by value. Dual ≤ 0 of
  /// `at_most`: minus what one more unit a year from O saves, discounted.
  mutating func addReliance(_ cell: GoalCell, upon: RegionSet, basis: Goal.Basis) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    let suppliers = basis == .imports ? upon.members.filter { !members.contains($0) } : upon.members
    addShareRow(
      .reliance, constraint,
      quantity: trade(
        commodity, from: suppliers, to: members, period: period, measure: cell.goal.measure),
      yardstick: yardstick(
        basis, commodity, of: members, period: period, measure: cell.goal.measure))
  }

  /// `largest_source` of M, for each region i outside M, with one v for all of them:
  ///
  ///     F({i},M) ≤ α·base + v,  base: the yardstick as in `reliance`
  ///
  /// Row and dual as in `reliance`.
  mutating func addLargestSource(_ cell: GoalCell, basis: Goal.Basis) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    let base = yardstick(
      basis, commodity, of: members, period: period, measure: cell.goal.measure)
    for origin in instance.regions.indices where !members.contains(origin) {
      let supply = trade(
        commodity, from: [origin], to: members, period: period, measure: cell.goal.measure)
      guard !supply.isConstant else { continue }
      addShareRow(.largestSource, constraint, quantity: supply, yardstick: base)
    }
  }

  /// `plus_one`: at least n regions i outside `beyond` each have the share α of M's supply. With z[i] ∈ {0,1} and
  /// a bound Ū on F(W,M):
  ///
  ///     F({i},M) − α·F(W,M) − α·Ū·z[i] ≥ −α·Ū,   Σ_i z[i] + v ≥ n
  ///
  /// Rows: units a year; the last counts sources. Duals are those with z fixed.
  mutating func addPlusOne(_ cell: GoalCell, beyond: RegionSet, sources: Int) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    let all = Array(instance.regions.indices)
    let total = trade(commodity, from: all, to: members, period: period)
    let bound = largestInflow(of: commodity, into: members, period: period)
    var chosen = LinearExpression()
    for origin in all where !beyond.members.contains(origin) {
      // A region that can send nothing is a source only where nothing is supplied at all.
      let supply = trade(commodity, from: [origin], to: members, period: period)
      let isSource = addColumn(
        stating: .isSource(origin, constraint: constraint), upper: 1, integer: true)
      chosen.add(1, isSource)
      var expression = supply
      expression.add(total, scaledBy: -cell.target)
      expression.add(-cell.target * bound, isSource)
      var sensitivity = total
      sensitivity.add(bound, isSource)
      sensitivity.constant -= bound
      addRow(
        .plusOne, constraint, expression, lower: -cell.target * bound, sensitivity: sensitivity)
    }
    if let violation = output.goals[constraint].violation { chosen.add(1, violation) }
    addRow(.plusOne, constraint, chosen, lower: Double(sources), sensitivity: nil)
  }

  /// Capacity as far as it can be used. Where an explanation leaves the capacity out: a hundred times that,
  /// because the bound must be finite.
  private func knownCapacity(of producer: ProducerIndex, in period: PeriodIndex) -> Double {
    let most = capacity(of: producer, in: period)
    guard most == .infinity, let index = producers.all[producer].facility else { return most }
    let facility = instance.facilities[index]
    let known = usable.most(facility.capacity[period], of: facility.process)
    return isRelaxed(.producerCapacity(commodity: instance.processes[facility.process].output))
      ? 100 * known : known
  }

  /// Ū, a bound on F(W,M) in units a year: what M demands, what its producers can use and what its stockpiles
  /// can take in.
  private func largestInflow(
    of commodity: CommodityGroup, into regions: [RegionIndex], period: PeriodIndex
  )
    -> Double
  {
    var sum = 0.0
    for member in commodity.members {
      for region in regions {
        sum += instance.demands[region: region, commodity: member, period: period].quantity
        for index in producers.inRegion[region] {
          let use = instance.processes[producers.all[index].process].inputs
            .filter { $0.commodity == member }.reduce(0) { $0 + $1.quantity }
          if use > 0 { sum += use * knownCapacity(of: index, in: period) }
        }
      }
    }
    guard model.stockpiles != .none else { return sum }
    let years = Double(instance.horizon[period].years)
    return instance.stockpiles.filter {
      commodity.members.contains($0.commodity) && regions.contains($0.region)
    }.reduce(sum) { $0 + usable.most($1.capacity, of: $1.commodity) / years }
  }
}
