import LinearProgramming

/// How clean a plan's supply can be certified to be: with the plan's flows and activities as they are,
/// the largest clean sub-flow into a region (the sub-flow of ``PlanningBuilder/addCleanSubFlows()``, by
/// itself for one goal).
struct CleanShare {
  let solver: any Solver
  let program: PlanningProgram
  let plan: Plan
  let shares: PlanShares

  /// Reliance traced through the whole chain: for `at_most` upon O, 1 − the largest share of supply that
  /// never touched O; for `at_least` upon T, the largest share that only T's producers touched. Nil where
  /// nothing is supplied.
  func reliance(
    of subject: [Int], upon: RegionSet, _ commodity: CommodityGroup, period: Int,
    _ direction: Goal.Direction
  ) throws -> Double? {
    let all = Array(program.instance.regions.indices)
    let total = shares.trade(commodity, from: all, to: subject, period: period)
    guard total > 0 else { return nil }
    let isCap = direction == .atMost
    let clean = isCap ? all.filter { !upon.members.contains($0) } : upon.members
    let share = try largestCleanInflow(into: subject, from: clean, commodity, period) / total
    return min(1, max(0, isCap ? 1 - share : share))
  }

  private func largestCleanInflow(
    into subject: [Int], from clean: [Int], _ commodity: CommodityGroup, _ period: Int
  ) throws -> Double {
    let instance = program.instance
    let chain = instance.upstream(of: Set(commodity.members))
    var lp = LinearProgram(sense: .maximise)
    var made: [Int: Row] = [:]
    var used: [Int: Row] = [:]
    let cell = { (commodity: Int, region: Int) in commodity * instance.regions.count + region }
    let row = { (rows: inout [Int: Row], key: Int) -> Row in
      if let row = rows[key] { return row }
      let row = lp.addRow(lower: 0)
      rows[key] = row
      return row
    }
    for region in clean {
      for index in program.producers.inRegion[region] {
        let process = instance.processes[program.producers.all[index].process]
        guard process.outputs.contains(where: { chain.contains($0.commodity) }),
          plan.activity[index][period] > 0
        else { continue }
        let column = lp.addColumn(upper: plan.activity[index][period])
        for term in process.outputs {
          lp.add(term.quantity, column, to: row(&made, cell(term.commodity, region)))
        }
        for term in process.inputs {
          lp.add(-term.quantity, column, to: row(&used, cell(term.commodity, region)))
        }
      }
    }
    for flow in plan.flows(in: period)
    where chain.contains(flow.key.commodity) && clean.contains(flow.key.origin)
      && flow.quantity > 0
    {
      let counts =
        commodity.members.contains(flow.key.commodity) && subject.contains(flow.key.destination)
      let column = lp.addColumn(upper: flow.quantity, cost: counts ? 1 : 0)
      let origin = cell(flow.key.commodity, flow.key.origin)
      lp.add(-1, column, to: row(&made, origin))
      if let use = used[cell(flow.key.commodity, flow.key.destination)] {
        lp.add(1, column, to: use)
      }
    }
    guard lp.columnCount > 0 else { return 0 }
    let solution = try solver.solve(lp)
    return solution.isOptimal ? solution.objective : 0
  }
}
