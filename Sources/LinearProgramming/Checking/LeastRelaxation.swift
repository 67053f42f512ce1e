/// The smallest total change of bounds that makes a program feasible, by the elastic (phase 1) program
///
///     minimise Σ (p[r] + n[r])   subject to   rowLower ≤ A·x + p − n ≤ rowUpper,   p, n ≥ 0
///
/// with x within its bounds. The total is 0 exactly if the program is feasible; otherwise the dual values y of this
/// program are Farkas multipliers (``InfeasibilityCertificate``). Amounts are in the unit of their row. Elastic
/// programs: Brown and Graves (1975); Chinneck, *Feasibility and Infeasibility in Optimization* (2008), chapter 6.
public struct LeastRelaxation: Sendable {
  /// The sum of all amounts; 0 if the program is feasible.
  public let total: Double
  /// p − n of each row: above 0, its lower bound is missed by that much; below 0, its upper bound is exceeded by that
  /// much.
  public let rowShortfalls: [Double]
  /// The same for the bounds of the columns, if they are relaxed; else 0.
  public let columnShortfalls: [Double]
  /// The optimal point of the elastic program, without p and n.
  public let values: [Double]
  /// The proof of infeasibility; nil if the program is feasible or mixed-integer, or the bounds of columns are relaxed.
  public let certificate: InfeasibilityCertificate?

  /// Which bounds are relaxed.
  public enum Scope: Sendable { case rows, rowsAndColumnBounds }

  /// Finds the least relaxation of a program.
  ///
  /// - Throws: ``SolverError``, also if a column has a lower bound above its upper bound and these are not relaxed,
  ///   or a limit of the options ends the solve.
  public static func find(
    for program: LinearProgram, using solver: some Solver, relaxing scope: Scope = .rows,
    options: SolveOptions = .standard
  ) throws(SolverError) -> LeastRelaxation {
    switch try search(for: program, using: solver, relaxing: scope, options: options) {
    case .found(let relaxation): return relaxation
    case .ended(let termination):
      throw .libraryFailure(
        "the least relaxation could not be found: the solver ended with \(termination.rawValue)")
    }
  }

  /// The result of the search.
  enum Search {
    case found(LeastRelaxation)
    /// The solve ended without an optimum.
    case ended(Termination)
  }

  static func search(
    for program: LinearProgram, using solver: some Solver, relaxing scope: Scope = .rows,
    options: SolveOptions
  ) throws(SolverError) -> Search {
    let elastic = ElasticProgram(program, scope)
    let solution = try solver.solve(elastic.program, options: options, from: nil)
    guard solution.isOptimal else { return .ended(solution.termination) }
    return .found(elastic.read(solution, for: program))
  }
}

/// The elastic program: bounds may be missed at a cost of 1 per unit.
private struct ElasticProgram {
  private(set) var program: LinearProgram
  private let scope: LeastRelaxation.Scope
  private let columnCount: Int
  private let rowCount: Int

  init(_ original: LinearProgram, _ scope: LeastRelaxation.Scope) {
    self.scope = scope
    (columnCount, rowCount) = (original.columnCount, original.rowCount)
    program = original
    program.sense = .minimise
    program.constant = 0
    for c in 0..<columnCount { program.setCost(Column(c), 0) }
    for r in 0..<rowCount { addElasticColumns(to: Row(r)) }
    guard scope == .rowsAndColumnBounds else { return }
    for c in 0..<columnCount {
      let (lower, upper) = (original.columnLower[c], original.columnUpper[c])
      program.setBounds(Column(c), lower: -.infinity, upper: .infinity)
      let row = program.addRow(lower: lower, upper: upper)
      program.add(1, Column(c), to: row)
      addElasticColumns(to: row)
    }
  }

  // Two columns for each row, in the order of the rows: p, then n.
  private mutating func addElasticColumns(to row: Row) {
    let p = program.addColumn(cost: 1)
    program.add(1, p, to: row)
    let n = program.addColumn(cost: 1)
    program.add(-1, n, to: row)
  }

  func read(_ solution: Solution, for original: LinearProgram) -> LeastRelaxation {
    let elastic = solution.values[columnCount...]
    let shortfalls = (0..<elastic.count / 2).map { k in
      elastic[elastic.startIndex + 2 * k] - elastic[elastic.startIndex + 2 * k + 1]
    }
    let isProvable = scope == .rows && !original.isMixedInteger && solution.objective > 0
    return LeastRelaxation(
      total: solution.objective, rowShortfalls: Array(shortfalls.prefix(rowCount)),
      columnShortfalls: scope == .rows
        ? [Double](repeating: 0, count: columnCount) : Array(shortfalls.dropFirst(rowCount)),
      values: Array(solution.values.prefix(columnCount)),
      certificate: isProvable
        ? .proven(by: Array(solution.rowDuals.prefix(rowCount)), for: original) : nil)
  }
}
