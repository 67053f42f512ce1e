import Sourcing
public import SourcingFiles

extension ReportTable {
  /// Where the figures of an instance come from, as `validate --provenance --format csv` prints it.
  public static func provenance(_ provenance: Provenance) -> ReportTable {
    var table = ReportTable(.provenance)
    let total = provenance.value ?? 0
    for share in provenance.shares {
      let lines = LineRanges.text(share.unmovedLines)
      table.add(
        .text(share.table.rawValue), .text(share.basis?.rawValue ?? notSaid),
        .number(Double(share.rows)),
        share.table.mainFigure.map { .text($0.column) } ?? .blank,
        share.value.map { .number($0) } ?? .blank,
        share.value.flatMap { total > 0 ? .number($0 / total) : nil } ?? .blank,
        .number(Double(share.unmovedLines.count)), lines.isEmpty ? .blank : .text(lines))
    }
    return table
  }
}

/// What stands for the basis of rows that do not say it.
let notSaid = "not said"

/// Lines of a file in few words.
enum LineRanges {
  /// Ascending lines as text, neighbours together: `2-5, 9`.
  static func text(_ lines: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

extension TableDefinition {
  static let provenance = TableDefinition(
    "provenance", places: [.validateCSV],
    rows: "One row for each table and basis that some of its rows have.",
    columns: [
      .text("table", "The table of the instance."),
      .text(
        "basis",
        "What the main figures rest on: "
          + (FigureBasis.allCases.map { "`\($0.rawValue)`" } + ["or `\(notSaid)`"])
          .joined(separator: ", ") + "."),
      .number("rows", .count, "Rows of the table with this basis."),
      .text(
        "main_figure", "The column with the main figure.",
        blank: "the rows have no main figure with a price"),
      .number(
        "value", .money,
        "Σ main figure × price × years over the places and periods in which the rows count: see "
          + "[Main figures](provenance.md#main-figures).",
        blank: "no row has a main figure with a price"),
      .number(
        "value_share", .share, "The part of it in Σ `value` of all rows of this table.",
        blank: "`value` is blank, or the sum is 0"),
      .number(
        "unmoved_rows", .count,
        "Rows with numbers that no range moves, of those that are assumed or fitted; else 0."),
      .text(
        "unmoved_lines", "Their lines in the file, such as `2-5, 9`.", blank: "there are none"),
    ])
}
