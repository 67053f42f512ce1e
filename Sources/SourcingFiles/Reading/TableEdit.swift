import Numbers
public import Tables

/// A change of one column in some rows of a table. Variations of studies are made of edits.
public struct TableEdit: Sendable {
  /// The new content of a cell.
  public enum Change: Sendable, Hashable {
    /// This text.
    case set(String)
    /// The old number plus this one.
    case add(Double)
    /// The old number times this one.
    case multiply(Double)
  }

  /// Name of the table, without `.csv`. It may be wrong: ``InstanceTables/apply(_:)`` checks it.
  public var table: String
  /// The rows that are changed: those whose cells equal all these values. Numbers are equal by value, texts as written.
  public var `where`: [(column: String, value: String)]
  /// Name of the column that is changed.
  public var column: String
  /// What happens to the cells.
  public var change: Change
  /// Path of the file with the edit, for problems.
  public var file: String
  /// Line of the edit, from 1.
  public var line: Int

  /// An edit. The properties describe the parameters.
  public init(
    table: String, where conditions: [(column: String, value: String)] = [], column: String,
    change: Change, file: String, line: Int
  ) {
    self.table = table
    self.where = conditions
    self.column = column
    self.change = change
    self.file = file
    self.line = line
  }
}

/// A cell that an edit changed.
public struct EditedCell: Sendable, Hashable {
  /// The table of the cell.
  public var table: InstanceTable
  /// Line in the file of the table, from 1.
  public var line: Int
  /// Name of the column of the cell.
  public var column: String
  /// The text before; empty for a blank cell.
  public var old: String
  /// The text after the edit.
  public var new: String
  /// The place of the edit: `file:line`.
  public var edit: String
}

extension InstanceTables {
  /// Applies edits in order and adds every changed cell to ``editedCells``.
  ///
  /// - Throws: a problem for every edit that names an unknown table or column, matches no row, or results in a number
  ///   that the column does not take. The tables are then unchanged.
  public mutating func apply(_ edits: [TableEdit]) throws(InputProblems) {
    let log = ProblemLog()
    var changed = self
    for edit in edits { changed.apply(edit, log: log) }
    try log.throwIfAny()
    let text = edits.map { "\($0.table)|\($0.where)|\($0.column)|\($0.change)" }
    changed.contentHash = ContentHash.of(([contentHash] + text).joined(separator: "\n").utf8)
    self = changed
  }

  private mutating func apply(_ edit: TableEdit, log: ProblemLog) {
    let report = { (message: String, key: String) in
      log.add(message, file: edit.file, line: edit.line, column: key)
    }
    guard let table = InstanceTable(rawValue: edit.table) else {
      let nearest = nearestHint(
        to: edit.table, among: InstanceTable.allCases.map(\.rawValue), listsKnown: false)
      report("unknown table `\(edit.table)`\(nearest)", "table")
      return
    }
    let schema = TableSchema.of(table)
    let unknown = (edit.where.map(\.column) + [edit.column]).filter {
      !schema.columnNames.contains($0)
    }
    for column in unknown {
      let nearest = nearestHint(to: column, among: schema.columnNames)
      report(
        "unknown column `\(column)` of \(table.fileName)\(nearest)",
        column == edit.column ? "column" : "where")
    }
    guard unknown.isEmpty else { return }
    guard var csv = tables[table] else {
      report("the edit matches no row: the instance has no \(table.fileName)", "where")
      return
    }
    let rows = matches(edit, in: csv)
    if rows.isEmpty { report("the edit matches no row of \(table.fileName)", "where") }
    let index = csv.column(edit.column) ?? csv.addColumn(edit.column)
    for row in rows {
      let old = csv.text(row: row, column: index)
      let place = "\(csv.file):\(csv.line(of: row)): \(edit.column)"
      do throws(EditFailure) {
        let new = try edit.change.text(old, schema[edit.column])
        csv.set(new, row: row, column: index)
        editedCells.append(
          EditedCell(
            table: table, line: csv.line(of: row), column: edit.column, old: old, new: new,
            edit: "\(edit.file):\(edit.line)"))
      } catch {
        report("\(place): \(error)", edit.change.key)
      }
    }
    tables[table] = csv
  }

  private func matches(_ edit: TableEdit, in csv: CSVTable) -> [Int] {
    let conditions = edit.where.map { condition in
      (
        index: csv.column(condition.column), text: condition.value,
        number: try? DecimalNumber.parseShare(condition.value)
      )
    }
    return (0..<csv.rowCount).filter { row in
      conditions.allSatisfy { condition in
        guard let index = condition.index else { return condition.text.isEmpty }
        let text = csv.text(row: row, column: index)
        if text == condition.text { return true }
        guard let number = condition.number else { return false }
        return DecimalNumber.value(text) == number
      }
    }
  }
}

/// The reason why a cell cannot be changed.
private struct EditFailure: Error, CustomStringConvertible {
  var description: String
}

extension TableEdit.Change {
  fileprivate var key: String {
    switch self {
    case .set: "set"
    case .add: "add"
    case .multiply: "multiply"
    }
  }

  /// The new text of a cell.
  fileprivate func text(_ old: String, _ column: ColumnSchema?) throws(EditFailure) -> String {
    guard let column, column.isNumber else {
      if case .set(let text) = self { return text }
      throw EditFailure(description: "only a number can be added to or multiplied; use `set`")
    }
    if case .set("") = self { return "" }
    let number = try number(old, default: column.defaultValue)
    guard column.takes(number) else {
      let found = number.isFinite ? DecimalNumber.text(number) : "no finite number"
      throw EditFailure(description: "would be \(found); must be \(column.rangeText(for: number))")
    }
    return DecimalNumber.text(number)
  }

  private func number(
    _ old: String, default defaultValue: Double?
  ) throws(EditFailure) -> Double {
    if case .set(let text) = self {
      do throws(DecimalNumber.Malformation) {
        return try DecimalNumber.parseShare(text)
      } catch {
        throw EditFailure(description: "`\(text)` is not a number; \(error)")
      }
    }
    guard let number = old.isEmpty ? defaultValue : try? DecimalNumber.parse(old) else {
      let reason = old.isEmpty ? "the cell is blank" : "`\(old)` is not a number"
      throw EditFailure(description: "\(reason); use `set`")
    }
    return switch self {
    case .add(let amount): number + amount
    case .multiply(let factor): number * factor
    case .set: number
    }
  }
}

extension ColumnSchema {
  var isNumber: Bool {
    switch kind {
    case .number, .positive, .whole: true
    default: false
    }
  }

  /// Whether the size of a number is allowed. A limit may have any large number.
  func isMeant(_ value: Double) -> Bool {
    Magnitude.isMeant(value) || isLimit && value > Magnitude.range.upperBound
  }

  /// Whether a number is finite, in the range of the column, and of an allowed size.
  func takes(_ value: Double) -> Bool {
    guard value.isFinite, isMeant(value) else { return false }
    return switch kind {
    case .number(let range): range.contains(value)
    case .positive: value > 0
    case .whole(let range): value == value.rounded() && range.contains(Int(clamping: value))
    default: true
    }
  }
}
