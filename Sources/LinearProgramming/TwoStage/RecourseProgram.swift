/// The second stage of a two-stage linear program, as a convex function of the first stage's columns z:
///
///     V(z) = min q·y   subject to   rowLower ≤ T·z + W·y ≤ rowUpper,   columnLower ≤ y ≤ columnUpper
///
/// A row with only one column y and no upper bound (`T·z − a·y ≥ lower`, a > 0, y ≥ 0) becomes the upper bound y ≤
/// (T·z − lower)/a, so the program has fewer rows. Birge and Louveaux, *Introduction to Stochastic Programming*
/// (2011), chapter 5.
public struct RecourseProgram: Sendable {
  /// Σ coefficient·z + constant.
  private struct Affine: Sendable {
    var terms: [(column: Int32, coefficient: Double)] = []
    var constant = 0.0

    func value(at point: [Double]) -> Double {
      terms.reduce(constant) { $0 + $1.coefficient * point[Int($1.column)] }
    }
  }

  /// The usual size of each column of z.
  private let sizes: [Double]
  /// The program in y, with its bounds at z = 0.
  private let program: LinearProgram
  /// Upper bounds of columns that depend on z.
  private let limits: [(column: Column, limit: Affine)]
  /// Rows whose bounds depend on z: both are moved by −T·z.
  private let shifts: [(row: Row, shift: Affine)]
  /// The row in `program` of each row of the whole program; nil if it became a bound.
  private let places: [Row?]

  /// Takes the second stage from a program whose first `count` columns are z. Costs and bounds of z are not used.
  ///
  /// - Complexity: O(columns + rows + terms).
  public init(_ whole: LinearProgram, firstStageColumns count: Int) {
    var linking = [Affine](repeating: Affine(), count: whole.rowCount)
    var own = [[(column: Int, value: Double)]](repeating: [], count: whole.rowCount)
    for k in 0..<whole.termCount {
      let (row, column) = (Int(whole.termRow[k]), Int(whole.termColumn[k]))
      if column < count {
        linking[row].terms.append((Int32(column), whole.termValue[k]))
      } else {
        own[row].append((column - count, whole.termValue[k]))
      }
    }
    var program = LinearProgram()
    for index in count..<whole.columnCount {
      program.addColumn(
        lower: whole.columnLower[index], upper: whole.columnUpper[index], cost: whole.cost[index],
        size: whole.columnSize[index])
    }
    var limits: [(Column, Affine)] = []
    var shifts: [(Row, Affine)] = []
    var places: [Row?] = []
    var isLimited = [Bool](repeating: false, count: program.columnCount)
    for row in 0..<whole.rowCount {
      let (lower, upper) = (whole.rowLower[row], whole.rowUpper[row])
      if !linking[row].terms.isEmpty, own[row].count == 1,
        case (let column, let value) = own[row][0],
        value < 0, lower.isFinite, upper == .infinity, program.columnLower[column] == 0,
        !isLimited[column]
      {
        let limit = Affine(
          terms: linking[row].terms.map { ($0.column, $0.coefficient / -value) },
          constant: -lower / -value)
        limits.append((Column(column), limit))
        isLimited[column] = true
        places.append(nil)
        continue
      }
      let place = program.addRow(lower: lower, upper: upper)
      for (column, value) in own[row] { program.add(value, Column(column), to: place) }
      if !linking[row].terms.isEmpty { shifts.append((place, linking[row])) }
      places.append(place)
    }
    sizes = (0..<count).map { whole.size(of: $0) }
    self.program = program
    self.limits = limits
    self.shifts = shifts
    self.places = places
  }

  /// Whether a basis has a status for each column and row of the program in y.
  package func fits(_ basis: Basis) -> Bool {
    basis.columns.count == program.columnCount && basis.rows.count == program.rowCount
  }

  /// The largest cost·size of a column of y, divided by the usual one (lower quartile). If it is large, small costs
  /// are lost in the rounding of a cut, which contains all costs.
  package var costSpread: Double {
    let usual = program.typicalCost
    let largest = program.cost.indices.reduce(0) {
      max($0, abs(program.cost[$1]) * program.size(of: $1))
    }
    return usual > 0 ? largest / usual : 1
  }

  /// The program in y at a point z.
  ///
  /// - Parameters:
  ///   - point: z, one value per column of the first stage.
  ///   - closed: columns of y that must be 0.
  public func program(at point: [Double], closing closed: [Column] = []) -> LinearProgram {
    var program = program
    for (column, limit) in limits {
      let upper = min(program.columnUpper[column.index], max(0, limit.value(at: point)))
      program.setBounds(column, lower: 0, upper: upper)
    }
    for (row, shift) in shifts {
      let moved = shift.value(at: point)
      program.setBounds(
        row, lower: program.rowLower[row.index] - moved, upper: program.rowUpper[row.index] - moved)
    }
    for column in closed { program.setBounds(column, lower: 0, upper: 0) }
    return program
  }

  /// The optimality cut of the L-shaped method: V(z*) + Σ g·(z − z*), which is nowhere above V and equals it at z*.
  ///
  /// g is a subgradient of V. With y the dual values and d the reduced costs of the program at z*, a row contributes
  /// −y·T, and a column at an upper bound that depends on z contributes d·(the coefficients of that bound). V is
  /// convex, because it is the optimum of an LP as a function of its right-hand sides, so a tangent is a lower bound.
  ///
  /// The coefficients of g, each times the size of its column, are rounded to 2⁻³⁴ of the largest. A cut that is
  /// found twice is then the same cut; two cuts that differ by round-off would make a basis nearly singular.
  ///
  /// - Parameters:
  ///   - point: z*, one value per column of the first stage.
  ///   - solution: an optimum of ``program(at:closing:)`` at z*.
  ///   - closed: the columns of y that must be 0, ascending.
  public func cut(at point: [Double], _ solution: Solution, closing closed: [Column] = [])
    -> LinearExpression
  {
    let rates = subgradient(at: point, solution, Set(closed))
    let largest = rates.reduce(0) { max($0, abs($1.value) * sizes[Int($1.key)]) }
    var cut = LinearExpression(constant: solution.objective)
    guard largest > 0 else { return cut }
    let grain = Double(sign: .plus, exponent: largest.exponent - 34, significand: 1)
    for column in rates.keys.sorted() {
      let grain = grain / sizes[Int(column)]
      let rate = ((rates[column] ?? 0) / grain).rounded() * grain
      cut.add(rate, Column(Int(column)))
      cut.constant -= rate * point[Int(column)]
    }
    return cut
  }

  private func subgradient(
    at point: [Double], _ solution: Solution, _ closed: Set<Column>
  ) -> [Int32: Double] {
    var rates: [Int32: Double] = [:]
    for (column, limit) in limits where !closed.contains(column) {
      // A column at its upper bound has a reduced cost ≤ 0. If its constant bound is the smaller one, z has no effect.
      let reduced = min(0, solution.reducedCosts[column.index])
      guard reduced < 0, limit.value(at: point) < program.columnUpper[column.index] else {
        continue
      }
      for term in limit.terms { rates[term.column, default: 0] += reduced * term.coefficient }
    }
    for (row, shift) in shifts {
      let dual = solution.rowDuals[row.index]
      guard dual != 0 else { continue }
      for term in shift.terms { rates[term.column, default: 0] -= dual * term.coefficient }
    }
    return rates
  }

  /// The dual value d(V)/d(right-hand side) of a row of the whole program; 0 if the row became a bound.
  public func dual(of row: Row, in solution: Solution) -> Double {
    places[row.index].map { solution.rowDuals[$0.index] } ?? 0
  }
}
