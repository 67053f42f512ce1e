import LinearProgramming

/// What is known of a world where its linked columns have given values z: a tangent, which is nowhere above the world's
/// function of z.
struct WorldTangent: Sendable {
  /// The function that it is a tangent of.
  enum Kind: Sendable {
    /// V(z), the least cost with these values.
    case cost
    /// D(z), how far the nearest values are with which the world has a feasible point: Σ |Δz|, each over its size.
    /// D(z) ≤ 0 is required.
    case distance
  }

  /// The function.
  var kind: Kind
  /// Its value at z.
  var value: Double
  /// z.
  var place: [Double]
  /// A subgradient of it at z.
  var gradient: [Double]
  /// A value for each column of the world's program, of a ``Kind/cost``; empty of a distance.
  var point: [Double] = []

  /// The value of the tangent at other values of the linked columns.
  func value(at other: [Double]) -> Double {
    var sum = value
    for index in gradient.indices { sum += gradient[index] * (other[index] - place[index]) }
    return sum
  }
}

/// One world with its linked columns: those that the program over all worlds decides. They are the common ones and the
/// world's integer columns. The rest is a linear program, so its cost V(z) is convex in the linked values z.
struct LinkedWorld: Sendable {
  let name: String
  /// The linked columns of the world's program.
  let links: [Column]
  private let brokenRows: @Sendable ([Double]) -> [LinearExpression]
  /// The program with the rows that were added so far, without integers.
  private var program: LinearProgram
  private var basis: Basis?
  private var distanceBasis: Basis?
  private let sizes: [Double]
  private let bounds: [(lower: Double, upper: Double)]

  /// How far from a feasible point, in its size, values may be that count as feasible.
  private static let nearness = 1e-7

  init(_ world: HedgeWorld) {
    name = world.name
    links = world.common + world.ownIntegers
    brokenRows = world.brokenRows
    program = world.program.relaxation
    basis = world.basis
    let known = world.program
    sizes = links.map { known.size(of: $0) }
    bounds = links.map { (known.columnLower[$0.index], known.columnUpper[$0.index]) }
  }

  /// The tangent at values of the linked columns: of the cost where they leave a feasible point, else of the distance
  /// to such values. Both are valid for all values.
  ///
  /// - Returns: nil, if a limit came first, with the limit.
  mutating func tangents(at place: [Double], _ solver: any Solver, _ options: SolveOptions) throws
    -> (tangents: [WorldTangent], stopped: Termination?)
  {
    let fixed = try costSolution(at: place, solver, options)
    switch fixed.termination {
    case .optimal: return ([costTangent(at: place, fixed)], nil)
    case .infeasible: break
    default: return ([], fixed.termination)
    }
    let rows = program.rowCount
    let nearest = try distanceSolution(at: place, solver, options)
    guard nearest.isOptimal else {
      if nearest.termination.isLimit { return ([], nearest.termination) }
      throw SolverError.refuted(
        "the world \(name) has a plan of its own, but none near other decisions")
    }
    let gradient = rounded(links.indices.map { nearest.rowDuals[rows + $0] })
    let distance = WorldTangent(
      kind: .distance, value: nearest.objective, place: place, gradient: gradient)
    guard nearest.objective <= Self.nearness else { return ([distance], nil) }
    // Only round-off keeps the world from a feasible point.
    let near = links.map { nearest[$0] }
    let moved = try costSolution(at: near, solver, options)
    guard moved.isOptimal else {
      return ([distance], moved.termination.isLimit ? moved.termination : nil)
    }
    return ([costTangent(at: near, moved), distance], nil)
  }

  private func costTangent(at place: [Double], _ solution: Solution) -> WorldTangent {
    WorldTangent(
      kind: .cost, value: solution.objective, place: place,
      gradient: rounded(links.map { solution.reducedCosts[$0.index] }), point: solution.values)
  }

  /// A gradient, each entry times the size of its column rounded to 2⁻³⁴ of the largest. A tangent that is found twice is
  /// then the same tangent; two that differ by round-off would make a basis nearly singular.
  private func rounded(_ gradient: [Double]) -> [Double] {
    let largest = zip(gradient, sizes).reduce(0) { max($0, abs($1.0) * $1.1) }
    guard largest > 0 else { return gradient }
    let grain = Double(sign: .plus, exponent: largest.exponent - 34, significand: 1)
    return zip(gradient, sizes).map { ($0 * $1 / grain).rounded() * grain / $1 }
  }

  /// min c·x with the linked columns at their values.
  private mutating func costSolution(
    at place: [Double], _ solver: any Solver, _ options: SolveOptions
  ) throws -> Solution {
    var fixed = program
    for (column, value) in zip(links, place) { fixed.setBounds(column, lower: value, upper: value) }
    let (solution, rows) = try solved(fixed, from: basis, solver, options)
    for row in rows { program.addRow(row, upper: 0) }
    if let basis = solution.basis { self.basis = basis }
    return solution
  }

  /// min Σ (up + down)/size, with a row x − up + down = z for each linked column x.
  private mutating func distanceSolution(
    at place: [Double], _ solver: any Solver, _ options: SolveOptions
  ) throws -> Solution {
    var free = program
    free.constant = 0
    for index in 0..<free.columnCount { free.setCost(Column(index), 0) }
    for (index, column) in links.enumerated() {
      free.setBounds(column, lower: bounds[index].lower, upper: bounds[index].upper)
      let row = free.addRow(lower: place[index], upper: place[index])
      free.add(1, column, to: row)
      for sign in [-1.0, 1] {
        let move = free.addColumn(cost: 1 / sizes[index], size: sizes[index])
        free.add(sign, move, to: row)
      }
    }
    let (solution, rows) = try solved(free, from: distanceBasis, solver, options)
    for row in rows { program.addRow(row, upper: 0) }
    distanceBasis = rows.isEmpty ? solution.basis : nil
    return solution
  }

  /// Solves, adds the rows that the point breaks, and repeats until it breaks none. The solution has the duals of the
  /// program's own rows first.
  private func solved(
    _ program: LinearProgram, from basis: Basis?, _ solver: any Solver, _ options: SolveOptions
  ) throws -> (Solution, rows: [LinearExpression]) {
    try solver.withSession(program) { session in
      if let basis = basis?.fitted(to: program) { try session.start(from: basis) }
      let found = try session.solve(options) { solution in
        brokenRows(Array(solution.values.prefix(self.program.columnCount)))
      }
      return (found.solution, found.rows)
    }
  }
}
