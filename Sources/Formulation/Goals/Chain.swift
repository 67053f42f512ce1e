import LinearProgramming
import Sourcing

/// Clean sub-flows of a plan, one for each period and set of regions whose producers may be clean.
struct CleanSubFlows {
  struct Key: Hashable {
    var period: PeriodIndex
    var cleanRegions: [RegionIndex]
  }
  /// f°[k,i,j] by key.
  fileprivate var flows: [Key: [FlowKey: Column]] = [:]
}

extension PlanningBuilder {
  /// `chain`: reliance of M through the whole chain, by a certified chain of custody:
  ///
  ///     upon O at most α:             Σ_{k∈K,i,j∈M} f°[k,i,j,t] + v ≥ (1−α)·F(W,M), producers outside O clean
  ///     upon partners T at least α:   Σ_{k∈K,i,j∈M} f°[k,i,j,t] + v ≥ α·F(W,M), producers in T clean
  ///
  /// Row: units a year. Dual ≥ 0: what one more clean unit a year costs, discounted.
  mutating func addChain(_ cell: GoalCell, upon: RegionSet, subFlows: CleanSubFlows) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let key = subFlowKey(cell, upon: upon, period: period)
    let clean = subFlows.flows[key] ?? [:]
    var cleanInflow = LinearExpression()
    for member in commodity.members {
      for origin in key.cleanRegions {
        for destination in cell.subject.members {
          let flow = FlowKey(
            commodity: member, origin: origin, destination: destination, period: period)
          if let column = clean[flow] { cleanInflow.add(1, column) }
        }
      }
    }
    let total = trade(
      commodity, from: Array(instance.regions.indices), to: cell.subject.members,
      period: period)
    let isCap = cell.direction == .atMost
    var expression = cleanInflow
    expression.add(total, scaledBy: isCap ? cell.target - 1 : -cell.target)
    if let violation = output.goals[constraint].violation { expression.add(1, violation) }
    addRow(
      .chain, constraint, expression, lower: 0,
      sensitivity: isCap ? scaled(total, by: -1) : total)
  }

  private func subFlowKey(_ cell: GoalCell, upon: RegionSet, period: PeriodIndex)
    -> CleanSubFlows.Key
  {
    let clean =
      cell.direction == .atLeast
      ? upon.members : instance.regions.indices.filter { !upon.members.contains($0) }
    return CleanSubFlows.Key(period: period, cleanRegions: clean)
  }

  /// The clean sub-flows of the model's chain goals. Goals with the same period and the same clean regions share
  /// one, over their commodities and all that is upstream of these:
  ///
  ///     0 ≤ f° ≤ f,  0 ≤ x° ≤ x,  x° only in clean regions
  ///     supply:  Σ_q out(q,k)·x° − Σ_j f° ≥ 0
  ///     use:     Σ_i f° − Σ_q in(q,k)·x° ≥ 0, for every input of a clean producer of these
  ///
  /// What is drawn from stockpiles is not clean. Rows: units a year.
  mutating func addCleanSubFlows() -> CleanSubFlows {
    var commodities: [CleanSubFlows.Key: Set<CommodityIndex>] = [:]
    var order: [CleanSubFlows.Key] = []
    for (index, goal) in model.goals.indexed() where !isRelaxed(.goal(index)) {
      guard case .reliance(let upon, _, .chain) = goal.kind else { continue }
      for cell in goal.cells(at: index, in: instance) {
        let key = subFlowKey(cell, upon: upon, period: cell.period)
        if commodities[key] == nil { order.append(key) }
        commodities[key, default: []].formUnion(cell.commodity.members)
      }
    }
    var result = CleanSubFlows()
    for (number, key) in order.enumerated() {
      result.flows[key] = addCleanSubFlow(
        key, number, of: instance.upstream(of: commodities[key] ?? []))
    }
    return result
  }

  private mutating func addCleanSubFlow(
    _ key: CleanSubFlows.Key, _ number: Int, of commodities: Set<CommodityIndex>
  )
    -> [FlowKey: Column]
  {
    let period = key.period
    var activities: [(producer: ProducerIndex, column: Column)] = []
    var flows: [FlowKey: Column] = [:]
    for region in key.cleanRegions {
      for index in producers.inRegion[region] {
        let process = instance.processes[producers.all[index].process]
        guard process.outputs.contains(where: { commodities.contains($0.commodity) }),
          let whole = columns.activity[index][period]
        else { continue }
        let states = GoalColumn.cleanOutput(index, period: period, subFlow: number)
        activities.append((index, addPart(of: whole, states, number)))
      }
    }
    for (flow, whole) in columns.flows(in: period)
    where commodities.contains(flow.commodity) && key.cleanRegions.contains(flow.origin) {
      flows[flow] = addPart(of: whole, .cleanFlow(flow, subFlow: number), number)
    }
    addCleanBalances(activities, flows, period, number)
    return flows
  }

  /// Adds a variable between 0 and another one.
  private mutating func addPart(of whole: Column, _ states: GoalColumn, _ number: Int) -> Column {
    let part = addColumn(stating: states)
    let row = addRow(.cleanPart(of: whole, subFlow: number), lower: 0)
    add(1, whole, to: row)
    add(-1, part, to: row)
    return part
  }

  private mutating func addCleanBalances(
    _ activities: [(producer: ProducerIndex, column: Column)], _ flows: [FlowKey: Column],
    _ period: PeriodIndex, _ number: Int
  ) {
    var made: [Place: LinearExpression] = [:]
    var used: [Place: LinearExpression] = [:]
    for (index, column) in activities {
      let producer = producers.all[index]
      let process = instance.processes[producer.process]
      for term in process.outputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        made[place, default: LinearExpression()].add(term.quantity, column)
      }
      for term in process.inputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        used[place, default: LinearExpression()].add(-term.quantity, column)
      }
    }
    var leaving = Set<Place>()
    for (flow, column) in flows {
      let origin = Place(region: flow.origin, commodity: flow.commodity)
      made[origin, default: LinearExpression()].add(-1, column)
      leaving.insert(origin)
      let destination = Place(region: flow.destination, commodity: flow.commodity)
      if used[destination] != nil { used[destination]?.add(1, column) }
    }
    for place in made.keys.sorted() where leaving.contains(place) {
      guard let expression = made[place] else { continue }
      addRow(
        .cleanSupply(at: place, period: period, subFlow: number), expression, lower: 0)
    }
    for place in used.keys.sorted() {
      guard let expression = used[place] else { continue }
      addRow(
        .cleanUse(at: place, period: period, subFlow: number), expression, lower: 0)
    }
  }
}
