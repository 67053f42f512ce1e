public import LinearProgramming
import Reporting
public import Sourcing

extension Page {
  /// The page of a question about a plan that does not exist.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model without a plan.
  ///   - termination: how the solve ended.
  ///   - making: how the page is made.
  public init(
    noPlanToTest instance: Instance, _ model: Model, _ termination: Termination, making: Making
  ) {
    let words = QuestionWords(instance, model)
    self.init(
      question: Question(
        title: "There is no plan to test", instance: instance.shownTitle,
        settings: ["The plan was to be that of the model \(model.name) (\(words.title))."]
          + words.settings()),
      answer: Answer(
        "The model is \(termination.rawValue): its goals and limits cannot all hold, so there is no plan to test. "
          + "`plusone explain` says which of them are in conflict.", .bad),
      figures: [], making: making)
  }
}
