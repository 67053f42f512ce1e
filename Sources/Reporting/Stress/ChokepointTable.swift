public import Scenarios
import Sourcing

extension ReportTable {
  /// The map of chokepoints, worst first; hhi_risk is blank where a maker's risk is not given.
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

/// The map of chokepoints for a terminal.
public struct ChokepointReport: Sendable {
  public private(set) var lines: [TerminalReport.Line] = []

  public init(_ points: [Chokepoint], map: ChokepointMap, width: Int = 100) {
    let instance = map.runner.instance
    let horizon = map.runner.options.horizonMonths
    let (first, last) = (instance.horizon[.first].label, instance.horizon[map.runner.period].label)
    let intro =
      "Loss of all production in a place for \(horizon) months: what \(map.of.id) and the world lose, "
      + "in \(last) under the plan and in \(first). Money in \(instance.currency)."
    let paragraphs = [intro] + (map.runner.model.parameterText.map { [$0] } ?? [])
    lines = paragraphs.flatMap { wrapped($0, width: width) }.map {
      .init(text: $0, emphasis: .plain)
    }
    lines.append(.init(text: "", emphasis: .plain))
    var grid = TextGrid(
      [
        "lost", "stage", "world loses", "\(map.of.id) loses", "survives", "recovers", "share",
        "HHI·risk", "in \(first)", "survives then",
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
    lines += grid.lines(width: width).map { .init(text: $0, emphasis: .plain) }
  }
}
