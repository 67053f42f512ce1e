import Analysis
import Charts
public import Reporting
public import Scenarios
import Sourcing

extension Page {
  /// The page of a stress run: what disruptions cost home, how well each market is served, and each disruption month by
  /// month.
  ///
  /// - Parameters:
  ///   - outcomes: the runs with a disruption, by arrangement of sharing.
  ///   - undisturbed: the runs without a disruption, one for each arrangement.
  ///   - runner: the runner of the plan.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(
    stress outcomes: [StressOutcome], undisturbed: [StressOutcome], runner: StressRunner,
    report: some BlockReport, making: Making
  ) {
    let plan = TestedPlan(runner)
    let answer = StressAnswer(outcomes, undisturbed: undisturbed, plan: plan)
    self.init(
      question: Question(
        title: "What disruptions cost \(plan.home)", instance: runner.instance.shownTitle,
        settings: plan.settings(
          "Each disruption starts in \(plan.period) and is followed for \(plan.window).")),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed + plan.assumed,
      pictures: StressPictures(outcomes, plan: plan).all, report: report.resolvedBlocks,
      making: making)
  }
}
