import Charts
import Reporting
import Scenarios
import Sourcing

/// What an explanation says, in sentences, figures and pictures.
protocol ExplanationFindings {
  /// What was asked of the model.
  var question: String { get }
  var answer: Page.Answer { get }
  var figures: [Page.KeyFigure] { get }
  var assumed: [String] { get }
  var pictures: [Picture] { get }
}

/// The time limit came before anything was found.
struct UnknownFindings: ExplanationFindings {
  let question = "is there a plan?"
  let answer = Page.Answer(
    "The time limit was reached before it was known whether a plan exists.", .bad)
  let figures: [Page.KeyFigure] = []
  let assumed: [String] = []
  let pictures: [Picture] = []
}

/// Why no plan meets the goals and the data.
struct ConflictFindings: ExplanationFindings {
  private let conflict: Conflict?
  private let advice: TargetRelaxation?
  private let words: QuestionWords

  init(_ conflict: Conflict?, _ advice: TargetRelaxation?, _ words: QuestionWords) {
    self.conflict = conflict
    self.advice = advice
    self.words = words
  }

  let question = "why is there no plan?"
  let pictures: [Picture] = []

  var answer: Page.Answer {
    var text = "No plan meets all goals and the data."
    if let conflict {
      let texts = conflict.texts(in: words.instance, words.model).map(words.condition)
      let named = texts.prefix(3).joined(separator: "; ")
      let more = texts.count > 3 ? "; and \(texts.count - 3) more" : ""
      text +=
        texts.count == 1
        ? " This alone cannot be met: \(named)." : " These contradict each other: \(named)\(more)."
    }
    if let advice {
      text +=
        advice.joint.isEmpty
        ? " No change of the goals' targets makes a plan possible."
        : " With the targets below a plan exists."
    }
    return Page.Answer(text, .bad)
  }

  /// The targets with which a plan exists.
  var figures: [Page.KeyFigure] {
    (advice?.joint ?? []).prefix(5).compactMap { change in
      guard let target = change.targets.last, let suggested = change.suggested.last else {
        return nil
      }
      let word = change.direction == .atMost ? "at most" : "at least"
      return Page.KeyFigure(
        "For a plan, the target of \(words.inWords(change.name)) would have to be",
        "\(word) \(change.unit.text(suggested))",
        compared: "instead of \(word) \(change.unit.text(target))"
          + (change.targets.count > 1 ? ", each the last of a path" : ""))
    }
  }

  let assumed = [
    "Changes of targets are the smallest ones together: the sum of all changes, each divided by its target. What such "
      + "a plan costs does not count, and it may have shortages."
  ]
}
