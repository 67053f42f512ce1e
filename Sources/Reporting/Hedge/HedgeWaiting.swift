import Studies

extension HedgeTables {
  /// What it is worth to wait: the value of the criterion by which orders are the same in all worlds.
  static func waiting(_ hedge: Hedge) -> ReportTable {
    var table = ReportTable(.hedgeWaiting)
    for row in HedgeSummary.waiting(of: hedge) {
      table.add(
        .text(row.common), .number(ifAny: row.value), .text(row.proven ? "true" : "false"))
    }
    return table
  }
}

extension TableDefinition {
  static let hedgeWaiting = TableDefinition(
    "hedge_waiting", places: [.hedgeFolder],
    rows:
      "One row for `none`, one for `until`, and one for `all`, which is not there if the time limit came first.",
    columns: [
      .text("common", HedgeTexts.commonOrders),
      .number("value", .objective, HedgeTexts.value, blank: HedgeTexts.noSuchOrders),
      .flag("proven", HedgeTexts.proven),
    ])
}

extension HedgeTexts {
  static let commonOrders = "Which orders are the same in all worlds: `none`, `until` or `all`."
  static let value = "The least largest regret, or with `expected` the least expected cost."
  static let noSuchOrders = "no such orders are possible in all worlds"
  static let proven = "Whether the value is proven; if not, a smaller one may be possible."
}
