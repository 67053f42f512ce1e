import CGLPK
import CGLPKShim
import LinearProgramming

/// A program loaded into GLPK.
final class GLPKBackendProblem: BackendProblem {
  private let problem: GLPKProblem
  private let backend: GLPKBackend
  private let columnCount: Int
  private var rowCount: Int
  private let isInteger: [Bool]
  /// Costs are multiplied by this power of two, so that the largest is near 512: GLPK's dual tolerance is absolute.
  private var costFactor: Double
  private var isScaled = false
  /// Whether GLPK has a basis to start from; otherwise it constructs one.
  private var hasBasis = false

  init(_ program: LinearProgram, _ backend: GLPKBackend) throws(BackendFailure) {
    problem = try GLPKProblem()
    self.backend = backend
    (columnCount, rowCount) = (program.columnCount, program.rowCount)
    costFactor = Self.factor(for: program)
    isInteger = program.isInteger
    var rounded = program
    rounded.roundIntegerBounds()
    try problem.load(
      program, lower: rounded.columnLower, upper: rounded.columnUpper,
      cost: program.cost.map { [costFactor] in $0 * costFactor },
      constant: program.constant * costFactor)
  }

  private static func factor(for program: LinearProgram) -> Double {
    let largest = program.cost.lazy.map(abs).max() ?? 0
    guard largest > 0 else { return 1 }
    return Double(sign: .plus, exponent: 9 - largest.exponent, significand: 1)
  }

  // MARK: Changes

  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure) {
    try updateColumns(of: program, changes)
    if !changes.rows.isEmpty {
      try problem.setRows(
        changes.rows, lower: changes.rows.map { program.rowLower[Int($0)] },
        upper: changes.rows.map { program.rowUpper[Int($0)] })
    }
    try addRows(of: program, changes)
  }

  private func updateColumns(of program: LinearProgram, _ changes: ProgramChanges)
    throws(BackendFailure)
  {
    var columns = changes.columns
    if changes.hasNewCosts {
      let factor = Self.factor(for: program)
      // The costs have a very different size, as with another objective: scale them again.
      if max(factor / costFactor, costFactor / factor) > 16 {
        costFactor = factor
        columns = Array(0..<Int32(program.columnCount))
        try problem.setConstant(program.constant * factor)
      }
    }
    guard !columns.isEmpty else { return }
    let bounds = columns.map { self.bounds(of: Column(Int($0)), program) }
    try problem.setColumns(
      columns, lower: bounds.map(\.lower), upper: bounds.map(\.upper),
      cost: columns.map { program.cost[Int($0)] * costFactor })
  }

  private func bounds(of column: Column, _ program: LinearProgram) -> (lower: Double, upper: Double)
  {
    isInteger[column.index]
      ? program.integerBounds(of: column)
      : (program.columnLower[column.index], program.columnUpper[column.index])
  }

  private func addRows(of program: LinearProgram, _ changes: ProgramChanges)
    throws(BackendFailure)
  {
    let (row, term) = (changes.firstNewRow, changes.firstNewTerm)
    guard row < program.rowCount else { return }
    try problem.addRows(
      lower: Array(program.rowLower[row...]), upper: Array(program.rowUpper[row...]),
      termRow: program.termRow[term...].map { $0 - Int32(row) },
      termColumn: Array(program.termColumn[term...]),
      termValue: Array(program.termValue[term...]))
    rowCount = program.rowCount
  }

  func setBasis(_ basis: Basis?) throws(BackendFailure) {
    if let basis { try problem.setBasis(basis) }
    hasBasis = basis != nil
  }

  // MARK: The simplex method

  func runSimplex(_ method: SolveOptions.Method, attempt: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim
  {
    let run = backend.simplexAttempts(for: method)[attempt]
    var settings = plusone_simplex_settings()
    settings.method = run.algorithm.code
    settings.basis = (hasBasis || run.start != .keep ? run.start : .crash).code
    settings.rescale = isScaled ? 0 : 1
    settings.tolerance = run.tolerance
    settings.pivot = run.pivot
    isScaled = true
    var (outcome, limit) = try call(&settings, run, watch)
    if run.algorithm.isDual, outcome.code == 0, !isConclusive(outcome) {
      // The dual simplex found no dual feasible basis. The primal simplex continues from its last basis.
      settings.method = SimplexAttempt.Algorithm.primalHarris.code
      settings.basis = SimplexAttempt.Start.keep.code
      settings.rescale = 0
      (outcome, limit) = try call(&settings, run, watch)
    }
    hasBasis = true
    return claim(outcome, limit, run, watch)
  }

  private func call(
    _ settings: inout plusone_simplex_settings, _ attempt: SimplexAttempt, _ watch: SolveWatch
  ) throws(BackendFailure) -> (plusone_outcome, limit: Int) {
    let ownLimit = attempt.iterationLimit(columns: columnCount, rows: rowCount)
    let limit = min(ownLimit, watch.iterationsLeft ?? ownLimit, Int(Int32.max))
    settings.iteration_limit = Int32(limit)
    settings.time_limit = min(attempt.timeLimit ?? .max, watch.millisecondsLeft)
    let outcome = try problem.simplex(settings, watch)
    watch.iterations += outcome.iterations
    return (outcome, limit)
  }

  private func isConclusive(_ outcome: plusone_outcome) -> Bool {
    outcome.primal == GLP_NOFEAS || (outcome.primal == GLP_FEAS && outcome.dual == GLP_FEAS)
  }

  private func claim(
    _ outcome: plusone_outcome, _ limit: Int, _ attempt: SimplexAttempt, _ watch: SolveWatch
  ) -> SimplexClaim {
    let isFeasible = outcome.primal == GLP_FEAS
    return switch outcome.code {
    case 0 where outcome.primal == GLP_NOFEAS: .infeasible
    case 0 where isFeasible && outcome.dual == GLP_FEAS: .optimal
    case 0 where isFeasible && outcome.dual == GLP_NOFEAS: .unbounded
    case GLP_ETMLIM where attempt.timeLimit != nil && !watch.isOutOfTime:
      .stuck("no result within its time limit")
    case GLP_ETMLIM: .outOfTime(isFeasible: isFeasible)
    case GLP_EITLIM where watch.iterationsLeft == 0: .outOfIterations(isFeasible: isFeasible)
    case GLP_EITLIM: .stuck("no result after \(limit) iterations")
    default: .stuck(ReturnCode.sentence(outcome.code))
    }
  }

  // MARK: Reading

  func basis() throws(BackendFailure) -> Basis? {
    try problem.basis(columns: columnCount, rows: rowCount)
  }

  func point() throws(BackendFailure) -> [Double] { try problem.point(columns: columnCount) }

  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double]) {
    var duals = try problem.duals(columns: columnCount, rows: rowCount)
    // Adding 0 turns −0 into 0.
    for r in duals.rows.indices { duals.rows[r] = duals.rows[r] / costFactor + 0 }
    for c in duals.columns.indices { duals.columns[c] = duals.columns[c] / costFactor + 0 }
    return duals
  }

  /// Candidate 0: from the row at which the dual simplex stopped; candidate 1: from all infeasible basic variables.
  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]? {
    guard candidate < 2 else { return nil }
    return try problem.farkas(rows: rowCount, together: candidate == 1)
  }

  func ray() throws(BackendFailure) -> [Double]? { try problem.ray(columns: columnCount) }

  // MARK: Branch and cut

  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
  {
    let (outcome, failure) = problem.branchAndCut(
      settings(for: request, watch), start: request.start, costFactor: costFactor, watch)
    watch.iterations += outcome.iterations
    let ending: BranchOutcome.Ending
    switch failure {
    case .stopped?: ending = .stoppedHard
    case let failure?: throw failure
    case nil:
      guard let claim = claim(outcome) else { throw .lost(ReturnCode.sentence(outcome.code)) }
      ending = claim
    }
    return BranchOutcome(
      ending: ending, incumbent: problem.incumbent(columns: columnCount),
      bound: outcome.bound.isNaN ? nil : outcome.bound / costFactor)
  }

  private func settings(for request: BranchRequest, _ watch: SolveWatch) -> plusone_mip_settings {
    let isCareful = request.isCareful || !backend.settings.usesCutsAndHeuristics
    var settings = plusone_mip_settings()
    settings.gap = request.gap
    settings.integrality = request.integrality
    settings.cuts = isCareful ? 0 : 1
    // GLPK's heuristics (feasibility pump, rounding) take more time than they save if a point is known.
    settings.heuristics = isCareful || request.start != nil ? 0 : 1
    settings.pseudocosts = isCareful ? 0 : 1
    let attempt = SimplexAttempt(algorithm: .dualHarris, start: .keep)
    settings.node_iterations = Int32(
      clamping: 8 * attempt.iterationLimit(columns: columnCount, rows: rowCount))
    settings.time_limit = watch.millisecondsLeft
    return settings
  }

  private func claim(_ outcome: plusone_outcome) -> BranchOutcome.Ending? {
    switch outcome.code {
    case 0 where outcome.mip == GLP_OPT: .searched
    case 0 where outcome.mip == GLP_NOFEAS: .infeasible
    case GLP_EMIPGAP: .withinGap
    case GLP_ETMLIM, GLP_ESTOP: .stopped
    default: nil
    }
  }
}
