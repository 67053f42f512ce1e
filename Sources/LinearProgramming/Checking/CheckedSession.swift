/// A session whose results are checked: one program, loaded into a backend on one thread.
///
/// If the library fails or a call is interrupted, the loaded problem is lost. The session then loads its copy of the
/// program again and, after a failure, solves once more.
final class CheckedSession: SolverSession {
  private var loaded: LoadedProgram?
  /// The program while it is not loaded into the backend.
  private var unloaded: LinearProgram
  private var hasEnded = false
  private let backend: any SolverBackend
  private let steps: CheckedSolver.Steps

  init(_ program: LinearProgram, _ backend: any SolverBackend, _ steps: CheckedSolver.Steps)
    throws(SolverError)
  {
    let problems = program.validate()
    guard problems.isEmpty else { throw .invalidProgram(problems) }
    unloaded = program
    self.backend = backend
    self.steps = steps
  }

  var program: LinearProgram { loaded?.program ?? unloaded }

  /// Frees the backend's problem. The session cannot be used any more.
  func end() {
    unload()
    hasEnded = true
  }

  private func unload() {
    if let loaded { unloaded = loaded.program }
    loaded = nil
  }

  /// The loaded program; it is loaded again if it was lost.
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
      throw .unsupported("does not support integer columns")
    }
    let watch = SolveWatch(options)
    if options.branches(in: program), options.progress != nil {
      watch.known = KnownRange(of: program)
    }
    let solution = try conclude(try answer(options, watch), options, watch)
    watch.report(result: solution)
    return solution
  }

  /// The result of the backend. After a failure it solves once more, carefully.
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
      attempts: AttemptSequence(backend, options.method, isCareful: isCareful))
    guard options.branches(in: loaded.program) else {
      return try relaxation.run(checking: loaded.program.roundedRelaxation)
    }
    return try MixedIntegerSolve(
      loaded: loaded, backend: backend, options: options, watch: watch, relaxation: relaxation,
      isCareful: isCareful, dives: steps.dives && !isCareful
    ).run()
  }

  /// The result of a solve that ended with a failure.
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

  /// The last way to prove infeasibility: the dual values of the ``LeastRelaxation`` are Farkas multipliers if its
  /// optimum is above 0. It may use the time that is left.
  private func proveByRelaxing(_ reason: String, _ options: SolveOptions, _ watch: SolveWatch)
    throws(SolverError) -> Solution
  {
    guard steps.relaxesForProof else { throw .refuted(reason) }
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

extension SolveOptions {
  /// Whether a solve of a program has to find whole numbers.
  fileprivate func branches(in program: LinearProgram) -> Bool {
    program.isMixedInteger && !relaxesIntegers
  }
}
