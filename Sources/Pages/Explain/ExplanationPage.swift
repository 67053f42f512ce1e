import Reporting
public import Scenarios
public import Sourcing

extension Page {
  /// The page on an explanation: what goals cost, or why no plan can meet them.
  ///
  /// - Parameters:
  ///   - explanation: what was found.
  ///   - instance: the instance of the explanation.
  ///   - model: its model.
  ///   - cost: what the goals cost home; nil: that is not known.
  ///   - making: how the page was made.
  ///   - advice: how ranges can be had; nil where the instance has no assumption with a range.
  public init(
    explanation: Explanation, of instance: Instance, _ model: Model,
    cost: HomeCost? = nil, making: Making, advice: String? = nil
  ) {
    let words = QuestionWords(instance, model)
    let report = ExplanationReport(explanation, of: instance, model)
    let findings: any ExplanationFindings =
      switch explanation.finding {
      case .feasible(_, let accounts):
        GoalFindings(accounts, words, report, cost)
      case .infeasible(let conflict, let advice): ConflictFindings(conflict, advice, words)
      case .unknown: UnknownFindings()
      }
    let doubts = [
      explanation.isUnproven ? UnprovenText.sentence : nil,
      explanation.isComplete ? nil : "The answer is incomplete: the report says why.",
    ]
    self.init(
      question: Question(
        title: "\(words.title): \(findings.question)", instance: instance.shownTitle,
        settings: words.settings()),
      answer: findings.answer, figures: findings.figures,
      assumed: findings.assumed + doubts.compactMap(\.self) + [SharedText.oneWorld(advice)],
      pictures: findings.pictures, report: report.resolvedBlocks, making: making)
  }
}
