import Analysis
import Reporting
import Scenarios
import Sourcing

/// What a map of chokepoints found, in a sentence and a few figures: about the place whose loss costs home most.
struct ChokepointsAnswer {
  private let points: [Chokepoint]
  private let map: ChokepointMap
  private let plan: TestedPlan

  init(_ points: [Chokepoint], map: ChokepointMap, plan: TestedPlan) {
    self.points = points
    self.map = map
    self.plan = plan
  }

  /// The label of the first period.
  var firstPeriod: String { plan.instance.horizon[.first].label }

  private var home: String { plan.home }

  /// The place whose loss costs home most, or all regions if home loses nothing anywhere. Of places that cost the same it
  /// is the first: of a region and its only stage the region.
  private var worst: Chokepoint? {
    let most = points.map(\.planned.homeLostMost).max() ?? 0
    return points.first { $0.planned.homeLostMost >= (1 - 1e-6) * most }
  }

  private func name(_ point: Chokepoint) -> String {
    let region = plan.names.short(plan.instance.regions[point.node.region].id)
    return point.node.stage.map { "\($0) in \(region)" } ?? "all production in \(region)"
  }

  private func loses(_ figures: Chokepoint.Figures) -> String {
    NumberText.range(figures.homeLostLeast, figures.homeLostMost)
  }

  var answer: Page.Answer {
    guard let worst else {
      return Page.Answer(
        "No region outside \(plan.names.short(map.of.id)) makes anything upstream of \(plan.names.short(map.commodity.id)), "
          + "so there is nothing to lose.", .good)
    }
    let world = worst.planned.lostValue
    guard plan.isSeen(worst.planned.homeLostMost) else {
      return Page.Answer(
        plan.isSeen(world)
          ? "No loss of a place in \(plan.period) costs \(home) anything. All regions lose most if \(name(worst)) stops: "
            + "\(plan.money(world, world))."
          : "No loss of a place in \(plan.period) costs \(home) or any other region anything.",
        .good)
    }
    return Page.Answer(
      "\(home) loses most if \(name(worst)) stops: \(loses(worst.planned)) \(plan.money) in \(plan.window) of \(plan.period), "
        + "over all goods that it demands. All regions together lose \(NumberText.amount(world)) then.",
      .bad)
  }

  var figures: [Page.KeyFigure] {
    guard let worst else { return [] }
    let place = name(worst)
    let costly = points.count { plan.isSeen($0.planned.homeLostMost) }
    return [
      Page.KeyFigure(
        "\(home) loses without \(place)",
        plan.money(worst.planned.homeLostMost, worst.planned.homeLostMost),
        compared:
          "\(NumberText.amount(worst.today.homeLostMost)) if it stopped in \(firstPeriod)",
        range: "best case to worst: \(loses(worst.planned))"),
      Page.KeyFigure(
        "All regions lose without it",
        plan.money(worst.planned.lostValue, worst.planned.lostValue),
        compared: "\(NumberText.amount(worst.today.lostValue)) if it stopped in \(firstPeriod)"),
      Page.KeyFigure(
        outputLabel(worst), NumberText.percent(worst.planned.share),
        compared: "\(NumberText.percent(worst.today.share)) in \(firstPeriod)"),
      Page.KeyFigure(
        "Places whose loss can cost \(home) something", "\(costly) of \(points.count)"),
    ] + [monthsFigure(worst)].compactMap(\.self)
  }

  /// Of what the share of output is.
  private func outputLabel(_ point: Chokepoint) -> String {
    point.node.stage.map { "Its share of the output of all regions at the stage \($0)" }
      ?? "Its share of the output of all regions, at the stage upstream of \(plan.names.short(map.commodity.id)) where it is largest"
  }

  private func monthsFigure(_ worst: Chokepoint) -> Page.KeyFigure? {
    let figures = worst.planned
    guard figures.hasDemandHere else { return nil }
    let text = { (months: Int) in
      ReportTable.Cell.months(months, of: plan.runner.options.horizonMonths).text
    }
    return Page.KeyFigure(
      "Months until the first shortage of \(plan.names.short(map.commodity.id)) in \(plan.names.short(map.of.id)) then",
      text(figures.timeToSurvive),
      compared:
        "\(text(figures.timeToSurviveProRata)) if suppliers cut all foreign customers alike",
      range: "in the best case: it is \(plan.runner.options.servedFirst)")
  }

  /// What makes the figures mean little.
  var assumed: [String] {
    guard let lost = points.first?.planned.lostUndisturbed, plan.isSeen(lost)
    else { return [] }
    return [
      "Even without a disruption all regions together lose \(plan.money(lost, lost)) in \(plan.period). It is part of what "
        + "each loss costs."
    ]
  }
}
