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
  ///   - noPlan: why there is no plan; nil if there is one, or it is not known.
  ///   - advice: how ranges can be had; nil where the instance has no assumption with a range, or it is not known.
  public init(
    plan summary: Summary, _ tables: PlanTables, making: Making, noPlan: MissingPlan? = nil,
    advice: String? = nil
  ) {
    let words = PlanWords(summary: summary)
    let verdict = PlanVerdict(words, noPlan: noPlan)
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
