import Foundation
import Tables

/// A table of an instance as it is written: every row has a basis, a source and a note.
struct PlainTable {
  private let columns: [String]
  private var rows: [[String]] = []

  /// - Parameter columns: those before `basis`, `source` and `note`.
  init(_ columns: String...) { self.columns = columns }

  var isEmpty: Bool { rows.isEmpty }
  var count: Int { rows.count }

  /// Adds a row. An assumption's note has its reason; a derived figure's note has its arithmetic.
  mutating func add(_ cells: String..., basis: Basis, source: String = "", note: String = "") {
    precondition(cells.count == columns.count, "a row has one cell a column")
    rows.append(cells + [basis.rawValue, source, note])
  }

  /// What a row rests on, as the column `basis` says it.
  enum Basis: String {
    case published, derived, assumption, definition
  }

  /// CSV with a header.
  var text: String {
    ([columns + ["basis", "source", "note"]] + rows)
      .map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined()
  }

  /// Text of other files in a cell: quoted where CSV needs it, on one line.
  private static func cell(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.contains(where: { ",\"".contains($0) }) || line.first == " " || line.last == " "
    else { return line }
    return "\"" + line.replacing("\"", with: "\"\"") + "\""
  }
}

/// The shortest text of a number cut to nine digits.
func numberText(_ value: Double) -> String { DecimalNumber.text(significant(value)) }

/// A number for a sentence: four digits.
func shortText(_ value: Double) -> String {
  let digits = String(format: "%.4g", value)
  return DecimalNumber.text(Double(digits) ?? value)
}
