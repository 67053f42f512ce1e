/// A backend that scales every program before another backend solves it, and scales the results back.
///
/// Solvers compare numbers with fixed tolerances such as 1e-7, so the numbers should be near 1. With s[c] the size of
/// column c (``LinearProgram/columnSize``) and f[r] the row factor, the other backend solves in x′ = x/s with
///
///     a′[r,c] = f[r]·a[r,c]·s[c],   cost′[c] = cost[c]·s[c],   f[r] ≈ 1/√(largest·smallest |a[r,c]·s[c]| of row r)
///
/// so that a tolerance means the same share of a usual amount, whatever units the data use. The objective as a whole is
/// not scaled. All factors are powers of two, so scaling causes no rounding (but for overflow and underflow).
public struct ScaledBackend: SolverBackend {
  private let base: any SolverBackend

  /// Scales the programs for a backend.
  public init(_ base: any SolverBackend) { self.base = base }

  /// The other backend's name.
  public var name: String { base.name }
  /// The other backend's capabilities.
  public var capabilities: SolverCapabilities { base.capabilities }
  /// The other backend's tuning.
  public var tuning: SolverTuning { base.tuning }

  /// The other backend's attempts.
  public func attempts(for method: SolveOptions.Method) -> [String] {
    base.attempts(for: method)
  }

  /// Scales a program and loads it into the other backend.
  public func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem {
    try ScaledProblem(program, in: base)
  }
}

/// A loaded program with x = columnFactor·x′, and rows multiplied by rowFactor.
private final class ScaledProblem: BackendProblem {
  private let base: any BackendProblem
  private var scaled: LinearProgram
  private let columnFactor: [Double]
  private var rowFactor: [Double] = []

  init(_ program: LinearProgram, in backend: any SolverBackend) throws(BackendFailure) {
    columnFactor = program.columnSize.map { $0.isNaN ? 1 : $0 }
    scaled = LinearProgram(sense: program.sense)
    scaled.constant = program.constant
    scaled.reserve(
      columns: program.columnCount, rows: program.rowCount, terms: program.termCount)
    for c in 0..<program.columnCount {
      scaled.addColumn(
        lower: program.columnLower[c] / columnFactor[c],
        upper: program.columnUpper[c] / columnFactor[c], cost: program.cost[c] * columnFactor[c])
    }
    scaled.integerColumns = program.integerColumns
    Self.append(program, fromRow: 0, term: 0, columnFactor, &rowFactor, to: &scaled)
    base = try backend.load(scaled)
  }

  /// Adds a program's rows from some row and term on.
  private static func append(
    _ program: LinearProgram, fromRow first: Int, term: Int, _ columnFactor: [Double],
    _ rowFactor: inout [Double], to scaled: inout LinearProgram
  ) {
    guard first < program.rowCount else { return }
    var largest = [Double](repeating: 0, count: program.rowCount - first)
    var smallest = [Double](repeating: .infinity, count: program.rowCount - first)
    for k in term..<program.termCount {
      let size = abs(program.termValue[k]) * columnFactor[Int(program.termColumn[k])]
      let row = Int(program.termRow[k]) - first
      largest[row] = max(largest[row], size)
      smallest[row] = min(smallest[row], size)
    }
    for place in largest.indices {
      let mean = largest[place].squareRoot() * smallest[place].squareRoot()
      let factor = mean > 0 && mean.isNormal ? 1 / LinearProgram.powerOfTwo(mean) : 1
      rowFactor.append(factor)
      scaled.addRow(
        lower: program.rowLower[first + place] * factor,
        upper: program.rowUpper[first + place] * factor)
    }
    for k in term..<program.termCount {
      let (row, column) = (Int(program.termRow[k]), Int(program.termColumn[k]))
      scaled.add(
        program.termValue[k] * columnFactor[column] * rowFactor[row], Column(column), to: Row(row))
    }
  }

  // MARK: Changes

  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure) {
    for index in changes.columns {
      let (c, factor) = (Int(index), columnFactor[Int(index)])
      scaled.setBounds(
        Column(c), lower: program.columnLower[c] / factor, upper: program.columnUpper[c] / factor)
      scaled.setCost(Column(c), program.cost[c] * factor)
    }
    for index in changes.rows {
      let (r, factor) = (Int(index), rowFactor[Int(index)])
      scaled.setBounds(
        Row(r), lower: program.rowLower[r] * factor, upper: program.rowUpper[r] * factor)
    }
    Self.append(
      program, fromRow: changes.firstNewRow, term: changes.firstNewTerm, columnFactor, &rowFactor,
      to: &scaled)
    try base.update(to: scaled, changes)
  }

  func setBasis(_ basis: Basis?) throws(BackendFailure) { try base.setBasis(basis) }

  // MARK: Solving

  func runSimplex(_ method: SolveOptions.Method, attempt: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim
  {
    try base.runSimplex(method, attempt: attempt, watch)
  }

  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
  {
    var request = request
    request.start = request.start.map { zip($0, columnFactor).map { $0 / $1 } }
    var outcome = try base.branchAndCut(request, watch)
    outcome.incumbent = outcome.incumbent.map(original)
    return outcome
  }

  // MARK: Reading

  private func original(_ point: [Double]) -> [Double] { zip(point, columnFactor).map { $0 * $1 } }

  func basis() throws(BackendFailure) -> Basis? { try base.basis() }
  func point() throws(BackendFailure) -> [Double] { original(try base.point()) }

  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double]) {
    let (rows, columns) = try base.duals()
    return (zip(rows, rowFactor).map { $0 * $1 }, zip(columns, columnFactor).map { $0 / $1 })
  }

  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]? {
    try base.farkasMultipliers(candidate).map { zip($0, rowFactor).map { $0 * $1 } }
  }

  func ray() throws(BackendFailure) -> [Double]? { try base.ray().map(original) }
}
