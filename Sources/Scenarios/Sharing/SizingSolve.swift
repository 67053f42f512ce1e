import Formulation
import LinearProgramming
import Sourcing

/// A sizing LP in a solver session, for one coalition of sharers after another.
struct SizingSolve {
  let sizing: SizingProgram
  let session: any SolverSession
  let options: SolveOptions

  private var instance: Instance { sizing.instance }

  /// Lets these members share and leaves the others on their own.
  ///
  /// - Parameter limits: what they may give and receive, one a disruption; nil: no such limits.
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

  /// The least stock cost as the session stands; nil where the service level cannot be reached.
  func leastCost(_ method: SolveOptions.Method) throws -> Solution? {
    let solution = try solve(method)
    return solution.isOptimal ? solution : nil
  }

  /// Least stock cost, then the smallest largest stock cost of a member, then the least stock.
  func stages(mode: Sharing.Mode, service: Double) throws -> StockpileSizes {
    var reached = service
    var first = try leastCost(.dual)
    if first == nil {
      reached = try largestService(upTo: service)
      first = try leastCost(.primal)
    }
    guard let first else { throw Self.unsolved(.infeasible) }
    let cost = max(0, first.objective)
    try session.addRow(
      sizing.stockCost, lower: -.infinity, upper: cost + 1e-9 * max(1, cost))
    try minimise(LinearExpression(sizing.largestCost))
    let even = try optimal(.primal)
    let largest = max(0, even.objective)
    try session.setBounds(sizing.largestCost, lower: 0, upper: largest + 1e-9 * max(1, largest))
    try minimise(sizing.sizes.reduce(into: LinearExpression()) { $0.add(1, $1.column) })
    let last = try optimal(.primal)
    return StockpileSizes(
      mode: mode, service: reached, isReached: reached == service, stockCost: cost,
      levels: sizing.sizes.map { size in
        let quantity = last[size.column]
        return .init(
          stockpile: size.stockpile, quantity: quantity, cost: quantity * size.unitCost)
      })
  }

  /// The largest service level that any sizes reach; the session then asks for that.
  private func largestService(upTo service: Double) throws -> Double {
    try session.setBounds(sizing.service, lower: 0, upper: service)
    try minimise(LinearExpression(sizing.service, coefficient: -1))
    let largest = max(0, try optimal(.dual)[sizing.service] - 1e-9)
    try session.setBounds(sizing.service, lower: largest, upper: largest)
    try minimise(sizing.stockCost)
    return largest
  }

  private func minimise(_ expression: LinearExpression) throws {
    var wanted: [Column: Double] = [:]
    for term in expression.terms { wanted[term.column] = term.coefficient }
    let costed = [sizing.service, sizing.largestCost] + sizing.sizes.map(\.column)
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

  /// What is missing where a sizing LP ends without the optimum that it must have.
  static func unsolved(_ termination: Termination) -> NoOptimum {
    NoOptimum("the least-cost stockpiles", termination)
  }

  private func optimal(_ method: SolveOptions.Method) throws -> Solution {
    let solution = try solve(method)
    guard solution.isOptimal else { throw Self.unsolved(solution.termination) }
    return solution
  }
}
