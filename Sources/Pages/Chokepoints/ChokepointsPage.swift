import Analysis
import Charts
public import Reporting
public import Scenarios
import Sourcing

extension Page {
  /// The page of a map of chokepoints: the places whose loss costs home and all regions most.
  ///
  /// - Parameters:
  ///   - points: the places, worst first.
  ///   - map: the map that found them.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(
    chokepoints points: [Chokepoint], map: ChokepointMap, report: some BlockReport, making: Making
  ) {
    let plan = TestedPlan(map.runner)
    let answer = ChokepointsAnswer(points, map: map, plan: plan)
    let what = "\(plan.names.short(map.commodity.id)) for \(plan.names.short(map.of.id))"
    self.init(
      question: Question(
        title: "Which loss upstream of \(what) would cost most",
        instance: plan.instance.shownTitle,
        settings: plan.settings(
          "In each row all production of a region, or of one stage there, stops for \(plan.window): in \(plan.period) under the "
            + "plan, and in \(answer.firstPeriod).")),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed + plan.assumed,
      pictures: ChokepointPictures(points, map: map, plan: plan).all,
      report: report.resolvedBlocks, making: making)
  }
}
