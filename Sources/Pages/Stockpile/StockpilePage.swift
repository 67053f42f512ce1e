import Analysis
import Charts
public import Reporting
import Scenarios
import Sourcing

extension Page {
  /// The page of least-cost stockpiles: what each member holds under each arrangement of sharing, what that costs, and who
  /// pays.
  ///
  /// - Parameters:
  ///   - comparison: the stockpiles.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(stockpiles comparison: StockpileComparison, report: some BlockReport, making: Making)
  {
    let plan = TestedPlan(comparison.sizing.stress)
    let answer = StockpileAnswer(comparison, plan: plan)
    let count = comparison.sizing.disruptions.count
    let disruptions =
      count == 1
      ? "the disruption \(comparison.sizing.disruptions.first?.id ?? "")"
      : "each of \(count) disruptions"
    self.init(
      question: Question(
        title:
          "Least-cost stockpiles of \(answer.members) that serve \(NumberText.percent(comparison.sizing.service)) of demand",
        instance: plan.instance.shownTitle,
        settings: plan.settings(
          "Every member is to be served in \(disruptions), which starts in \(plan.period) and is followed for "
            + "\(plan.window).")),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed,
      pictures: StockpilePictures(comparison, plan: plan).all, report: report.resolvedBlocks,
      making: making)
  }
}
