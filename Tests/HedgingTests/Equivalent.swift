import GLPKSolver
import Hedging
import LinearProgramming

/// The best common decisions of a problem, found in another way: every world has columns of its own for them, and rows
/// say that they are equal.
struct Equivalent {
  private var program = LinearProgram()
  /// Σ cost·x of each world.
  private var costs: [LinearExpression] = []
  private var largest: Column
  private let problem: HedgeProblem

  init(_ problem: HedgeProblem, _ places: [Int]? = nil) {
    self.problem = problem
    largest = program.addColumn()
    var first: [Column]?
    for place in places ?? Array(problem.worlds.indices) {
      let world = problem.worlds[place]
      let own = add(world)
      let common = world.common.map { own[$0.index] }
      for (column, other) in zip(common, first ?? common) where column != other {
        var row = LinearExpression(column)
        row.add(-1, other)
        program.addRow(row, lower: 0, upper: 0)
      }
      first = first ?? common
      var regret = costs.last ?? LinearExpression()
      regret.constant -= world.ownCost
      regret.add(-1, largest)
      program.addRow(regret, upper: 0)
    }
  }

  private mutating func add(_ world: HedgeWorld) -> [Column] {
    let own = world.program
    let columns = (0..<own.columnCount).map { index in
      program.addColumn(
        lower: own.columnLower[index], upper: own.columnUpper[index],
        integer: own.integerColumns.contains(Int32(index)))
    }
    var rows = [LinearExpression](repeating: LinearExpression(), count: own.rowCount)
    for term in 0..<own.termCount {
      rows[Int(own.termRow[term])].add(own.termValue[term], columns[Int(own.termColumn[term])])
    }
    for (index, row) in rows.enumerated() {
      program.addRow(row, lower: own.rowLower[index], upper: own.rowUpper[index])
    }
    var cost = LinearExpression(constant: own.constant)
    for (column, value) in zip(columns, own.cost) { cost.add(value, column) }
    costs.append(cost)
    return columns
  }

  /// The least largest regret; nil if no decisions are possible in all worlds.
  func regret() throws -> Double? {
    var stated = program
    stated.setCost(largest, 1)
    return try optimum(stated)
  }

  /// The least expected cost with regrets up to a limit; nil if there are no such decisions.
  func expected(within limit: Double = .infinity) throws -> Double? {
    var stated = program
    stated.setBounds(largest, lower: 0, upper: limit)
    for (world, cost) in zip(problem.worlds, costs) {
      stated.constant += world.probability * cost.constant
      for term in cost.terms {
        stated.setCost(term.column, world.probability * term.coefficient)
      }
    }
    return try optimum(stated)
  }

  private func optimum(_ stated: LinearProgram) throws -> Double? {
    let solution = try GLPKSolver().solve(stated)
    if solution.termination == .infeasible { return nil }
    return try solution.optimum(of: "the equivalent").objective
  }
}

extension HedgeProblem {
  /// The cost of a world with given decisions, by a program in which rows fix them; nil if they are not possible.
  func cost(of place: Int, with decisions: [Double]) throws -> Double? {
    let world = worlds[place]
    var program = world.program
    for (column, value) in zip(world.common, decisions) {
      program.addRow(LinearExpression(column), lower: value, upper: value)
    }
    let solution = try GLPKSolver().solve(program)
    if solution.termination == .infeasible { return nil }
    return try solution.optimum(of: "a world").objective
  }

  /// How far a point is from keeping bounds, rows and whole numbers of a world's program.
  func violation(of point: [Double], in place: Int) -> Double {
    let program = worlds[place].program
    var worst = 0.0
    for (index, value) in point.enumerated() {
      worst = max(worst, program.columnLower[index] - value, value - program.columnUpper[index])
    }
    for (index, value) in program.activities(at: point).enumerated() {
      worst = max(worst, program.rowLower[index] - value, value - program.rowUpper[index])
    }
    for column in program.integerColumns {
      worst = max(worst, abs(point[Int(column)] - point[Int(column)].rounded()))
    }
    return worst
  }
}
