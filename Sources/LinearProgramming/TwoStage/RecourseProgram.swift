/// The second stage of a two-stage linear program, as a convex function of the first stage's columns z:
///
///     V(z) = min q·y   subject to   rowLower ≤ T·z + W·y ≤ rowUpper,   columnLower ≤ y ≤ columnUpper
///
/// A row that only limits one column y by z (`T·z − a·y ≥ lower`, a > 0, y ≥ 0) is kept as a bound of y,
/// so the program that is solved has no rows for it. Birge and Louveaux, *Introduction to Stochastic
/// Programming* (2011), chapter 5.
public struct RecourseProgram: Sendable {
  /// Σ coefficient·z + constant.
  private struct Affine: Sendable {
    var terms: [(column: Int32, coefficient: Double)] = []
    var constant = 0.0

    func value(at point: [Double]) -> Double {
      terms.reduce(constant) { $0 + $1.coefficient * point[Int($1.column)] }
    }
  }

  /// How large each column of z usually is.
  private let sizes: [Double]
  /// The program in y, with the bounds that hold at z = 0.
  private let program: LinearProgram
  /// Upper bounds of columns that z sets.
  private let limits: [(column: Column, limit: Affine)]
  /// Rows whose bounds z moves: by −T·z.
  private let shifts: [(row: Row, shift: Affine)]
  /// Where each row of the whole program stands in `program`; nil where it became a bound.
  private let places: [Row?]

  /// Splits a program whose first columns are z. Costs and bounds of z count for nothing here.
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

  /// How many times the dearest column of y, in usual amounts, costs what they usually cost. Tangents add up all costs, so
  /// that where this is large what is cheap drowns in them.
  package var costSpread: Double {
    let usual = program.typicalCost
    let largest = program.cost.indices.reduce(0) {
      max($0, abs(program.cost[$1]) * program.size(of: $1))
    }
    return usual > 0 ? largest / usual : 1
  }

  /// The program in y at a point z.
  public func program(at point: [Double]) -> LinearProgram {
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
    return program
  }

  /// An expression in z that is nowhere above V and equals it at the point where `solution` is optimal:
  /// V(z*) + Σ g·(z − z*), with the subgradient g from the duals of what z sets.
  ///
  /// Rates, each a usual amount of its column, are rounded to 2⁻³⁴ of the largest, so that one cut found twice is the same cut: two that
  /// differ by round-off make a basis all but singular.
  public func cut(at point: [Double], _ solution: Solution) -> LinearExpression {
    let rates = subgradient(at: point, solution)
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

  private func subgradient(at point: [Double], _ solution: Solution) -> [Int32: Double] {
    var rates: [Int32: Double] = [:]
    for (column, limit) in limits {
      // A column at its upper bound has a reduced cost ≤ 0; where its own bound is what holds, z does not
      // count.
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

  /// d(V)/d(right-hand side) of a row of the whole program that did not become a bound.
  public func dual(of row: Row, in solution: Solution) -> Double {
    places[row.index].map { solution.rowDuals[$0.index] } ?? 0
  }
}
