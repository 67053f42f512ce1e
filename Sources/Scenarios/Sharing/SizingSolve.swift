import Analysis
import Formulation
import LinearProgramming
import Sourcing

/// A sizing LP in a solver session. Coalitions that share are solved one after the other.
struct SizingSolve {
  let sizing: SizingProgram
  let session: any SolverSession
  let options: SolveOptions

  private var instance: Instance { sizing.instance }

  /// How many stages ``stages(mode:service:_:)`` reports: stock cost, largest stock cost of a member, stocks.
  static let stageCount = 3

  /// Lets these members share with each other; all other members use their own stockpiles only.
  ///
  /// - Parameter limits: the most that members give and receive, for each disruption; nil: no such limits.
  func share(among sharers: [RegionIndex], _ limits: [SharingLimits]?) throws {
    let sharers = Set(sharers)
    for (index, block) in sizing.blocks.enumerated() {
      for draw in block.sharedDraws {
        let owner = instance.stockpiles[draw.stockpile].region
        let mayShare = sharers.contains(owner) && sharers.contains(draw.destination)
        try session.setBounds(draw.column, lower: 0, upper: mayShare ? .infinity : 0)
      }
      guard let limits else { continue }
      for (row, upper) in block.rightsBounds(limits[index]) {
        try session.setBounds(row, lower: -.infinity, upper: upper)
      }
    }
  }

  /// The least stock cost with the session's bounds; nil if the service level cannot be reached.
  func leastCost(_ method: SolveOptions.Method) throws -> Solution? {
    let solution = try solve(method)
    return solution.isOptimal ? solution : nil
  }

  /// Solves the stages one after the other: least stock cost; then, at that cost, the smallest value of the largest
  /// stock cost of a member; then the least value of the stocks at their prices; then the least stock of each commodity
  /// without a price. Stocks of different commodities are added up in money only, so the sizes do not depend on units.
  ///
  /// Markets that cannot reach the service level get the greatest level that they can reach; all others get the
  /// full level.
  ///
  /// - Parameter step: each of the ``stageCount`` stages is a part of it.
  func stages(mode: Sharing.Mode, service: Double, _ step: WorkStep = .none) throws
    -> StockpileSizes
  {
    var shortfalls: [ServiceShortfall] = []
    var first = try leastCost(.dual)
    if first == nil {
      shortfalls = try greatestService(upTo: service)
      first = try leastCost(.primal)
    }
    guard let first else { throw Self.unsolved(.infeasible) }
    step.endPart()
    let cost = max(0, first.objective)
    var kept = [try keep(sizing.stockCost, at: cost, asPartOf: sizing.stockCost)]
    let largestCost = LinearExpression(sizing.largestCost)
    try minimise(largestCost)
    let even = try optimal(keeping: kept)
    step.endPart()
    let largest = max(0, even.objective)
    kept.append(try keep(largestCost, at: largest, asPartOf: sizing.stockCost))
    let last = try leastStock(from: even, keeping: kept)
    step.endPart()
    return StockpileSizes(
      mode: mode, service: shortfalls.map(\.service).min() ?? service, shortfalls: shortfalls,
      stockCost: cost,
      levels: sizing.sizes.map { size in
        let quantity = last[size.column]
        return .init(
          stockpile: size.stockpile, quantity: quantity, cost: quantity * size.unitCost)
      })
  }

  /// The least value of all stocks, then the least stock of each commodity without a price.
  ///
  /// - Parameters:
  ///   - start: the solution if there is no such stage.
  ///   - earlier: the stages before.
  private func leastStock(from start: Solution, keeping earlier: [KeptStage]) throws -> Solution {
    let value = sizing.sizes.reduce(into: LinearExpression()) { $0.add($1.price, $1.column) }
    let free = sizing.sizes.filter { $0.price == 0 }
    let stocks = free.map { instance.stockpiles[$0.stockpile].commodity }.uniqued().map { good in
      free.filter { instance.stockpiles[$0.stockpile].commodity == good }
        .reduce(into: LinearExpression()) { $0.add(1, $1.column) }
    }
    var (last, kept) = (start, earlier)
    for stock in (free.count < sizing.sizes.count ? [value] : []) + stocks {
      try minimise(stock)
      last = try optimal(keeping: kept)
      kept.append(try keep(stock, at: max(0, last.objective), asPartOf: stock))
    }
    return last
  }

  /// The optimum of a stage that an earlier one has reached.
  private struct KeptStage {
    let row: Row
    let value: Double
    let room: Double
  }

  /// Adds the row that keeps a stage near its optimum.
  private func keep(
    _ expression: LinearExpression, at value: Double, asPartOf whole: LinearExpression
  ) throws -> KeptStage {
    let room = session.program.room(of: whole, near: value)
    let row = try session.addRow(expression, lower: -.infinity, upper: value + room)
    return KeptStage(row: row, value: value, room: room)
  }

  /// The optimum of a stage after others. The point of the stage before is feasible but for round-off. Where the rooms of
  /// the rows that keep the stages are too small for that, so that no answer passes its check, they are widened.
  private func optimal(keeping stages: [KeptStage]) throws -> Solution {
    for factor in [1.0, 100] {
      if let solution = try leastCostIfChecked(.primal) { return solution }
      for stage in stages {
        try session.setBounds(
          stage.row, lower: -.infinity, upper: stage.value + 100 * factor * stage.room)
      }
    }
    return try optimal(.primal)
  }

  /// As ``leastCost(_:)``; also nil if no answer of the solver passes its check.
  private func leastCostIfChecked(_ method: SolveOptions.Method) throws -> Solution? {
    do { return try leastCost(method) } catch let error as SolverError {
      guard case .refuted = error else { throw error }
      return nil
    }
  }

  /// The greatest service levels that any sizes reach, found as in ``MaxMinFairness``: the smallest level is
  /// raised, the markets that cannot rise further are fixed, and the next solve raises the others. At the end the
  /// session requires these levels.
  private func greatestService(upTo service: Double) throws -> [ServiceShortfall] {
    var open = Array(sizing.requirements.indices)
    var shortfalls: [ServiceShortfall] = []
    var asked = service
    while !open.isEmpty {
      try session.setBounds(sizing.service, lower: 0, upper: service)
      try minimise(LinearExpression(sizing.service, coefficient: -1))
      let solution = try optimal(.dual)
      let level = max(0, solution[sizing.service] - 1e-9)
      if level >= service - 2e-9 {
        asked = level
        break
      }
      for index in fixed(among: open, solution) {
        let requirement = sizing.requirements[index]
        try fix(requirement, at: level)
        open.removeAll { $0 == index }
        shortfalls.append(
          ServiceShortfall(
            place: requirement.place, service: level,
            windows: bindingWindows(of: requirement, solution)))
      }
    }
    try session.setBounds(sizing.service, lower: asked, upper: asked)
    try minimise(sizing.stockCost)
    return shortfalls.sorted { $0.place < $1.place }
  }

  /// Fixes the service level of a market, whatever level the others are required to have.
  private func fix(_ requirement: SizingProgram.Requirement, at level: Double) throws {
    try session.setBounds(requirement.relief, lower: 0, upper: 1)
    var kept = LinearExpression(sizing.service)
    kept.add(-1, requirement.relief)
    try session.addRow(kept, lower: level, upper: level)
  }

  /// The markets among `open` whose level cannot rise further.
  private func fixed(among open: [Int], _ solution: Solution) -> [Int] {
    let duals = open.map { index in
      sizing.requirements[index].rows.reduce(0) { $0 + abs(solution.rowDuals[$1.row.index]) }
    }
    return duals.positionsOfFixedMarkets.map { open[$0] }
  }

  /// The disruptions whose rows bind for a market; all of its disruptions if no row has a dual value.
  private func bindingWindows(of requirement: SizingProgram.Requirement, _ solution: Solution)
    -> [Int]
  {
    let binding = requirement.rows.filter { abs(solution.rowDuals[$0.row.index]) > 1e-9 }
    return (binding.isEmpty ? requirement.rows : binding).map(\.window)
  }

  /// The greatest service level of one market while the others keep their levels.
  ///
  /// - Parameter levels: the levels of the markets that cannot reach the required level; all others have the
  ///   required level. nil: the others need not be served.
  func greatestService(
    of place: Place, upTo service: Double, others levels: [Place: Double]?
  ) throws -> Double {
    var wanted: Column?
    for requirement in sizing.requirements {
      if requirement.place == place { wanted = requirement.relief }
      let relief = levels.map { service - ($0[requirement.place] ?? service) } ?? service
      let isFree = levels == nil || requirement.place == place
      try session.setBounds(
        requirement.relief, lower: isFree ? 0 : relief, upper: isFree ? service : relief)
    }
    guard let wanted else { return 0 }
    try session.setBounds(sizing.service, lower: service, upper: service)
    try minimise(LinearExpression(wanted))
    return service - (try optimal(.dual))[wanted]
  }

  private func minimise(_ expression: LinearExpression) throws {
    var wanted: [Column: Double] = [:]
    for term in expression.terms { wanted[term.column] = term.coefficient }
    let costed =
      [sizing.service, sizing.largestCost] + sizing.sizes.map(\.column)
      + sizing.requirements.map(\.relief)
    for column in costed { try session.setCost(column, wanted[column] ?? 0) }
  }

  private func solve(_ method: SolveOptions.Method) throws -> Solution {
    var options = options
    options.method = method
    let solution = try session.solve(options)
    guard solution.isOptimal || solution.termination == .infeasible else {
      throw Self.unsolved(solution.termination)
    }
    return solution
  }

  /// The error for a sizing LP that ended without an optimum.
  static func unsolved(_ termination: Termination) -> NoOptimum {
    NoOptimum("the least stock cost", termination)
  }

  private func optimal(_ method: SolveOptions.Method) throws -> Solution {
    let solution = try solve(method)
    guard solution.isOptimal else { throw Self.unsolved(solution.termination) }
    return solution
  }
}
