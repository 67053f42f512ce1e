/// A program and its copy in a backend. Changes are collected and sent to the backend together before a solve.
final class LoadedProgram {
  private(set) var program: LinearProgram
  let problem: any BackendProblem
  /// Whether the backend's copy was lost in an interrupted call.
  var isLost = false

  private var changes: ProgramChanges
  /// The starting basis that is still to be sent to the backend.
  private var start: Start = .current

  private enum Start {
    case current, chosenByBackend
    case given(Basis)
  }

  // Read in place: returning the program from a class would copy it, which is slow in loops over columns.
  var columnCount: Int { program.columnCount }
  var rowCount: Int { program.rowCount }

  init(_ program: LinearProgram, in backend: any SolverBackend) throws(BackendFailure) {
    var program = program
    program.inferSizes()
    self.program = program
    changes = ProgramChanges(after: program)
    problem = try backend.load(program)
  }

  // MARK: Changes

  func setBounds(_ column: Column, lower: Double, upper: Double) {
    guard program.columnLower[column.index] != lower || program.columnUpper[column.index] != upper
    else { return }
    program.setBounds(column, lower: lower, upper: upper)
    changes.columns.append(Int32(column.index))
  }

  func setBounds(_ row: Row, lower: Double, upper: Double) {
    guard program.rowLower[row.index] != lower || program.rowUpper[row.index] != upper
    else { return }
    program.setBounds(row, lower: lower, upper: upper)
    if row.index < changes.firstNewRow { changes.rows.append(Int32(row.index)) }
  }

  func setCost(_ column: Column, _ value: Double) {
    guard program.cost[column.index] != value else { return }
    program.setCost(column, value)
    changes.columns.append(Int32(column.index))
    changes.hasNewCosts = true
  }

  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) -> Row {
    program.addRow(expression, lower: lower, upper: upper)
  }

  /// Sets the basis from which the next run starts; nil: the backend chooses.
  func start(from basis: Basis?) { start = basis.map { .given($0) } ?? .chosenByBackend }

  /// Sets the bounds of all integer columns to those of `original`, rounded inwards.
  func releaseIntegers(of original: LinearProgram) {
    for index in original.integerColumns {
      let column = Column(Int(index))
      let (lower, upper) = original.integerBounds(of: column)
      setBounds(column, lower: lower, upper: upper)
    }
  }

  // MARK: Updating the backend

  /// Sends all changes and the starting basis to the backend.
  func synchronise() throws(BackendFailure) {
    try problem.update(to: program, changes)
    changes.clear(after: program)
    switch start {
    case .current: return
    case .chosenByBackend: try problem.setBasis(nil)
    case .given(let basis): try problem.setBasis(completed(basis))
    }
    start = .current
  }

  /// A basis of an earlier state of the program, extended: slacks of new rows are basic, new columns at their lower
  /// bound.
  private func completed(_ basis: Basis) -> Basis {
    var basis = basis
    basis.rows += Array(repeating: .basic, count: max(0, program.rowCount - basis.rows.count))
    basis.columns += Array(
      repeating: .atLower, count: max(0, program.columnCount - basis.columns.count))
    return basis
  }
}
