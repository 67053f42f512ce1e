import LinearProgramming
import Sourcing

/// Writes one copy of the stress LP into a program: the whole window is known in month 1, so the answer
/// is the best that could be done. Nothing is minimised here.
///
/// Where the plan is made of numbers, its limits are column bounds; where it is made of variables, rows.
/// Each family of rows has a function, whose comment states its formula. M months are m = 1…H, rates are
/// annual, and a month is 1/12 year.
struct StressBlockBuilder {
  let plan: PlanReference
  let options: StressOptions
  let factors: DisruptionFactors
  private let instance: Instance
  private let reach: Reach
  private let sharers: StockSharing
  private var block: StressBlock

  /// - Parameters:
  ///   - factors: the disruption; undisturbed for a program whose bounds are changed later.
  ///   - window: the window's number in its program.
  init(plan: PlanReference, options: StressOptions, factors: DisruptionFactors, window: Int) {
    self.plan = plan
    self.options = options
    self.factors = factors
    instance = plan.instance
    sharers = StockSharing(instance: plan.instance, sharing: options.sharing)
    block = StressBlock(window: window, horizonMonths: options.horizonMonths)
    reach = Reach(
      instance: plan.instance, producers: plan.producers,
      hasCapacity: IndexedArray(
        plan.producers.all.indices.map {
          let capacity = plan.capacity($0)
          return !capacity.isConstant || capacity.constant > 0
        }),
      period: plan.period,
      stockedPlaces: plan.hasStockpiles ? sharers.reachedPlaces : [], canStore: false)
  }

  /// Adds the window's columns and rows; says where they are.
  consuming func build(into program: inout KeyedProgram) -> StressBlock {
    for month in 1...options.horizonMonths { addMonth(month, to: &program) }
    addSharingQuotas(to: &program)
    if options.sharing.mode == .iep { block.addRightsRows(to: &program, instance: instance) }
    return block
  }

  private func key(_ row: StressRow) -> RowKey { .stress(row, window: block.window) }

  // MARK: One month

  /// What a month makes and uses at each place, as terms of its balances.
  private struct Balances {
    var made: [Place: [(Double, Column)]] = [:]
    var used: [Place: [(Double, Column)]] = [:]
  }

  private mutating func addMonth(_ month: Int, to program: inout KeyedProgram) {
    var balances = Balances()
    addActivities(month, &balances, to: &program)
    addFlows(month, &balances, to: &program)
    if plan.hasStockpiles { addStocks(month, &balances, to: &program) }
    addSupply(month, balances.made, to: &program)
    addUse(month, balances.used, to: &program)
    addQuotas(month, to: &program)
  }

  /// `stress_capacity`, for each producer q that may run, factor from the disruption:
  ///
  ///     factor·(capacity of q in τ) − x[q,m] ≥ 0
  ///
  /// a bound where the capacity is a number. Dual: lost value of one more unit of capacity a year (≤ 0).
  private mutating func addActivities(
    _ month: Int, _ balances: inout Balances, to program: inout KeyedProgram
  ) {
    for (index, producer) in plan.producers.all.indexed() where reach.isAble[index] {
      let factor = factors.production(
        process: producer.process, region: producer.region, month: month)
      guard factor > 0 else { continue }
      let row = StressRow.capacity(producer: index, month: month)
      let column = addLimited(by: plan.capacity(index), factor: factor, row, to: &program).column
      block.activities.append(.init(producer: index, month: month, column: column))
      let process = instance.processes[producer.process]
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
    by limit: LinearExpression, factor: Double, _ row: StressRow, to program: inout KeyedProgram
  ) -> (column: Column, row: Row?) {
    if limit.isConstant { return (program.addColumn(upper: factor * limit.constant), nil) }
    let column = program.addColumn()
    var slack = LinearExpression()
    slack.add(limit, scaledBy: factor)
    slack.add(-1, column)
    return (column, program.addRow(key(row), slack, lower: 0))
  }

  private mutating func addFlows(
    _ month: Int, _ balances: inout Balances, to program: inout KeyedProgram
  ) {
    let regions = instance.regions.indices
    for commodity in instance.commodities.indices {
      for origin in regions where reach.made(commodity, in: origin) {
        for destination in regions where reach.used(commodity, in: destination) {
          let key = FlowKey(
            commodity: commodity, origin: origin, destination: destination, period: plan.period)
          guard let lane = lane(key), let column = addFlow(key, lane, month, to: &program) else {
            continue
          }
          balances.made[Place(region: origin, commodity: commodity), default: []]
            .append((-1, column))
          balances.used[Place(region: destination, commodity: commodity), default: []]
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

  /// `stress_flow`, for each flow that the pre-shock flow f* limits, by the share that the disruption and the
  /// time to reroute leave of it:
  ///
  ///     share·f*[k,i,j,τ] − f[k,i,j,m] ≥ 0
  ///
  /// a bound where f* is a number. nil where nothing can flow. Dual: lost value of one more unit a year that
  /// flowed before (≤ 0).
  private mutating func addFlow(
    _ key: FlowKey, _ lane: Lane, _ month: Int, to program: inout KeyedProgram
  ) -> Column? {
    guard let share = factors.preShockShare(of: key, month: month, options) else {
      let column = program.addColumn(upper: lane.capacity)
      block.flows.append(.init(key: key, month: month, column: column, limit: nil))
      return column
    }
    let before = plan.flow(key)
    guard share > 0, !before.isConstant || before.constant > 0 else { return nil }
    let (column, row) = addLimited(
      by: before, factor: share, .preShockFlow(key, month: month), to: &program)
    let bound = min(lane.capacity, program.program.columnUpper[column.index])
    program.setBounds(column, lower: 0, upper: bound)
    block.flows.append(.init(key: key, month: month, column: column, limit: row))
    return column
  }

  private mutating func addStocks(
    _ month: Int, _ balances: inout Balances, to program: inout KeyedProgram
  ) {
    for (index, stockpile) in instance.stockpiles.indexed() {
      let draw = program.addColumn()
      block.draws.append(.init(stockpile: index, month: month, column: draw))
      var leaving = [draw]
      balances.used[
        Place(region: stockpile.region, commodity: stockpile.commodity), default: []
      ].append((1, draw))
      for destination in sharers.receivers(of: index)
      where maySend(stockpile, to: destination, month) {
        let shared = program.addColumn()
        block.sharedDraws.append(
          .init(stockpile: index, destination: destination, month: month, column: shared))
        balances.used[
          Place(region: destination, commodity: stockpile.commodity), default: []
        ].append((1, shared))
        leaving.append(shared)
      }
      addLevel(of: index, stockpile, month, leaving, to: &program)
    }
  }

  /// Emergency shipments need an open lane that no factor of 0 closes; its limits do not bind them.
  private func maySend(_ stockpile: Stockpile, to destination: RegionIndex, _ month: Int) -> Bool {
    let key = FlowKey(
      commodity: stockpile.commodity, origin: stockpile.region, destination: destination,
      period: plan.period)
    let hit = factors.lane(
      commodity: key.commodity, origin: key.origin, destination: key.destination, month: month)
    return lane(key) != nil && hit ?? 1 > 0
  }

  /// `stress_stock`, for each stockpile w, whose level S is ≥ 0 and starts at the plan's × the `stock` factor:
  ///
  ///     S[w,m] − (1−loss)^(1/12)·S[w,m−1] + (1/12)·(draw + what is shared) = 0
  ///
  /// and `stress_release`: draw + what is shared ≤ release_limit. Duals: lost value of one more unit in store,
  /// and of one more unit a year that may leave (≤ 0).
  private mutating func addLevel(
    of index: StockpileIndex, _ stockpile: Stockpile, _ month: Int, _ leaving: [Column],
    to program: inout KeyedProgram
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
    let place = index
    let row = program.addRow(
      key(.stock(stockpile: place, month: month)), balance, lower: 0, upper: 0)
    block.levels.append(.init(stockpile: index, month: month, column: level, balance: row))
    guard stockpile.releaseLimit < .infinity else { return }
    let release = program.addRow(
      key(.release(stockpile: place, month: month)), upper: stockpile.releaseLimit)
    for column in leaving { program.add(1, column, to: release) }
  }

  // MARK: Balances

  /// `stress_supply`, for each region i and commodity k from which anything may flow:
  ///
  ///     Σ_{q in i} out(q,k)·x[q,m] − Σ_j f[k,i,j,m] ≥ 0
  ///
  /// Dual: lost value of one more unit a year made at i (≤ 0 as a saving of loss).
  private func addSupply(
    _ month: Int, _ made: [Place: [(Double, Column)]], to program: inout KeyedProgram
  ) {
    for place in made.keys.sorted() {
      guard let terms = made[place], terms.contains(where: { $0.0 < 0 }) else { continue }
      let row = program.addRow(
        key(
          .supply(
            region: place.region, commodity: place.commodity,
            month: month)),
        lower: 0)
      addTerms(terms, to: row, of: &program)
    }
  }

  /// `stress_use`, for each region j and commodity k that is demanded, used or delivered there:
  ///
  ///     Σ_i f[k,i,j,m] + draws + u[j,k,m] − Σ_{q in j} in(q,k)·x[q,m] = factor·demand(j,k,τ)
  ///
  /// with the shortage u where there is demand. Dual: lost value of one more unit a year needed at j.
  private mutating func addUse(
    _ month: Int, _ used: [Place: [(Double, Column)]], to program: inout KeyedProgram
  ) {
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
      let row = program.addRow(
        key(
          .use(
            region: place.region, commodity: place.commodity,
            month: month)),
        lower: demand, upper: demand)
      addTerms(used[place] ?? [], to: row, of: &program)
      guard demands[place] != nil else { continue }
      let shortage = program.addColumn(upper: demand)
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

  /// `stress_quota`, for each quota of τ, which binds in every month:
  ///
  ///     Σ f[k,i,j,m] over its commodities, origins and destinations with i ≠ j ≤ quantity
  ///
  /// Dual: lost value of one more unit of quota (≤ 0).
  private func addQuotas(_ month: Int, to program: inout KeyedProgram) {
    guard !instance.quotas.isEmpty else { return }
    let flows = block.flows.reversed().prefix { $0.month == month }
    for (index, quota) in instance.quotas.indexed()
    where (quota.period ?? plan.period) == plan.period {
      let limited = flows.filter { quota.counts($0.key) }
      guard !limited.isEmpty else { continue }
      let row = program.addRow(
        key(.quota(quota: index, month: month)), upper: quota.quantity)
      for flow in limited { program.add(1, flow.column, to: row) }
    }
  }

  /// `sharing_quota`, for each stockpile w that others may draw on under `quota`:
  ///
  ///     (1/12)·Σ_{j,m} d[w,j,m] ≤ quota·(starting level of w)
  ///
  /// Dual: lost value of one more unit that may leave for others (≤ 0).
  private mutating func addSharingQuotas(to program: inout KeyedProgram) {
    guard case .quota(let share) = options.sharing.mode else { return }
    for (index, stockpile) in instance.stockpiles.indexed() {
      let shared = block.sharedDraws.filter { $0.stockpile == index }
      guard !shared.isEmpty else { continue }
      var sum = LinearExpression()
      for draw in shared { sum.add(1.0 / 12, draw.column) }
      sum.add(plan.startingLevel(index), scaledBy: -share * factors.stock(stockpile))
      let row = program.addRow(
        key(.sharingQuota(stockpile: index)), sum, upper: 0)
      block.quotaRows.append((index, row))
    }
  }
}
