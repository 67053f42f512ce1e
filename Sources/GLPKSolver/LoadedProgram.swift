import LinearProgramming

/// A program in step with its GLPK problem: changes are noted and handed over in bulk before a solve.
final class LoadedProgram {
  private(set) var program: LinearProgram
  let problem: GLPKProblem

  /// Costs are loaded times this power of two, for GLPK's dual tolerance is absolute.
  private(set) var costFactor: Double
  private(set) var isWhole: [Bool]
  private(set) var start: Start = .crash
  var isScaled = false

  private var changedColumns: [Int32] = []
  private var changedRows: [Int32] = []
  private var costsChanged = false
  private var loadedRows: Int
  private var loadedTerms: Int

  // Asked of the program in place: to hand it out copies it, which a loop over columns would feel.
  var columnCount: Int { program.columnCount }
  var rowCount: Int { program.rowCount }

  /// Where the next simplex run begins.
  enum Start {
    /// At a basis that GLPK makes up.
    case crash
    /// At the basis in the GLPK problem.
    case current
    /// At a basis that is still to be handed over.
    case given(Basis)
  }

  init(_ program: LinearProgram) throws(GLPKFailure) {
    self.program = program
    problem = try GLPKProblem()
    costFactor = Self.factor(for: program)
    isWhole = [Bool](repeating: false, count: program.columnCount)
    for index in program.integerColumns { isWhole[Int(index)] = true }
    loadedRows = program.rowCount
    loadedTerms = program.termCount
    try load()
  }

  private static func factor(for program: LinearProgram) -> Double {
    let largest = program.cost.lazy.map(abs).max() ?? 0
    guard largest > 0 else { return 1 }
    return Double(sign: .plus, exponent: 9 - largest.exponent, significand: 1)
  }

  private func load() throws(GLPKFailure) {
    var (lower, upper) = (program.columnLower, program.columnUpper)
    for index in program.integerColumns {
      (lower[Int(index)], upper[Int(index)]) = program.wholeBounds(of: Column(Int(index)))
    }
    try problem.load(
      program, lower: lower, upper: upper, cost: program.cost.map { $0 * costFactor },
      constant: program.constant * costFactor)
  }

  // MARK: Changes

  func setBounds(_ column: Column, lower: Double, upper: Double) {
    guard program.columnLower[column.index] != lower || program.columnUpper[column.index] != upper
    else { return }
    program.setBounds(column, lower: lower, upper: upper)
    changedColumns.append(Int32(column.index))
  }

  func setBounds(_ row: Row, lower: Double, upper: Double) {
    guard program.rowLower[row.index] != lower || program.rowUpper[row.index] != upper
    else { return }
    program.setBounds(row, lower: lower, upper: upper)
    if row.index < loadedRows { changedRows.append(Int32(row.index)) }
  }

  func setCost(_ column: Column, _ value: Double) {
    guard program.cost[column.index] != value else { return }
    program.setCost(column, value)
    changedColumns.append(Int32(column.index))
    costsChanged = true
  }

  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) -> Row {
    program.addRow(expression, lower: lower, upper: upper)
  }

  func start(from basis: Basis?) { start = basis.map { .given($0) } ?? .crash }
  func startFromCurrent() { start = .current }

  // MARK: Handing over

  /// Brings the GLPK problem in step with the program.
  func synchronise() throws(GLPKFailure) {
    try handOverColumns()
    if !changedRows.isEmpty {
      try problem.setRows(
        changedRows, lower: changedRows.map { program.rowLower[Int($0)] },
        upper: changedRows.map { program.rowUpper[Int($0)] })
      changedRows.removeAll(keepingCapacity: true)
    }
    try handOverNewRows()
    if case .given(let basis) = start {
      try problem.setBasis(extended(basis))
      start = .current
    }
  }

  private func handOverColumns() throws(GLPKFailure) {
    if costsChanged {
      costsChanged = false
      let factor = Self.factor(for: program)
      // Another objective altogether: its costs are scaled anew.
      if max(factor / costFactor, costFactor / factor) > 16 {
        costFactor = factor
        changedColumns = Array(0..<Int32(program.columnCount))
      }
    }
    guard !changedColumns.isEmpty else { return }
    try setColumns(changedColumns)
    changedColumns.removeAll(keepingCapacity: true)
  }

  /// Hands over bounds and costs of columns; `fixed` gives values at which to fix them instead.
  func setColumns(_ columns: [Int32], fixedAt fixed: [Double]? = nil) throws(GLPKFailure) {
    var (lower, upper) = ([Double](), [Double]())
    for (position, column) in columns.enumerated() {
      let bounds = fixed.map { ($0[position], $0[position]) } ?? self.bounds(Int(column))
      lower.append(bounds.0)
      upper.append(bounds.1)
    }
    try problem.setColumns(
      columns, lower: lower, upper: upper, cost: columns.map { program.cost[Int($0)] * costFactor })
  }

  private func bounds(_ column: Int) -> (Double, Double) {
    isWhole[column]
      ? program.wholeBounds(of: Column(column))
      : (program.columnLower[column], program.columnUpper[column])
  }

  private func handOverNewRows() throws(GLPKFailure) {
    guard loadedRows < program.rowCount else { return }
    try problem.addRows(
      lower: Array(program.rowLower[loadedRows...]), upper: Array(program.rowUpper[loadedRows...]),
      termRow: program.termRow[loadedTerms...].map { $0 - Int32(loadedRows) },
      termColumn: Array(program.termColumn[loadedTerms...]),
      termValue: Array(program.termValue[loadedTerms...]))
    loadedRows = program.rowCount
    loadedTerms = program.termCount
  }

  /// A basis of an earlier state of the program, with the slacks of later rows basic.
  private func extended(_ basis: Basis) -> Basis {
    var basis = basis
    basis.rows += Array(repeating: .basic, count: max(0, program.rowCount - basis.rows.count))
    basis.columns += Array(
      repeating: .atLower, count: max(0, program.columnCount - basis.columns.count))
    return basis
  }

  var basis: Basis {
    get throws(GLPKFailure) {
      try problem.basis(columns: program.columnCount, rows: program.rowCount)
    }
  }
}
