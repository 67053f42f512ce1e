import Analysis
import Statistics
import Studies

/// Which option stays good in sampled worlds.
extension StudyReport {
  /// How the options do over many worlds; nothing of a study that samples none and claims nothing.
  ///
  /// - Parameter all: all runs of the study.
  mutating func addRobustness(_ all: Comparison, of study: Study) {
    let robustness = Robustness(all)
    guard robustness.isSampled || !all.claims.isEmpty else { return }
    let coordinations = robustness.measured.map(\.policy.coordination).uniqued()
    for coordination in coordinations {
      let rows = robustness.measured.filter { $0.policy.coordination == coordination }
      guard let worlds = rows.first?.count.worlds, worlds > 0 else { continue }
      let what =
        robustness.isSampled
        ? "\(worlds) sampled worlds" : "the variations as worlds, \(worlds) of them"
      let how = coordinations.count > 1 ? ", \(Self.planning(coordination))" : ""
      addWorlds(
        robustness, rows.filter { $0.measure.figure == .cost && !$0.measure.isChange },
        heading: "Which option stays good: \(what)\(how)")
      addLeastRegrets(robustness, rows, coordination)
    }
    addDoubts(all, robustness)
    addWorldsLegend(robustness, study)
  }

  /// What makes plans of sampled worlds worth less than they look.
  private mutating func addDoubts(_ all: Comparison, _ robustness: Robustness) {
    let sampled = all.records.filter(\.isCounted)
    let short = sampled.filter { ($0.figures?.plan.goalsMetByServingLess ?? 0) > 0 }
    for option in short.map(\.option).uniqued() {
      let count = short.count { $0.option == option }
      let of = sampled.count { $0.option == option }
      add(
        "In \(count) of \(of) runs in sampled worlds goals of \(option) are met only with shortages.",
        .bad)
    }
    addContradictions(all)
    let unknown = sampled.count { !$0.isAnswered }
    if unknown > 0 {
      add(
        "\(unknown) runs in sampled worlds ended without an answer. They count as runs without a plan, and the boxes "
          + "leave them out; comparison.csv says why.", .bad)
    }
  }

  /// The sampled worlds whose moved data break a rule, and the options whose models cannot be read at all.
  private mutating func addContradictions(_ all: Comparison) {
    let broken = all.listed.records.filter { $0.variation == all.records.first?.variation }
      .filter { $0.status == .badInput }.map(\.option)
    let sampled = all.records.filter { $0.isCounted && $0.status == .badInput }
    let worlds = sampled.filter { !broken.contains($0.option) }.map(\.variation).uniqued()
    if !worlds.isEmpty {
      let of = all.records.filter(\.isCounted).map(\.variation).uniqued().count
      add(
        "\(worlds.count) of \(of) worlds: the data contradict each other, so they count as worlds without a plan "
          + "(\(worlds.prefix(5).joined(separator: ", "))\(worlds.count > 5 ? " and others" : "")); comparison.csv says "
          + "why. Narrow the ranges in assumptions.csv.", .bad)
    }
    for option in sampled.map(\.option).uniqued() where broken.contains(option) {
      add("The model of \(option) cannot be read, so the option has no plan in any world.", .bad)
    }
  }

  private mutating func addWorlds(
    _ robustness: Robustness, _ rows: [Robustness.Measured], heading: String
  ) {
    let claims = comparison.claims.map(\.text)
    var grid = TextGrid(
      ["option", "with a plan", "cost 5-95 %", "largest regret", "cheapest in"] + claims)
    for row in rows {
      let range = row.spread.map { RangeText.amount($0.q05, $0.q95) } ?? "-"
      let shares = claims.map { claim in
        robustness.claimed.first { $0.policy == row.policy && $0.claim.text == claim }?
          .share.map(NumberText.percent) ?? "-"
      }
      grid.add(
        [
          row.policy.option, "\(row.count.withPlan) of \(row.count.worlds)", range,
          Self.regret(row), NumberText.percent(row.regret.shareBest),
        ] + shares)
    }
    add(grid, heading: heading)
  }

  /// `12.3`, or `no plan` where another option has one.
  private static func regret(_ row: Robustness.Measured) -> String {
    if row.regret.withoutPlan > 0 { return "no plan" }
    return row.regret.largest.map(row.measure.text) ?? "-"
  }

  /// For each of the main measures the options whose largest regret is least.
  private mutating func addLeastRegrets(
    _ robustness: Robustness, _ rows: [Robustness.Measured], _ coordination: String
  ) {
    guard rows.map(\.policy).uniqued().count > 1 else { return }
    let known = rows.map(\.measure).uniqued()
    let texts = known.filter(Self.isMain).map { measure in
      let least = robustness.leastRegret(of: measure, coordination: coordination)
      let names = least.map(\.policy.option).joined(separator: ", ")
      guard let regret = least.first?.regret.largest else {
        return "\(measure.name): no option has a plan wherever another has one"
      }
      return "\(measure.name): \(names) (\(measure.text(regret)))"
    }
    guard !texts.isEmpty else { return }
    add("The option with the least largest regret: \(texts.joined(separator: "; ")).")
  }

  /// Whether a measure is one of those that the report names; robustness.csv has all.
  private static func isMain(_ measure: PlanMeasure) -> Bool {
    guard !measure.isChange else { return false }
    return switch measure.figure {
    case .cost, .homeBill, .reliance: true
    case .stress(let stress, _): [.homeServiceLeastWorst, .serviceWorst].contains(stress)
    default: false
    }
  }

  private mutating func addWorldsLegend(_ robustness: Robustness, _ study: Study) {
    let sampled = study.worlds.map(\.sample).map { sample in
      "the instance as it is with \(sample.space.assumptions.count) of its assumptions drawn at random (seed "
        + "\(sample.seed)), the same for every option; the listed variations are not among them"
    }
    addLegend(
      [
        (
          "worlds",
          robustness.isSampled
            ? sampled ?? "drawn at random" : "the study samples no worlds, so its variations count"
        ),
        (
          "cost 5-95 %", "from the 5 % to the 95 % quantile of the cost over the worlds with a plan"
        ),
        (
          "largest regret",
          "the most that the option costs above the cheapest option in the same world; no plan: another option "
            + "has a plan where this one has none"
        ),
        (
          "cheapest in",
          "share of all worlds, those without a plan too, in which the option has a plan and no other option costs less"
        ),
      ] + claimsLegend)
    add("robustness.csv has all measures.")
  }

  private var claimsLegend: [(String, String)] {
    guard !comparison.claims.isEmpty else { return [] }
    let share =
      "share of all worlds in which the claim holds; it does not hold where there is no plan"
    var legend = [("claims", share)]
    if let first = comparison.firstOption, comparison.claims.contains(where: \.measure.isChange) {
      legend.append(
        (
          "change_...",
          "against \(first) in the same world; for \(first) itself it says nothing (-)"
        ))
    }
    if comparison.claims.contains(where: { $0.measure.name.hasPrefix("extra_") }) {
      legend.append(
        ("extra_...", "against the plan of the same option without goals in the same world"))
    }
    return legend
  }
}
