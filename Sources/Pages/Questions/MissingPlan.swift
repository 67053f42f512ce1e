import Reporting
public import Sourcing

/// Why there is no plan, as far as it is known.
public struct MissingPlan: Sendable {
  /// Why.
  public enum Reason: Sendable {
    /// No plan meets the goals and the data: the conditions that conflict, where they were found, with ids.
    case infeasible(conflict: [String])
    /// The time limit was reached first.
    case timeLimit
    /// The solver stopped for another reason.
    case stopped(String)
  }

  /// Why.
  public var reason: Reason
  /// The command that finds targets which a plan can meet.
  public var command: String

  /// - Parameters:
  ///   - reason: why.
  ///   - command: the command that finds targets which a plan can meet.
  public init(_ reason: Reason, command: String) {
    self.reason = reason
    self.command = command
  }

  func answer(_ words: some PageWords) -> Page.Answer {
    Page.Answer(text(words), .bad)
  }

  private func text(_ words: some PageWords) -> String {
    switch reason {
    case .timeLimit: return "The time limit came before a plan was found."
    case .stopped(let how): return "There is no plan: the solver stopped (\(how))."
    case .infeasible(let conflict):
      let advice = "To find targets that a plan can meet, run `\(command)`."
      let texts = conflict.map(words.condition)
      let why =
        switch texts.count {
        case 0: ""
        case 1: " This alone cannot be met: \(texts[0])."
        default: " These contradict each other: \(texts.joined(separator: "; "))."
        }
      return "No plan meets all goals and the data.\(why) \(advice)"
    }
  }
}

extension Page {
  /// The page of a question about plans that do not exist.
  ///
  /// - Parameters:
  ///   - noPlan: why there is none.
  ///   - instance: the instance.
  ///   - model: the model without a plan.
  ///   - making: how the page was made.
  public init(_ noPlan: MissingPlan, of instance: Instance, _ model: Model, making: Making) {
    let words = QuestionWords(instance, model)
    self.init(
      question: Question(
        title: words.title, instance: instance.shownTitle, settings: words.settings()),
      answer: noPlan.answer(words), figures: [], making: making)
  }
}
