package import LinearProgramming
package import Sourcing

/// The largest clean sub-flow of a finished plan, for one goal or one figure by itself. It is the sub-flow of the
/// `chain` rows of the planning program, with the plan's flows and activities as upper bounds.
package struct CleanShare {
  let solver: any Solver
  let instance: Instance
  let producers: Producers
  let plan: Plan
  let shares: PlanShares

  /// The sub-flows of a plan.
  ///
  /// - Parameters:
  ///   - solver: solves one linear program for each share.
  ///   - instance: the instance of the plan.
  ///   - producers: the producers of the plan.
  ///   - plan: the plan.
  ///   - shares: its shares.
  package init(
    solver: any Solver, instance: Instance, producers: Producers, plan: Plan, shares: PlanShares
  ) {
    self.solver = solver
    self.instance = instance
    self.producers = producers
    self.plan = plan
    self.shares = shares
  }

  /// Reliance through the whole chain. `at_most` upon O: 1 − the largest share of supply that producers outside O can
  /// have made alone. `at_least` upon T: the largest share that producers in T can have made alone. nil if nothing
  /// is supplied.
  ///
  /// - Parameters:
  ///   - subject: who is supplied.
  ///   - upon: O or T.
  ///   - commodity: the good.
  ///   - period: when.
  ///   - direction: whether upon O or upon T.
  /// - Throws: `NoOptimum` if the time limit comes first; `SolverError`.
  package func reliance(
    of subject: [RegionIndex], upon: RegionSet, _ commodity: CommodityGroup, period: PeriodIndex,
    _ direction: Goal.Direction
  ) throws -> Double? {
    let all = Array(instance.regions.indices)
    let total = shares.trade(commodity, from: all, to: subject, period: period)
    guard total > 0 else { return nil }
    let isCap = direction == .atMost
    let clean = isCap ? all.filter { !upon.members.contains($0) } : upon.members
    let share = try largestCleanInflow(into: subject, from: clean, commodity, period) / total
    return min(1, max(0, isCap ? 1 - share : share))
  }

  private func largestCleanInflow(
    into subject: [RegionIndex], from clean: [RegionIndex], _ commodity: CommodityGroup,
    _ period: PeriodIndex
  ) throws -> Double {
    let chain = instance.upstream(of: Set(commodity.members))
    var inflow = CleanInflow()
    for region in clean {
      for index in producers.inRegion[region] {
        let process = instance.processes[producers.all[index].process]
        let activity = plan.activity[index][period]
        guard activity > 0, process.outputs.contains(where: { chain.contains($0.commodity) })
        else { continue }
        inflow.addActivity(of: process, in: region, atMost: activity)
      }
    }
    for flow in plan.flows(in: period)
    where chain.contains(flow.key.commodity) && clean.contains(flow.key.origin)
      && flow.quantity > 0
    {
      let counts =
        commodity.members.contains(flow.key.commodity) && subject.contains(flow.key.destination)
      inflow.addFlow(flow, counts: counts)
    }
    guard inflow.program.columnCount > 0 else { return 0 }
    return try solver.solve(inflow.program)
      .optimum(of: "the reliance through the chain that the plan achieves").objective
  }
}

/// Writes the program of the largest clean inflow: all activities first, then flows.
private struct CleanInflow {
  private(set) var program = LinearProgram(sense: .maximise)
  /// Σ out·x° − Σ f° ≥ 0.
  private var supply: [Place: Row] = [:]
  /// Σ f° − Σ in·x° ≥ 0, where clean producers use something.
  private var use: [Place: Row] = [:]

  mutating func addActivity(of process: Process, in region: RegionIndex, atMost limit: Double) {
    let column = program.addColumn(upper: limit, size: limit)
    for term in process.outputs {
      let place = Place(region: region, commodity: term.commodity)
      program.add(term.quantity, column, to: row(\.supply, place))
    }
    for term in process.inputs {
      let place = Place(region: region, commodity: term.commodity)
      program.add(-term.quantity, column, to: row(\.use, place))
    }
  }

  mutating func addFlow(_ flow: Plan.Flow, counts: Bool) {
    let column = program.addColumn(upper: flow.quantity, cost: counts ? 1 : 0, size: flow.quantity)
    let origin = Place(region: flow.key.origin, commodity: flow.key.commodity)
    program.add(-1, column, to: row(\.supply, origin))
    let destination = Place(region: flow.key.destination, commodity: flow.key.commodity)
    if let balance = use[destination] { program.add(1, column, to: balance) }
  }

  private mutating func row(_ rows: WritableKeyPath<Self, [Place: Row]>, _ place: Place) -> Row {
    if let row = self[keyPath: rows][place] { return row }
    let row = program.addRow(lower: 0)
    self[keyPath: rows][place] = row
    return row
  }
}
