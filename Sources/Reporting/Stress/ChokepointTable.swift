public import Scenarios
import Sourcing

extension ReportTable {
  /// The map of chokepoints, worst first.
  public static func chokepoints(_ points: [Chokepoint], map: ChokepointMap) -> ReportTable {
    var table = ReportTable(.chokepoints)
    let horizon = map.runner.options.horizonMonths
    let months = { (figures: Chokepoint.Figures, count: Int) in
      figures.hasDemandHere ? Cell.months(count, of: horizon) : .blank
    }
    let lostHere = { (figures: Chokepoint.Figures) in
      figures.hasDemandHere ? Cell.number(figures.lostValueHere) : .blank
    }
    for (place, point) in points.enumerated() {
      table.add(
        .number(Double(place + 1)), .text(map.runner.instance.regions[point.node.region].id),
        point.node.stage.map { .text($0) } ?? .blank, .text(map.of.id), .text(map.commodity.id),
        .number(point.planned.lostValue), .number(point.planned.homeLostLeast),
        .number(point.planned.homeLostMost), lostHere(point.planned),
        months(point.planned, point.planned.timeToSurvive),
        months(point.planned, point.planned.timeToSurviveProRata),
        .number(Double(point.timeToRecover)),
        point.planned.hasDemandHere ? .text(point.isExposed ? "yes" : "no") : .blank,
        .number(point.planned.share),
        point.planned.concentrationRisk.map { .number($0) } ?? .blank,
        .number(point.today.lostValue), .number(point.today.homeLostLeast),
        .number(point.today.homeLostMost),
        lostHere(point.today), months(point.today, point.today.timeToSurvive),
        months(point.today, point.today.timeToSurviveProRata),
        .number(point.today.share),
        point.today.concentrationRisk.map { .number($0) } ?? .blank)
    }
    return table
  }
}

extension TableDefinition {
  private static let noRisk = "the risk of a region that makes it is not given"
  private static let noDemand = "`of` has no final demand for the commodity itself in the period"
  private static let noDemandToday =
    "`of` has no final demand for the commodity itself in the first period"

  static let chokepoints = TableDefinition(
    "chokepoints",
    places: [.chokepointsFolder, .chokepointsCSV, .chokepointsJSON],
    rows: "One row for each region outside `of` that makes anything upstream of the commodity, "
      + "and for each stage "
      + "there, by lost_value. Columns that end in `_today` are of the network of the first period, the others of "
      + "the plan in the period of the disruption.",
    columns: [
      .number("rank", .count, "1 is the row with the largest lost_value."),
      .text("region", "Id of the region that loses its production for the whole window."),
      .text("stage", "The stage that is lost.", blank: "all stages are lost"),
      .text("of", "Id of the region or bloc that looks at the loss (`--of`, else home)."),
      .text("commodity", "Id of the commodity or group that it looks at."),
      .number(
        "lost_value", .money,
        "The world's lost value over the window, of all commodities: the least possible."),
      .number("home_lost_least", .money, "Over all demand of home. " + HomeTexts.lostLeast),
      .number("home_lost_most", .money, "Over all demand of home. " + HomeTexts.lostMost),
      .number(
        "lost_value_here", .money,
        "Least lost value of the commodity alone in `of`, over all ways to react to the loss.",
        blank: noDemand),
      .monthsOfWindow(
        "time_to_survive",
        "Months that `of` can go without a shortage of the commodity, in the best case under the allocation of the run: "
          + "if that is served before all others.",
        blank: noDemand),
      .monthsOfWindow(
        "time_to_survive_pro_rata", HomeTexts.proRata + ".", blank: noDemand),
      .number(
        "time_to_recover", .months,
        "Months until the place works again: the longest cut of production there among the disruptions of the "
          + "instance, else the window; at most the window."),
      .yesNo(
        "exposed", "Whether time_to_survive is shorter than time_to_recover.", blank: noDemand),
      .number(
        "share", .share,
        "The place's share of the world's output of what it makes upstream of "
          + "the commodity."),
      .number(
        "hhi_risk", .index, "Σ share² × risk over all regions that make the same.", blank: noRisk),
      .number("lost_value_today", .money, "lost_value in the first period."),
      .number("home_lost_least_today", .money, "home_lost_least in the first period."),
      .number("home_lost_most_today", .money, "home_lost_most in the first period."),
      .number(
        "lost_value_here_today", .money, "lost_value_here in the first period.",
        blank: noDemandToday),
      .monthsOfWindow(
        "time_to_survive_today", "time_to_survive in the first period.", blank: noDemandToday),
      .monthsOfWindow(
        "time_to_survive_pro_rata_today", "time_to_survive_pro_rata in the first period.",
        blank: noDemandToday),
      .number("share_today", .share, "share in the first period."),
      .number("hhi_risk_today", .index, "hhi_risk in the first period.", blank: noRisk),
    ])
}
