public import Scenarios
import Sourcing

extension ReportTable {
  /// The chokepoints, the largest loss first; hhi_risk is blank where a region's risk is not given.
  public static func chokepoints(_ points: [Chokepoint], map: ChokepointMap) -> ReportTable {
    var table = ReportTable(
      "chokepoints",
      columns: [
        "rank", "region", "stage", "of", "commodity", "lost_value", "lost_value_here",
        "time_to_survive", "time_to_recover", "exposed", "share", "hhi_risk", "lost_value_today",
        "lost_value_here_today", "time_to_survive_today", "share_today", "hhi_risk_today",
      ])
    let horizon = map.runner.options.horizonMonths
    let months = { (count: Int) in Cell.months(count, of: horizon) }
    for (place, point) in points.enumerated() {
      table.add(
        .number(Double(place + 1)), .text(map.runner.instance.regions[point.node.region].id),
        point.node.stage.map { .text($0) } ?? .blank, .text(map.of.id), .text(map.commodity.id),
        .number(point.planned.lostValue), .number(point.planned.lostValueHere),
        months(point.planned.timeToSurvive), .number(Double(point.timeToRecover)),
        .text(point.isExposed ? "yes" : "no"), .number(point.planned.share),
        point.planned.concentrationRisk.map { .number($0) } ?? .blank,
        .number(point.today.lostValue),
        .number(point.today.lostValueHere), months(point.today.timeToSurvive),
        .number(point.today.share),
        point.today.concentrationRisk.map { .number($0) } ?? .blank)
    }
    return table
  }
}

/// The report on chokepoints for a terminal.
public struct ChokepointReport: Sendable {
  public private(set) var lines: [TerminalReport.Line] = []

  public init(_ points: [Chokepoint], map: ChokepointMap, width: Int = 100) {
    let instance = map.runner.instance
    let horizon = map.runner.options.horizonMonths
    let (first, last) = (instance.horizon[.first].label, instance.horizon[map.runner.period].label)
    let intro =
      "Chokepoints upstream of \(map.commodity.id), for \(map.of.id). In each row all production of a region, "
      + "or of one stage there, stops for \(horizon) months: in \(last) under the plan, and in \(first). "
      + Legend.money(instance.currency, "not discounted")
    let paragraphs = [intro] + (map.runner.model.parameterText.map { [$0] } ?? [])
    lines = paragraphs.flatMap { wrapped($0, width: width) }.map {
      .init(text: $0, emphasis: .plain)
    }
    lines.append(.init(text: "", emphasis: .plain))
    var grid = TextGrid(
      [
        "stops", "stage", "lost value", "here", "months safe", "months out", "share", "HHI·risk",
        "lost value \(first)", "months safe \(first)",
      ], keyCount: 2)
    let months = { (count: Int) in ReportTable.Cell.months(count, of: horizon).text }
    for point in points {
      grid.add([
        instance.regions[point.node.region].id, point.node.stage ?? "all",
        NumberText.amount(point.planned.lostValue),
        NumberText.amount(point.planned.lostValueHere), months(point.planned.timeToSurvive),
        "\(point.timeToRecover)", NumberText.percent(point.planned.share),
        point.planned.concentrationRisk.map(NumberText.amount) ?? "-",
        NumberText.amount(point.today.lostValue), months(point.today.timeToSurvive),
      ])
    }
    let legend = Legend.lines(
      [
        ("lost value", "of all regions and all commodities"),
        (
          "here",
          "lost value of \(map.commodity.id) itself in \(map.of.id), if it is served first: 0 where it has no "
            + "final demand for it"
        ),
        (
          "months safe",
          "time to survive: months without a shortage of \(map.commodity.id) in \(map.of.id), if it is served "
            + "first"
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
    lines += (grid.lines(width: width) + legend).map { .init(text: $0, emphasis: .plain) }
  }
}
