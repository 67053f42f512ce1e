import Analysis
import Formulation
import LinearProgramming
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

  /// The least-cost stock of each member and commodity, of several the smallest. Meanwhile its own stockpiles may be as
  /// large as their capacities: another one of them may serve this disruption at a lower cost.
  mutating func needs() throws -> [StockpileUse.Need] {
    try sizing.sizes.map { place(of: $0.stockpile) }.uniqued().map { try need(of: $0) }
  }

  private mutating func need(of place: Place) throws -> StockpileUse.Need {
    let own = sizing.sizes.filter { self.place(of: $0.stockpile) == place }
    let found = own.map { session.program.columnUpper[$0.column.index] }
    var (cost, stock) = (LinearExpression(), LinearExpression())
    for size in own {
      cost.add(size.unitCost, size.column)
      stock.add(1, size.column)
      let capacity = sizing.program.columnUpper[size.column.index]
      try session.setBounds(size.column, lower: 0, upper: capacity)
    }
    var lock: Row?
    if own.count > 1, !cost.terms.isEmpty {
      let least = max(0, try minimise(cost).objective)
      lock = try session.addRow(
        cost, lower: -.infinity, upper: least + session.program.room(of: cost, near: least))
    }
    let solution = try minimise(stock)
    if let lock { try session.setBounds(lock, lower: -.infinity, upper: .infinity) }
    for (size, upper) in zip(own, found) {
      try session.setBounds(size.column, lower: 0, upper: upper)
    }
    return .init(
      place: place, quantity: max(0, solution.objective),
      cost: own.reduce(0) { $0 + $1.unitCost * max(0, solution[$1.column]) })
  }

  private func place(of index: StockpileIndex) -> Place {
    let stockpile = instance.stockpiles[index]
    return Place(region: stockpile.region, commodity: stockpile.commodity)
  }

  /// What leaves stockpiles: the least that goes to other members; of those ways the least that is drawn; then the
  /// least cost of carriage; then what goes to other members as late as possible. So every member uses its own stock
  /// first, also in time. "Least" is the least value of the commodities with a price in τ, then the least of each
  /// other one, so that no answer depends on units.
  mutating func draws() throws -> [StockpileUse.Draw] {
    guard let block = sizing.blocks.first else { return [] }
    var (given, used, early) = (AmountsByGood(), AmountsByGood(), AmountsByGood())
    var carriage = LinearExpression()
    let price = { [instance, period] (good: CommodityIndex) in
      instance.commodities[good].price[period]
    }
    for draw in block.draws {
      let good = instance.stockpiles[draw.stockpile].commodity
      used.add(1, draw.column, of: good, price: price(good))
    }
    for draw in block.sharedDraws {
      let stockpile = instance.stockpiles[draw.stockpile]
      let good = stockpile.commodity
      given.add(1, draw.column, of: good, price: price(good))
      used.add(1, draw.column, of: good, price: price(good))
      let monthsLeft = Double(block.horizonMonths - draw.month)
      early.add(monthsLeft, draw.column, of: good, price: price(good))
      carriage.add(
        instance.carriage(
          of: FlowKey(
            commodity: good, origin: stockpile.region, destination: draw.destination,
            period: period)) / 12, draw.column)
    }
    let stages = given.inOrder + used.inOrder + [carriage] + early.inOrder
    for stage in stages.dropLast() { try keep(stage) }
    let last = try minimise(stages.last ?? carriage)
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

/// Amounts that are minimised: those of commodities with a price together, by value, and each other commodity by
/// itself.
private struct AmountsByGood {
  private var value = LinearExpression()
  private var unpriced: [CommodityIndex: LinearExpression] = [:]

  mutating func add(_ factor: Double, _ column: Column, of good: CommodityIndex, price: Double) {
    if price > 0 {
      value.add(factor * price / 12, column)
    } else {
      unpriced[good, default: LinearExpression()].add(factor / 12, column)
    }
  }

  /// The sums in the order in which they are minimised.
  var inOrder: [LinearExpression] {
    [value] + unpriced.sorted { $0.key < $1.key }.map(\.value)
  }
}
