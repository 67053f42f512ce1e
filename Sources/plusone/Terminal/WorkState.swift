import Foundation
import LinearProgramming
import Reporting

/// What is being done now, from the events of a `WorkProgress`, and its text for people. Times are counted from the
/// start of the command.
struct WorkState {
  private struct Step {
    var number: Int
    var name: String
    var parts: Int?
    var began: Duration
    var done = 0
    /// How far it is, in words.
    var note: String?
    /// Remarks on parts that are done, each with its number of parts, in the order in which they came.
    var remarks: [(text: String, count: Int)] = []

    mutating func endPart(_ remark: String?) {
      done += 1
      guard let remark else { return }
      if let place = remarks.firstIndex(where: { $0.text == remark }) {
        remarks[place].count += 1
      } else {
        remarks.append((remark, 1))
      }
    }

    /// `disruptions under own, 3 of 12, 1 without a plan`
    var text: String { name + figures }

    /// `, 3 of 12, 1 without a plan`
    private var figures: String {
      var text = ""
      if let parts {
        text += ", \(WorkState.text(done)) of \(WorkState.text(parts))"
      } else if done > 0 {
        text += ", \(WorkState.text(done)) done"
      }
      if let note { text += ", \(note)" }
      return remarks.reduce(into: text) { $0 += ", \(WorkState.text($1.count)) \($1.text)" }
    }

    /// The text with its name cut so that no more than so many characters are left, but for at least 12 of the name.
    func text(within count: Int) -> String {
      let most = max(12, count - figures.count)
      return (name.count > most ? name.prefix(most - 3) + "..." : name) + figures
    }
  }

  /// The steps that have not ended, in the order in which they began.
  private var steps: [Step] = []
  /// The last report of each running solve.
  private var solves: [Int: SolveProgress?] = [:]

  /// Takes an event.
  ///
  /// - Parameters:
  ///   - event: the event.
  ///   - now: when it happened.
  mutating func apply(_ event: WorkProgress.Event, at now: Duration) {
    switch event {
    case .stepBegan(let number, let name, let parts):
      steps.append(Step(number: number, name: name, parts: parts, began: now))
    case .partEnded(let number, let remark):
      if let place = place(of: number) { steps[place].endPart(remark) }
    case .stepNoted(let number, let note):
      if let place = place(of: number) { steps[place].note = note }
    case .stepEnded(let number):
      if let place = place(of: number) { steps.remove(at: place) }
    case .solving(let number, let progress): solves.updateValue(progress, forKey: number)
    case .solveEnded(let number): solves.removeValue(forKey: number)
    }
  }

  private func place(of number: Int) -> Int? { steps.lastIndex { $0.number == number } }

  /// What is being done, how much of it is done, and for how long; nil if nothing is being done.
  ///
  /// - Parameter columns: how many characters are seen. Where they are too few for the steps and the times, the inner
  ///   step is left out, and the name of the outer one is cut.
  func text(at now: Duration, columns: Int = .max) -> String? {
    guard !steps.isEmpty || !solves.isEmpty else { return nil }
    var shown = shownSteps
    var text = Self.text(of: shown, at: now, columns: .max)
    if text.count > columns {
      shown = Array(shown.prefix(1))
      text = Self.text(of: shown, at: now, columns: columns)
    }
    var texts = [text]
    // Reports of several solves at the same time say nothing of the whole.
    if solves.count == 1, case let progress?? = solves.values.first {
      texts += Self.texts(progress)
    }
    return texts.joined(separator: ", ")
  }

  private static func text(of steps: [Step], at now: Duration, columns: Int) -> String {
    var times = ", \(time(now))"
    if let left = timeLeft(of: steps, at: now) { times += ", about \(time(left)) left" }
    guard steps.count != 1 else { return steps[0].text(within: columns - times.count) + times }
    return (steps.isEmpty ? "solving" : steps.map(\.text).joined(separator: ": ")) + times
  }

  /// The outermost step with a known number of parts, or else the outermost one, and the innermost one.
  private var shownSteps: [Step] {
    guard let first = steps.first(where: { $0.parts != nil }) ?? steps.first, let last = steps.last
    else { return [] }
    return first.number == last.number ? [first] : [first, last]
  }

  /// The time that the rest of the outermost step will take if its parts go on as fast as before; nil if no part is
  /// done yet.
  private static func timeLeft(of steps: [Step], at now: Duration) -> Duration? {
    guard let step = steps.first(where: { $0.parts != nil && $0.done > 0 }),
      let parts = step.parts, parts > step.done
    else { return nil }
    return (now - step.began) * (parts - step.done) / step.done
  }

  // MARK: Texts

  /// What a solve reports, of a MIP its best plan, gap and bound if they are those of the plan that is sought. The most
  /// important figures come first, since a narrow terminal cuts the rest.
  private static func texts(_ progress: SolveProgress) -> [String] {
    let iterations = ["\(text(progress.iterations)) iterations"]
    guard progress.objectiveIsResult, let search = progress.search else { return iterations }
    let figures = [
      search.incumbent.map { "best plan \(NumberText.amount($0))" },
      search.hasPoint ? nil : "no plan yet",
      search.gap.map { "gap \(NumberText.change($0))" },
      search.bound.map { "bound \(NumberText.amount($0))" },
    ]
    return figures.compactMap(\.self) + iterations
  }

  private static func text(_ count: Int) -> String {
    count < 1000 ? "\(count)" : NumberText.amount(Double(count))
  }

  /// `35 s`, `12 min`, `3.5 h`
  static func time(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return seconds < 89.5
      ? "\(Int(seconds.rounded())) s"
      : seconds < 5370
        ? "\(Int((seconds / 60).rounded())) min" : String(format: "%.1f h", seconds / 3600)
  }
}
