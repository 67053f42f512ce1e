public import Reporting
import Sourcing
public import Studies

extension Page {
  /// The page on what decides the figures of a policy.
  ///
  /// - Parameters:
  ///   - found: the analysis.
  ///   - context: what it is of.
  ///   - making: how the page was made.
  public init(sensitivity found: Sensitivity, _ context: SensitivityContext, making: Making) {
    let words = SensitivityWords(found, context)
    let model = Names(context.instance).inWords(context.model.shownTitle)
    let count = context.assumptions.count
    self.init(
      question: Question(
        title: "What decides the figures of “\(model)”", instance: context.instance.shownTitle,
        settings: [
          context.model.parameterSettings(),
          "\(count == 1 ? "1 assumption moves" : "\(count) assumptions move"), each between its low and its high end.",
          context.heldText,
        ].compactMap(\.self)),
      answer: SensitivityAnswer(words).answer, figures: SensitivityAnswer(words).figures,
      assumed: SensitivityAnswer(words).assumed, pictures: SensitivityPictures(words).all,
      report: SensitivityReport(found, context).resolvedBlocks, making: making)
  }
}
