import Analysis
import Sourcing

extension ReportTable {
  /// Who pays what, and where it is spent.
  static func bills(_ view: PlanView, _ bills: BillComparison) -> ReportTable {
    var table = ReportTable(.bills)
    for period in view.instance.horizon.indices {
      for row in BillRow.all(bills, in: period, view.instance) {
        table.add(
          view.label(period), .text(row.payer), .text(row.spentIn), .text(row.category.rawValue),
          .number(row.amount),
          bills.withoutGoals == nil ? .blank : .number(row.withoutGoals),
          bills.withoutGoals == nil ? .blank : .number(row.amount - row.withoutGoals))
      }
    }
    return table
  }
}

/// One row of a period: the same part in both plans.
private struct BillRow {
  var payer: String
  var spentIn: String
  var category: BillCategory
  var amount = 0.0
  var withoutGoals = 0.0

  /// The rows of a period, sorted. Amounts below 1e-12 of all that is paid in the period are rounding and count as 0.
  static func all(
    _ bills: BillComparison, in period: PeriodIndex, _ instance: Instance
  ) -> [BillRow] {
    var rows: [[Int]: BillRow] = [:]
    func add(_ bills: Bills, _ column: WritableKeyPath<BillRow, Double>) {
      let parts = bills.parts[period]
      let least = 1e-12 * parts.reduce(0) { $0 + abs($1.amount) }
      for part in parts where abs(part.amount) > least {
        let place = BillCategory.allCases.firstIndex(of: part.category) ?? 0
        let key = [part.payer.position, part.spentIn.position, place]
        let row = BillRow(
          payer: instance.regions[part.payer].id, spentIn: instance.regions[part.spentIn].id,
          category: part.category)
        rows[key, default: row][keyPath: column] += part.amount
      }
    }
    add(bills.plan, \.amount)
    if let other = bills.withoutGoals { add(other, \.withoutGoals) }
    return rows.sorted {
      ($0.value.payer, $0.value.spentIn, $0.key[2])
        < ($1.value.payer, $1.value.spentIn, $1.key[2])
    }.map(\.value)
  }
}

extension TableDefinition {
  static let bills = TableDefinition(
    "bills", places: planFolders,
    rows:
      "One row for each period, payer, region in which the money is spent, and category. Rows of zeros are left "
      + "out. All rows of a period add up to its cost in costs.csv.",
    columns: [
      .text("period", "Label of the period."),
      .text("payer", "Id of the region that pays."),
      .text("spent_in", "Id of the region in which the money is spent."),
      .text(
        "category",
        "`production`, `transport`, `tariff`, `holding` (of stocks), `shortage` (the worth of the payer's own demand that "
          + "is not served), `capital` (annuities of capex and fixed cost of projects in operation) or `contract`: what is "
          + "paid above cost under contracts with a price; below 0 for what the payer gets."),
      .number(
        "amount", .moneyAYear,
        "Undiscounted. Costs follow the goods at average cost: docs/formulation.md, Bills. Equally cheap plans may have "
          + "other bills."),
      .number(
        "without_goals", .moneyAYear, "The same in the plan without goals.",
        blank: noComparison),
      .number("change", .moneyAYear, "amount − without_goals.", blank: noComparison),
    ])
  private static let noComparison =
    "the plan without goals was not found in time, or not made: the model has no goals, the run is unilateral, or "
    + "the command is `stress`"
}
