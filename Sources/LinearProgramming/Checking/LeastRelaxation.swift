/// The smallest total amount by which bounds must give way for a program to have a point: the
/// phase-1, or elastic, program
///
///     minimise Σ (p[r] + n[r])   subject to   rowLower ≤ A·x + p − n ≤ rowUpper,   p, n ≥ 0
///
/// with x within its bounds. The total is 0 exactly if the program is feasible; else the duals of this
/// program prove that it is not. Amounts are in each row's own units.
public struct LeastRelaxation: Sendable {
  /// Σ of all amounts; 0 if the program is feasible.
  public let total: Double
  /// How much each row must give: > 0, its lower bound is missed by that much; < 0, its upper bound
  /// is exceeded by that much.
  public let rowShortfalls: [Double]
  /// The same of the columns' bounds, where these may give way; else 0.
  public let columnShortfalls: [Double]
  /// A point of the relaxed program.
  public let values: [Double]
  /// The proof of infeasibility in the duals; nil if the program is feasible, or mixed-integer, or
  /// its columns' bounds may give way.
  public let certificate: InfeasibilityCertificate?

  /// What may give way.
  public enum Scope: Sendable { case rows, rowsAndColumnBounds }

  /// Finds the least relaxation of a program with any solver.
  ///
  /// - Throws: ``SolverError``; also if columns' bounds are crossed and may not give way, or a limit
  ///   of the options ends the solve.
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

  /// What comes of looking for it.
  enum Search {
    case found(LeastRelaxation)
    /// The solver ended without it, at a limit.
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

/// A program in which rows, or rows and columns' bounds, may be missed at a cost of 1 a unit.
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
    for r in 0..<rowCount { addGive(to: Row(r)) }
    guard scope == .rowsAndColumnBounds else { return }
    for c in 0..<columnCount {
      let (lower, upper) = (original.columnLower[c], original.columnUpper[c])
      program.setBounds(Column(c), lower: -.infinity, upper: .infinity)
      let row = program.addRow(lower: lower, upper: upper)
      program.add(1, Column(c), to: row)
      addGive(to: row)
    }
  }

  // Two columns a row, in the order of the rows: more, less.
  private mutating func addGive(to row: Row) {
    let more = program.addColumn(cost: 1)
    program.add(1, more, to: row)
    let less = program.addColumn(cost: 1)
    program.add(-1, less, to: row)
  }

  func read(_ solution: Solution, for original: LinearProgram) -> LeastRelaxation {
    let gives = solution.values[columnCount...]
    let shortfalls = (0..<gives.count / 2).map { k in
      gives[gives.startIndex + 2 * k] - gives[gives.startIndex + 2 * k + 1]
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
