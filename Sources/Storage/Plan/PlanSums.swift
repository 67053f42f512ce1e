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
      "the tables do not add up: \(what) \(needed) is needed, but arrivals, stock draws and shortage add up to \(had)"
    }
  }
}
