import CGLPK
import CGLPKShim
import LinearProgramming

/// A program loaded into GLPK.
final class GLPKBackendProblem: BackendProblem {
  private let problem: GLPKProblem
  private let backend: GLPKBackend
  private let columnCount: Int
  private var rowCount: Int
  private let isWhole: [Bool]
  /// Costs are loaded times this power of two, for GLPK's dual tolerance is absolute.
  private var costFactor: Double
  private var isScaled = false
  /// Whether there is a basis to start from; else GLPK makes one up.
  private var hasBasis = false

  init(_ program: LinearProgram, _ backend: GLPKBackend) throws(BackendFailure) {
    problem = try GLPKProblem()
    self.backend = backend
    (columnCount, rowCount) = (program.columnCount, program.rowCount)
    costFactor = Self.factor(for: program)
    var isWhole = [Bool](repeating: false, count: program.columnCount)
    var (lower, upper) = (program.columnLower, program.columnUpper)
    for index in program.integerColumns {
      isWhole[Int(index)] = true
      (lower[Int(index)], upper[Int(index)]) = program.wholeBounds(of: Column(Int(index)))
    }
    self.isWhole = isWhole
    try problem.load(
      program, lower: lower, upper: upper,
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
      // Another objective altogether: its costs are scaled anew.
      if max(factor / costFactor, costFactor / factor) > 16 {
        costFactor = factor
        columns = Array(0..<Int32(program.columnCount))
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
    isWhole[column.index]
      ? program.wholeBounds(of: column)
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

  func runSimplex(_ method: SolveOptions.Method, care: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim
  {
    let rung = backend.ladder(for: method)[care]
    var settings = plusone_simplex_settings()
    settings.method = rung.algorithm.code
    settings.basis = (hasBasis || rung.start != .keep ? rung.start : .crash).code
    settings.rescale = isScaled ? 0 : 1
    settings.tolerance = rung.tolerance
    settings.pivot = rung.pivot
    isScaled = true
    var (outcome, limit) = try call(&settings, rung, watch)
    if rung.algorithm.isDual, outcome.code == 0, !isConclusive(outcome) {
      // The dual simplex found no dual feasible basis: the primal one goes on from there.
      settings.method = SimplexRung.Algorithm.primalHarris.code
      settings.basis = SimplexRung.Start.keep.code
      settings.rescale = 0
      (outcome, limit) = try call(&settings, rung, watch)
    }
    hasBasis = true
    return claim(outcome, limit, rung, watch)
  }

  private func call(
    _ settings: inout plusone_simplex_settings, _ rung: SimplexRung, _ watch: SolveWatch
  ) throws(BackendFailure) -> (plusone_outcome, limit: Int) {
    let guardLimit = rung.guardLimit(columns: columnCount, rows: rowCount)
    let limit = min(guardLimit, watch.iterationsLeft ?? guardLimit, Int(Int32.max))
    settings.iteration_limit = Int32(limit)
    settings.time_limit = min(rung.timeLimit ?? .max, watch.millisecondsLeft)
    let outcome = try problem.simplex(settings, watch)
    watch.iterations += outcome.iterations
    return (outcome, limit)
  }

  private func isConclusive(_ outcome: plusone_outcome) -> Bool {
    outcome.primal == GLP_NOFEAS || (outcome.primal == GLP_FEAS && outcome.dual == GLP_FEAS)
  }

  private func claim(
    _ outcome: plusone_outcome, _ limit: Int, _ rung: SimplexRung, _ watch: SolveWatch
  ) -> SimplexClaim {
    let isFeasible = outcome.primal == GLP_FEAS
    return switch outcome.code {
    case 0 where outcome.primal == GLP_NOFEAS: .infeasible
    case 0 where isFeasible && outcome.dual == GLP_FEAS: .optimal
    case 0 where isFeasible && outcome.dual == GLP_NOFEAS: .unbounded
    case GLP_ETMLIM where rung.timeLimit != nil && !watch.isOutOfTime: .stuck("no end in its time")
    case GLP_ETMLIM: .outOfTime(isFeasible: isFeasible)
    case GLP_EITLIM where watch.iterationsLeft == 0: .outOfIterations(isFeasible: isFeasible)
    case GLP_EITLIM: .stuck("no end after \(limit) iterations")
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

  /// First of the row at which the dual simplex stopped, then of all infeasible basic variables together.
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
      settings(for: request, watch), start: request.start, watch)
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
    // The feasibility pump takes longer than it saves where a point is known.
    settings.heuristics = isCareful || request.start != nil ? 0 : 1
    settings.pseudocosts = isCareful ? 0 : 1
    let rung = SimplexRung(algorithm: .dualHarris, start: .keep)
    settings.node_iterations = Int32(
      clamping: 8 * rung.guardLimit(columns: columnCount, rows: rowCount))
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
