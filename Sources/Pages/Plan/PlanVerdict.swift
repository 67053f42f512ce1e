import Analysis
import Reporting
import Sourcing

/// The answer in a few sentences: whether the goals are met, what that costs home, and who is short of what.
struct PlanVerdict {
  private let words: PlanWords
  private let noPlan: MissingPlan?

  init(_ words: PlanWords, noPlan: MissingPlan?) {
    self.words = words
    self.noPlan = noPlan
  }

  private var summary: Summary { words.summary }
  private static let mostGoals = 2

  var answer: Page.Answer {
    guard summary.cost != nil else { return withoutPlan }
    let verdict = ModelVerdict(summary)
    let texts = verdict.sentences.prefix(Self.mostGoals).map(\.text)
    let remark =
      isJustCheapest
      ? without
      : [verdict.remark, summary.goals.isEmpty ? without : nil]
        .compactMap(\.self).map(words.inWords).joined(separator: " ")
    let said =
      [remark] + texts.map(words.inWords)
      + [price, PlanShortages(words).sentence]
      .compactMap(\.self)
    let isGood = verdict.sentences.allSatisfy { $0.state == .met }
    let mood: Page.Mood = verdict.sentences.isEmpty ? .neutral : isGood ? .good : .bad
    return Page.Answer(said.filter { !$0.isEmpty }.joined(separator: " "), mood)
  }

  /// The goals that the answer names first, then the others.
  var goals: [GoalStanding] {
    let texts = ModelVerdict(summary).sentences.prefix(Self.mostGoals).map(\.text)
    let all = summary.goals.filter(\.isLimiting)
    let isNamed = { (goal: GoalStanding) in texts.contains { $0.contains(goal.title) } }
    return all.filter(isNamed) + all.filter { !isNamed($0) }
  }

  private var withoutPlan: Page.Answer {
    if let noPlan { return noPlan.answer(words) }
    let isLimit = summary.status == "time-limit"
    return Page.Answer(
      isLimit
        ? "The time limit came before a plan was found."
        : "No plan meets the goals and the data (\(summary.status)). The command `explain` says which of them contradict.",
      .bad)
  }

  /// Whether the model has no goal and the plan is simply the cheapest.
  private var isJustCheapest: Bool {
    summary.goals.isEmpty && !summary.includesRisk
      && summary.stages == [ObjectiveStage.QuantityName.cost.rawValue]
  }

  /// `Without goals Japan pays 10,547 USD million; China supplies 73.5% of its rare earths in 2035.`
  private var without: String {
    guard let cost = summary.cost, let last = summary.periods.last else { return "" }
    let pays =
      summary.bills.map { "\(words.home) pays \(words.money($0.home))" }
      ?? "all regions together pay \(words.money(cost))"
    let supplier = summary.suppliers.first.flatMap { suppliers in
      words.largest(of: suppliers, at: summary.periods.count - 1).map { most in
        most.id == summary.home
          ? "; it supplies \(most.share) of its \(words.named(suppliers.commodity)) itself in \(last)"
          : "; \(most.name) supplies \(most.share) of \(summary.bills == nil ? words.homes : "its") "
            + "\(words.named(suppliers.commodity)) in \(last)"
      }
    }
    return "Without goals \(pays)\(supplier ?? "")."
  }

  /// What the goals cost home and all regions.
  private var price: String? {
    guard let cost = summary.cost, let base = summary.withoutGoals?.cost else { return nil }
    let all = change(cost, base)
    guard let bills = summary.bills, let without = bills.homeWithoutGoals else {
      return all.map { "All regions together pay \($0) than without the goals." }
        ?? "It costs no more than the plan without goals."
    }
    let home = capitalised(words.home)
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
