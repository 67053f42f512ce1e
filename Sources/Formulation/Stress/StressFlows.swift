import LinearProgramming
import Sourcing

/// What producers make and what moves between regions in one month of a stress window.
extension StressBlockBuilder {
  /// `stress_capacity`, for each producer q that can run:
  ///
  ///     factor(q,m)·(capacity of q in τ, existing and built) − x[q,m] ≥ 0
  ///
  /// A bound of x where the capacity is a number. Row: units a year. Dual ≥ 0: the lost value with one unit a year
  /// less of capacity in m.
  mutating func addActivities(
    _ month: Int, _ balances: inout Balances, to program: inout KeyedProgram
  ) {
    for (index, producer) in plan.producers.all.indexed() where reach.isAble[index] {
      let factor = factors.production(
        process: producer.process, region: producer.region, month: month)
      guard factor > 0 else { continue }
      let row = StressRow.capacity(producer: index, month: month)
      let process = instance.processes[producer.process]
      let size = plan.sizes.quantities[process.output]
      let capacity = plan.capacity(index)
      let column =
        capacity.isConstant
        ? program.addColumn(
          upper: plan.limit(capacity.constant, of: index, factor: factor), size: size)
        : addLimited(by: capacity, factor: factor, row, size: size, to: &program).column
      block.activities.append(.init(producer: index, month: month, column: column))
      for term in process.outputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        balances.made[place, default: []].append((term.quantity, column))
      }
      for term in process.inputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        balances.used[place, default: []].append((-term.quantity, column))
      }
    }
  }

  /// A column between 0 and `factor`·limit.
  private func addLimited(
    by limit: LinearExpression, factor: Double, _ row: StressRow, size: Double,
    to program: inout KeyedProgram
  ) -> (column: Column, row: Row?) {
    if limit.isConstant {
      return (program.addColumn(upper: factor * limit.constant, size: size), nil)
    }
    let column = program.addColumn(size: size)
    var slack = LinearExpression()
    slack.add(limit, scaledBy: factor)
    slack.add(-1, column)
    return (column, program.addRow(key(row), slack, lower: 0))
  }

  mutating func addFlows(
    _ month: Int, _ balances: inout Balances, to program: inout KeyedProgram
  ) {
    let regions = instance.regions.indices
    for commodity in instance.commodities.indices {
      for origin in regions where reach.made(commodity, in: origin) {
        for destination in regions where reach.used(commodity, in: destination) {
          let key = FlowKey(
            commodity: commodity, origin: origin, destination: destination, period: plan.period)
          guard let lane = lane(key), let flow = addFlow(key, lane, month, to: &program) else {
            continue
          }
          balances.flows.append(flow)
          balances.sent[Place(region: origin, commodity: commodity), default: []]
            .append((-1, flow.column))
          balances.used[Place(region: destination, commodity: commodity), default: []]
            .append((1, flow.column))
        }
      }
    }
  }

  func lane(_ key: FlowKey) -> Lane? {
    instance.lanes[
      commodity: key.commodity, origin: key.origin, destination: key.destination,
      period: key.period]
  }

  /// `stress_flow`, for each flow that the planned flow f* limits:
  ///
  ///     part·f*[k,i,j,τ] − f[k,i,j,m] ≥ 0
  ///
  /// part: the factor where the disruption hits the lane in m, else 1 in the months of `reroute_months`. A bound of f
  /// where f* is a number. Row: units a year. Dual ≥ 0: the lost value with one unit a year less of planned flow.
  ///
  /// - Returns: nil if nothing can flow.
  mutating func addFlow(
    _ key: FlowKey, _ lane: Lane, _ month: Int, to program: inout KeyedProgram
  ) -> StressBlock.Flow? {
    let size = plan.sizes.quantities[key.commodity]
    let capacity = plan.usable.limit(lane.capacity, of: key.commodity)
    guard let share = factors.plannedShare(of: key, month: month, options) else {
      let column = program.addColumn(upper: capacity, size: size)
      let flow = StressBlock.Flow(key: key, month: month, column: column, limit: nil)
      block.flows.append(flow)
      return flow
    }
    let before = plan.flow(key)
    guard share > 0, !before.isConstant || before.constant > 0 else { return nil }
    let (column, row) = addLimited(
      by: before, factor: share, .plannedFlow(key, month: month), size: size, to: &program)
    let bound = min(capacity, program.program.columnUpper[column.index])
    program.setBounds(column, lower: 0, upper: bound)
    let flow = StressBlock.Flow(key: key, month: month, column: column, limit: row)
    block.flows.append(flow)
    return flow
  }
}
