import Analysis
import Formulation
import LinearProgramming
import Parallel
import Sourcing

/// The sizing LP of one disruption alone, in a session, with stocks that are at most those found for all disruptions.
struct SizedWindow {
  private let sizing: SizingProgram
  private let session: any SolverSession
  private let options: SolveOptions
  private let period: PeriodIndex
  /// Columns that may have a cost.
  private var costed: Set<Column>

  private var instance: Instance { sizing.instance }

  /// Sets the sizes and the service levels that were found. Sizes have a room of 1e-7, service levels one of 1e-8, so
  /// that the rounding of the solver does not leave the window without a feasible point.
  init(
    _ sizing: SizingProgram, _ sizes: StockpileSizes, session: any SolverSession,
    options: SolveOptions, period: PeriodIndex
  ) throws {
    (self.sizing, self.session, self.options, self.period) = (sizing, session, options, period)
    costed = Set(sizing.sizes.map(\.column))
    for (size, level) in zip(sizing.sizes, sizes.levels) {
      let room = session.program.room(of: LinearExpression(size.column), near: level.quantity)
      try session.setBounds(size.column, lower: 0, upper: max(0, level.quantity) + 100 * room)
    }
    let asked = session.program.columnLower[sizing.service.index]
    for requirement in sizing.requirements {
      let found = sizes.shortfalls.first { $0.place == requirement.place }?.service
      guard let found else { continue }
      try session.setBounds(
        requirement.relief, lower: 0, upper: min(asked, max(0, asked - found) + 1e-8))
    }
  }

  /// The least stock of each member and commodity.
  mutating func needs() throws -> [StockpileUse.Need] {
    let places = sizing.sizes.map { place(of: $0.stockpile) }.uniqued()
    return try places.map { place in
      let stock = sizing.sizes.filter { self.place(of: $0.stockpile) == place }
        .reduce(into: LinearExpression()) { $0.add(1, $1.column) }
      return .init(place: place, quantity: max(0, try minimise(stock).objective))
    }
  }

  private func place(of index: StockpileIndex) -> Place {
    let stockpile = instance.stockpiles[index]
    return Place(region: stockpile.region, commodity: stockpile.commodity)
  }

  /// What leaves stockpiles: the least value that goes to other members; of those ways the least value of all draws;
  /// then the least cost of carriage; then what goes to other members as late as possible. So every member uses its own
  /// stock first, also in time. Values are at the price of τ, or 1 where that is 0.
  mutating func draws() throws -> [StockpileUse.Draw] {
    guard let block = sizing.blocks.first else { return [] }
    let value = { [instance, period] (index: StockpileIndex) in
      let price = instance.commodities[instance.stockpiles[index].commodity].price[period]
      return (price == 0 ? 1 : price) / 12
    }
    var (given, used) = (LinearExpression(), LinearExpression())
    var (carriage, early) = (LinearExpression(), LinearExpression())
    for draw in block.draws { used.add(value(draw.stockpile), draw.column) }
    for draw in block.sharedDraws {
      let stockpile = instance.stockpiles[draw.stockpile]
      given.add(value(draw.stockpile), draw.column)
      used.add(value(draw.stockpile), draw.column)
      let monthsLeft = Double(block.horizonMonths - draw.month)
      early.add(monthsLeft * value(draw.stockpile), draw.column)
      carriage.add(
        instance.carriage(
          of: FlowKey(
            commodity: stockpile.commodity, origin: stockpile.region,
            destination: draw.destination, period: period)) / 12, draw.column)
    }
    try keep(given)
    try keep(used)
    try keep(carriage)
    let last = try minimise(early)
    // What the rooms of the sizes let through is less than this.
    let quantity = { [program = session.program] (column: Column) in
      last[column] > 1e-6 * program.size(of: column) ? last[column] / 12 : 0
    }
    let own = block.draws.map { draw in
      StockpileUse.Draw(
        stockpile: draw.stockpile, destination: instance.stockpiles[draw.stockpile].region,
        month: draw.month, quantity: quantity(draw.column))
    }
    let shared = block.sharedDraws.map {
      StockpileUse.Draw(
        stockpile: $0.stockpile, destination: $0.destination, month: $0.month,
        quantity: quantity($0.column))
    }
    return (own + shared).filter { $0.quantity > 0 }.sorted {
      ($0.stockpile, $0.destination, $0.month) < ($1.stockpile, $1.destination, $1.month)
    }
  }

  /// Minimises an expression and keeps it at its least value in all solves that follow.
  private mutating func keep(_ expression: LinearExpression) throws {
    guard !expression.terms.isEmpty else { return }
    let least = max(0, try minimise(expression).objective)
    try session.addRow(
      expression, lower: -.infinity,
      upper: least + session.program.room(of: expression, near: least))
  }

  private mutating func minimise(_ expression: LinearExpression) throws -> Solution {
    for column in costed { try session.setCost(column, 0) }
    for term in expression.terms {
      try session.setCost(term.column, term.coefficient)
      costed.insert(term.column)
    }
    let solution = try session.solve(options)
    guard solution.isOptimal else { throw SizingSolve.unsolved(solution.termination) }
    return solution
  }
}

extension StockpileSizing {
  /// Adds what each disruption makes of the stocks, each in a window of its own.
  ///
  /// A solve that reaches the time limit, or fails, leaves its entry nil; the sizes stay valid.
  func withUses(
    _ sizes: [StockpileSizes], _ caps: [Double], _ unshared: WindowsWithoutSharing, jobs: Int
  ) throws -> [StockpileSizes] {
    let limits = try sizes.map { try self.limits($0.mode, sharers: members.members, unshared) }
    let windows = sizes.indices.flatMap { place in
      disruptions.indices.map { (sizes: place, disruption: $0) }
    }
    let uses = try progress.step("needs in each disruption", parts: windows.count) { step in
      try inParallel(windows, jobs: jobs) { window -> StockpileUse? in
        try step.part {
          try use(
            of: sizes[window.sizes], in: window.disruption, caps,
            limits[window.sizes].map { [$0[window.disruption]] })
        }
      }
    }
    var found = sizes
    for (window, use) in zip(windows, uses) { found[window.sizes].uses.append(use) }
    return found
  }

  private func use(
    of sizes: StockpileSizes, in disruption: Int, _ caps: [Double], _ limits: [SharingLimits]?
  ) throws -> StockpileUse? {
    let alone = StockpileSizing(
      stress: stress, members: members, disruptions: [disruptions[disruption]], service: service,
      commodities: commodities)
    do {
      let sizing = try alone.program(sizes.mode, [caps[disruption]])
      return try stress.solver.withSession(sizing.program) { session in
        let solve = SizingSolve(sizing: sizing, session: session, options: stress.solveOptions)
        try solve.share(among: members.members, limits)
        var window = try SizedWindow(
          sizing, sizes, session: session, options: stress.solveOptions, period: stress.period)
        return StockpileUse(needs: try window.needs(), draws: try window.draws())
      }
    } catch is NoOptimum {
      return nil
    } catch is SolverError {
      return nil
    }
  }
}
