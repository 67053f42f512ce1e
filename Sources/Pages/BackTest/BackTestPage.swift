import Charts
public import Reporting
public import Scenarios
public import Sourcing

extension Page {
  /// The page of a back-test: how far plans were from what happened, beside two naive forecasts.
  ///
  /// - Parameters:
  ///   - test: the back-test.
  ///   - instance: the instance that was tested.
  ///   - model: the model of the plans.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(
    backTest test: BackTest, of instance: Instance, _ model: Model, report: some BlockReport,
    making: Making
  ) {
    let answer = BackTestAnswer(test, of: instance, model)
    self.init(
      question: Question(
        title: "Were plans of \(model.name) nearer to what happened than naive forecasts?",
        instance: instance.shownTitle, settings: answer.settings),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed,
      pictures: BackTestPictures(test, of: instance, model).all, report: report.resolvedBlocks,
      making: making)
  }
}
