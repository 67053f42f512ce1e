import CGLPKShim
import LinearProgramming

/// One GLPK problem. It is created, used and deleted on one thread; all calls go through the C guard (`CGLPKShim`).
struct GLPKProblem: ~Copyable {
  private let pointer: OpaquePointer

  init() throws(BackendFailure) {
    guard let pointer = plusone_create() else {
      throw .misuse("a solver was called from inside its own progress call-back")
    }
    self.pointer = pointer
  }

  deinit { plusone_delete(pointer) }

  private func check(_ code: Int32) throws(BackendFailure) {
    guard code != Int32(PLUSONE_OK) else { return }
    let text = String(cString: plusone_message(pointer))
    let lines = text.split(whereSeparator: \.isNewline).joined(separator: "; ")
    throw BackendFailure(
      code: code, message: lines.isEmpty ? "GLPK failed without a message" : lines)
  }

  // MARK: Loading and changing

  /// Loads a program in one call, with these bounds and costs in place of its own.
  func load(
    _ program: LinearProgram, lower: [Double], upper: [Double], cost: [Double], constant: Double
  ) throws(BackendFailure) {
    var data = plusone_program()
    data.maximise = program.sense == .maximise ? 1 : 0
    data.constant = constant
    data.columns = Int32(program.columnCount)
    data.rows = Int32(program.rowCount)
    data.terms = Int32(program.termCount)
    data.integers = Int32(program.integerColumns.count)
    let code = lower.withUnsafeBufferPointer { lower in
      upper.withUnsafeBufferPointer { upper in
        cost.withUnsafeBufferPointer { cost in
          data.column_lower = lower.baseAddress
          data.column_upper = upper.baseAddress
          data.cost = cost.baseAddress
          return loadRowsAndTerms(program, &data)
        }
      }
    }
    try check(code)
  }

  private func loadRowsAndTerms(_ program: LinearProgram, _ data: inout plusone_program) -> Int32 {
    program.rowLower.withUnsafeBufferPointer { rowLower in
      program.rowUpper.withUnsafeBufferPointer { rowUpper in
        program.integerColumns.withUnsafeBufferPointer { integers in
          data.row_lower = rowLower.baseAddress
          data.row_upper = rowUpper.baseAddress
          data.integer = integers.baseAddress
          return loadTerms(program, &data)
        }
      }
    }
  }

  private func loadTerms(_ program: LinearProgram, _ data: inout plusone_program) -> Int32 {
    program.termRow.withUnsafeBufferPointer { rows in
      program.termColumn.withUnsafeBufferPointer { columns in
        program.termValue.withUnsafeBufferPointer { values in
          data.term_row = rows.baseAddress
          data.term_column = columns.baseAddress
          data.term_value = values.baseAddress
          return plusone_load(pointer, &data)
        }
      }
    }
  }

  func setColumns(_ index: [Int32], lower: [Double], upper: [Double], cost: [Double])
    throws(BackendFailure)
  {
    try check(plusone_set_columns(pointer, Int32(index.count), index, lower, upper, cost))
  }

  func setConstant(_ constant: Double) throws(BackendFailure) {
    try check(plusone_set_constant(pointer, constant))
  }

  func setRows(_ index: [Int32], lower: [Double], upper: [Double]) throws(BackendFailure) {
    try check(plusone_set_rows(pointer, Int32(index.count), index, lower, upper))
  }

  /// Adds rows. `termRow` counts from the first new row.
  func addRows(
    lower: [Double], upper: [Double], termRow: [Int32], termColumn: [Int32], termValue: [Double]
  ) throws(BackendFailure) {
    try check(
      plusone_add_rows(
        pointer, Int32(lower.count), lower, upper, Int32(termRow.count), termRow, termColumn,
        termValue))
  }

  func setBasis(_ basis: Basis) throws(BackendFailure) {
    try check(
      plusone_set_basis(pointer, basis.columns.map(\.rawValue), basis.rows.map(\.rawValue)))
  }

  // MARK: Solving

  func simplex(_ settings: plusone_simplex_settings, _ watch: SolveWatch)
    throws(BackendFailure) -> plusone_outcome
  {
    var outcome = plusone_outcome()
    let code = withUnsafePointer(to: settings) { settings in
      watch.withShim { plusone_simplex(pointer, settings, $0, &outcome) }
    }
    try check(code)
    return outcome
  }

  /// Runs branch and cut from the optimal basis of the relaxation, and from a feasible point if there is one.
  ///
  /// - Parameter costFactor: what the loaded costs are multiplied by; reports of progress are divided by it.
  func branchAndCut(
    _ settings: plusone_mip_settings, start: [Double]?, costFactor: Double, _ watch: SolveWatch
  ) -> (outcome: plusone_outcome, failure: BackendFailure?) {
    var (settings, outcome) = (settings, plusone_outcome())
    let code = (start ?? []).withUnsafeBufferPointer { values in
      settings.start = start == nil ? nil : values.baseAddress
      return watch.withShim(costFactor: costFactor) {
        plusone_branch_and_cut(pointer, &settings, $0, &outcome)
      }
    }
    do throws(BackendFailure) {
      try check(code)
      return (outcome, nil)
    } catch {
      return (outcome, error)
    }
  }

  // MARK: Reading

  func basis(columns: Int, rows: Int) throws(BackendFailure) -> Basis {
    var columnStatus = [UInt8](repeating: 0, count: columns)
    var rowStatus = [UInt8](repeating: 0, count: rows)
    try check(plusone_get_basis(pointer, &columnStatus, &rowStatus))
    let status = { (raw: UInt8) in Basis.Status(rawValue: raw) ?? .atLower }
    return Basis(columns: columnStatus.map(status), rows: rowStatus.map(status))
  }

  func point(columns: Int) throws(BackendFailure) -> [Double] {
    var values = [Double](repeating: 0, count: columns)
    try check(plusone_get_point(pointer, &values))
    return values
  }

  func duals(columns: Int, rows: Int) throws(BackendFailure) -> (rows: [Double], columns: [Double])
  {
    var rowDuals = [Double](repeating: 0, count: rows)
    var columnDuals = [Double](repeating: 0, count: columns)
    try check(plusone_get_duals(pointer, &rowDuals, &columnDuals))
    return (rowDuals, columnDuals)
  }

  /// The best point that branch and cut found, also if it was interrupted or failed; nil if there is none.
  func incumbent(columns: Int) -> [Double]? {
    var values = [Double](repeating: 0, count: columns)
    return plusone_get_incumbent(pointer, &values) == 0 ? nil : values
  }

  /// Row multipliers that may prove infeasibility.
  ///
  /// - Parameter together: false: from the row at which the dual simplex stopped; true: from all infeasible basic
  ///   variables.
  func farkas(rows: Int, together: Bool) throws(BackendFailure) -> [Double] {
    var multipliers = [Double](repeating: 0, count: rows)
    try check(plusone_get_farkas(pointer, together ? 1 : 0, &multipliers))
    return multipliers
  }

  /// The direction of the columns along which the last basis is unbounded.
  func ray(columns: Int) throws(BackendFailure) -> [Double] {
    var direction = [Double](repeating: 0, count: columns)
    try check(plusone_get_ray(pointer, &direction))
    return direction
  }

  /// For tests of the guard: makes GLPK call `abort()`.
  func provokeAbort() throws(BackendFailure) { try check(plusone_provoke(pointer)) }
}
