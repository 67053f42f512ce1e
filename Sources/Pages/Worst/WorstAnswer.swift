import Analysis
import Reporting
import Scenarios
import Sourcing

/// What was found of the worst attacks, in a sentence and a few figures: about the attack with the most cuts.
struct WorstAnswer {
  let found: ComparedWorstCases
  let plan: TestedPlan
  let words: AttackWords

  init(_ found: ComparedWorstCases, plan: TestedPlan) {
    self.found = found
    self.plan = plan
    words = AttackWords(instance: plan.instance, names: plan.names)
  }

  private var cases: WorstCase { found.plan }
  private var home: String { plan.home }
  private var cuts: Int { cases.largestAttack }
  private var worst: WorstCase.Worst? { cases.worst.last }
  /// The same of the plan without goals, if an attack on it was found.
  private var without: WorstCase.Worst? { found.withoutGoals?.worst.last { $0.outcome != nil } }

  /// Whose loss it is: `all regions together`.
  var losers: String {
    switch cases.measure {
    case .world: "all regions together"
    case .home: "\(home), if it is served first,"
    }
  }

  private var attacks: String { "attack on \(AttackText.targets(atMost: cuts))" }

  /// Where the window is: `12 months of 2030`.
  private var window: String { "\(plan.window) of \(plan.period)" }

  private func money(_ amount: Double) -> String { plan.money(amount, amount) }

  // MARK: Answer

  var answer: Page.Answer {
    guard let worst, !cases.targets.isEmpty else {
      return Page.Answer("There is nothing to cut: \(noTarget).", .good)
    }
    guard let outcome = worst.outcome else {
      return Page.Answer(
        "The time limit was reached before any attack was solved. No \(attacks) can cost \(losers) more than "
          + "\(money(worst.bound)).", .bad)
    }
    guard plan.isSeen(outcome.loss) else {
      return Page.Answer(
        "No \(attacks) \(worst.isProven ? "costs" : "that was found costs") \(losers) anything in \(window)."
          + doubt(worst) + comparison(outcome), worst.isProven ? .good : .bad)
    }
    guard plan.isSeen(outcome.loss - cases.undisturbed) else {
      return Page.Answer(
        "No \(attacks) \(worst.isProven ? "costs" : "that was found costs") \(losers) more than is lost in \(window) "
          + "without any cut: \(money(cases.undisturbed))." + doubt(worst) + comparison(outcome),
        .neutral)
    }
    return Page.Answer(
      "The worst \(attacks)\(worst.isProven ? "" : " that was found") cuts \(words.cut(outcome.attack)). It costs \(losers) \(money(outcome.loss)) in "
        + "\(window)." + homeSentence(outcome) + comparison(outcome) + doubt(worst), .bad)
  }

  private var noTarget: String {
    let place = cases.budget.by.map { " in \(plan.names.within($0.id))" } ?? ""
    return cases.budget.kinds == [.exports]
      ? "the plan ships no good from a region outside \(home)\(place) to another region in \(plan.period)"
      : "no region outside \(home)\(place) makes anything that is needed"
  }

  /// What home loses of it, where the loss is that of all regions.
  private func homeSentence(_ outcome: WorstCase.Outcome) -> String {
    guard cases.measure == .world, let figures = outcome.home else { return "" }
    guard plan.isSeen(figures.lostMost) else { return " \(capitalised(home)) loses nothing then." }
    return " \(capitalised(home)) loses "
      + "\(NumberText.range(figures.lostLeast, figures.lostMost)) of that."
  }

  /// The same under the plan without goals.
  private func comparison(_ outcome: WorstCase.Outcome) -> String {
    guard let other = without?.outcome else { return "" }
    let (now, then) = (NumberText.amount(outcome.loss), NumberText.amount(other.loss))
    guard now != then else { return " Without goals the worst attack costs the same." }
    let what = other.attack == outcome.attack ? "the same" : words.cut(other.attack)
    return " Under the plan without goals the worst attack cuts \(what) and costs \(then)."
  }

  /// That something is not proven; empty if it is.
  private func doubt(_ worst: WorstCase.Worst) -> String {
    worst.isProven
      ? ""
      : " This is not proven, because the time limit came first: no such attack costs more than "
        + "\(money(worst.bound))."
  }

  // MARK: Figures

  var figures: [Page.KeyFigure] {
    guard let worst, let outcome = worst.outcome, !cases.targets.isEmpty else { return [] }
    return [
      Page.KeyFigure(
        "What the worst \(attacks)\(worst.isProven ? "" : " that was found") costs \(losers.trimmed)",
        money(outcome.loss),
        compared: without?.outcome.map { "\(NumberText.amount($0.loss)) without goals" },
        range: worst.isProven
          ? "proven: none costs more"
          : "not proven: none costs more than \(NumberText.amount(worst.bound))")
    ] + [homeFigure(outcome), synergyFigure(outcome), oneCut, undisturbed].compactMap(\.self)
  }

  private func homeFigure(_ outcome: WorstCase.Outcome) -> Page.KeyFigure? {
    outcome.home.map { figures in
      switch cases.measure {
      case .world:
        return Page.KeyFigure(
          "\(capitalised(home)) loses in it", plan.money(figures.lostLeast, figures.lostMost),
          compared:
            "\(ServiceText.percent(figures.serviceMost)) of its demand is served in the best case",
          range: "from its best case to its worst")
      case .home:
        // The loss in the best case is the first figure.
        let (least, most) = (money(figures.lostLeast), money(figures.lostMost))
        return Page.KeyFigure(
          "Of the demand of \(home) is served in it",
          ServiceText.range(best: figures.serviceMost, worst: figures.serviceLeast),
          compared: least == most
            ? "its loss is the same in its worst case" : "it loses \(most) in its worst case",
          range: "from its best case to its worst")
      }
    }
  }

  private func synergyFigure(_ outcome: WorstCase.Outcome) -> Page.KeyFigure? {
    guard outcome.attack.targets.count > 1,
      let synergy = cases.synergy(of: outcome)
    else { return nil }
    return Page.KeyFigure(
      "Of that only because the targets are cut together", money(synergy),
      compared: !plan.isSeen(synergy)
        ? "together they cost as much as each alone, added up"
        : synergy < 0
          ? "one makes another less harmful: each alone, added up, they cost more"
          : "beyond what each of them costs alone")
  }

  /// The worst attack on one target, where more are allowed.
  private var oneCut: Page.KeyFigure? {
    guard cuts > 1, let outcome = cases.worst.first?.outcome, plan.isSeen(outcome.loss)
    else { return nil }
    return Page.KeyFigure(
      "What the worst attack on 1 target costs", money(outcome.loss),
      compared: "it cuts \(words.cut(outcome.attack))")
  }

  private var undisturbed: Page.KeyFigure? {
    guard plan.isSeen(cases.undisturbed) else { return nil }
    return Page.KeyFigure(
      "Lost without any cut", money(cases.undisturbed), compared: "it is part of each loss")
  }

  // MARK: How sure

  /// What was searched, and what makes the figures mean less.
  var assumed: [String] {
    var texts: [String] = []
    if plan.isSeen(cases.undisturbed) {
      texts.append(
        "Even without a cut \(money(cases.undisturbed)) is lost in \(plan.period). It is part of what each attack costs."
      )
    }
    if cases.measure == .home {
      texts.append(
        "What counts is the loss of \(home) if the world serves it first: its best case. Shortages of others do not count."
      )
    }
    if !cases.targets.isEmpty, cuts < cases.budget.cuts {
      texts.append(
        "Only \(AttackText.targets(cuts)) can be cut at once, so no attack has more.")
    }
    if !cases.targets.isEmpty {
      let count = cases.attackCount.map(NumberText.whole) ?? "very many"
      let size = AttackText.targets(cases.largestAttack)
      texts.append(
        "There are \(cases.targets.count) targets and \(count) attacks on \(size). \(NumberText.whole(cases.solved)) "
          + "attacks of all sizes were solved"
          + (cases.isProven
            ? "; it is proven that no other costs more." : ", until the time limit came."))
    }
    return texts
  }
}

extension String {
  /// Without a comma at the end.
  fileprivate var trimmed: String { hasSuffix(",") ? String(dropLast()) : self }
}
