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
      // The plan that is asked about comes last.
      of: found.curves.reversed().flatMap { rows($0.plan, $0.points) },
      axis: "lost value of \(losers), \(plan.money)", sentence: curveSentence)
  }

  /// Whose loss is drawn.
  private var losers: String {
    switch found.plan.measure {
    case .world: "all regions"
    case .home: plan.home
    }
  }

  private func rows(_ plan: ComparedPlan, _ points: [WorstCase.Point]) -> [LossByCuts.Row] {
    points.map { point in
      let isFound = point.cuts == 0 || !point.attack.targets.isEmpty
      return LossByCuts.Row(
        plan: plan.rawValue, name: name(plan), cuts: point.cuts,
        targets: point.attack.name(in: self.plan.instance),
        attack: isFound ? words.cut(point.attack) : "none was found", loss: point.loss,
        bound: point.bound, isProven: point.isProven)
    }
  }

  /// What the legend says.
  private func name(_ plan: ComparedPlan) -> String {
    switch plan {
    case .withGoals: found.withoutGoals == nil ? "the plan" : "the plan with goals"
    case .withoutGoals: "the plan without goals"
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
    let ranked = found.plan.rankedAtMost
    let shown = ranked.filter { plan.isSeen($0.outcome.loss) }.prefix(Self.mostBars)
    let rows = shown.map { row in
      let outcome = row.outcome
      return WorstAttacks.Row(
        cuts: row.cuts, rank: row.rank, targets: outcome.attack.name(in: plan.instance),
        name: words.cut(outcome.attack), loss: outcome.loss,
        home: outcome.home.map { ($0.lostLeast, $0.lostMost) },
        synergy: found.plan.synergy(of: outcome))
    }
    let size = found.plan.largestAttack
    let smaller =
      found.plan.worseOnFewer == nil ? "" : ", after one on fewer that costs more than these"
    let count = RowLimit.largest.rest(shown.count, of: ranked.count, "attacks", in: "worst.csv")
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
          "The attacks on \(AttackText.targets(size)) that cost \(losers) most\(smaller). \(range)\(part)\(count)"
      ))
  }

  private var barLosers: String {
    found.plan.measure == .home ? WorstAttacks.losers(home: plan.home) : losers
  }
}
