import LinearProgramming
import Sourcing

/// Writes one copy of the stress LP into a program: the whole window is known in month 1, so the answer
/// is the best that could be done. Nothing is minimised here.
///
/// Where the plan is made of numbers, its limits are column bounds; where it is made of variables, rows.
struct StressBlockBuilder {
  let plan: PlanReference
  let options: StressOptions
  let factors: DisruptionFactors
  private let instance: Instance
  private let reach: Reach
  private let sharers: StockSharing

  private(set) var program: LinearProgram
  private(set) var block: StressBlock

  /// - Parameters:
  ///   - program: the program that the block is added to.
  ///   - factors: the disruption; undisturbed for a program whose bounds are changed later.
  init(
    adding program: LinearProgram, plan: PlanReference, options: StressOptions,
    factors: DisruptionFactors
  ) {
    self.program = program
    self.plan = plan
    self.options = options
    self.factors = factors
    instance = plan.instance
    sharers = StockSharing(instance: plan.instance, sharing: options.sharing)
    block = StressBlock(horizonMonths: options.horizonMonths)
    reach = Reach(
      instance: plan.instance, producers: plan.producers,
      hasCapacity: plan.producers.all.indices.map {
        let capacity = plan.capacity($0)
        return !capacity.isConstant || capacity.constant > 0
      },
      period: plan.period,
      stockedPlaces: plan.hasStockpiles ? sharers.reachedPlaces : [], canStore: false)
  }

  mutating func build() -> (LinearProgram, StressBlock) {
    for month in 1...options.horizonMonths { addMonth(month) }
    addSharingQuotas()
    if options.sharing.mode == .iep { block.addRightsRows(to: &program, instance: instance) }
    return (program, block)
  }

  // MARK: One month

  private mutating func addMonth(_ month: Int) {
    var made: [Place: [(Double, Column)]] = [:]
    var used: [Place: [(Double, Column)]] = [:]
    addActivities(month, &made, &used)
    addFlows(month, &made, &used)
    if plan.hasStockpiles { addStocks(month, &used) }
    addSupply(made)
    addUse(month, used)
    addQuotas(month)
  }

  private mutating func addActivities(
    _ month: Int, _ made: inout [Place: [(Double, Column)]],
    _ used: inout [Place: [(Double, Column)]]
  ) {
    for (index, producer) in plan.producers.all.enumerated() where reach.isAble[index] {
      let factor = factors.production(
        process: producer.process, region: producer.region, month: month)
      guard factor > 0 else { continue }
      let column = addLimited(by: plan.capacity(index), factor: factor).column
      block.activities.append(.init(producer: index, month: month, column: column))
      let process = instance.processes[producer.process]
      for term in process.outputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        made[place, default: []].append((term.quantity, column))
      }
      for term in process.inputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        used[place, default: []].append((-term.quantity, column))
      }
    }
  }

  /// A column between 0 and `factor`·limit.
  private mutating func addLimited(by limit: LinearExpression, factor: Double) -> (
    column: Column, row: Row?
  ) {
    if limit.isConstant { return (program.addColumn(upper: factor * limit.constant), nil) }
    let column = program.addColumn()
    var slack = LinearExpression()
    slack.add(limit, scaledBy: factor)
    slack.add(-1, column)
    return (column, program.addRow(slack, lower: 0))
  }

  private mutating func addFlows(
    _ month: Int, _ made: inout [Place: [(Double, Column)]],
    _ used: inout [Place: [(Double, Column)]]
  ) {
    let regions = instance.regions.indices
    for commodity in instance.commodities.indices {
      for origin in regions where reach.made(commodity, in: origin) {
        for destination in regions where reach.used(commodity, in: destination) {
          let key = FlowKey(
            commodity: commodity, origin: origin, destination: destination, period: plan.period)
          guard let lane = lane(key), let column = addFlow(key, lane, month) else { continue }
          made[Place(region: origin, commodity: commodity), default: []].append((-1, column))
          used[Place(region: destination, commodity: commodity), default: []]
            .append((1, column))
        }
      }
    }
  }

  private func lane(_ key: FlowKey) -> Lane? {
    instance.lanes[
      commodity: key.commodity, origin: key.origin, destination: key.destination,
      period: key.period]
  }

  /// A flow, limited by its lane, by the pre-shock flow while trade cannot be rerouted, and by the
  /// factor's part of it where the lane is hit; nil where nothing can flow.
  private mutating func addFlow(_ key: FlowKey, _ lane: Lane, _ month: Int) -> Column? {
    let hit = factors.lane(
      commodity: key.commodity, origin: key.origin, destination: key.destination, month: month)
    let isStuck = key.isInternational && month <= options.rerouteMonths
    guard let share = hit ?? (isStuck ? 1 : nil) else {
      let column = program.addColumn(upper: lane.capacity)
      block.flows.append(.init(key: key, month: month, column: column, limit: nil))
      return column
    }
    let before = plan.flow(key)
    guard share > 0, !before.isConstant || before.constant > 0 else { return nil }
    let (column, row) = addLimited(by: before, factor: share)
    let bound = min(lane.capacity, program.columnUpper[column.index])
    program.setBounds(column, lower: 0, upper: bound)
    block.flows.append(.init(key: key, month: month, column: column, limit: row))
    return column
  }

  private mutating func addStocks(
    _ month: Int, _ used: inout [Place: [(Double, Column)]]
  ) {
    for (index, stockpile) in instance.stockpiles.enumerated() {
      let draw = program.addColumn()
      block.draws.append(.init(stockpile: index, month: month, column: draw))
      var leaving = [draw]
      used[Place(region: stockpile.region, commodity: stockpile.commodity), default: []]
        .append((1, draw))
      for destination in sharers.receivers(of: index)
      where maySend(stockpile, to: destination, month) {
        let shared = program.addColumn()
        block.sharedDraws.append(
          .init(stockpile: index, destination: destination, month: month, column: shared))
        used[Place(region: destination, commodity: stockpile.commodity), default: []]
          .append((1, shared))
        leaving.append(shared)
      }
      addLevel(of: index, stockpile, month, leaving)
    }
  }

  /// Emergency shipments need an open lane that no factor of 0 closes; its limits do not bind them.
  private func maySend(_ stockpile: Stockpile, to destination: Int, _ month: Int) -> Bool {
    let key = FlowKey(
      commodity: stockpile.commodity, origin: stockpile.region, destination: destination,
      period: plan.period)
    let hit = factors.lane(
      commodity: key.commodity, origin: key.origin, destination: key.destination, month: month)
    return lane(key) != nil && hit ?? 1 > 0
  }

  /// S[w,m] = (1−loss)^(1/12)·S[w,m−1] − (1/12)·(draw + what is shared) ≥ 0, and the release limit.
  private mutating func addLevel(
    of index: Int, _ stockpile: Stockpile, _ month: Int, _ leaving: [Column]
  ) {
    let kept = power(1 - stockpile.loss, 1.0 / 12)
    let level = program.addColumn()
    var balance = LinearExpression(level)
    for column in leaving { balance.add(1.0 / 12, column) }
    if month == 1 {
      balance.add(plan.startingLevel(index), scaledBy: -kept * factors.stock(stockpile))
    } else if let before = block.levels.last(where: { $0.stockpile == index }) {
      balance.add(-kept, before.column)
    }
    let row = program.addRow(balance, lower: 0, upper: 0)
    block.levels.append(.init(stockpile: index, month: month, column: level, balance: row))
    guard stockpile.releaseLimit < .infinity else { return }
    let release = program.addRow(upper: stockpile.releaseLimit)
    for column in leaving { program.add(1, column, to: release) }
  }

  // MARK: Balances

  private mutating func addSupply(_ made: [Place: [(Double, Column)]]) {
    for place in made.keys.sorted() {
      guard let terms = made[place], terms.contains(where: { $0.0 < 0 }) else { continue }
      let row = program.addRow(lower: 0)
      addTerms(terms, to: row)
    }
  }

  private mutating func addUse(_ month: Int, _ used: [Place: [(Double, Column)]]) {
    var used = used
    var demands: [Place: Double] = [:]
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices {
        let demand = instance.demands[
          region: region, commodity: commodity, period: plan.period
        ].quantity
        guard demand > 0 else { continue }
        let place = Place(region: region, commodity: commodity)
        demands[place] =
          demand * factors.demand(region: region, commodity: commodity, month: month)
        used[place, default: []] += []
      }
    }
    for place in used.keys.sorted() {
      let demand = demands[place] ?? 0
      let row = program.addRow(lower: demand, upper: demand)
      addTerms(used[place] ?? [], to: row)
      guard demands[place] != nil else { continue }
      let shortage = program.addColumn(upper: demand)
      program.add(1, shortage, to: row)
      block.shortages.append(
        .init(
          region: place.region, commodity: place.commodity, month: month, column: shortage,
          balance: row))
    }
  }

  private mutating func addTerms(_ terms: [(Double, Column)], to row: Row) {
    var sum = LinearExpression()
    for (coefficient, column) in terms { sum.add(coefficient, column) }
    for term in sum.terms { program.add(term.coefficient, term.column, to: row) }
  }

  /// The quotas of τ bind in every month.
  private mutating func addQuotas(_ month: Int) {
    guard !instance.quotas.isEmpty else { return }
    let flows = block.flows.reversed().prefix { $0.month == month }
    for quota in instance.quotas where (quota.period ?? plan.period) == plan.period {
      let limited = flows.filter { quota.counts($0.key) }
      guard !limited.isEmpty else { continue }
      let row = program.addRow(upper: quota.quantity)
      for flow in limited { program.add(1, flow.column, to: row) }
    }
  }

  /// Over the window at most the quota's share of a stockpile's starting level leaves for others.
  private mutating func addSharingQuotas() {
    guard case .quota(let share) = options.sharing.mode else { return }
    for (index, stockpile) in instance.stockpiles.enumerated() {
      let shared = block.sharedDraws.filter { $0.stockpile == index }
      guard !shared.isEmpty else { continue }
      var sum = LinearExpression()
      for draw in shared { sum.add(1.0 / 12, draw.column) }
      sum.add(plan.startingLevel(index), scaledBy: -share * factors.stock(stockpile))
      block.quotaRows.append((index, program.addRow(sum, upper: 0)))
    }
  }
}
