import Sourcing
import Tables

/// Reads `assumptions.csv`, and checks what its rows move.
struct AssumptionCompiler {
  let source: TableSource

  /// Rows with one name are one assumption; each row is an edit. A row with a mistake is left out.
  func assumptions() -> Table<Assumption> {
    guard let reader = source.reader(.assumptions) else { return [] }
    let assumptions = AssumptionRows(reader).read()
    // Ranges are about tables in which no assumption has moved.
    if source.tables.places.isEmpty {
      for assumption in assumptions {
        _ = CellMoves(of: assumption, in: source.tables, log: source.log)
      }
    }
    return assumptions
  }
}

/// Reads the rows of `assumptions.csv`.
private struct AssumptionRows {
  private let reader: TableReader
  private let (id, title, distribution): (TableColumn, TableColumn, TableColumn)
  private let (table, conditions, column): (TableColumn, TableColumn, TableColumn)
  private let (mode, low, high, source): (TableColumn, TableColumn, TableColumn, TableColumn)

  init(_ reader: TableReader) {
    self.reader = reader
    id = reader.column("assumption")
    title = reader.column("title")
    distribution = reader.column("distribution")
    table = reader.column("table")
    conditions = reader.column("where")
    column = reader.column("column")
    mode = reader.column("mode")
    low = reader.column("low")
    high = reader.column("high")
    source = reader.column("source")
  }

  func read() -> Table<Assumption> {
    var assumptions: Table<Assumption> = []
    var indexOf: [String: AssumptionIndex] = [:]
    // The distribution that a row gave an assumption.
    var given: [String: String] = [:]
    for row in reader.rows {
      let (name, edit) = (id.identifier(row), edit(row))
      let (words, shape) = (title.text(row), distribution.choice(row))
      guard let name else { continue }
      let index = indexOf[name] ?? assumptions.append(Assumption(id: name, edits: []))
      indexOf[name] = index
      if let edit { assumptions[index].edits.append(edit) }
      if let shape {
        let earlier = given.updateValue(shape, forKey: name)
        if let earlier, earlier != shape {
          distribution.report(
            "`\(name)` has the distribution `\(earlier)` already; give it on one row", row: row)
        }
      }
      if let words, assumptions[index].title.isEmpty { assumptions[index].title = words }
      if let kind = shape.flatMap(Assumption.Distribution.init) {
        assumptions[index].distribution = kind
      }
    }
    return assumptions
  }

  /// The edit that a row is; nil if a cell is wrong, which is noted.
  private func edit(_ row: Int) -> Assumption.Edit? {
    let (table, column) = (table.text(row), column.text(row))
    let conditions = readConditions(row)
    let (low, high, source) = (low.optional(row), high.optional(row), source.text(row))
    let word = mode.choice(row)
    let isWrong = word == nil && !(mode.known(row) ?? "").isEmpty
    guard let table, let column, let conditions, let low, let high, let source, !isWrong else {
      return nil
    }
    let edit = Assumption.Edit(
      table: table, where: conditions, column: column,
      mode: word.flatMap(Assumption.Edit.Mode.init) ?? .multiply, low: low, high: high,
      source: source, line: reader.table.line(of: row))
    let (lowRule, highRule) = (edit.brokenLowRule, edit.brokenHighRule)
    if let lowRule { self.low.report("found \(DecimalNumber.text(low)); \(lowRule)", row: row) }
    if let highRule { self.high.report("found \(DecimalNumber.text(high)); \(highRule)", row: row) }
    return lowRule == nil && highRule == nil ? edit : nil
  }

  private func readConditions(_ row: Int) -> [RowCondition]? {
    guard let text = conditions.text(row) else { return [] }
    do throws(WhereMistake) { return try WhereCell.conditions(text) } catch {
      conditions.report("\(error)", row: row)
      return nil
    }
  }
}
