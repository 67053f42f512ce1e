public import LinearProgramming

/// The textbook simplex method on a dense tableau: two phases; no bases, certificates, rays or whole columns. It is
/// as small as a backend can be, and right on small programs. Source: V. Chvátal, *Linear Programming* (1983),
/// chapters 2 and 3.
public struct DenseSimplex: SolverBackend {
  public init() {}

  public var name: String { "dense simplex" }
  public var capabilities: SolverCapabilities { [] }

  public func attempts(for method: SolveOptions.Method) -> [String] {
    ["largest coefficient", "Bland's rule"]
  }

  public func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem {
    DenseProblem(program)
  }
}

private final class DenseProblem: BackendProblem {
  private var program: LinearProgram
  private var answer: (point: [Double], rowDuals: [Double]) = ([], [])

  init(_ program: LinearProgram) { self.program = program }

  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure) {
    self.program = program
  }

  func setBasis(_ basis: Basis?) throws(BackendFailure) {}
  func basis() throws(BackendFailure) -> Basis? { nil }
  func point() throws(BackendFailure) -> [Double] { answer.point }
  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]? { nil }
  func ray() throws(BackendFailure) -> [Double]? { nil }

  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double]) {
    (answer.rowDuals, program.reducedCosts(rowDuals: answer.rowDuals))
  }

  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
  {
    throw .misuse("the dense simplex method knows no whole columns")
  }

  func runSimplex(_ method: SolveOptions.Method, attempt: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim
  {
    var tableau = StandardForm(program)
    let claim = tableau.solve(usesBlandsRule: attempt > 0, watch)
    answer = (tableau.point(), tableau.rowDuals())
    return claim
  }
}

/// min c·z subject to A·z = b, z ≥ 0, b ≥ 0, made from a program, with an artificial column for each row.
private struct StandardForm {
  /// x[column] = offset + Σ sign·z of its parts.
  private var offset: [Double]
  private var parts: [[(index: Int, sign: Double)]]
  /// The program's row that each row here comes from: the dual y of the program += sign·dual.
  private var source: [(row: Int, sign: Double)?] = []
  private var tableau: [[Double]] = []
  private var right: [Double] = []
  private var cost: [Double] = []
  private var basic: [Int] = []
  private let rowCount: Int
  private let isMaximising: Bool
  private var firstArtificial = 0
  private var reduced: [Double] = []

  init(_ program: LinearProgram) {
    isMaximising = program.sense == .maximise
    rowCount = program.rowCount
    offset = .init(repeating: 0, count: program.columnCount)
    parts = .init(repeating: [], count: program.columnCount)
    var rows: [(terms: [Int: Double], bound: Double, isAtLeast: Bool?, source: Int?)] = []
    for c in 0..<program.columnCount {
      let (lower, upper) = (program.columnLower[c], program.columnUpper[c])
      let price = isMaximising ? -program.cost[c] : program.cost[c]
      if lower.isFinite || upper.isFinite {
        offset[c] = lower.isFinite ? lower : upper
        addPart(of: c, sign: lower.isFinite ? 1 : -1, price)
      } else {
        addPart(of: c, sign: 1, price)
        addPart(of: c, sign: -1, price)
      }
      if lower.isFinite, upper.isFinite {
        rows.append(([parts[c][0].index: 1], upper - lower, false, nil))
      }
    }
    var terms = [[Int: Double]](repeating: [:], count: program.rowCount)
    var shift = [Double](repeating: 0, count: program.rowCount)
    for k in 0..<program.termCount {
      let (r, c) = (Int(program.termRow[k]), Int(program.termColumn[k]))
      shift[r] += program.termValue[k] * offset[c]
      for part in parts[c] { terms[r][part.index, default: 0] += part.sign * program.termValue[k] }
    }
    for r in 0..<program.rowCount {
      let (lower, upper) = (program.rowLower[r] - shift[r], program.rowUpper[r] - shift[r])
      if lower == upper {
        rows.append((terms[r], lower, nil, r))
      } else {
        if lower.isFinite { rows.append((terms[r], lower, true, r)) }
        if upper.isFinite { rows.append((terms[r], upper, false, r)) }
      }
    }
    let slacks = rows.filter { $0.isAtLeast != nil }.count
    firstArtificial = cost.count + slacks
    var slack = cost.count
    cost += Array(repeating: 0, count: slacks + rows.count)
    for (place, row) in rows.enumerated() {
      var line = [Double](repeating: 0, count: cost.count)
      for (index, value) in row.terms { line[index] = value }
      if let isAtLeast = row.isAtLeast {
        line[slack] = isAtLeast ? -1 : 1
        slack += 1
      }
      let sign = row.bound < 0 ? -1.0 : 1
      if sign < 0 { for index in line.indices { line[index] = -line[index] } }
      line[firstArtificial + place] = 1
      tableau.append(line)
      right.append(sign * row.bound)
      source.append(row.source.map { ($0, sign) })
      basic.append(firstArtificial + place)
    }
  }

  private mutating func addPart(of column: Int, sign: Double, _ price: Double) {
    parts[column].append((cost.count, sign))
    cost.append(sign * price)
  }

  // MARK: Two phases

  mutating func solve(usesBlandsRule: Bool, _ watch: SolveWatch) -> SimplexClaim {
    var phaseOne = [Double](repeating: 0, count: cost.count)
    for index in firstArtificial..<cost.count { phaseOne[index] = 1 }
    let size = right.reduce(1) { max($0, abs($1)) }
    if let stop = minimise(phaseOne, usesBlandsRule, watch) { return stop }
    let rest = zip(basic, right).reduce(0) { $0 + ($1.0 >= firstArtificial ? $1.1 : 0) }
    guard rest <= 1e-9 * size else { return .infeasible }
    driveOutArtificials()
    return minimise(cost, usesBlandsRule, watch) ?? .optimal
  }

  /// An artificial column that stays basic at 0 could rise again if its row has other terms.
  private mutating func driveOutArtificials() {
    for row in basic.indices where basic[row] >= firstArtificial {
      let enters = (0..<firstArtificial).first { abs(tableau[row][$0]) > 1e-9 }
      if let enters { pivot(row, enters) }
    }
  }

  /// Nil: at the optimum.
  private mutating func minimise(
    _ cost: [Double], _ usesBlandsRule: Bool, _ watch: SolveWatch
  ) -> SimplexClaim? {
    price(cost)
    let scale = cost.reduce(1e-300) { max($0, abs($1)) }
    for _ in 0..<(50 * (tableau.count + 10)) {
      guard let enters = entering(usesBlandsRule, beyond: -1e-10 * scale) else { return nil }
      guard watch.iterationsLeft != 0 else { return .outOfIterations(isFeasible: false) }
      guard !watch.isCancelled, !watch.isOutOfTime else { return .outOfTime(isFeasible: false) }
      guard let leaves = leaving(enters) else { return .unbounded }
      pivot(leaves, enters)
      watch.iterations += 1
    }
    return .stuck("no end after \(50 * (tableau.count + 10)) iterations")
  }

  /// A column whose reduced cost is below a limit: the first such one, or the one with the least.
  private func entering(_ usesBlandsRule: Bool, beyond limit: Double) -> Int? {
    let candidates = (0..<firstArtificial).lazy.filter { reduced[$0] < limit }
    return usesBlandsRule ? candidates.first : candidates.min { reduced[$0] < reduced[$1] }
  }

  private mutating func price(_ cost: [Double]) {
    reduced = cost
    for (row, column) in basic.enumerated() where cost[column] != 0 {
      for index in reduced.indices { reduced[index] -= cost[column] * tableau[row][index] }
    }
  }

  /// The row of the least ratio; of several, the one whose basic column comes first.
  private func leaving(_ column: Int) -> Int? {
    var best: (row: Int, ratio: Double)?
    for row in tableau.indices where tableau[row][column] > 1e-9 {
      let ratio = right[row] / tableau[row][column]
      if let known = best, (ratio, basic[row]) >= (known.ratio, basic[known.row]) { continue }
      best = (row, ratio)
    }
    return best?.row
  }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let factor = tableau[row][column]
    for index in tableau[row].indices { tableau[row][index] /= factor }
    right[row] /= factor
    let line = tableau[row]
    let nonzero = line.indices.filter { line[$0] != 0 }
    for other in tableau.indices where other != row && tableau[other][column] != 0 {
      let multiple = tableau[other][column]
      for index in nonzero { tableau[other][index] -= multiple * line[index] }
      tableau[other][column] = 0
      right[other] -= multiple * right[row]
    }
    let multiple = reduced[column]
    for index in nonzero { reduced[index] -= multiple * line[index] }
    reduced[column] = 0
    basic[row] = column
  }

  // MARK: Reading

  func point() -> [Double] {
    var values = [Double](repeating: 0, count: cost.count)
    for (row, column) in basic.enumerated() { values[column] = right[row] }
    return offset.indices.map { c in
      parts[c].reduce(offset[c]) { $0 + $1.sign * values[$1.index] }
    }
  }

  /// An artificial column is a unit column without a cost: its reduced cost is −1 times its row's dual.
  func rowDuals() -> [Double] {
    var duals = [Double](repeating: 0, count: rowCount)
    for (place, source) in source.enumerated() {
      guard let source else { continue }
      let dual = -source.sign * reduced[firstArtificial + place]
      duals[source.row] += isMaximising ? -dual : dual
    }
    return duals
  }
}
