import LinearProgramming

/// A program loaded into GLPK on one thread, changed in place and solved again and again.
///
/// Should GLPK fail, or be stopped hard, its problem is gone; the session then loads its program value
/// anew and, after a failure, solves once more from scratch.
final class GLPKSession: SolverSession {
  private var loaded: LoadedProgram?
  /// The program while no GLPK problem holds it.
  private var unloaded: LinearProgram
  private var hasEnded = false
  private let settings: GLPKSolver.Settings

  init(_ program: LinearProgram, _ settings: GLPKSolver.Settings) throws(SolverError) {
    let problems = program.validate()
    guard problems.isEmpty else { throw .invalidProgram(problems) }
    unloaded = program
    self.settings = settings
  }

  var program: LinearProgram { loaded?.program ?? unloaded }

  /// Gives the GLPK problem back; the session is of no more use.
  func end() {
    unload()
    hasEnded = true
  }

  private func unload() {
    if let loaded { unloaded = loaded.program }
    loaded = nil
  }

  /// The loaded program, loaded anew if need be.
  private func load() throws(GLPKFailure) -> LoadedProgram {
    if let loaded { return loaded }
    let fresh = try LoadedProgram(unloaded)
    loaded = fresh
    unloaded = LinearProgram()
    return fresh
  }

  private func loadForChange() throws(SolverError) -> LoadedProgram {
    guard !hasEnded else { throw .libraryFailure("the solver session has ended") }
    do throws(GLPKFailure) { return try load() } catch { throw error.solverError }
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
    let monitor = Monitor(options)
    do throws(GLPKFailure) {
      return try solveLoaded(options, monitor, isCareful: false)
    } catch .lost {
      unload()
    } catch {
      return try conclude(error, options, monitor)
    }
    do throws(GLPKFailure) {
      return try solveLoaded(options, monitor, isCareful: true)
    } catch {
      return try conclude(error, options, monitor)
    }
  }

  private func solveLoaded(_ options: SolveOptions, _ monitor: Monitor, isCareful: Bool)
    throws(GLPKFailure) -> Solution
  {
    let loaded = try load()
    try loaded.synchronise()
    var ladder = settings.ladder ?? SimplexRung.ladder(for: options.method)
    if isCareful, ladder.count > 1 { ladder.removeFirst() }
    guard loaded.program.isMixedInteger else {
      return try SimplexSolve(loaded: loaded, monitor: monitor, ladder: ladder)
        .run(judge: loaded.program)
    }
    return try BranchAndCut(
      loaded: loaded, options: options, monitor: monitor, ladder: ladder,
      isCareful: isCareful || !settings.usesCutsAndHeuristics
    ).run()
  }

  /// What a solve that ended in a failure answers, or throws.
  private func conclude(_ failure: GLPKFailure, _ options: SolveOptions, _ monitor: Monitor)
    throws(SolverError) -> Solution
  {
    switch failure {
    case .stopped:
      unload()
      return Solution(
        termination: monitor.isCancelled ? .cancelled : .timeLimit, iterations: monitor.iterations)
    case .unprovenInfeasible(let reason):
      return try proveByRelaxing(reason, monitor)
    case .lost:
      unload()
      throw failure.solverError
    case .misuse, .refuted:
      throw failure.solverError
    }
  }

  /// The proof of last resort: the least relaxation of the program, whose duals must prove that it
  /// cannot be 0.
  private func proveByRelaxing(_ reason: String, _ monitor: Monitor) throws(SolverError) -> Solution
  {
    let relaxation = try LeastRelaxation.find(for: program.roundedRelaxation, using: GLPKSolver())
    guard let certificate = relaxation.certificate else { throw .refuted(reason) }
    return Solution(
      termination: .infeasible, primalStatus: .infeasible, iterations: monitor.iterations,
      certificate: certificate)
  }
}
