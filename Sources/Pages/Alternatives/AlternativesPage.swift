import Reporting
public import Scenarios
public import Sourcing

extension Page {
  /// The page on plans that cost almost as little as the cheapest one.
  ///
  /// - Parameters:
  ///   - alternatives: how much the plans differ.
  ///   - instance: for which they were found.
  ///   - model: whose plans they are.
  ///   - making: how the page was made.
  ///   - advice: how ranges can be had; nil where the instance has no assumption with a range.
  public init(
    alternatives: Alternatives, of instance: Instance, _ model: Model, making: Making,
    advice: String? = nil
  ) {
    let words = QuestionWords(instance, model)
    let report = AlternativesReport(alternatives, of: instance, model)
    let findings = AlternativesFindings(alternatives, words, report)
    self.init(
      question: Question(
        title: "\(words.title): how different are plans that cost at most "
          + "\(words.money(alternatives.allowance)) more than the cheapest?",
        instance: instance.shownTitle, settings: words.settings()),
      answer: findings.answer, figures: findings.figures, assumed: findings.assumed(advice),
      pictures: AlternativesPictures(findings).all, report: report.resolvedBlocks, making: making)
  }
}
