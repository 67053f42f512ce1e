import Scenarios
import Sourcing

extension ReportTable {
  /// What each disruption means for home, and for the world.
  ///
  /// - Parameters:
  ///   - outcomes: what was found in each disruption.
  ///   - instance: the instance of the plan.
  static func stressHome(_ outcomes: [StressOutcome], instance: Instance) -> ReportTable {
    var table = ReportTable(.stressHome)
    for outcome in outcomes {
      let home = outcome.home
      let hasDemand = outcome.markets.contains { instance.home.members.contains($0.region) }
      let ofDemand = { (cell: ReportTable.Cell) in hasDemand ? cell : .blank }
      table.add(
        .text(outcome.disruption ?? StressTables.undisturbed), .text(outcome.sharing.label),
        .text(outcome.allocation.rawValue), .text(instance.home.id), .number(home.demandValue),
        ofDemand(.number(home.serviceLeast)), ofDemand(.number(home.serviceMost)),
        ofDemand(.number(home.service)),
        .number(home.lostLeast), .number(home.lostMost), .number(home.lostValue),
        ofDemand(
          .months(outcome.timeToSurvive(of: instance.home), of: outcome.horizonMonths)),
        ofDemand(
          home.timeToSurviveProRata.map { .months($0, of: outcome.horizonMonths) } ?? .blank),
        ofDemand(.text(outcome.isExposed(instance.home) ? "yes" : "no")), .number(outcome.service),
        .number(outcome.lostValue))
    }
    return table
  }
}

/// Texts about home's range, which tables, JSON and reports have in common.
enum HomeTexts {
  static let noDemand = "home has no final demand in the period"
  static let lostLeast =
    "Least lost value of home over all ways to react: home is served first, others' shortages do not count."
  static let lostMost =
    "Greatest lost value of home where the world's is least: where the world is indifferent, home comes last. Under "
    + "`max_min` and `iep` it is taken with those rules."
  static let timeToSurvive =
    "Months that home's worst market can go without a shortage, in the best case under `allocation`: if it is served before "
    + "all others, as far as the rule leaves a choice"
  static let proRata =
    "The same if every supplier that has too little cuts its planned flows to all foreign customers by the same share"
  static let allocation =
    "Who gets what a supplier has in the months of `reroute_months`: `efficient` or `pro_rata`."
}

extension TableDefinition {
  static let stressHome = TableDefinition(
    "stress_home", places: [.stressFolder, .run],
    rows:
      "One row for each disruption and sharing arrangement: what it means for home, over all demand of home, and "
      + "for the world. Amounts are those of the window. Shares are weighted by shortage cost. Least and most do not "
      + "depend on which of several equally good solutions was found.",
    columns: [
      .text("disruption", "Id of the disruption."),
      .text("sharing", sharingMeaning),
      .text("allocation", HomeTexts.allocation),
      .text("home", "Id of home's region or bloc."),
      .number(
        "home_demand_value", .money,
        "Sum of demand × shortage cost of home: what home loses if nothing is served."),
      .number(
        "home_service_least", .share, "Share of home's demand that is served if home loses most.",
        blank: HomeTexts.noDemand),
      .number(
        "home_service_most", .share, "Share of home's demand that is served if home loses least.",
        blank: HomeTexts.noDemand),
      .number(
        "home_service", .share, "Share of home's demand that is served in the solution found.",
        blank: HomeTexts.noDemand),
      .number("home_lost_least", .money, HomeTexts.lostLeast),
      .number("home_lost_most", .money, HomeTexts.lostMost),
      .number("home_lost_value", .money, "Lost value of home in the solution found."),
      .monthsOfWindow("time_to_survive", HomeTexts.timeToSurvive + ".", blank: HomeTexts.noDemand),
      .monthsOfWindow(
        "time_to_survive_pro_rata", HomeTexts.proRata + ".", blank: HomeTexts.noDemand),
      .yesNo(
        "exposed",
        "Whether a market of home survives for less time than the disruption lasts within the window.",
        blank: HomeTexts.noDemand),
      .number("service", .share, "Share of the world's demand that is served."),
      .number("lost_value", .money, "The world's lost value."),
    ])
}
