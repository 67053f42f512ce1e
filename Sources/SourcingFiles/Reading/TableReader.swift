import Numbers
import Sourcing
import Tables

/// Reads the cells of a table by its schema, and notes what is wrong.
struct TableReader {
  let schema: TableSchema
  let table: CSVTable
  let log: ProblemLog

  var rows: Range<Int> { 0..<table.rowCount }

  /// The column of a name that the schema declares.
  ///
  /// The name is a literal of this program, not of the user. One that the schema lacks is noted as a mistake of the
  /// program and read as free text; a column that the file lacks is not.
  func column(_ name: String) -> TableColumn {
    guard let column = schema[name] else {
      reportMistake("the column \(name) is not in its schema")
      return TableColumn(
        schema: .text(name, blank: "nothing", "free text"), index: table.column(name),
        table: table, log: log)
    }
    return TableColumn(schema: column, index: table.column(name), table: table, log: log)
  }

  /// Notes a mistake of this program.
  func reportMistake(_ message: @autoclosure () -> String) {
    log.addMistake(message(), file: table.file)
  }

  func report(_ message: @autoclosure () -> String, row: Int, column: String? = nil) {
    log.add(message(), file: table.file, line: table.line(of: row), column: column)
  }
}

/// A column of a table. A column that the file lacks is blank in every row.
struct TableColumn {
  let schema: ColumnSchema
  let index: Int?
  let table: CSVTable
  let log: ProblemLog

  func report(_ message: @autoclosure () -> String, row: Int) {
    log.add(message(), file: table.file, line: table.line(of: row), column: schema.name)
  }

  /// Notes a problem that other rows may have too, because of the same text in the column.
  func report(onceFor subject: String, _ message: @autoclosure () -> String, row: Int) {
    log.add(
      onceFor: subject, message(), file: table.file, line: table.line(of: row), column: schema.name)
  }

  // MARK: Text

  /// The text of a cell; nil if the cell is blank, which is noted if the schema does not allow it.
  func text(_ row: Int) -> String? {
    guard let index else { return nil }
    let text = table.text(row: row, column: index)
    guard text.isEmpty else { return text }
    if !schema.mayBeBlank { report("the cell is blank; \(schema.meaning)", row: row) }
    return nil
  }

  /// The identifier in a cell; nil if it is none, which is noted.
  func identifier(_ row: Int) -> String? {
    guard let text = text(row) else { return nil }
    guard isIdentifier(text) else {
      report(
        "`\(text)` is not an identifier; use letters, digits, `_`, `.` and `-`, a letter or digit first",
        row: row)
      return nil
    }
    return text
  }

  /// The word in a cell; nil if the definition does not have it. The log then says so.
  func choice(_ row: Int) -> String? {
    guard case .choice(let values) = schema.kind, let text = text(row) else { return nil }
    guard values.contains(text) else {
      report(
        "unknown \(schema.name) `\(text)`\(log.nearestHint(to: text, among: values, listsKnown: false)) "
          + "(\(values.joined(separator: ", ")))", row: row)
      return nil
    }
    return text
  }

  // MARK: Numbers

  /// The number in a cell, or the default of the column where the cell is blank; 0 if it is wrong, which is noted.
  func number(_ row: Int) -> Double { optional(row) ?? schema.defaultValue ?? 0 }

  /// The number in a cell; nil if it is blank, or wrong, which is noted.
  func optional(_ row: Int) -> Double? {
    guard let index else { return nil }
    do {
      guard let value = try table.number(row: row, column: index) else {
        if !schema.mayBeBlank { report("the cell is blank; a number is needed", row: row) }
        return nil
      }
      return schema.takes(value) ? value : noted(row, index)
    } catch {
      let text = table.text(row: row, column: index)
      if case .percentSign = error, !schema.takesShares {
        let unit = schema.unit.isEmpty ? "" : ", in \(schema.unit)"
        report(
          "`\(text)` is not a number; this column takes no share: write the number itself\(unit)",
          row: row)
      } else {
        report("`\(text)` is not a number; \(error)", row: row)
      }
      return nil
    }
  }

  /// The whole number in a cell; nil if it is blank, or wrong, which is noted.
  func whole(_ row: Int) -> Int? { optional(row).map { Int($0) } }

  private func noted(_ row: Int, _ index: Int) -> Double? {
    let text = table.text(row: row, column: index)
    let value = DecimalNumber.value(text) ?? 0
    let meant = schema.kind == .number(.share) ? ShareMeant(value) : nil
    let hint = meant?.plainHint ?? ""
    report("found \(shortened(text)); must be \(schema.rangeText(for: value))\(hint)", row: row)
    return nil
  }
}

extension ColumnSchema {
  /// Whether its numbers are shares, such as tariffs, which may be above 1.
  var takesShares: Bool { kind == .number(.share) || unit.hasPrefix("share") }

  /// Which numbers the column takes, in words, for a message about one that it does not take.
  func rangeText(for value: Double) -> String {
    switch kind {
    case .number(let range) where range.contains(value): Magnitude.text
    case .positive where value > 0: Magnitude.text
    case .number(let range) where range.upperBound == .greatestFiniteMagnitude: "0 or more"
    case .number(let range):
      "from \(DecimalNumber.text(range.lowerBound)) to \(DecimalNumber.text(range.upperBound))"
    case .positive: "above 0"
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    default: "given"
    }
  }
}

extension Int {
  /// The whole number nearest to a finite value that `Int` can hold.
  init(clamping value: Double) {
    self = value >= 9e18 ? .max : value <= -9e18 ? .min : Int(value)
  }
}
