import Analysis
import Charts
public import Reporting
public import Scenarios
import Sourcing

extension Page {
  /// The page of the worst attacks on a plan: what the worst one costs, by the number of cuts and against the plan without
  /// goals.
  ///
  /// - Parameters:
  ///   - found: the worst attacks on the plan, and on the plan without goals.
  ///   - finder: the finder of those on the plan.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(
    worst found: ComparedWorstCases, finder: WorstCaseFinder, report: some BlockReport,
    making: Making
  ) {
    let plan = TestedPlan(finder.runner)
    let answer = WorstAnswer(found, plan: plan)
    let budget = finder.budget
    self.init(
      question: Question(
        title: "Which attack on \(AttackText.targets(atMost: budget.cuts)) would cost "
          + "\(finder.measure == .world ? "all regions" : plan.home) most",
        instance: plan.instance.shownTitle,
        settings: plan.settings(
          "An attack cuts \(AttackText.targets(atMost: budget.cuts))\(budget.cuts > 1 ? " at once" : ""), for \(plan.window) from the "
            + "start of \(plan.period). A cut takes away \(answer.words.targets(of: budget)); nothing in \(plan.home) is cut."
        )),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed + plan.assumed,
      pictures: WorstPictures(answer).all, report: report.resolvedBlocks, making: making)
  }
}
