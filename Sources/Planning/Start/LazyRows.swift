import LinearProgramming

/// A program with lazy rows: rows that are left out and added when a point breaks them.
///
/// A point that is optimal without some rows and keeps all of them is optimal with them: leaving out rows can only
/// improve the optimum. The dual value of a row that was not added is 0.
struct LazyRows {
  private let whole: LinearProgram
  /// The rows of the whole program that are in the reduced one, in its order.
  private(set) var rows: [Int]
  private var waiting: [Entry] = []

  /// A row that is left out.
  struct Entry {
    var row: Int
    var expression = LinearExpression()
    var lower: Double
    var upper: Double
  }

  init(_ program: LinearProgram, isLazy: [Bool]) {
    whole = program
    rows = isLazy.indices.filter { !isLazy[$0] }
    guard rows.count < isLazy.count else { return }
    var place = Array(repeating: -1, count: program.rowCount)
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

  /// The program without the lazy rows that were not added.
  var program: LinearProgram {
    guard !waiting.isEmpty else { return whole }
    var reduced = LinearProgram(sense: whole.sense)
    reduced.constant = whole.constant
    reduced.reserve(columns: whole.columnCount, rows: rows.count, terms: whole.termCount)
    for column in 0..<whole.columnCount {
      reduced.addColumn(
        lower: whole.columnLower[column], upper: whole.columnUpper[column],
        cost: whole.cost[column], size: whole.columnSize[column])
    }
    var place = Array(repeating: -1, count: whole.rowCount)
    for row in rows {
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

  /// Adds the rows that a point breaks to the session, and returns whether there were any.
  mutating func addBroken(at point: [Double], to session: any SolverSession) throws -> Bool {
    var broken: [Entry] = []
    waiting.removeAll { entry in
      let value = entry.expression.value(at: point)
      let beyond = max(entry.lower - value, value - entry.upper)
      guard beyond > 1e-7 * max(abs(value), 1e-3 * whole.usualSize(of: entry.expression)) else {
        return false
      }
      broken.append(entry)
      return true
    }
    for entry in broken {
      _ = try session.addRow(entry.expression, lower: entry.lower, upper: entry.upper)
      rows.append(entry.row)
    }
    return !broken.isEmpty
  }

  /// The basis of the reduced program, from one of the whole program.
  func reduced(_ basis: Basis) -> Basis {
    Basis(columns: basis.columns, rows: rows.map { basis.rows[$0] })
  }

  /// The solution of the whole program, from one of the reduced program.
  func expanded(_ solution: Solution) -> Solution {
    var result = solution
    if !solution.values.isEmpty { result.activities = whole.activities(at: solution.values) }
    if !solution.rowDuals.isEmpty { result.rowDuals = scattered(solution.rowDuals, 0) }
    if let basis = solution.basis { result.basis?.rows = scattered(basis.rows, .basic) }
    return result
  }

  private func scattered<Value>(_ values: [Value], _ other: Value) -> [Value] {
    values.scattered(to: rows, count: whole.rowCount, elsewhere: other)
  }
}
