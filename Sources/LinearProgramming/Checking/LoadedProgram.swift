/// A program in step with a backend's problem: changes are noted and handed over in bulk before a solve.
final class LoadedProgram {
  private(set) var program: LinearProgram
  let problem: any BackendProblem
  /// Whether a hard stop has cost the thread this problem.
  var isLost = false

  private var changes: ProgramChanges
  /// The basis still to be handed over, if any.
  private var start: Start = .current

  private enum Start {
    case current, ofItsOwn
    case given(Basis)
  }

  // Asked of the program in place: to hand it out copies it, which a loop over columns would feel.
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

  /// The basis that the next run starts from; nil: the backend's own choice.
  func start(from basis: Basis?) { start = basis.map { .given($0) } ?? .ofItsOwn }

  // MARK: Handing over

  /// Brings the backend's problem in step with the program.
  func synchronise() throws(BackendFailure) {
    try problem.update(to: program, changes)
    changes.clear(after: program)
    switch start {
    case .current: return
    case .ofItsOwn: try problem.setBasis(nil)
    case .given(let basis): try problem.setBasis(completed(basis))
    }
    start = .current
  }

  /// A basis of an earlier state of the program, with the slacks of later rows basic.
  private func completed(_ basis: Basis) -> Basis {
    var basis = basis
    basis.rows += Array(repeating: .basic, count: max(0, program.rowCount - basis.rows.count))
    basis.columns += Array(
      repeating: .atLower, count: max(0, program.columnCount - basis.columns.count))
    return basis
  }
}
