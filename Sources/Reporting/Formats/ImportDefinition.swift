/// The table that `import` prints.
extension TableDefinition {
  /// What became of the figures that were read.
  package static let importSummary = TableDefinition(
    "import", places: [.importCSV, .importJSON],
    rows: "One row for each reason: kept figures first, then figures set aside, left out, and "
      + "notes.",
    columns: [
      .text(
        "fate",
        "`kept`, `set aside` (another report of the same is used), `left out` or `note` (about figures that are "
          + "counted in other rows)."),
      .text("reason", "What was found, and why it was treated so."),
      .number("count", .count, "Figures, or notes."),
      .text("example", "The first one: `file:line`."),
    ])
}
