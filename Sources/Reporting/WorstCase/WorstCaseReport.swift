import Analysis
public import Scenarios
package import Sourcing

/// The report on the worst cases of a plan: which few cuts cost most, and what they cost.
public struct WorstCaseReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let compared: ComparedWorstCases
  let runner: StressRunner
  var found: WorstCase { compared.plan }
  var instance: Instance { runner.instance }
  var home: String { instance.home.id }
  var hasDemand: Bool { instance.hasDemand(in: instance.home, runner.period) }
  private var names: Names { Names(instance) }
  private var period: String { instance.horizon[runner.period].label }

  /// The report on what was found.
  ///
  /// - Parameters:
  ///   - compared: the worst cases of the plan, and of the plan without goals.
  ///   - runner: of the plan; its options have the sharing of the attacks.
  public init(_ compared: ComparedWorstCases, runner: StressRunner) {
    self.compared = compared
    self.runner = runner
    add(instance.shownTitle, .heading)
    add(runner.model.shownTitle)
    if let text = instance.assumptionText { add(text) }
    addBlank()
    addUndisturbed()
    addAnswer()
    addComparison()
    addBlank()
    if found.targets.isEmpty {
      addParameters()
    } else {
      addQuestion()
      addCurve()
      addTop()
      addCounts()
    }
    addNames(names)
  }

  // MARK: The answer

  /// A loss that is not round-off.
  func isSeen(_ loss: Double) -> Bool { found.isSeen(loss) }

  private mutating func addUndisturbed() {
    guard isSeen(found.undisturbed) else { return }
    add(
      "Warning: even without any cut \(losers) \(lose) \(NumberText.amount(found.undisturbed))\(condition). It is part of every "
        + "loss below.", .bad)
  }

  private mutating func addAnswer() {
    guard !found.targets.isEmpty else { return add(nothingToCut) }
    guard let worst = found.worst.last else { return }
    guard let outcome = worst.outcome else {
      return add(
        "The time limit came before any attack was solved. \(limit(worst))", .bad)
    }
    if isSeen(outcome.loss - found.undisturbed) {
      add(
        "Under this plan the worst attack with \(atMost(worst.cuts)) is on \(list(outcome.attack)): \(losers) then "
          + "\(lose) \(NumberText.amount(outcome.loss)) in the \(window) from \(period) on\(condition)."
      )
    } else {
      let sum =
        isSeen(found.undisturbed)
        ? "more than the \(NumberText.amount(found.undisturbed)) that \(losesAlready) without any cut"
        : "anything"
      add(
        worst.isProven
          ? "Under this plan no attack with \(atMost(worst.cuts)) costs \(losers) \(sum)\(condition)."
          : "No attack was found that costs \(losers) \(sum)\(condition).",
        worst.isProven ? .good : .plain)
    }
    if worst.isProven {
      add("This is proven: no attack with \(atMost(worst.cuts)) costs more.")
    } else {
      add("This is not proven: the time limit came first. \(limit(worst))", .bad)
    }
  }

  private func limit(_ worst: WorstCase.Worst) -> String {
    "No attack with \(atMost(worst.cuts)) costs more than \(NumberText.amount(worst.bound))."
  }

  private var nothingToCut: String {
    let place =
      found.budget.by.map { "in \(names.sentence($0.id)), outside home," } ?? "outside home"
    let shipped =
      found.budget.kinds.contains(.exports)
      ? "; exports are targets if the plan has them in \(period)" : ""
    return
      "There is nothing to cut: \(place) there are no targets. Looked for were \(kinds). A region or stage is a target if a "
      + "commodity with final demand is made there, or something that goes into one\(shipped)."
  }

  private mutating func addComparison() {
    guard !runner.model.goals.isEmpty, !found.targets.isEmpty else { return }
    guard let withoutGoals = compared.withoutGoals else {
      return add(
        compared.isComplete
          ? "There is no plan without goals to compare with."
          : "The time limit came before the plan without goals was attacked.")
    }
    guard let worst = withoutGoals.worst.last, let other = worst.outcome else { return }
    let attack = other.attack.targets.isEmpty ? "no cut" : list(other.attack)
    var text =
      "Under the plan without goals the worst attack with \(atMost(worst.cuts)) is on \(attack): \(losers) then \(lose) "
      + "\(NumberText.amount(other.loss))\(condition)"
    if !worst.isProven { text += " (not proven: at most \(NumberText.amount(worst.bound)))" }
    text += "."
    if worst.isProven, let own = found.worst.last, own.isProven, let loss = own.outcome?.loss {
      text += " \(change(from: other.loss, to: loss))"
    }
    add(text)
  }

  private func change(from other: Double, to loss: Double) -> String {
    let difference = loss - other
    guard isSeen(abs(difference)) else { return "The goals do not change the worst loss." }
    let share = isSeen(other) ? " (\(NumberText.change(abs(difference) / other)))" : ""
    return "The goals \(difference < 0 ? "lower" : "raise") the worst loss by "
      + "\(NumberText.amount(abs(difference)))\(share)."
  }

  // MARK: The question

  private mutating func addQuestion() {
    let place = found.budget.by.map { names.sentence($0.id) } ?? "any region"
    add(
      "An attack cuts \(atMost(found.budget.cuts, noun: "target"))\(found.budget.cuts == 1 ? "" : ", all at once and") for the whole "
        + "window: the \(window) from "
        + "\(period) on. Targets lie in \(place), outside home: \(names.sentence(home)). They are \(kinds). Flows can be rerouted after "
        + "\(runner.options.rerouteMonths) months. \(Legend.allocation(runner.options)) "
        + Legend.money(instance.currency, "sums over the window, not discounted"))
    if found.measure == .home {
      add(
        "The loss is that of \(names.sentence(home)) alone, \(runner.options.servedFirst). It is the best case for "
          + "\(home): the world serves it first, whatever that costs others.")
    }
    if !hasDemand {
      add("\(names.sentence(home)) (home) has no final demand in \(period), so it loses nothing.")
    }
    let sharing = runner.options.sharing
    if sharing.label != Sharing.Mode.own.text {
      add("Stockpiles (\(sharing.label)): \(sharing.sentence).")
    }
    addParameters()
    let (cuts, largest) = (found.budget.cuts, found.largestAttack)
    if largest < cuts {
      add(
        "Only \(largest) \(largest == 1 ? "target" : "targets") can be cut at once, so no attack has more."
      )
    }
  }

  private mutating func addParameters() {
    let model = runner.model
    let text = model.parameterTextOfModel(without: model.parametersReplaced(in: runner.options))
    if let text { add(text) }
  }

  /// What the kinds of targets are.
  private var kinds: String {
    let all = AttackTarget.Kind.allCases.filter(found.budget.kinds.contains).map(\.meaning)
    return all.joined(separator: ", ")
  }

  // MARK: Words

  /// Whose loss counts.
  private var losers: String {
    found.measure == .world ? "all regions together" : names.sentence(home)
  }
  private var lose: String { found.measure == .world ? "lose" : "loses" }
  private var losesAlready: String { found.measure == .world ? "they lose" : "it loses" }
  /// Under what condition home loses only that.
  private var condition: String {
    found.measure == .world ? "" : ", if it is \(runner.options.servedFirst)"
  }
  private var window: String {
    let months = runner.options.horizonMonths
    return months == 1 ? "month" : "\(months) months"
  }

  private func atMost(_ count: Int, noun: String = "cut") -> String {
    count == 1 ? "one \(noun)" : "at most \(count) \(noun)s"
  }

  /// The targets in a sentence: `stage:CHN/mining, stage:CHN/smelting and region:MMR`.
  private func list(_ attack: Attack) -> String {
    let all = attack.targets.map { $0.name(in: instance) }
    let start = all.dropLast().joined(separator: ", ")
    return [start, all.last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
  }
}

extension AttackTarget.Kind {
  /// What one cut takes away, for people.
  package var meaning: String {
    switch self {
    case .regions: "regions (all production there)"
    case .stages: "stages (the production of one stage in a region)"
    case .exports: "exports (all exports of one commodity from a region)"
    }
  }
}
