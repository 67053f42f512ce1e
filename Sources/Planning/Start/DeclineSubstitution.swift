import Formulation
import LinearProgramming
import Sourcing

/// A planning LP without rows of `max_decline`, by a change of variables: each flow is the part of the earlier flow
/// that must be kept, plus a rise g,
///
///     f[t] = kept·f[t−1] + g[t],   g[t] ≥ 0,
///
/// so f[t] = Σ_s kept^(t−s)·g[s] is put in place of each flow. The column of f[t] becomes the column of g[t], which
/// is the slack of the row that it replaces. Bounds of a flow other than f ≥ 0 become a row. An LP without
/// `max_decline` stays as it is.
///
/// The LP with all flows would have very many terms, so it is written for a part of them (``program(of:)``).
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
    /// The row of its bounds; nil if it has none but f ≥ 0.
    var bounds: Int?
  }

  /// The smallest coefficient kept^(t−s). Smaller ones would cause round-off in a solver, so the chain ends there and
  /// the row of `max_decline` stays.
  static let leastFactor = 0.001

  /// The LP with the rows of `max_decline`.
  let whole: LinearProgram
  /// The row of the whole LP for each of the first rows. Rows of bounds follow.
  let rows: [Int]
  /// The column of each row of bounds.
  let bounded: [Int]
  /// Ordered by period, so that a flow comes after its parent.
  private(set) var links: [Link]
  /// The position of a column in ``links``; −1 if it is in none.
  private let linkOfColumn: [Int32]
  /// The costs of the columns: of a rise, those of all that must be kept of it.
  private let cost: [Double]
  private let terms: TermGroups

  /// - Parameter withoutDeclines: leaves out the rows of `max_decline`; nothing is put in place of flows.
  init(_ planning: PlanningProgram, withoutDeclines: Bool = false) {
    whole = planning.program
    var links = withoutDeclines ? [] : Self.links(planning)
    var place = Array(repeating: Int32(-1), count: whole.columnCount)
    var isReplaced = Array(repeating: false, count: whole.rowCount)
    for (index, link) in links.enumerated() {
      place[link.column] = Int32(index)
      isReplaced[link.row] = true
    }
    linkOfColumn = place
    if withoutDeclines {
      for (row, key) in planning.rowKeys.enumerated() {
        if case .maxDecline = key { isReplaced[row] = true }
      }
    }
    let rows = isReplaced.indices.filter { !isReplaced[$0] }
    self.rows = rows
    var bounded: [Int] = []
    for index in links.indices {
      let column = links[index].column
      guard whole.columnLower[column] > 0 || whole.columnUpper[column] < .infinity else { continue }
      links[index].bounds = rows.count + bounded.count
      bounded.append(column)
    }
    self.bounded = bounded
    self.links = links
    cost = Self.summed(whole.cost, links)
    terms = TermGroups(byRowOf: whole)
  }

  private static func links(_ planning: PlanningProgram) -> [Link] {
    guard planning.model.maxDecline != nil else { return [] }
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

  /// For each column Σ_{s≥t} kept^(s−t)·value[s] over the flows that follow from it.
  private static func summed(_ values: [Double], _ links: [Link]) -> [Double] {
    var sums = values
    for link in links.reversed() { sums[link.parent] += link.kept * sums[link.column] }
    return sums
  }

  /// The number of rows.
  var rowCount: Int { rows.count + bounded.count }

  /// The lower and upper bound of a column.
  func bounds(ofColumn column: Int) -> (lower: Double, upper: Double) {
    linkOfColumn[column] >= 0
      ? (0, .infinity) : (whole.columnLower[column], whole.columnUpper[column])
  }

  /// The lower and upper bound of a row.
  func bounds(ofRow row: Int) -> (lower: Double, upper: Double) {
    guard row >= rows.count else { return (whole.rowLower[rows[row]], whole.rowUpper[rows[row]]) }
    let column = bounded[row - rows.count]
    // f ≥ 0 follows from g ≥ 0.
    let lower = whole.columnLower[column]
    return (lower > 0 ? lower : -.infinity, whole.columnUpper[column])
  }

  /// The size of each row: its largest |coefficient|·(size of the column).
  var rowSizes: [Double] {
    var sizes = [Double](repeating: 0, count: whole.rowCount)
    for term in 0..<whole.termCount {
      let size = whole.size(of: Column(Int(whole.termColumn[term])))
      let row = Int(whole.termRow[term])
      sizes[row] = max(sizes[row], abs(whole.termValue[term]) * size)
    }
    return rows.map { sizes[$0] } + bounded.map { whole.size(of: Column($0)) }
  }

  /// The value of each row at a point of the whole LP.
  func activities(at point: [Double]) -> [Double] {
    let activities = whole.activities(at: point)
    return rows.map { activities[$0] } + bounded.map { point[$0] }
  }

  // MARK: The program

  /// The LP with some of its columns and rows. All other columns are 0.
  func program(of part: ProgramPart) -> LinearProgram {
    var program = LinearProgram(sense: whole.sense)
    program.constant = whole.constant
    program.reserve(
      columns: part.columns.count, rows: part.rows.count, terms: 3 * part.columns.count)
    for column in part.columns {
      let (lower, upper) = bounds(ofColumn: column)
      program.addColumn(
        lower: lower, upper: upper, cost: cost[column], size: whole.columnSize[column])
    }
    var sum = RowSum(self, part)
    for row in part.rows {
      let (lower, upper) = bounds(ofRow: row)
      let place = program.addRow(lower: lower, upper: upper)
      if row < rows.count {
        for term in terms[rows[row]] {
          sum.add(whole.termValue[Int(term)], Int(whole.termColumn[Int(term)]))
        }
      } else {
        sum.add(1, bounded[row - rows.count])
      }
      sum.move(to: &program, place)
    }
    return program
  }

  /// Adds up a row of the whole LP in the columns of a part.
  private struct RowSum {
    /// The nearest column of the part from which a column follows, itself included; −1 for none.
    private var source: [Int32]
    /// The part of that source which the column must have.
    private var share: [Double]
    /// The source of the parent of each column of the part, and the share of it; −1 for none.
    private var next: [(source: Int32, share: Double)]
    private let place: [Int32]
    private var sums: [Double]
    private var largest: [Double]
    private var touched: [Int32] = []

    init(_ substitution: DeclineSubstitution, _ part: ProgramPart) {
      let count = substitution.whole.columnCount
      var place = [Int32](repeating: -1, count: count)
      for (index, column) in part.columns.enumerated() { place[column] = Int32(index) }
      var source = place
      var share = [Double](repeating: 1, count: count)
      next = Array(repeating: (-1, 0), count: part.columns.count)
      for link in substitution.links {
        let inherited = (source: source[link.parent], share: link.kept * share[link.parent])
        if place[link.column] >= 0 {
          next[Int(place[link.column])] = inherited
        } else {
          (source[link.column], share[link.column]) = inherited
        }
      }
      (self.source, self.share, self.place) = (source, share, place)
      sums = Array(repeating: 0, count: part.columns.count)
      largest = sums
    }

    mutating func add(_ coefficient: Double, _ column: Int) {
      var (at, value) = (source[column], coefficient * share[column])
      while at >= 0 {
        let place = Int(at)
        if largest[place] == 0 { touched.append(at) }
        sums[place] += value
        largest[place] = max(largest[place], abs(value))
        let step = next[place]
        (at, value) = (step.source, value * step.share)
      }
    }

    /// Adds the sum to a row of a program, and begins a new one.
    mutating func move(to program: inout LinearProgram, _ row: Row) {
      for place in touched {
        let index = Int(place)
        if abs(sums[index]) > 1e-14 * largest[index] {
          program.add(sums[index], Column(index), to: row)
        }
        (sums[index], largest[index]) = (0, 0)
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  // MARK: Bases and solutions

  /// The basis of the LP that corresponds to a basis of the whole LP.
  func substituted(_ basis: Basis) -> Basis {
    var result = Basis(
      columns: basis.columns,
      rows: rows.map { basis.rows[$0] } + Array(repeating: .basic, count: bounded.count))
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

  /// The reduced costs of all columns of the LP: cost − Aᵀ·y.
  func reducedCosts(rowDuals: [Double]) -> [Double] {
    var values = whole.reducedCosts(rowDuals: scattered(rowDuals, 0))
    for (place, column) in bounded.enumerated() { values[column] -= rowDuals[rows.count + place] }
    return Self.summed(values, links)
  }

  /// The point of the whole LP that corresponds to a point of the LP, but for round-off at its bounds.
  func expanded(_ point: [Double]) -> [Double] {
    var result = point
    for link in links { result[link.column] += link.kept * result[link.parent] }
    return result
  }

  /// The basis of the whole LP that corresponds to one of the LP.
  func expanded(_ basis: Basis) -> Basis {
    var result = Basis(columns: basis.columns, rows: scattered(basis.rows, .basic))
    for link in links {
      result.rows[link.row] = basis.columns[link.column]
      result.columns[link.column] = link.bounds.map { basis.rows[$0] } ?? .basic
    }
    return result
  }

  /// The optimum of the whole LP that corresponds to one of the LP.
  func expanded(_ solution: Solution) -> Solution {
    var result = solution
    let flows = expanded(solution.values)
    result.values = flows.indices.map {
      min(max(flows[$0], whole.columnLower[$0]), whole.columnUpper[$0])
    }
    result.activities = whole.activities(at: result.values)
    result.rowDuals = scattered(solution.rowDuals, 0)
    for link in links {
      result.rowDuals[link.row] = solution.reducedCosts[link.column]
      result.reducedCosts[link.column] = link.bounds.map { solution.rowDuals[$0] } ?? 0
    }
    result.basis = solution.basis.map { expanded($0) }
    return result
  }

  /// Values of the first rows, at their rows in the whole LP.
  private func scattered<Value>(_ values: [Value], _ other: Value) -> [Value] {
    values.scattered(to: rows, count: whole.rowCount, elsewhere: other)
  }
}
