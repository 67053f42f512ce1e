import LinearProgramming

/// Solves a planning LP with `max_decline` without most of its rows.
///
/// There is a row for each flow and period, and few of them bind. Those that bind at the start are in the
/// LP from the beginning; the others come in as a point breaks them, and the dual simplex goes on. The end
/// is an optimum of fewer constraints that keeps all of them, hence one of the whole LP: the dual of a row
/// that never came in is 0. The referee judges it as an answer to the whole LP.
struct LazyDecline {
  private let start: PeriodStart
  private let isLazy: [Bool]
  private var program: PlanningProgram { start.planning }

  /// nil where there is no such row, or a cone whose cuts would be rows too.
  init?(_ start: PeriodStart) {
    let planning = start.planning
    guard planning.model.maxDecline != nil, planning.cones.isEmpty else { return nil }
    self.start = start
    isLazy = planning.rowKeys.enumerated().map { row, key in
      key.family == .maxDecline && start.basis.rows[row] == .basic
    }
    guard isLazy.contains(true) else { return nil }
  }

  /// The whole LP's answer; nil where it does not pass the referee.
  func solve(solver: any Solver, options: SolveOptions, deadline: Deadline) throws
    -> PlanningResult?
  {
    let kept = isLazy.indices.filter { !isLazy[$0] }
    var basis = start.basis
    basis.rows = kept.map { start.basis.rows[$0] }
    var pool = RowPool(program.program, isLazy: isLazy)
    var rows = kept
    var iterations = start.iterations
    let solution = try solver.withSession(reduced(to: kept)) { session in
      var sifting = Sifting(session: session)
      let solution = try sifting.solve(
        from: basis, dear: Sifting.dearFlows(of: start), options: options, deadline: deadline
      ) { solution in
        let broken = pool.takeBroken(at: solution.values)
        for entry in broken {
          _ = try session.addRow(entry.expression, lower: entry.lower, upper: entry.upper)
          rows.append(entry.row)
        }
        return !broken.isEmpty
      }
      iterations += sifting.iterations
      return solution
    }
    let whole = expanded(solution, rows: rows)
    if solution.isOptimal {
      let verdict = OptimalityReferee().examine(whole, of: program.program)
      guard verdict.isAccepted else { return nil }
    } else if solution.termination == .infeasible {
      // Its proof speaks of fewer rows; the plain way gives one of the whole.
      return nil
    }
    return PlanningResult(
      termination: whole.termination, program: program, solution: whole,
      stageValues: solution.isOptimal ? [whole.objective] : [], iterations: iterations)
  }

  private func reduced(to kept: [Int]) -> LinearProgram {
    let whole = program.program
    var reduced = LinearProgram(sense: whole.sense)
    reduced.constant = whole.constant
    reduced.reserve(columns: whole.columnCount, rows: kept.count, terms: whole.termCount)
    for column in 0..<whole.columnCount {
      reduced.addColumn(
        lower: whole.columnLower[column], upper: whole.columnUpper[column],
        cost: whole.cost[column])
    }
    var place = Array(repeating: -1, count: whole.rowCount)
    for row in kept {
      place[row] = reduced.addRow(lower: whole.rowLower[row], upper: whole.rowUpper[row]).index
    }
    for term in 0..<whole.termCount {
      let row = place[Int(whole.termRow[term])]
      guard row >= 0 else { continue }
      reduced.add(
        whole.termValue[term], Column(Int(whole.termColumn[term])), to: Row(row))
    }
    return reduced
  }

  /// The answer with the rows of the whole LP.
  private func expanded(_ solution: Solution, rows: [Int]) -> Solution {
    guard !solution.values.isEmpty else { return solution }
    var whole = solution
    let count = program.program.rowCount
    whole.activities = program.program.activities(at: solution.values)
    if !solution.rowDuals.isEmpty {
      whole.rowDuals = Array(repeating: 0, count: count)
      for (place, row) in rows.enumerated() { whole.rowDuals[row] = solution.rowDuals[place] }
    }
    if let basis = solution.basis {
      whole.basis = Basis(
        columns: basis.columns, rows: Array(repeating: .basic, count: count))
      for (place, row) in rows.enumerated() { whole.basis?.rows[row] = basis.rows[place] }
    }
    return whole
  }
}

/// Rows that wait until a point breaks them.
private struct RowPool {
  struct Entry {
    var row: Int
    var expression = LinearExpression()
    var lower: Double
    var upper: Double
  }

  private var waiting: [Entry]

  init(_ program: LinearProgram, isLazy: [Bool]) {
    var place = Array(repeating: -1, count: program.rowCount)
    waiting = []
    for row in isLazy.indices where isLazy[row] {
      place[row] = waiting.count
      waiting.append(
        Entry(row: row, lower: program.rowLower[row], upper: program.rowUpper[row]))
    }
    for term in 0..<program.termCount {
      let entry = place[Int(program.termRow[term])]
      guard entry >= 0 else { continue }
      waiting[entry].expression.add(
        program.termValue[term], Column(Int(program.termColumn[term])))
    }
  }

  /// The rows that a point breaks; they wait no more.
  mutating func takeBroken(at point: [Double]) -> [Entry] {
    var broken: [Entry] = []
    waiting.removeAll { entry in
      let value = entry.expression.value(at: point)
      let beyond = max(entry.lower - value, value - entry.upper)
      guard beyond > 1e-7 * max(1, abs(value)) else { return false }
      broken.append(entry)
      return true
    }
    return broken
  }
}
