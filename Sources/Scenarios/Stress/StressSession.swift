import Formulation
import LinearProgramming

/// A stress program loaded in a solver session: disruptions change its bounds in place, each solve starts
/// from a known basis, and an ordered list of objectives is minimised on each other's optimal faces.
final class StressSession {
  let stress: StressProgram
  private let session: any SolverSession
  private let options: SolveOptions

  /// Bounds as the disruption sets them, and as they stand now.
  private var columnUpper: [Double]
  private var rowLower: [Double]
  private var rowUpper: [Double]
  private var lockedColumns: Set<Int> = []
  private var lockedRows: Set<Int> = []
  private var costs: [Double]
  /// The basis that disruptions start from.
  private(set) var basis: Basis?

  /// - Parameter basis: that of the undisturbed window, where it is known.
  init(
    _ stress: StressProgram, session: any SolverSession, options: SolveOptions,
    basis: Basis? = nil
  ) {
    self.stress = stress
    self.basis = basis
    self.session = session
    self.options = options
    columnUpper = stress.program.columnUpper
    rowLower = stress.program.rowLower
    rowUpper = stress.program.rowUpper
    costs = stress.program.cost
  }

  /// Sets a disruption's bounds; the next solve starts from the undisturbed window's basis.
  func apply(
    _ factors: DisruptionFactors, limits: SharingLimits = SharingLimits(), hasStocks: Bool = true
  ) throws(SolverError) {
    try unlock()
    let bounds = stress.bounds(under: factors, limits: limits, hasStocks: hasStocks)
    for (column, upper) in bounds.columnUpper where columnUpper[column.index] != upper {
      columnUpper[column.index] = upper
      try session.setBounds(column, lower: 0, upper: upper)
    }
    for (row, lower, upper) in bounds.rows
    where rowLower[row.index] != lower || rowUpper[row.index] != upper {
      (rowLower[row.index], rowUpper[row.index]) = (lower, upper)
      try session.setBounds(row, lower: lower, upper: upper)
    }
    if let basis { try session.start(from: basis) }
  }

  // MARK: Requirements

  /// Adds the constraint expression ≤ limit, until ``drop(_:)``.
  func require(_ expression: LinearExpression, atMost limit: Double) throws(SolverError) -> Row {
    let row = try session.addRow(expression, lower: -.infinity, upper: limit)
    rowLower.append(-.infinity)
    rowUpper.append(limit - expression.constant)
    return row
  }

  /// Lets a requirement go. Its row stays, without a limit.
  func drop(_ row: Row) throws(SolverError) {
    rowUpper[row.index] = .infinity
    lockedRows.remove(row.index)
    try session.setBounds(row, lower: -.infinity, upper: .infinity)
  }

  // MARK: Solving

  /// Keeps the basis of an answer as the one that disruptions start from.
  func startDisruptions(from solution: Solution) { basis = solution.basis }

  /// Minimises an expression over the current face.
  func minimise(
    _ expression: LinearExpression, method: SolveOptions.Method = .primal
  ) throws(SolverError) -> Solution {
    try minimise(expression.coefficients(columns: costs.count), method: method)
  }

  /// Minimises a cost for each column over the current face.
  func minimise(_ wanted: [Double], method: SolveOptions.Method = .primal) throws(SolverError)
    -> Solution
  {
    for index in costs.indices where costs[index] != wanted[index] {
      try session.setCost(Column(index), wanted[index])
    }
    costs = wanted
    var options = options
    options.method = method
    return try session.solve(options)
  }

  /// Restricts all that follows to the optimal face of an answer: by complementary slackness every
  /// column with a reduced cost stays at its bound, and every row with a dual stays tight. That keeps the
  /// optimum exactly, with no row added.
  func lock(_ solution: Solution) throws(SolverError) {
    let least = session.program.leastDuals
    for (index, reducedCost) in solution.reducedCosts.enumerated()
    where abs(reducedCost) > least.columns[index] && !lockedColumns.contains(index) {
      let value = reducedCost > 0 ? 0 : columnUpper[index]
      guard value.isFinite else { continue }
      try session.setBounds(Column(index), lower: value, upper: value)
      lockedColumns.insert(index)
    }
    for (index, dual) in solution.rowDuals.enumerated()
    where abs(dual) > least.rows[index] && !lockedRows.contains(index) {
      guard rowLower[index] != rowUpper[index] else { continue }
      let side = dual > 0 ? rowLower[index] : rowUpper[index]
      guard side.isFinite else { continue }
      try session.setBounds(Row(index), lower: side, upper: side)
      lockedRows.insert(index)
    }
  }

  /// Back to all feasible points of the disruption.
  func unlock() throws(SolverError) {
    for index in lockedColumns.sorted() {
      try session.setBounds(Column(index), lower: 0, upper: columnUpper[index])
    }
    for index in lockedRows.sorted() {
      try session.setBounds(Row(index), lower: rowLower[index], upper: rowUpper[index])
    }
    lockedColumns.removeAll(keepingCapacity: true)
    lockedRows.removeAll(keepingCapacity: true)
  }
}
