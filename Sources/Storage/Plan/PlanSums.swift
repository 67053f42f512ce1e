import Analysis
import Reporting
import Sourcing
import Tables

/// The sums of a stored plan's quantities, worked out anew from an instance and a model.
struct PlanSums {
  private let view: PlanView

  init(_ plan: Plan, _ instance: Instance, _ model: Model) {
    view = PlanView(instance: instance, model: model, plan: plan)
  }

  /// Costs must be the summary's, and every place's quantities must add up.
  func check(against record: PlanRecord, in folder: String, _ log: ProblemLog) {
    let costs = PlanCosts(view).wholeHorizon
    record.compare(costs, in: folder, log)
    checkTotals(of: record, in: folder, log)
    guard log.isEmpty, let first = view.imbalances.first else { return }
    log.add("\(text(first)): rows are missing or were changed; solve again", file: folder)
  }

  /// The summary's cost is that of its categories; its objective is the cost, where nothing else is weighed.
  private func checkTotals(of record: PlanRecord, in folder: String, _ log: ProblemLog) {
    guard log.isEmpty, let cost = record.cost else { return }
    let parts = CostCategory.allCases.map { record.categories[$0] ?? 0 }
    let tolerance = 1e-6 * parts.reduce(0) { $0 + abs($1) }
    var totals = [("cost", cost, parts.reduce(0, +))]
    let model = view.model
    let weighsCostOnly =
      model.objective.count == 1 && model.isCostLast && model.risk == nil
      && !model.goals.contains(where: \.isSoft)
    if weighsCostOnly { totals.append(("objective", record.objective ?? .nan, cost)) }
    for (name, found, wanted) in totals where !(abs(found - wanted) <= tolerance) {
      log.add(
        "found \(DecimalNumber.text(found)), which is not what the costs add up to "
          + "(\(DecimalNumber.text(wanted))); solve again",
        file: "\(folder)/\(PlanFolder.summaryFile)", column: name)
    }
  }

  private func text(_ imbalance: Imbalance) -> String {
    let instance = view.instance
    let place = imbalance.place
    let what =
      "of \(instance.commodities[place.commodity].id) at \(instance.regions[place.region].id) in "
      + instance.horizon[imbalance.period].label
    let (had, needed) = (
      DecimalNumber.text(imbalance.had), DecimalNumber.text(imbalance.needed)
    )
    return switch imbalance.kind {
    case .supply: "the tables do not add up: \(what) \(had) is made and \(needed) sent"
    case .use:
      "the tables do not add up: \(what) \(needed) is needed, and \(had) arrives, is drawn or unserved"
    }
  }
}

/// The costs that the tables of a stored plan give, where no instance is at hand to work them out.
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
        // Rows next to nothing beside the others of the period are not stored.
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

extension PlanRecord {
  /// Tells of the first category whose cost is not the summary's.
  func compare(_ costs: CostBreakdown, in file: String, _ log: ProblemLog) {
    let whole = categories.values.sorted().reduce(0) { $0 + abs($1) }
    for category in CostCategory.allCases {
      let (found, wanted) = (costs[category], categories[category] ?? 0)
      let tolerance = 1e-6 * max(abs(found), abs(wanted)) + 1e-9 * whole
      guard !(abs(found - wanted) <= tolerance) || !found.isFinite else { continue }
      log.add(
        "the \(category.rawValue) costs of the tables add up to \(DecimalNumber.text(found)), "
          + "\(PlanFolder.summaryFile) has \(DecimalNumber.text(wanted)): rows are missing or were "
          + "changed; solve again", file: file)
      return
    }
  }
}
