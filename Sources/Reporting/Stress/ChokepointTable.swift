public import Scenarios
import Sourcing

extension ReportTable {
  /// The map of chokepoints, worst first.
  public static func chokepoints(_ points: [Chokepoint], map: ChokepointMap) -> ReportTable {
    var table = ReportTable(.chokepoints)
    let horizon = map.runner.options.horizonMonths
    let months = { (count: Int) in Cell.months(count, of: horizon) }
    for (place, point) in points.enumerated() {
      table.add(
        .number(Double(place + 1)), .text(map.runner.instance.regions[point.node.region].id),
        point.node.stage.map { .text($0) } ?? .blank, .text(map.of.id), .text(map.commodity.id),
        .number(point.planned.lostValue), .number(point.planned.homeLostLeast),
        .number(point.planned.homeLostMost), .number(point.planned.lostValueHere),
        months(point.planned.timeToSurvive), .number(Double(point.timeToRecover)),
        .text(point.isExposed ? "yes" : "no"), .number(point.planned.share),
        point.planned.concentrationRisk.map { .number($0) } ?? .blank,
        .number(point.today.lostValue), .number(point.today.homeLostLeast),
        .number(point.today.homeLostMost),
        .number(point.today.lostValueHere), months(point.today.timeToSurvive),
        .number(point.today.share),
        point.today.concentrationRisk.map { .number($0) } ?? .blank)
    }
    return table
  }
}

/// The report on chokepoints for a terminal.
public struct ChokepointReport: Sendable {
  /// Its lines.
  public private(set) var lines: [TerminalReport.Line] = []

  /// The report on some chokepoints.
  ///
  /// - Parameters:
  ///   - points: the rows, in their order.
  ///   - map: the map that found them.
  ///   - width: the most columns of a line.
  public init(_ points: [Chokepoint], map: ChokepointMap, width: Int = 100) {
    let instance = map.runner.instance
    let horizon = map.runner.options.horizonMonths
    let (first, last) = (instance.horizon[.first].label, instance.horizon[map.runner.period].label)
    let intro =
      "Chokepoints upstream of \(map.commodity.id), for \(map.of.id). In each row all production of a region, "
      + "or of one stage there, stops for \(horizon) months: in \(last) under the plan, and in \(first). Flows can be rerouted after "
      + "\(map.runner.options.rerouteMonths) months. \(Legend.allocation(map.runner.options)) "
      + Legend.money(instance.currency, "not discounted")
    let paragraphs: [String?] = [intro, map.runner.model.parameterText]
    lines = paragraphs.compactMap(\.self).flatMap { wrapped($0, width: width) }.map {
      .init(text: $0, emphasis: .plain)
    }
    lines.append(.init(text: "", emphasis: .plain))
    let home = instance.home.id
    var grid = TextGrid(
      [
        "stops", "stage", "world loses", "\(home) loses", "\(map.of.id) \(map.commodity.id)",
        "months safe", "months out", "share", "HHI·risk", "world loses \(first)",
        "\(home) loses \(first)", "months safe \(first)",
      ], keyCount: 2)
    let months = { (count: Int) in ReportTable.Cell.months(count, of: horizon).text }
    for point in points {
      grid.add([
        Names(instance).row(instance.regions[point.node.region].id), point.node.stage ?? "all",
        NumberText.amount(point.planned.lostValue),
        RangeText.amount(point.planned.homeLostLeast, point.planned.homeLostMost),
        NumberText.amount(point.planned.lostValueHere), months(point.planned.timeToSurvive),
        "\(point.timeToRecover)", NumberText.percent(point.planned.share),
        point.planned.concentrationRisk.map(NumberText.amount) ?? "-",
        NumberText.amount(point.today.lostValue),
        RangeText.amount(point.today.homeLostLeast, point.today.homeLostMost),
        months(point.today.timeToSurvive),
      ])
    }
    let legend = Legend.lines(
      [
        (
          "world loses",
          "least lost value of all regions and all commodities; the rows are in its order"
        ),
        (
          "\(home) loses",
          "lost value of all demand of \(home) (home), from the best case (it is served before all others) to the worst "
            + "(the world loses least, and \(home) comes last where that leaves a choice)"
        ),
        (
          "\(map.of.id) \(map.commodity.id)",
          "least lost value of \(map.commodity.id) alone in \(map.of.id), if that is served before all others"
        ),
        (
          "months safe",
          "time to survive in the best case: months until the first shortage of \(map.commodity.id) in \(map.of.id), "
            + "if that is served before all others; >=\(horizon): no shortage in the window"
        ),
        (
          "\(map.of.id) \(map.commodity.id), months safe",
          "only the final demand for \(map.commodity.id) itself counts; demand for goods made from it does not"
        ),
        (
          "months out",
          "the longest production stop there among the instance's disruptions, else \(horizon)"
        ),
        ("share", "of all regions' output of what the place makes upstream of \(map.commodity.id)"),
        (
          "HHI·risk",
          "sum of share² × risk over all regions that make the same; 0 is safe, 1 is one risky maker"
        ),
      ], width: width)
    let names = Names(instance).legend(
      for: lines.map(\.text) + grid.lines(width: width) + legend, width: width)
    lines += (grid.lines(width: width) + legend + names).map { .init(text: $0, emphasis: .plain) }
  }
}

extension TableDefinition {
  private static let noRisk = "the risk of a region that makes it is not given"

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
        "Least lost value of the commodity alone in `of`, over all ways to react to the loss."),
      .monthsOfWindow(
        "time_to_survive",
        "Months that `of` can go without a shortage of the commodity, if that is served before all others."
      ),
      .number(
        "time_to_recover", .months,
        "Months until the place works again: the longest cut of production there among the disruptions of the "
          + "instance, else the window; at most the window."),
      .yesNo("exposed", "Whether time_to_survive is shorter than time_to_recover."),
      .number(
        "share", .share,
        "The place's share of the world's output of what it makes upstream of "
          + "the commodity."),
      .number(
        "hhi_risk", .index, "Σ share² × risk over all regions that make the same.", blank: noRisk),
      .number("lost_value_today", .money, "lost_value in the first period."),
      .number("home_lost_least_today", .money, "home_lost_least in the first period."),
      .number("home_lost_most_today", .money, "home_lost_most in the first period."),
      .number("lost_value_here_today", .money, "lost_value_here in the first period."),
      .monthsOfWindow("time_to_survive_today", "time_to_survive in the first period."),
      .number("share_today", .share, "share in the first period."),
      .number("hhi_risk_today", .index, "hhi_risk in the first period.", blank: noRisk),
    ])
}
