import Sourcing
import SourcingFiles

extension AssumptionOverview {
  /// The cells that assumptions move, as `validate --assumptions --format csv` prints them.
  public var table: ReportTable {
    var table = ReportTable(.movedCells)
    let titles = Dictionary(uniqueKeysWithValues: assumptions.map { ($0.id, $0.title) })
    for entry in entries {
      let cell = entry.cell
      let title = titles[cell.assumption] ?? ""
      table.add(
        .text(cell.assumption), title.isEmpty ? .blank : .text(title), .text(cell.table.rawValue),
        .number(Double(cell.line)), .text(cell.column), .text(cell.unit), .number(cell.nominal),
        .number(cell.low), .number(cell.high),
        entry.note.map { .text($0) } ?? .blank)
    }
    return table
  }
}

extension TableDefinition {
  static let movedCells = TableDefinition(
    "moved_cells", places: [.validateAssumptionsCSV, .validateAssumptionsJSON],
    rows:
      "One row for each cell of a table that an assumption moves. A cell that several assumptions move has a row "
      + "for each of them.",
    columns: [
      .text("assumption", "Id of the assumption."),
      .text("title", "Title of the assumption.", blank: "it has none"),
      .text("table", "The table of the cell, without `.csv`."),
      .number("line", .line, "Line in the file of the table."),
      .text("column", "Column of the cell."),
      .text("unit", "Unit of the number, as the definition of the column has it."),
      .number(
        "nominal", .columnUnit, "The number of the table; of a blank cell the default."),
      .number("low", .columnUnit, "The number with the assumption at its low end, z = -1."),
      .number("high", .columnUnit, "The number with the assumption at its high end, z = 1."),
      .text(
        "no_effect", "Where the number has no effect, because another figure takes its place.",
        blank: "it has an effect everywhere"),
    ])
}
