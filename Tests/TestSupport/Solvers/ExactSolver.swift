public import LinearProgramming

/// A slow solver with exact answers: GLPK's simplex method in rational arithmetic, and for whole columns a search of
/// all branches. For small programs, to compare other solvers with it.
public struct ExactSolver: Solver {
  /// The largest number of linear programs for one mixed-integer program; more end as ``Termination/iterationLimit``.
  public var nodeLimit = 2000
  /// Time limit of each linear program.
  public var seconds = 120.0

  public init() {}

  public var name: String { "exact" }
  public var capabilities: SolverCapabilities { [.integers] }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    let problems = program.validate()
    guard problems.isEmpty else { throw .invalidProgram(problems) }
    guard !program.hasCrossedBounds else { return Solution(termination: .infeasible) }
    var search = ExactSearch(
      program, nodeLimit: program.isMixedInteger ? nodeLimit : 1, seconds: seconds)
    return search.solution()
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    try body(ExactSession(program, self))
  }
}

extension LinearProgram {
  /// Whether some lower bound is above its upper one.
  fileprivate var hasCrossedBounds: Bool {
    zip(columnLower, columnUpper).contains { $0 > $1 }
      || zip(rowLower, rowUpper).contains { $0 > $1 }
  }
}

private final class ExactSession: SolverSession {
  private(set) var program: LinearProgram
  private let solver: ExactSolver

  init(_ program: LinearProgram, _ solver: ExactSolver) {
    (self.program, self.solver) = (program, solver)
  }

  func setBounds(_ column: Column, lower: Double, upper: Double) {
    program.setBounds(column, lower: lower, upper: upper)
  }

  func setBounds(_ row: Row, lower: Double, upper: Double) {
    program.setBounds(row, lower: lower, upper: upper)
  }

  func setCost(_ column: Column, _ value: Double) { program.setCost(column, value) }

  func addRow(_ expression: LinearExpression, lower: Double, upper: Double) -> Row {
    let row = program.addRow(
      lower: lower - expression.constant, upper: upper - expression.constant)
    for term in expression.terms { program.add(term.coefficient, term.column, to: row) }
    return row
  }

  func start(from basis: Basis?) {}

  func solve(_ options: SolveOptions) throws(SolverError) -> Solution {
    try solver.solve(program, options: options, from: nil)
  }
}

/// A depth-first search of all branches; each node's program is solved exactly from the last basis.
private struct ExactSearch: ~Copyable {
  private let program: LinearProgram
  private let problem: ExactProblem
  private let whole: [Int]
  private let seconds: Double
  private var nodesLeft: Int
  private var lower: [Double]
  private var upper: [Double]
  private var best: Solution?
  private var isStopped = false
  private var isUnbounded = false

  init(_ program: LinearProgram, nodeLimit: Int, seconds: Double) {
    self.program = program
    problem = ExactProblem(program)
    whole = program.integerColumns.map { Int($0) }
    (nodesLeft, self.seconds) = (nodeLimit, seconds)
    (lower, upper) = (program.columnLower, program.columnUpper)
  }

  mutating func solution() -> Solution {
    explore()
    if isStopped { return Solution(termination: .iterationLimit) }
    if isUnbounded { return Solution(termination: .unbounded) }
    return best ?? Solution(termination: .infeasible)
  }

  private mutating func explore() {
    guard !isStopped, !isUnbounded else { return }
    guard nodesLeft > 0 else {
      isStopped = true
      return
    }
    nodesLeft -= 1
    switch problem.solve(seconds: seconds) {
    case .infeasible: return
    case .stopped:
      isStopped = true
      return
    case .unbounded:
      isUnbounded = true
      return
    case .optimal: break
    }
    guard isBetter(problem.objective) else { return }
    let open = whole.map { (column: $0, value: problem.value($0)) }
      .filter { $0.value != $0.value.rounded() }
    let chosen = open.min { distance($0.value) < distance($1.value) }
    guard let chosen else {
      best = answer()
      return
    }
    let (column, value) = chosen
    let isUpFirst = value - value.rounded(.down) >= 0.5
    for isUp in [isUpFirst, !isUpFirst] {
      let old = (lower[column], upper[column])
      if isUp { lower[column] = value.rounded(.up) } else { upper[column] = value.rounded(.down) }
      if lower[column] <= upper[column] {
        problem.setBounds(column, lower: lower[column], upper: upper[column])
        explore()
      }
      (lower[column], upper[column]) = old
      problem.setBounds(column, lower: lower[column], upper: upper[column])
    }
  }

  private func distance(_ value: Double) -> Double { abs(value - value.rounded(.down) - 0.5) }

  /// Whether an objective is better than the best by more than the rounding of a Double.
  private func isBetter(_ objective: Double) -> Bool {
    guard let best else { return true }
    let gain = program.sense == .minimise ? best.objective - objective : objective - best.objective
    return gain > 1e-12 * abs(best.objective)
  }

  private func answer() -> Solution {
    let scales = WholeScales(program)
    let values = (0..<program.columnCount).map { problem.value($0) }
    var solution = Solution(
      termination: .optimal, primalStatus: .feasible, dualStatus: .feasible,
      objective: problem.objective, bound: problem.objective, values: values)
    solution.activities = Array(repeating: 0, count: program.rowCount)
    for term in 0..<program.termCount {
      solution.activities[Int(program.termRow[term])] +=
        program.termValue[term] * values[Int(program.termColumn[term])]
    }
    solution.rowDuals = (0..<program.rowCount).map { problem.dual($0, scale: scales.rows[$0]) }
    solution.reducedCosts = (0..<program.columnCount).map { problem.reducedCost($0) }
    return solution
  }
}
