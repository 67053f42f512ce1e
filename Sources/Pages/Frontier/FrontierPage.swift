import Reporting
public import Scenarios
public import Sourcing
public import Studies

extension Page {
  /// The page on a frontier.
  ///
  /// - Parameters:
  ///   - frontier: the frontier.
  ///   - instance: of which the plans are.
  ///   - model: with the loosest value of the parameter.
  ///   - band: worlds at each of its values; nil: none were planned.
  ///   - making: how the page was made.
  ///   - advice: how ranges can be had; nil where the instance has no assumption with a range.
  public init(
    frontier: Frontier, of instance: Instance, _ model: Model, band: FrontierBand? = nil,
    making: Making, advice: String? = nil
  ) {
    let words = QuestionWords(instance, model)
    let report = FrontierReport(frontier, of: instance, model, band: band)
    let findings = FrontierFindings(frontier, words, report.table)
    self.init(
      question: Question(
        title: findings.question,
        instance: instance.shownTitle, settings: words.settings(without: [frontier.range.name])),
      answer: findings.answer, figures: findings.figures,
      assumed: findings.assumed(band, advice: advice),
      pictures: FrontierPictures(findings).all, report: report.resolvedBlocks, making: making)
  }
}
