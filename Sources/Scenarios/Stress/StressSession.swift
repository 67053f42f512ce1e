import Formulation
import LinearProgramming
import Sourcing

/// A stress program in a solver session. Disruptions change its bounds, solves start from a known basis, and
/// several objectives can be minimised one after the other, each among the optimal points of those before.
final class StressSession {
  let stress: StressProgram
  private let session: any SolverSession
  private let options: SolveOptions

  /// The bounds that the disruption sets. `lockedColumns` and `lockedRows` have other bounds at the moment.
  private var columnUpper: [Double]
  private var rowLower: [Double]
  private var rowUpper: [Double]
  private var lockedColumns: Set<Int> = []
  private var lockedRows: Set<Int> = []
  private var costs: [Double]
  /// The rows of `stress_allocation` under `pro_rata`.
  private var allocationRows: [Row] = []
  /// The basis from which disruptions start.
  private(set) var basis: Basis?

  /// - Parameter basis: the basis of the undisturbed window, if it is known.
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

  /// Sets the bounds of a disruption, and under `pro_rata` the rows of `stress_allocation`. The next solve starts from
  /// the basis of the undisturbed window.
  ///
  /// - Parameter allocation: who gets what a supplier has; nil: as in the options of the program.
  func apply(
    _ factors: DisruptionFactors, limits: SharingLimits = SharingLimits(), hasStocks: Bool = true,
    allocation: StressOptions.Allocation? = nil
  ) throws(SolverError) {
    try unlock()
    let bounds = stress.bounds(
      under: factors, limits: limits, hasStocks: hasStocks, allocation: allocation)
    for (column, upper) in bounds.columnUpper where columnUpper[column.index] != upper {
      columnUpper[column.index] = upper
      try session.setBounds(column, lower: 0, upper: upper)
    }
    for (row, lower, upper) in bounds.rows
    where rowLower[row.index] != lower || rowUpper[row.index] != upper {
      (rowLower[row.index], rowUpper[row.index]) = (lower, upper)
      try session.setBounds(row, lower: lower, upper: upper)
    }
    for row in allocationRows { try drop(row) }
    allocationRows.removeAll()
    if allocation ?? stress.options.allocation == .proRata {
      for row in stress.allocationRows(under: factors) {
        allocationRows.append(try require(row.expression, from: 0, to: 0))
      }
    }
    if let basis { try session.start(from: basis) }
  }

  // MARK: Requirements

  /// Adds the row expression ≤ limit, which holds until ``drop(_:)``.
  func require(_ expression: LinearExpression, atMost limit: Double) throws(SolverError) -> Row {
    try require(expression, from: -.infinity, to: limit)
  }

  /// Adds the row lower ≤ expression ≤ upper, which holds until ``drop(_:)``.
  private func require(
    _ expression: LinearExpression, from lower: Double, to upper: Double
  ) throws(SolverError) -> Row {
    let row = try session.addRow(expression, lower: lower, upper: upper)
    rowLower.append(lower - expression.constant)
    rowUpper.append(upper - expression.constant)
    return row
  }

  /// Removes a requirement: its row remains without a limit.
  func drop(_ row: Row) throws(SolverError) {
    rowLower[row.index] = -.infinity
    rowUpper[row.index] = .infinity
    lockedRows.remove(row.index)
    try session.setBounds(row, lower: -.infinity, upper: .infinity)
  }

  // MARK: Solving

  /// Lets disruptions start from the basis of a solution.
  func startDisruptions(from solution: Solution) { basis = solution.basis }

  /// Minimises an expression over all points that the bounds and locks allow.
  func minimise(
    _ expression: LinearExpression, method: SolveOptions.Method = .primal
  ) throws(SolverError) -> Solution {
    try minimise(expression.coefficients(columns: costs.count), method: method)
  }

  /// Minimises costs, one for each column, over all points that the bounds and locks allow.
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

  /// Restricts all solves that follow to the optimal points of a solution. By complementary slackness these are
  /// the feasible points at which each column with a reduced cost is at its bound, and each row with a dual value
  /// is tight; so the bounds are fixed there and no row is added.
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

  /// Removes all locks: all feasible points of the disruption are allowed again.
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
