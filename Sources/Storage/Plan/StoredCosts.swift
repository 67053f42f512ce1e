import Analysis
import Reporting
import Tables

/// The costs in the tables of a stored plan, for use without its instance.
struct StoredCosts {
  private let folder: String
  private var annual: [String: [CostCategory: Double]] = [:]
  private var whole = CostBreakdown()
  private let tables: PlanTables

  init(folder: String, _ log: ProblemLog) {
    self.folder = folder
    tables = PlanTables(stored: folder, problems: log)
    let costs = tables[.costs]
    for row in 0..<costs.rowCount {
      guard let category = CostCategory(rawValue: costs.text(row, "category")) else { continue }
      let period = costs.text(row, "period")
      annual[period, default: [:]][category] = costs.number(row, "cost") ?? .nan
      whole[category] += costs.number(row, "discounted") ?? .nan
    }
  }

  /// The costs of the parts must be those of the whole, and these the summary's.
  func check(against record: PlanRecord, _ log: ProblemLog) {
    guard log.isEmpty else { return }
    record.compare(whole, in: "\(folder)/costs.csv", log)
    let parts: [(PlanTable, [CostCategory])] = [
      (.allocation, [.transport, .tariff]), (.production, [.production]), (.stocks, [.holding]),
      (.shortages, [.shortage]),
    ]
    for (table, categories) in parts {
      var sums: [String: Double] = [:]
      for row in 0..<tables[table].rowCount {
        let period = tables[table].text(row, "period")
        sums[period, default: 0] += cost(of: row, in: tables[table])
      }
      for (period, costs) in annual.sorted(by: { $0.key < $1.key }) {
        let wanted = categories.reduce(0) { $0 + (costs[$1] ?? 0) }
        let found = sums[period] ?? 0
        // Rows that are very small compared with the others of the period are not stored.
        let whole = costs.values.sorted().reduce(0) { $0 + abs($1) }
        let tolerance = 1e-6 * max(abs(found), abs(wanted)) + 1e-9 * whole
        guard !(abs(found - wanted) <= tolerance) else { continue }
        log.add(
          "the costs of \(period) add up to \(DecimalNumber.text(found)), costs.csv has "
            + "\(DecimalNumber.text(wanted)): rows are missing or were changed; solve again",
          file: "\(folder)/\(table.rawValue).csv")
        break
      }
    }
  }
}

extension StoredCosts {
  /// The cost in a row; of a flow worked out from its quantity.
  private func cost(of row: Int, in table: ReportTable) -> Double {
    guard table.name == PlanTable.allocation.rawValue else {
      return table.number(row, "cost") ?? .nan
    }
    return (table.number(row, "quantity") ?? .nan) * (table.number(row, "unit_cost") ?? .nan)
  }
}
