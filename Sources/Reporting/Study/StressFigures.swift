import Scenarios
import Sourcing
import SourcingFiles

extension ReportTable {
  /// One row for each sharing arrangement and disruption of a run: what the comparison of a study is worked
  /// out from.
  ///
  /// service: share of all demand served, weighted by shortage cost; home_service: the same over home;
  /// time_to_survive: of home's worst market, in months; stock_shared: value of what left stockpiles for
  /// others, at the last period's prices (1 where that is 0); cvar_level: α of the conditional value at
  /// risk.
  static func stressSummary(_ run: PlannedRun) -> ReportTable {
    var table = ReportTable(
      "stress_summary",
      columns: [
        "sharing", "disruption", "probability", "service", "home_service", "lost_value",
        "stock_shared", "supply_cost", "extra_supply_cost", "time_to_survive", "horizon",
        "cvar_level",
      ])
    let instance = run.instance
    let probabilities = Dictionary(
      instance.disruptions.map { ($0.id, $0.probability) }, uniquingKeysWith: { first, _ in first })
    for outcome in run.stress {
      let id = outcome.disruption ?? ""
      table.add(
        .text(outcome.sharing.label), .text(id),
        (probabilities[id] ?? nil).map { .number($0) } ?? .blank, .number(outcome.service),
        .number(service(of: instance.home, outcome, instance)), .number(outcome.lostValue),
        .number(
          outcome.sharedDraws.reduce(0) {
            let commodity = instance.stockpiles[$1.stockpile].commodity
            return $0 + instance.valuationPrice(of: commodity) * $1.quantity
          }), .number(outcome.supplyCost), .number(outcome.extraSupplyCost),
        .number(Double(outcome.timeToSurvive(of: instance.home))),
        .number(Double(outcome.horizonMonths)), .number(run.model.risk?.cvarLevel ?? 0.9))
    }
    return table
  }

  /// 1 − Σ shortage_cost·u / Σ shortage_cost·D over the markets of some regions.
  private static func service(
    of regions: RegionSet, _ outcome: StressOutcome, _ instance: Instance
  ) -> Double {
    var (lost, total) = (0.0, 0.0)
    for market in outcome.markets where regions.members.contains(market.region) {
      let demand = instance.demands[
        region: market.region, commodity: market.commodity, period: instance.horizon.last]
      lost += demand.shortageCost * market.shortage
      total += demand.shortageCost * market.demand
    }
    return total > 0 ? 1 - lost / total : 1
  }

  /// Prices of the last period, at which stocks are valued.
  static func prices(_ instance: Instance) -> ReportTable {
    var table = ReportTable("prices", columns: ["commodity", "unit", "price"])
    for (index, commodity) in instance.commodities.enumerated() {
      table.add(
        .text(commodity.id), .text(commodity.unit),
        .number(instance.valuationPrice(of: index)))
    }
    return table
  }

  /// Who planned what where nobody coordinates, beside the joint plan, with the goals and without any.
  static func coordination(_ account: CoordinationAccount) -> ReportTable {
    var table = ReportTable(
      "coordination",
      columns: [
        "plan", "goals", "claim", "cost", "capex", "support", "unused_capacity", "unused_capex",
      ])
    let add = {
      (
        table: inout ReportTable, name: String, goals: String, claim: Double?,
        figures: CoordinationAccount.Figures
      ) in
      table.add(
        .text(name), .text(goals), claim.map { .number($0) } ?? .blank, .number(figures.cost),
        .number(figures.capex), .number(figures.support), .number(figures.unusedCapacity),
        .number(figures.unusedCapex))
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
  static func edits(_ variation: Study.Variation) -> ReportTable { edits([variation]) }

  /// Every cell that variations changed, old and new.
  static func edits(_ variations: [Study.Variation]) -> ReportTable {
    var table = ReportTable(
      "edits", columns: ["variation", "table", "line", "column", "old", "new", "edit"])
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

extension Instance {
  /// A commodity's price in the last period, 1 where that is 0.
  func valuationPrice(of commodity: Int) -> Double {
    let price = commodities[commodity].price[horizon.last]
    return price > 0 ? price : 1
  }
}
