/// The table that `import` prints.
extension TableDefinition {
  /// What became of the figures that were read.
  package static let importSummary = TableDefinition(
    "import", places: [.importCSV, .importJSON],
    rows: "One row for each reason: kept figures first, then figures set aside, left out, and "
      + "notes. Then, from UN Comtrade and BACI, one row for each commodity, region that imports and year.",
    columns: [
      .text(
        "fate",
        "`kept`, `set aside` (another report of the same is used), `left out`, `note` (about figures that are "
          + "counted in other rows) or `value` (how much of the value of imports is kept)."),
      .text(
        "reason",
        "What was found, and why it was treated so. In a row `value`: what `value` is taken from, the row for the world, "
          + "the sum of the rows read, or exporters' reports of what the importer does not report."),
      .number("count", .count, "Figures, or notes.", blank: "in rows `value`"),
      .text("example", "The first one: `file:line`.", blank: "in rows `value`"),
      .text("commodity", "The commodity.", blank: others),
      .text("destination", "The region that imports.", blank: others),
      .text("year", "The year.", blank: others),
      .number(
        "value", .dollars, "All imports of the commodity into the region in the year.",
        blank: others
      ),
      .number(
        "with_weight", .ratio,
        "The part of `value` that flows with a reported weight have. It may be above 1 where the row for the world is "
          + "smaller than the sum of the others.", blank: others),
      .number(
        "estimated", .ratio,
        "The part of `value` that flows with a weight estimated from the value have.", blank: others
      ),
    ])

  private static let others = "in other rows"
}
