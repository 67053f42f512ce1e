import Analysis
public import Reporting
import Sourcing

extension Page {
  /// The page on a plan, or on a question that no plan answers.
  ///
  /// - Parameters:
  ///   - summary: the summary of the plan.
  ///   - tables: the tables of the plan.
  ///   - making: how the page was made.
  ///   - advice: how ranges can be had; nil where the instance has no assumption with a range, or it is not known.
  public init(
    plan summary: Summary, _ tables: PlanTables, making: Making, advice: String? = nil
  ) {
    let words = PlanWords(summary: summary)
    let verdict = PlanVerdict(words)
    self.init(
      question: Question(
        title: words.inWords(summary.model.shownTitle),
        instance: summary.instance.shownTitle,
        settings: [
          AssumptionText.sentence(summary.assumptions), summary.settingsText,
        ].compactMap(\.self)),
      answer: verdict.answer, figures: PlanFigures(words).all,
      assumed: PlanCertainty(words, advice: advice).sentences,
      pictures: PlanPictures(summary, tables).all,
      report: summary.cost == nil ? [] : TerminalReport(summary).resolvedBlocks, making: making)
  }
}
