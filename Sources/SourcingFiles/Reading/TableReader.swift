import Tables

/// Reads the cells of one table by the kinds that its schema declares, and notes what is wrong.
struct TableReader {
  let schema: TableSchema
  let table: CSVTable
  let log: ProblemLog

  var rows: Range<Int> { 0..<table.rowCount }

  /// The column of a name that the schema declares.
  ///
  /// The name is a literal of this program, not the user's: a column that a file has or lacks is no matter of this. One
  /// that no schema has is told as a mistake of the program, and read as free text.
  func column(_ name: String) -> TableColumn {
    guard let column = schema[name] else {
      reportMistake("the column \(name) is not in its schema")
      return TableColumn(
        schema: .text(name, required: false, "free text"), index: table.column(name),
        table: table, log: log)
    }
    return TableColumn(schema: column, index: table.column(name), table: table, log: log)
  }

  /// Tells of a mistake of this program.
  func reportMistake(_ message: @autoclosure () -> String) {
    log.add("a mistake of plusone, please report it: \(message())", file: table.file)
  }

  func report(_ message: @autoclosure () -> String, row: Int, column: String? = nil) {
    log.add(message(), file: table.file, line: table.line(of: row), column: column)
  }
}

/// One column of a table; a column that the file leaves out is blank in every row.
struct TableColumn {
  let schema: ColumnSchema
  let index: Int?
  let table: CSVTable
  let log: ProblemLog

  func report(_ message: @autoclosure () -> String, row: Int) {
    log.add(message(), file: table.file, line: table.line(of: row), column: schema.name)
  }

  // MARK: Text

  /// The cell's text; nil where it is blank, which is noted unless it may be.
  func text(_ row: Int) -> String? {
    guard let index else { return nil }
    let text = table.text(row: row, column: index)
    guard text.isEmpty else { return text }
    if !schema.mayBeBlank { report("the cell is blank; \(schema.meaning)", row: row) }
    return nil
  }

  /// The cell's text where it is an identifier.
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

  func choice(_ row: Int, of values: [String]) -> String? {
    guard let text = text(row) else { return nil }
    guard values.contains(text) else {
      let nearest = nearestName(to: text, among: values) ?? ""
      report(
        "unknown \(schema.name) `\(text)`; the most similar name is `\(nearest)` (\(values.joined(separator: ", ")))",
        row: row)
      return nil
    }
    return text
  }

  // MARK: Numbers

  /// The cell's number, or its default where it is blank; 0 where it is wrong, which is noted.
  func number(_ row: Int) -> Double { optional(row) ?? schema.defaultValue ?? 0 }

  /// The cell's number; nil where it is blank or wrong.
  func optional(_ row: Int) -> Double? {
    guard let index else { return nil }
    do {
      guard let value = try table.number(row: row, column: index) else {
        if !schema.mayBeBlank { report("the cell is blank; a number is needed", row: row) }
        return nil
      }
      return schema.takes(value) ? value : noted(row, index)
    } catch {
      report("`\(table.text(row: row, column: index))` is not a number; \(error)", row: row)
      return nil
    }
  }

  func whole(_ row: Int) -> Int? { optional(row).map { Int($0) } }

  private func noted(_ row: Int, _ index: Int) -> Double? {
    let text = table.text(row: row, column: index)
    let value = (try? DecimalNumber.parse(text)) ?? 0
    report("found \(shortened(text)); must be \(schema.rangeText(for: value))", row: row)
    return nil
  }
}

extension ColumnSchema {
  /// What numbers the column takes instead of one that it does not, in words.
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
