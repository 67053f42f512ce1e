import Testing

@testable import Analysis
@testable import Reporting
@testable import Sourcing

@Suite("The verdict on goals")
struct VerdictTextTests {
  private let verdict = VerdictText(periods: ["2025", "2026"])

  /// A goal of at most 50 %, with what is achieved in 2025, 2026.
  private func goal(_ name: String, _ achieved: [Double], kind: Goal.KindName = .reliance)
    -> GoalStanding
  {
    GoalStanding(
      name: name, kind: kind.rawValue, unit: .share, direction: .atMost, isEachMonth: false,
      entries: zip(["2025", "2026"], achieved).map { period, achieved in
        GoalStanding.Entry(
          period: period, target: 0.5, achieved: achieved, slack: 0.5 - achieved,
          isBinding: achieved == 0.5, isMissed: achieved > 0.5, shadowPrice: nil,
          isMetByServingLess: false, unservedShare: nil, withoutGoals: nil)
      })
  }

  private func texts(_ goals: GoalStanding...) -> [String] {
    verdict.sentences(goals).map(\.text)
  }

  @Test("a goal that is met says when and what")
  func met() {
    #expect(texts(goal("a", [0.4, 0.5])) == ["Goal met in every period: a, at most 50.0%."])
    #expect(verdict.sentences([goal("a", [0.4, 0.5])]).map(\.state) == [.met])
  }

  @Test(
    "a goal that is met by serving less says how much is not served, with and without the goals")
  func servingLess() {
    var short = goal("a", [0.4, 0.5])
    short.entries[1].isMetByServingLess = true
    short.entries[1].unservedShare = 0.25
    #expect(
      texts(short) == [
        "Goal met in every period, but with shortages in 2026 (25.0% of demand): a, at most 50.0%."
      ])
    #expect(verdict.sentences([short]).map(\.state) == [.servingLess])
    short.entries[1].withoutGoals = .init(achieved: 0.9, isMet: false, unservedShare: 0.1)
    #expect(texts(short)[0].contains("(25.0% of demand; without the goals 10.0%)"))
    short.entries[0].isMetByServingLess = true
    for place in [0, 1] { short.entries[place].unservedShare = 1 }
    #expect(
      texts(short)[0].hasPrefix(
        "Goal met in every period, but only by serving no demand in every period (100.0% of "
          + "demand"))
    short.entries[0].unservedShare = 0.2
    #expect(texts(short)[0].contains("but with shortages in every period (up to 100.0% of demand"))
  }

  @Test("a goal that holds without the goals says so, for all periods or for some")
  func holdsAnyway() {
    var easy = goal("a", [0.4, 0.4])
    easy.entries[0].withoutGoals = .init(achieved: 0.4, isMet: true, unservedShare: 0)
    #expect(
      texts(easy) == [
        "Goal met in every period; in 2025 it holds without the goals too: a, at most 50.0%."
      ])
    easy.entries[1].withoutGoals = .init(achieved: 0.4, isMet: true, unservedShare: 0)
    #expect(
      texts(easy) == [
        "Goal met in every period, and holds without the goals too (it does not bind): a, at most 50.0%."
      ])
    // Another goal may push the plan to the target.
    easy.entries[1].isBinding = true
    #expect(!texts(easy)[0].contains("does not bind"))
    for place in [0, 1] {
      easy.entries[place].withoutGoals = .init(achieved: 0.9, isMet: false, unservedShare: 0)
    }
    #expect(!texts(easy)[0].contains("without the goals"))
  }

  @Test("more than two goals of a kind are one sentence with the tightest one")
  func folded() {
    let few = texts(goal("a", [0.4, 0.4]), goal("b", [0.3, 0.3]))
    #expect(few.count == 2)
    let many = [goal("a", [0.4, 0.4]), goal("b", [0.3, 0.48]), goal("c", [0.1, 0.1])]
    #expect(
      verdict.sentences(many).map(\.text) == [
        "3 of 3 reliance goals met in every period; tightest: b in 2026, at most 50.0%, achieved 48.0%."
      ])
    var easy = many
    for (goal, entry) in [(0, 0), (0, 1), (1, 0)] {
      easy[goal].entries[entry].withoutGoals = .init(achieved: 0, isMet: true, unservedShare: 0)
    }
    #expect(verdict.sentences(easy)[0].text.contains("; 1 of them holds without the goals too;"))
    for goal in easy.indices {
      for entry in [0, 1] {
        easy[goal].entries[entry].withoutGoals = .init(achieved: 0, isMet: true, unservedShare: 0)
      }
    }
    let all = "; all hold without the goals too"
    #expect(verdict.sentences(easy)[0].text.contains(all + " (they do not bind); tightest"))
    easy[0].entries[0].isBinding = true
    #expect(verdict.sentences(easy)[0].text.contains(all + "; tightest"))
    // The other kinds keep their own sentences.
    let mixed = verdict.sentences(many + [goal("d", [0.2, 0.2], kind: .largestSource)])
    #expect(mixed.count == 2 && mixed[1].text.contains(": d, "))
  }

  @Test(
    "of many goals the missed ones are named, and those with shortages come before those that are met"
  )
  func foldedMissed() {
    var many = (1...9).map { goal("m\($0)", [0.4, 0.6]) } + [goal("a", [0.4, 0.4])]
    let sentences = verdict.sentences(many)
    #expect(sentences.map(\.state) == Array(repeating: .missed, count: 6) + [.met])
    #expect(
      sentences[0].text == "Goal missed in 2026: m1, at most 50.0%; achieved 60.0%.")
    #expect(sentences[5].text == "And 4 more goals missed; see goals.csv.")
    #expect(sentences[6].text.hasPrefix("1 of 10 reliance goals met; tightest: a"))
    // Where none is met, nothing is good.
    let none = verdict.sentences((1...3).map { goal("m\($0)", [0.4, 0.6]) })
    #expect(none.map(\.state) == Array(repeating: .missed, count: 4))
    #expect(none[3].text == "0 of 3 reliance goals met.")
    many = (1...4).map { goal("m\($0)", [0.4, 0.4]) }
    many[2].entries[0].isMetByServingLess = true
    many[2].entries[0].unservedShare = 0.5
    #expect(
      verdict.sentences(many)[0].text.hasPrefix(
        "4 of 4 reliance goals met in every period, but with shortages in 2025 (50.0% of demand) (1 of them: "
          + "m3); tightest: "))
    let other = goal("z", [0.1, 0.1], kind: .hhi)
    #expect(verdict.sentences([other] + many).map(\.state) == [.servingLess, .met])
  }

  @Test("a goal that limits nothing has no sentence, and no row")
  func noLimit() {
    var goal = goal("a", [0.4, 0.4])
    goal.limitsNothing = true
    #expect(verdict.sentences([goal]).isEmpty && !goal.isLimiting)
  }

  @Test("of many rows of goals the most important stay, in their order")
  func rows() {
    let goals = (1...9).map { goal("g\($0)", [0.1 * Double($0), 0.5]) }
    let rows = goals.flatMap { goal in goal.entries.map { GoalRow(goal: goal, entry: $0) } }
    #expect(GoalRow.mostImportant(rows, limit: 18).count == 18)
    let shown = GoalRow.mostImportant(rows, limit: 5)
    // Missed are the first entries of g6 to g9; then the first that binds.
    #expect(shown.map(\.goal.name) == ["g1", "g6", "g7", "g8", "g9"])
    #expect(shown.map(\.entry.isMissed) == [false, true, true, true, true])
  }

  @Test(
    "of many goals of a kind, only those that bind have rows; if none does, the tightest has one")
  func notableRows() {
    let goals = [goal("a", [0.4, 0.4]), goal("b", [0.4, 0.45]), goal("c", [0.1, 0.1])]
    #expect(GoalRow.notable(goals).map(\.goal.name) == ["b"])
    #expect(GoalRow.notable(Array(goals.prefix(2))).map(\.goal.name) == ["a", "b"])
    let binding = goals + [goal("d", [0.5, 0.4])]
    #expect(GoalRow.notable(binding).map(\.goal.name) == ["d"])
  }

  @Test("the two bounds of a resilience goal have different titles")
  func titles() {
    var window = goal("service", [0.1, 0.1], kind: .resilience)
    #expect(window.title == "service, over the window")
    window.isEachMonth = true
    #expect(window.title == "service, in each month")
    #expect(goal("a", [0.1, 0.1]).title == "a")
  }

  @Test("parameters that were set come first; defaults that limit nothing are left out")
  func parameters() {
    let text = ParameterText(
      ["cap": "50%", "by": "last", "max_decline": "100%", "home": "A", "unused": "1"],
      taken: ["cap", "by", "max_decline", "home"], settings: ["cap": "50%"],
      idle: ["max_decline"])
    #expect(text.settings == "Parameters set: cap = 50%.")
    #expect(text.remaining == "Parameters with their defaults: by = last.")
    #expect(
      text.whole == "Parameters set: cap = 50%. Parameters with their defaults: by = last.")
    let set = ParameterText(
      ["max_decline": "100%"], taken: nil, settings: ["max_decline": "100%"],
      idle: ["max_decline"])
    #expect(set.settings == "Parameters set: max_decline = 100%." && set.remaining == nil)
  }
}
