import LinearProgramming

/// A program without most of some rows, which come in as a point breaks them.
///
/// A point optimal under fewer rows that keeps all of them is optimal under all; the dual of a row that
/// never came in is 0.
struct LazyRows {
  private let whole: LinearProgram
  /// Rows of the whole program, in the order of those that are in.
  private(set) var rows: [Int]
  private var waiting: [Entry] = []

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

  /// The program with the rows that are in.
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

  /// Adds the rows that a point breaks; whether there were any.
  mutating func addBroken(at point: [Double], to session: any SolverSession) throws -> Bool {
    var broken: [Entry] = []
    waiting.removeAll { entry in
      let value = entry.expression.value(at: point)
      let beyond = max(entry.lower - value, value - entry.upper)
      guard beyond > 1e-7 * max(1, abs(value)) else { return false }
      broken.append(entry)
      return true
    }
    for entry in broken {
      _ = try session.addRow(entry.expression, lower: entry.lower, upper: entry.upper)
      rows.append(entry.row)
    }
    return !broken.isEmpty
  }

  /// The basis of the rows that are in.
  func reduced(_ basis: Basis) -> Basis {
    Basis(columns: basis.columns, rows: rows.map { basis.rows[$0] })
  }

  /// The answer with all rows.
  func expanded(_ solution: Solution) -> Solution {
    var result = solution
    if !solution.values.isEmpty { result.activities = whole.activities(at: solution.values) }
    if !solution.rowDuals.isEmpty { result.rowDuals = spread(solution.rowDuals, 0) }
    if let basis = solution.basis { result.basis?.rows = spread(basis.rows, .basic) }
    return result
  }

  private func spread<Value>(_ values: [Value], _ other: Value) -> [Value] {
    var result = Array(repeating: other, count: whole.rowCount)
    for (place, row) in rows.enumerated() { result[row] = values[place] }
    return result
  }
}
