import Formulation
import LinearProgramming
import Sourcing

/// Sifting over flows: a loaded planning LP is solved with its dear flows fixed at 0, which a solver leaves
/// out of its work; those that price out at the optimum are freed, and so on until none does.
///
/// When none prices out, every flow that is still fixed at 0 has a reduced cost ≥ 0, so the optimum with
/// them fixed is one of the whole LP. The last solve is one of the whole LP, with nothing fixed, from that
/// basis: it proves just that, and returns what any solve of it would.
struct Sifting {
  let session: any SolverSession
  /// Rounds after which everything is freed.
  static let mostRounds = 50

  private(set) var iterations = 0

  init(session: any SolverSession) { self.session = session }

  /// The flows to fix at first, by the start's reduced costs: of those that are nonbasic at 0. Kept are
  /// basic ones, those with bounds of their own, and of the others as many of the cheapest in each period as
  /// it has rows, times `keptPerRow`.
  static func dearFlows(
    of start: PeriodStart, _ basis: Basis, in program: LinearProgram, keptPerRow: Double
  ) -> [Column] {
    var dear: [Column] = []
    for period in start.planning.instance.horizon.indices {
      let candidates = start.planning.columns.flows(in: period).lazy.map(\.column).filter {
        basis.columns[$0.index] == .atLower && program.columnLower[$0.index] == 0
          && program.columnUpper[$0.index] > 0
      }
      let costs = candidates.map { start.reducedCosts[$0.index] }.sorted()
      let kept = Int(keptPerRow * Double(start.layout.rowCount(in: period)))
      guard kept < costs.count else { continue }
      let threshold = max(costs[kept], 0)
      dear += candidates.filter { start.reducedCosts[$0.index] > threshold }
    }
    return dear
  }

  /// Solves the session's LP from a start; the answer is one of the whole LP.
  ///
  /// - Parameters:
  ///   - basis: where to start.
  ///   - dear: flows to fix at 0 at first; their lower bounds are 0.
  ///   - addRows: adds what rows an optimum breaks; whether there were any.
  mutating func solve(
    from basis: Basis, dear: [Column], options: SolveOptions,
    addRows: (Solution) throws -> Bool = { _ in false }
  ) throws -> Solution {
    var options = options
    options.method = .primal
    let program = session.program
    let columnUpper = program.columnUpper
    var (fixed, basis) = (dear, basis)
    for column in fixed {
      try session.setBounds(column, lower: 0, upper: 0)
      basis.columns[column.index] = .fixed
    }
    try session.start(from: basis)
    for _ in 0..<Self.mostRounds where !fixed.isEmpty {
      let solution = try solve(options)
      // Infeasible with flows fixed says nothing of the whole.
      guard solution.isOptimal else { break }
      if try addRows(solution) {
        options.method = .dual
        continue
      }
      options.method = .primal
      let least = -1e-9 * abs(solution.objective) / Double(columnUpper.count)
      let cheap = fixed.partition {
        program.size(of: $0) * solution.reducedCosts[$0.index] < least
      }
      guard cheap < fixed.endIndex else { break }
      try free(fixed[cheap...], upTo: columnUpper)
      fixed.removeSubrange(cheap...)
    }
    try free(fixed[...], upTo: columnUpper)
    options.method = .primal
    while true {
      let solution = try solve(options)
      guard solution.isOptimal, try addRows(solution) else { return solution }
      options.method = .dual
    }
  }

  private func free(_ columns: ArraySlice<Column>, upTo columnUpper: [Double]) throws {
    for column in columns {
      try session.setBounds(column, lower: 0, upper: columnUpper[column.index])
    }
  }

  private mutating func solve(_ options: SolveOptions) throws -> Solution {
    let solution = try session.solve(options)
    iterations += solution.iterations
    return solution
  }
}
