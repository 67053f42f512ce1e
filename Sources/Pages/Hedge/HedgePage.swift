public import Reporting
public import Studies

extension Page {
  /// The page on what to order now: orders that are the same in all worlds of a study, how bad they can get, and what waiting
  /// is worth.
  ///
  /// - Parameters:
  ///   - hedge: the orders.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(hedge: Hedge, report: some BlockReport, making: Making) {
    let answer = HedgeAnswer(hedge)
    self.init(
      question: Question(
        title: answer.words.title, instance: answer.words.instance.shownTitle,
        settings: answer.words.settings + [hedge.model.parameterSettings()].compactMap(\.self)),
      answer: answer.answer, figures: answer.figures, assumed: answer.assumed,
      pictures: HedgePictures(answer).all, report: report.resolvedBlocks, making: making)
  }

  /// The page on what to order now, where there is no answer.
  ///
  /// - Parameters:
  ///   - result: why there is none: no world has a plan, or no orders suit all worlds.
  ///   - question: what was asked.
  ///   - report: the report of the command.
  ///   - making: how the page is made.
  public init(
    noHedge result: HedgeResult, of question: HedgeQuestion, report: some BlockReport,
    making: Making
  ) {
    let words = HedgePageWords(question)
    let text: String
    switch result {
    case .found(let hedge): text = HedgeAnswer(hedge).answer.text
    case .noPlan: text = "No world has a plan, whatever is ordered."
    case .noCommonOrders(let worlds, let leftOut):
      let names = words.list(worlds, most: 12)
      text =
        "No orders up to \(words.until ?? "") suit all worlds: \(names) cannot share orders. Without any one of them, orders for "
        + "the others of these exist."
        + (leftOut.isEmpty
          ? ""
          : " \(capitalised(words.worlds(leftOut.count))) without a plan of their own are left out.")
    }
    self.init(
      question: Question(
        title: words.title, instance: words.instance.shownTitle, settings: words.settings),
      answer: Answer(text, .bad), figures: [], report: report.resolvedBlocks, making: making)
  }
}
