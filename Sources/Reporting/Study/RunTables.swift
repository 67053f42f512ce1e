import Analysis
package import Scenarios
package import Sourcing
import SourcingFiles
package import Studies

extension ReportTable {
  /// One row for each sharing arrangement and disruption of a run.
  package static func stressSummary(_ run: PlannedRun) -> ReportTable {
    var table = ReportTable(.stressSummary)
    for it in run.disruptions {
      table.add(
        .text(it.sharing.label), .text(it.disruption),
        it.probability.map { .number($0) } ?? .blank, .number(it.service),
        .number(it.home.service), .number(it.lostValue), .number(it.stockShared),
        .number(it.supplyCost), .number(it.extraSupplyCost), .number(Double(it.timeToSurvive)),
        .number(Double(it.horizonMonths)), .number(run.cvarLevel))
    }
    return table
  }

  /// Prices of the last period, at which stocks are valued.
  package static func prices(_ instance: Instance) -> ReportTable {
    var table = ReportTable(.prices)
    for (index, commodity) in instance.commodities.indexed() {
      table.add(
        .text(commodity.id), .text(commodity.unit),
        .number(instance.valuationPrice(of: index)))
    }
    return table
  }

  /// The plan of each planner of a unilateral run, their sum, and the joint plan, each with the goals and without any.
  package static func coordination(_ account: CoordinationAccount) -> ReportTable {
    var table = ReportTable(.coordination)
    let add = {
      (
        table: inout ReportTable, name: String, goals: String, claim: Double?,
        figures: CoordinationAccount.Figures
      ) in
      table.add(
        .text(name), .text(goals), claim.map { .number($0) } ?? .blank, .number(figures.cost),
        .number(figures.investment.capex), .number(figures.investment.support),
        .number(figures.investment.idleCapacity), .number(figures.investment.idleCapex))
    }
    for planner in account.planners {
      add(&table, planner.name, "with", planner.claim, planner.withGoals)
      add(&table, planner.name, "without", planner.claim, planner.withoutGoals)
    }
    add(&table, "sum", "with", nil, account.sumWithGoals)
    add(&table, "sum", "without", nil, account.sumWithoutGoals)
    add(&table, "joint", "with", nil, account.jointWithGoals)
    add(&table, "joint", "without", nil, account.jointWithoutGoals)
    return table
  }

  /// Every cell that a variation changed.
  package static func edits(_ variation: Study.Variation) -> ReportTable { edits([variation]) }

  /// Every cell that variations changed, old and new.
  package static func edits(_ variations: [Study.Variation]) -> ReportTable {
    var table = ReportTable(.edits)
    for variation in variations {
      for cell in variation.editedCells {
        table.add(
          .text(variation.name), .text(cell.table.rawValue), .number(Double(cell.line)),
          .text(cell.column), .text(cell.old), .text(cell.new), .text(cell.edit))
      }
    }
    return table
  }
}
