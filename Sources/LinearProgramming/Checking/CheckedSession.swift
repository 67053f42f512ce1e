/// A program loaded into a backend on one thread, changed in place and solved again and again.
///
/// Should the library fail, or be stopped hard, its problem is gone; the session then loads its program
/// value anew and, after a failure, solves once more from scratch.
final class CheckedSession: SolverSession {
  private var loaded: LoadedProgram?
  /// The program while the backend does not hold it.
  private var unloaded: LinearProgram
  private var hasEnded = false
  private let backend: any SolverBackend
  private let ways: CheckedSolver.Ways

  init(_ program: LinearProgram, _ backend: any SolverBackend, _ ways: CheckedSolver.Ways)
    throws(SolverError)
  {
    let problems = program.validate()
    guard problems.isEmpty else { throw .invalidProgram(problems) }
    unloaded = program
    self.backend = backend
    self.ways = ways
  }

  var program: LinearProgram { loaded?.program ?? unloaded }

  /// Gives the backend's problem back; the session is of no more use.
  func end() {
    unload()
    hasEnded = true
  }

  private func unload() {
    if let loaded { unloaded = loaded.program }
    loaded = nil
  }

  /// The loaded program, loaded anew if need be.
  private func load() throws(BackendFailure) -> LoadedProgram {
    if let loaded { return loaded }
    let fresh = try LoadedProgram(unloaded, in: backend)
    loaded = fresh
    unloaded = LinearProgram()
    return fresh
  }

  private func loadForChange() throws(SolverError) -> LoadedProgram {
    guard !hasEnded else { throw .libraryFailure("the solver session has ended") }
    do throws(BackendFailure) { return try load() } catch { throw error.solverError }
  }

  // MARK: Changes

  func setBounds(_ column: Column, lower: Double, upper: Double) throws(SolverError) {
    let loaded = try loadForChange()
    try require(column, of: loaded.columnCount)
    try requireBounds("column \(column.index)", lower, upper)
    loaded.setBounds(column, lower: lower, upper: upper)
  }

  func setBounds(_ row: Row, lower: Double, upper: Double) throws(SolverError) {
    let loaded = try loadForChange()
    let count = loaded.rowCount
    guard (0..<count).contains(row.index) else {
      throw .invalidProgram(["there is no row \(row.index) of \(count)"])
    }
    try requireBounds("row \(row.index)", lower, upper)
    loaded.setBounds(row, lower: lower, upper: upper)
  }

  func setCost(_ column: Column, _ value: Double) throws(SolverError) {
    let loaded = try loadForChange()
    try require(column, of: loaded.columnCount)
    guard value.isFinite else {
      throw .invalidProgram(["the cost of column \(column.index) is \(value)"])
    }
    loaded.setCost(column, value)
  }

  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) throws(SolverError)
    -> Row
  {
    let loaded = try loadForChange()
    for (column, coefficient) in expression.terms {
      try require(column, of: loaded.columnCount)
      guard coefficient.isFinite else {
        throw .invalidProgram(["the coefficient of column \(column.index) is \(coefficient)"])
      }
    }
    try requireBounds(
      "the new row", lower - expression.constant, upper - expression.constant)
    return loaded.addRow(expression, lower: lower, upper: upper)
  }

  func start(from basis: Basis?) throws(SolverError) {
    let loaded = try loadForChange()
    if let basis {
      let program = loaded.program
      guard basis.columns.count <= program.columnCount, basis.rows.count <= program.rowCount
      else {
        throw .invalidProgram([
          "the basis has \(basis.rows.count) rows and \(basis.columns.count) columns, the program "
            + "\(program.rowCount) and \(program.columnCount)"
        ])
      }
    }
    loaded.start(from: basis)
  }

  private func require(_ column: Column, of count: Int) throws(SolverError) {
    guard (0..<count).contains(column.index) else {
      throw .invalidProgram(["there is no column \(column.index) of \(count)"])
    }
  }

  private func requireBounds(_ place: @autoclosure () -> String, _ lower: Double, _ upper: Double)
    throws(SolverError)
  {
    if lower.isNaN || upper.isNaN || lower == .infinity || upper == -.infinity {
      throw .invalidProgram(["\(place()) has the bounds \(lower) … \(upper)"])
    }
  }

  // MARK: Solving

  func solve(_ options: SolveOptions) throws(SolverError) -> Solution {
    guard !hasEnded else { throw .libraryFailure("the solver session has ended") }
    if let crossed = program.crossedBounds {
      return Solution(
        termination: .infeasible, primalStatus: .infeasible, certificate: crossed)
    }
    guard backend.capabilities.contains(.integers) || !program.isMixedInteger else {
      throw .unsupported("does not know whole columns")
    }
    let watch = SolveWatch(options)
    return try conclude(try answer(options, watch), options, watch)
  }

  /// What the backend answers, asked once more with care if it failed the first time.
  private func answer(_ options: SolveOptions, _ watch: SolveWatch) throws(SolverError)
    -> CheckedAnswer
  {
    do throws(BackendFailure) {
      return try solveLoaded(options, watch, isCareful: false)
    } catch .lost {
      unload()
    } catch {
      return try stopped(error, watch)
    }
    do throws(BackendFailure) {
      return try solveLoaded(options, watch, isCareful: true)
    } catch {
      return try stopped(error, watch)
    }
  }

  private func solveLoaded(_ options: SolveOptions, _ watch: SolveWatch, isCareful: Bool)
    throws(BackendFailure) -> CheckedAnswer
  {
    let loaded = try load()
    defer { if loaded.isLost { unload() } }
    try loaded.synchronise()
    let relaxation = ProvenSolve(
      loaded: loaded, capabilities: backend.capabilities, watch: watch,
      ladder: CareLadder(backend, options.method, isCareful: isCareful))
    guard loaded.program.isMixedInteger else { return try relaxation.run(judge: loaded.program) }
    return try WholeSolve(
      loaded: loaded, backend: backend, options: options, watch: watch, relaxation: relaxation,
      isCareful: isCareful, dives: ways.dives && !isCareful
    ).run()
  }

  /// What a solve answers that ended in a failure.
  private func stopped(_ failure: BackendFailure, _ watch: SolveWatch) throws(SolverError)
    -> CheckedAnswer
  {
    switch failure {
    case .stopped:
      unload()
      return .proven(Solution(termination: watch.reasonToStop, iterations: watch.iterations))
    case .lost:
      unload()
      throw failure.solverError
    case .misuse: throw failure.solverError
    }
  }

  private func conclude(_ answer: CheckedAnswer, _ options: SolveOptions, _ watch: SolveWatch)
    throws(SolverError) -> Solution
  {
    switch answer {
    case .proven(let solution): return solution
    case .refuted(let reason): throw .refuted(reason)
    case .unprovenInfeasible(let reason): return try proveByRelaxing(reason, options, watch)
    }
  }

  /// The proof of last resort: the least relaxation of the program, whose duals must prove that it
  /// cannot be 0. It has what is left of the time.
  private func proveByRelaxing(_ reason: String, _ options: SolveOptions, _ watch: SolveWatch)
    throws(SolverError) -> Solution
  {
    guard ways.relaxesForProof else { throw .refuted(reason) }
    var rest = SolveOptions()
    rest.cancellation = options.cancellation
    rest.timeLimit = watch.timeLeft.map { max(.zero, $0) }
    let search = try LeastRelaxation.search(
      for: program.roundedRelaxation, using: CheckedSolver(backend, .init(relaxesForProof: false)),
      options: rest)
    switch search {
    case .ended(let termination) where termination == .timeLimit || termination == .cancelled:
      return Solution(termination: termination, iterations: watch.iterations)
    case .found(let relaxation):
      guard let certificate = relaxation.certificate else { throw .refuted(reason) }
      return Solution(
        termination: .infeasible, primalStatus: .infeasible, iterations: watch.iterations,
        certificate: certificate)
    case .ended: throw .refuted(reason)
    }
  }
}
