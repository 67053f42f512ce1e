import Analysis
import Reporting

/// The answer in one or two sentences: whether the goals are met, and what that costs home.
struct PlanVerdict {
  private let words: PlanWords

  init(_ words: PlanWords) { self.words = words }

  private var summary: Summary { words.summary }

  var answer: Page.Answer {
    guard summary.cost != nil else { return withoutPlan }
    let verdict = ModelVerdict(summary)
    let texts = [verdict.remark].compactMap(\.self) + verdict.sentences.prefix(2).map(\.text)
    let said = texts.map(words.inWords) + [price].compactMap(\.self)
    let isGood = verdict.sentences.allSatisfy { $0.state == .met }
    let mood: Page.Mood = verdict.sentences.isEmpty ? .neutral : isGood ? .good : .bad
    return Page.Answer(said.joined(separator: " "), mood)
  }

  private var withoutPlan: Page.Answer {
    let isLimit = summary.status == "time-limit"
    return Page.Answer(
      isLimit
        ? "The time limit came before a plan was found."
        : "No plan meets the goals and the data (\(summary.status)). The command `explain` says which of them contradict.",
      .bad)
  }

  /// What the goals cost home and all regions.
  private var price: String? {
    guard let cost = summary.cost, let base = summary.withoutGoals?.cost else { return nil }
    let all = change(cost, base)
    guard let bills = summary.bills, let without = bills.homeWithoutGoals else {
      return all.map { "All regions together pay \($0) than without the goals." }
        ?? "It costs no more than the plan without goals."
    }
    let home = words.home
    switch (change(bills.home, without), all) {
    case (nil, nil): return "It costs no more than the plan without goals."
    case (nil, let all?):
      return "\(home) pays the same as without the goals, all regions together \(all)."
    case (let own?, let all):
      return
        "\(home) pays \(own) than without the goals; all regions together pay \(all ?? "the same")."
    }
  }

  /// `9.213 USD million (2019) more`; nil if the two are the same.
  private func change(_ amount: Double, _ without: Double) -> String? {
    let more = words.difference(amount, without)
    return more == 0 ? nil : "\(words.money(abs(more))) \(more > 0 ? "more" : "less")"
  }
}
