import Formulation
import LinearProgramming
import Sourcing

/// A planning LP without rows of `max_decline`, by a change of variables: each flow is the part of the earlier flow
/// that must be kept, plus a rise g,
///
///     f[t] = kept·f[t−1] + g[t],   g[t] ≥ 0,
///
/// so f[t] = Σ_s kept^(t−s)·g[s] is put in place of each flow. The column of f[t] becomes the column of g[t], which
/// is the slack of the row that it replaces. Bounds of a flow other than f ≥ 0 become a row.
///
/// Dual values: the dual value of a row of `max_decline` is the reduced cost r[t] of g[t], and the reduced cost of
/// f[t] is the dual value ν[t] of the row of its bounds. Proof: with d = c − Aᵀ·y of the LP without these rows, r[t]
/// = Σ_{s≥t} kept^(s−t)·(d[s] − ν[s]), hence d[t] − r[t] + kept·r[t+1] = ν[t], which is the reduced cost of f[t] in
/// the LP with rows.
struct DeclineSubstitution {
  /// A flow and the flow on the same lane in the period before.
  struct Link {
    var column: Int
    var parent: Int
    var kept: Double
    /// Its row of `max_decline`.
    var row: Int
    /// The row of its bounds in ``program``; nil if it has none but f ≥ 0.
    var bounds: Int?
  }

  /// The smallest coefficient kept^(t−s). Smaller ones would cause round-off in a solver, so the chain ends there and
  /// the row of `max_decline` stays.
  static let leastFactor = 0.01

  /// The LP with the rows of `max_decline`.
  let whole: LinearProgram
  /// The LP without them.
  private(set) var program: LinearProgram
  /// The row of the whole LP for each of the first rows of ``program``. Rows of bounds follow.
  let rows: [Int]
  /// Ordered by period, so that a flow comes after its parent.
  private(set) var links: [Link]
  /// The position of a column in ``links``; −1 if it is in none.
  private let linkOfColumn: [Int32]

  init(_ planning: PlanningProgram) {
    whole = planning.program
    links = Self.links(planning)
    var place = Array(repeating: Int32(-1), count: whole.columnCount)
    var isReplaced = Array(repeating: false, count: whole.rowCount)
    for (index, link) in links.enumerated() {
      place[link.column] = Int32(index)
      isReplaced[link.row] = true
    }
    linkOfColumn = place
    rows = isReplaced.indices.filter { !isReplaced[$0] }
    program = LinearProgram(sense: whole.sense)
    program.constant = whole.constant
    addColumns()
    addRows()
  }

  private static func links(_ planning: PlanningProgram) -> [Link] {
    var factor = Array(repeating: 1.0, count: planning.program.columnCount)
    var links: [Link] = []
    // Rows are in the order of their periods.
    for (row, key) in planning.rowKeys.enumerated() {
      guard case .maxDecline(let flow) = key, let now = planning.columns.flow(flow),
        let before = planning.columns.flow(flow.before),
        let kept = planning.keptFlow(into: flow.period)
      else { continue }
      let left = kept * factor[before.index]
      guard left >= leastFactor else { continue }
      factor[now.index] = left
      links.append(Link(column: now.index, parent: before.index, kept: kept, row: row))
    }
    return links
  }

  private mutating func addColumns() {
    for column in 0..<whole.columnCount {
      let isLinked = linkOfColumn[column] >= 0
      program.addColumn(
        lower: isLinked ? 0 : whole.columnLower[column],
        upper: isLinked ? .infinity : whole.columnUpper[column], size: whole.columnSize[column])
    }
    var cost = whole.cost
    for link in links.reversed() { cost[link.parent] += link.kept * cost[link.column] }
    for (column, value) in cost.enumerated() { program.setCost(Column(column), value) }
  }

  private mutating func addRows() {
    var place = Array(repeating: -1, count: whole.rowCount)
    for row in rows {
      place[row] = program.addRow(lower: whole.rowLower[row], upper: whole.rowUpper[row]).index
    }
    var expressions = Array(repeating: LinearExpression(), count: rows.count)
    for term in 0..<whole.termCount {
      let row = place[Int(whole.termRow[term])]
      guard row >= 0 else { continue }
      add(whole.termValue[term], Int(whole.termColumn[term]), to: &expressions[row])
    }
    for index in links.indices {
      let column = links[index].column
      let (lower, upper) = (whole.columnLower[column], whole.columnUpper[column])
      guard lower > 0 || upper < .infinity else { continue }
      // f ≥ 0 follows from g ≥ 0.
      links[index].bounds =
        program.addRow(lower: lower > 0 ? lower : -.infinity, upper: upper).index
      var flow = LinearExpression()
      add(1, column, to: &flow)
      expressions.append(flow)
    }
    for (row, expression) in expressions.enumerated() {
      for term in expression.terms { program.add(term.coefficient, term.column, to: Row(row)) }
    }
  }

  /// Adds a multiple of a column of the whole LP, expressed in the columns of ``program``.
  private func add(_ coefficient: Double, _ column: Int, to sum: inout LinearExpression) {
    var (coefficient, column) = (coefficient, column)
    sum.add(coefficient, Column(column))
    while linkOfColumn[column] >= 0 {
      let link = links[Int(linkOfColumn[column])]
      coefficient *= link.kept
      column = link.parent
      sum.add(coefficient, Column(column))
    }
  }

  // MARK: Bases and solutions

  /// The basis of ``program`` that corresponds to a basis of the whole LP.
  func substituted(_ basis: Basis) -> Basis {
    var result = Basis(
      columns: basis.columns,
      rows: rows.map { basis.rows[$0] }
        + Array(repeating: .basic, count: program.rowCount - rows.count))
    for link in links {
      let status = basis.columns[link.column]
      if status == .basic {
        result.columns[link.column] = basis.rows[link.row] == .basic ? .basic : .atLower
      } else if let bounds = link.bounds, status == .atUpper || whole.columnLower[link.column] > 0 {
        result.columns[link.column] = basis.rows[link.row]
        result.rows[bounds] = status
      } else {
        result.columns[link.column] = .atLower
      }
    }
    return result
  }

  /// The solution of the whole LP that corresponds to a solution of ``program``.
  func expanded(_ solution: Solution) -> Solution {
    var result = solution
    if !solution.values.isEmpty {
      for link in links {
        let flow = result.values[link.column] + link.kept * result.values[link.parent]
        let (lower, upper) = (whole.columnLower[link.column], whole.columnUpper[link.column])
        result.values[link.column] = min(max(flow, lower), upper)
      }
      result.activities = whole.activities(at: result.values)
    }
    if !solution.rowDuals.isEmpty {
      result.rowDuals = scattered(solution.rowDuals, 0)
      for link in links {
        result.rowDuals[link.row] = solution.reducedCosts[link.column]
        result.reducedCosts[link.column] = link.bounds.map { solution.rowDuals[$0] } ?? 0
      }
    }
    if let basis = solution.basis {
      result.basis?.rows = scattered(basis.rows, .basic)
      for link in links {
        result.basis?.rows[link.row] = basis.columns[link.column]
        result.basis?.columns[link.column] = link.bounds.map { basis.rows[$0] } ?? .basic
      }
    }
    return result
  }

  /// Values of the first rows of ``program``, at their rows in the whole LP.
  private func scattered<Value>(_ values: [Value], _ other: Value) -> [Value] {
    values.scattered(to: rows, count: whole.rowCount, elsewhere: other)
  }
}
