import Numbers
import SourcingFiles
import Tables

/// The tables of an instance for the page on formats, from the definitions by which they are read.
enum InstanceTablesPage {
  static var text: String {
    ([rules] + InstanceTable.allCases.map { section(TableSchema.of($0)) })
      .joined(separator: "\n\n")
  }

  /// The main figures of the tables, with the value of a row.
  static var mainFigures: String {
    var grid = FormatGrid("table", "main figure", "value of a row")
    for table in InstanceTable.allCases {
      guard let figure = table.mainFigure else { continue }
      grid.add(
        FormatWords.code(table.rawValue), FormatWords.code(figure.column),
        FormatWords.sentence(figure.value))
    }
    return grid.text
  }

  private static var rules: String {
    let free = TableSchema.freeColumns.map(FormatWords.code)
    let basis = TableSchema.basisColumn
    let basisWords = value(basis)
    return """
      Every table may also have the columns \(free.dropLast().joined(separator: ", ")) and \(free.last ?? ""), which hold free text. \
      A number is \(Magnitude.text); a number marked as a limit may also be larger, and then means that there is no limit. \
      A `note` with `assumption:` marks figures without a source. `plusone validate` warns of tables in which rows with numbers have \
      neither a `source` nor such a note.

      Every table may have the column `\(basis.name)` too, \(basis.meaning): \(basisWords); blank: \(basis.blankRule ?? ""). Where the \
      instance has sources.csv, `source` holds ids of its rows: see [Sources and basis](provenance.md#sources-and-basis).
      """
  }

  private static func section(_ schema: TableSchema) -> String {
    var grid = FormatGrid("column", "value", "blank or without the column", "meaning")
    for column in schema.columns {
      grid.add(
        FormatWords.code(column.name),
        value(column) + (["", "share"].contains(column.unit) ? "" : " (\(column.unit))"),
        blank(column),
        FormatWords.sentence(column.meaning))
    }
    let need = schema.isRequired ? "Every instance has this file." : "The file may be missing."
    let rules = schema.rules.map { "- \($0)" }.joined(separator: "\n")
    return ["### `\(schema.table.fileName)`", "\(schema.meaning) \(need)", grid.text, rules]
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private static func value(_ column: ColumnSchema) -> String {
    let value =
      switch column.kind {
      case .identifier: "identifier, unique"
      case .sharedIdentifier: "identifier"
      case .text: "text"
      case .reference(let reference): reference.rawValue
      case .number(let range): NumberRange.text(range)
      case .positive: "number above 0"
      case .whole(let range): NumberRange.text(range)
      case .conditions: "`column=value`, several joined by `;`"
      case .choice(let names): FormatWords.alternatives(names.map(FormatWords.code))
      case .day: "day, as `2026-03-31`"
      case .url: "address that starts with `https://` or `http://`"
      case .doi: "DOI, which starts with `10.`"
      }
    return column.isLimit ? "limit: \(value)" : value
  }

  private static func blank(_ column: ColumnSchema) -> String {
    guard column.mayBeBlank else { return "error" }
    let meaning = column.defaultValue.map(DecimalNumber.text) ?? column.blankRule ?? ""
    return column.isRequired ? "blank: \(meaning); without the column: error" : meaning
  }
}
