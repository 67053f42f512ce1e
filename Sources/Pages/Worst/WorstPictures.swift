import Analysis
import Charts
import Reporting
import Scenarios
import Sourcing

/// The pictures of the worst attacks: their loss over the number of cuts, and those with the most cuts.
struct WorstPictures {
  private let answer: WorstAnswer
  private var found: ComparedWorstCases { answer.found }
  private var plan: TestedPlan { answer.plan }
  private var words: AttackWords { answer.words }

  /// The most bars.
  private static let mostBars = 12

  init(_ answer: WorstAnswer) { self.answer = answer }

  var all: [Picture] {
    guard !found.plan.targets.isEmpty else { return [] }
    return [curve, attacks].compactMap(\.self)
  }

  // MARK: Loss over the number of cuts

  private var curve: Picture? {
    LossByCuts.picture(
      of: (found.withoutGoals.map { rows($0, "without_goals", "the plan without goals") } ?? [])
        + rows(
          found.plan, "with_goals", found.withoutGoals == nil ? "the plan" : "the plan with goals"),
      axis: "lost value of \(losers), \(plan.money)", sentence: curveSentence)
  }

  /// Whose loss is drawn.
  private var losers: String {
    switch found.plan.measure {
    case .world: "all regions"
    case .home: plan.home
    }
  }

  private func rows(_ cases: WorstCase, _ plan: String, _ name: String) -> [LossByCuts.Row] {
    let none = LossByCuts.Row(
      plan: plan, name: name, cuts: 0, targets: "", attack: words.cut(Attack()),
      loss: cases.undisturbed, bound: cases.undisturbed, isProven: true)
    return [none]
      + cases.worst.map { worst in
        LossByCuts.Row(
          plan: plan, name: name, cuts: worst.cuts,
          targets: worst.outcome?.attack.name(in: self.plan.instance) ?? "",
          attack: worst.outcome.map { words.cut($0.attack) } ?? "none was found",
          loss: worst.outcome?.loss ?? cases.undisturbed, bound: worst.bound,
          isProven: worst.isProven)
      }
  }

  private var curveSentence: String {
    let known = found.plan.worst.filter { $0.outcome != nil }
    guard let first = known.first, let last = known.last else {
      return "No attack was solved in time; the strokes are limits that none exceeds."
    }
    let text = { (worst: WorstCase.Worst) in
      let loss = NumberText.amount(worst.outcome?.loss ?? 0)
      let limit = worst.isProven ? loss : NumberText.amount(worst.bound)
      return
        "\(worst.cuts) \(worst.cuts == 1 ? "cut costs" : "cuts cost") at most \(limit)"
        + (worst.isProven ? "" : " (\(loss) was found)")
    }
    let doubt = found.plan.isProven ? "" : " What is not proven has its limit above it."
    let all =
      first.cuts == last.cuts
      ? "\(text(first)) \(plan.money)." : "\(text(first)) \(plan.money), \(text(last))."
    return all + doubt
  }

  // MARK: The worst attacks

  private var attacks: Picture? {
    let ranked = found.plan.top.enumerated().filter { plan.isSeen($0.element.loss) }
    let shown = ranked.prefix(Self.mostBars)
    let rows = shown.map { place, outcome in
      WorstAttacks.Row(
        cuts: found.plan.budget.cuts, rank: place + 1,
        targets: outcome.attack.name(in: plan.instance), name: words.cut(outcome.attack),
        loss: outcome.loss, home: outcome.home.map { ($0.lostLeast, $0.lostMost) },
        synergy: found.plan.synergy(of: outcome))
    }
    let size = shown.first?.element.attack.targets.count ?? 0
    let count =
      RowLimit.largest.rest(
        shown.count, of: found.plan.top.count, "attacks", in: "worst.csv")
    let part =
      size > 1
      ? " The dark part of a bar is what the cuts cost together beyond what each costs alone." : ""
    let range =
      "The marks are what \(plan.home) loses" + (found.plan.measure == .world ? " of that." : ".")
    return WorstAttacks.picture(
      of: rows,
      words: WorstAttacks.Words(
        home: plan.home, losers: barLosers, isOfHome: found.plan.measure == .home,
        money: plan.money,
        sentence:
          "The attacks on \(AttackText.targets(size)) that cost \(losers) most. \(range)\(part)\(count)"
      ))
  }

  private var barLosers: String {
    found.plan.measure == .home ? WorstAttacks.losers(home: plan.home) : losers
  }
}
