import LinearProgramming

/// The linear program that minimises the largest excess t of the coalitions S that are not yet settled. A coalition is
/// settled once its y(S) is fixed for all later stages.
///
///     minimise    t
///     subject to  y(S) + t ≥ w(S)             for every S that is not settled
///                 y(S) = w(S) − t of its stage   for every S that is settled
///                 y(N) = w(N),  y ≥ lower
///
/// A coalition gets a row when a solution violates it, so that the program has few of the 2ⁿ rows. All coalitions are
/// checked after every solve. One solver session solves all stages.
final class ExcessProgram {
  /// The optimum of one stage: the level t, the split y, and coalitions whose excess is t in every optimum.
  struct Optimum {
    var level: Double
    var split: [Double]
    var tight: [Int]
  }

  private let session: any SolverSession
  private let options: SolveOptions
  private let columns: [Column]
  private let level: Column
  private let weights: [Double]
  private let largestWeight: Double
  /// The row of each coalition that has one, by mask.
  private var rows: [Int: Row]
  private var isSettled: [Bool]

  /// Dual values below this count as 0. A tight coalition that is missed costs at most one more stage. The largest dual
  /// value is at least 1/(n + 1).
  private static let leastDual = 1e-6

  /// Calls `body` with the program of a game of two members or more.
  ///
  /// - Parameters:
  ///   - weights: w(S) by mask.
  ///   - lower: the lower bound of each y_i.
  static func with<Answer>(
    _ weights: [Double], lower: Double, using solver: some Solver, options: SolveOptions,
    _ body: (ExcessProgram) throws -> Answer
  ) throws -> Answer {
    let memberCount = weights.count.trailingZeroBitCount
    var program = LinearProgram()
    let columns = (0..<memberCount).map { _ in program.addColumn(lower: lower) }
    let level = program.addColumn(lower: -.infinity, cost: 1)
    let all = program.addRow(lower: weights[weights.count - 1], upper: weights[weights.count - 1])
    for column in columns { program.add(1, column, to: all) }
    var rows: [Int: Row] = [:]
    for (member, column) in columns.enumerated() {
      let row = program.addRow(lower: weights[1 << member])
      program.add(1, column, to: row)
      program.add(1, level, to: row)
      rows[1 << member] = row
    }
    return try solver.withSession(program) { session in
      try body(ExcessProgram(session, options, columns, level, weights, rows))
    }
  }

  private init(
    _ session: any SolverSession, _ options: SolveOptions, _ columns: [Column], _ level: Column,
    _ weights: [Double], _ rows: [Int: Row]
  ) {
    self.session = session
    self.options = options
    self.columns = columns
    self.level = level
    self.weights = weights
    largestWeight = weights.lazy.map(abs).max() ?? 0
    self.rows = rows
    isSettled = [Bool](repeating: false, count: weights.count)
    isSettled[0] = true
    isSettled[weights.count - 1] = true
  }

  /// Solves the current stage.
  ///
  /// - Throws: `NoOptimum` if a solve ends without an optimum; `SolverError`.
  func solve() throws -> Optimum {
    while true {
      let solution = try session.solve(options).optimum(of: "the split's largest excess")
      let split = columns.map { solution[$0] }
      let violated = violated(by: split, level: solution[level])
      guard !violated.isEmpty else {
        return Optimum(level: solution[level], split: split, tight: tight(solution.rowDuals))
      }
      for mask in violated {
        var expression = expression(mask)
        expression.add(1, level)
        rows[mask] = try session.addRow(expression, lower: weights[mask], upper: .infinity)
      }
    }
  }

  /// Fixes y(S) = w(S) − t for a coalition whose excess is t in every optimum.
  func settle(_ mask: Int, at level: Double) throws {
    let value = weights[mask] - level
    try session.addRow(expression(mask), lower: value, upper: value)
  }

  /// Removes t from the rows of settled coalitions, given by mask: such rows become free.
  func leaveOut(_ settled: [Bool]) throws {
    for (mask, row) in rows.sorted(by: { $0.key < $1.key }) where settled[mask] {
      if !isSettled[mask] { try session.setBounds(row, lower: -.infinity, upper: .infinity) }
    }
    for mask in settled.indices where settled[mask] { isSettled[mask] = true }
  }

  private func expression(_ mask: Int) -> LinearExpression {
    var expression = LinearExpression()
    for member in Coalition(mask: mask).members { expression.add(1, columns[member]) }
    return expression
  }

  /// The most violated of the coalitions without a row, the most violated first.
  private func violated(by split: [Double], level: Double) -> [Int] {
    let sums = coalitionSums(split)
    let limit = level + 1e-10 * max(abs(level), largestWeight)
    return sums.indices
      .filter { !isSettled[$0] && weights[$0] - sums[$0] > limit && rows[$0] == nil }
      .map { (mask: $0, excess: weights[$0] - sums[$0]) }
      .sorted { ($1.excess, $0.mask) < ($0.excess, $1.mask) }
      .prefix(4 * columns.count)
      .map(\.mask)
  }

  /// Coalitions that are tight in every optimum. By complementary slackness these include all rows with a positive dual
  /// value. The dual constraint of t makes these values sum to 1, so there is at least one.
  private func tight(_ duals: [Double]) -> [Int] {
    rows.filter { mask, row in !isSettled[mask] && duals[row.index] > Self.leastDual }
      .map { (mask: $0.key, dual: duals[$0.value.index]) }
      .sorted { ($1.dual, $0.mask) < ($0.dual, $1.mask) }
      .map(\.mask)
  }
}
