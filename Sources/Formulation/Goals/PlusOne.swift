import LinearProgramming
import Sourcing

/// `plus_one`: at least n regions i outside `beyond` each have the share α of M's supply. At most n of them are chosen,
/// z[i] ∈ {0,1}. Of what each sends, a[i] counts, and w is the least that a chosen one sends:
///
///     w ≥ α·F(W,M),   a[i] ≤ w,   a[i] ≤ F({i},M),   a[i] ≤ most[i]·z[i],   Σ_i a[i] ≥ n·w,   Σ_i z[i] ≤ n
///
/// So exactly n are chosen if w > 0, with a[i] = w for each. Of a soft goal up to n *missing* sources may be chosen
/// instead, which send nothing, and v is at least their number.
///
/// The relaxation of these rows is tight: the shares that it allows are the convex hull of the shares that the choices
/// allow, if nothing else limits them. docs/formulation.md says why.
extension PlanningBuilder {
  /// The rows of a `plus_one` goal. Rows: units a year; the last two count sources. Duals are those with z fixed. Rows
  /// without the target state a rate of 0, so that each has a number of its own.
  mutating func addPlusOne(_ cell: GoalCell, beyond: RegionSet, sources: Int) {
    let (commodity, period, members) = (cell.commodity, cell.period, cell.subject.members)
    let constraint = begin(cell)
    let all = Array(instance.regions.indices)
    let total = trade(commodity, from: all, to: members, period: period)
    var choice = Choice(
      constraint: constraint, share: addColumn(stating: .leastPart(constraint: constraint)))
    var least = LinearExpression(choice.share)
    least.add(total, scaledBy: -cell.target)
    addRow(.plusOne, constraint, least, lower: 0, sensitivity: total)

    let most = cell.target * largestInflow(of: commodity, into: members, period: period)
    let eligible = all.filter { !beyond.members.contains($0) }
    var idle = 0
    for origin in eligible {
      let supply = trade(commodity, from: [origin], to: members, period: period)
      // A region that can send nothing is a source only where nothing is supplied at all.
      guard !supply.isConstant else {
        idle += 1
        continue
      }
      let reach = largestSupply(of: commodity, from: origin, period: period)
      let part = add(.region(origin), most: min(most, reach), to: &choice)
      var rest = supply
      rest.add(-1, part)
      addRow(.plusOne, constraint, rest, lower: 0, sensitivity: LinearExpression())
    }
    if let violation = output.goals[constraint].violation {
      var missing = LinearExpression(violation)
      let known = choice.chosen
      for number in 0..<sources { _ = add(.missing(number), most: most, to: &choice) }
      missing.add(choice.chosen, scaledBy: -1)
      missing.add(known)
      addRow(.plusOne, constraint, missing, lower: 0, sensitivity: LinearExpression())
    }
    choice.counted.add(-Double(sources), choice.share)
    addRow(.plusOne, constraint, choice.counted, lower: 0, sensitivity: LinearExpression())
    addRow(
      .plusOne, constraint, choice.chosen,
      lower: eligible.count < sources ? Double(sources - idle) : -.infinity,
      upper: Double(sources), sensitivity: LinearExpression())
  }

  /// What the sources of a goal's constraint have in common while they are added.
  private struct Choice {
    let constraint: GoalConstraintIndex
    /// w.
    let share: Column
    /// Σ a[i].
    var counted = LinearExpression()
    /// Σ z[i].
    var chosen = LinearExpression()
  }

  /// Adds z[i] and a[i] of a source with a[i] ≤ w and a[i] ≤ most·z[i], and returns a[i]. The limit is a thousandth
  /// larger than a[i] can be, so that it has no dual value where the source is chosen.
  private mutating func add(_ source: GoalColumn.Source, most: Double, to choice: inout Choice)
    -> Column
  {
    let constraint = choice.constraint
    let isSource = addColumn(
      stating: .isSource(source, constraint: constraint), upper: 1, integer: true)
    let part = addColumn(stating: .countedPart(source, constraint: constraint))
    choice.chosen.add(1, isSource)
    choice.counted.add(1, part)
    var excess = LinearExpression(part)
    excess.add(-1, choice.share)
    addRow(.plusOne, constraint, excess, upper: 0, sensitivity: LinearExpression())
    var unchosen = LinearExpression(part)
    unchosen.add(-1.001 * most, isSource)
    addRow(.plusOne, constraint, unchosen, upper: 0, sensitivity: LinearExpression())
    return part
  }

  /// The most of a commodity that a region's producers can make, units a year; infinite where an explanation leaves
  /// their capacity out.
  private func largestSupply(
    of commodity: CommodityGroup, from region: RegionIndex, period: PeriodIndex
  ) -> Double {
    producers.inRegion[region].reduce(0) { sum, index in
      let process = instance.processes[producers.all[index].process]
      let made = process.outputs.filter { commodity.members.contains($0.commodity) }
        .reduce(0) { $0 + $1.quantity }
      guard made > 0 else { return sum }
      return isRelaxed(.producerCapacity(commodity: process.output))
        ? .infinity : sum + made * capacity(of: index, in: period)
    }
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
  ) -> Double {
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
