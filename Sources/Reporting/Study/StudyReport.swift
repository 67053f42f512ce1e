import Analysis
import Sourcing
public import Studies

/// The comparison of a study: which options are worth choosing without a variation, what each costs
/// and gains against the first, how that changes in other variations, and which runs have no plan and why.
public struct StudyReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let comparison: Comparison
  let instance: Instance?
  private var currency: String { instance?.currency ?? "" }

  /// The report on a study.
  ///
  /// - Parameters:
  ///   - all: the runs and their comparison.
  ///   - study: the study.
  ///   - reused: how many runs were stored before and are still valid.
  public init(_ all: Comparison, study: Study, reused: Int) {
    // Sampled worlds are a matter of their own; there may be thousands.
    let comparison = all.listed
    self.comparison = comparison
    instance = study.variations.first?.instance
    addServingLess()
    addTitle(study, all.records, reused: reused)
    addAssumptions()
    addOverriddenSettings(study)
    addChecks()
    addShortWithoutDisruption()
    guard let first = comparison.records.first else {
      addSampledWorlds(all, of: study)
      return
    }
    let coordination = first.coordination
    let ofFirst = comparison.records.filter { $0.coordination == coordination }
    let underFirst = ofFirst.filter { $0.variation == first.variation }
    addOptions(underFirst, in: first)
    addGoalCosts(underFirst)
    addSafety(underFirst)
    addVariations(
      "Total cost minus that of the first option under the same variation, by variation", ofFirst
    ) { record in comparison.change(.cost, of: record).map(NumberText.signed) }
    addHomeBillByVariation(ofFirst)
    addHomeServiceByVariation(ofFirst)
    if let service = comparison.figures(of: .serviceWorst).first {
      addVariations(
        "Service in the worst disruption, all regions, sharing \(Self.sharing(service)), by variation",
        ofFirst
      ) { record in record[service].map(NumberText.percent) }
    }
    addHomeSharing(underFirst)
    addSharing(underFirst)
    addCoordination()
    addSampledWorlds(all, of: study)
    addWarnings()
    addFailures()
    addNames(instance.map { Names($0) })
  }

  private mutating func addTitle(_ study: Study, _ records: [RunRecord], reused: Int) {
    let planned = records.count { $0.status == .optimal }
    add(study.name, .heading)
    var text = "\(records.count) of \(study.runs.count) runs; \(planned) have a plan"
    let isAtEnd = comparison.records.contains { $0.status != .optimal }
    if planned < records.count {
      text += ", \(records.count - planned) do not\(isAtEnd ? " (see the end)" : "")"
    }
    let (sampled, others) = (
      records.count(where: \.isCounted), records.count(where: \.isForIndices)
    )
    if sampled > 0 { text += "; \(sampled) are of sampled worlds" }
    if others > 0 { text += "; \(others) are of worlds for Sobol indices" }
    if reused > 0 { text += "; \(reused) were stored already" }
    let money = Legend.money(
      currency, "for all regions together, discounted, unless the text says otherwise")
    add("\(text). \(money)")
  }

  // MARK: Options under the first variation

  private mutating func addOptions(_ records: [RunRecord], in first: RunRecord) {
    var grid = TextGrid(
      ["option", "goals met", "cost", "extra", "reliance", "largest", "capex", "support"])
    let amount = { (value: Double?) in value.map(NumberText.amount) ?? "-" }
    let percent = { (value: Double?) in value.map(NumberText.percent) ?? "-" }
    for record in records where record.status == .optimal {
      grid.add([
        (comparison.pareto.contains(record.run) ? "* " : "  ") + record.option, goalsText(record),
        amount(record[.cost]), comparison.change(.cost, of: record).map(NumberText.signed) ?? "-",
        percent(record[.reliance]),
        "\(record.figures?.plan.focus?.largestSource ?? "") \(percent(record[.largestShare]))",
        amount(record[.capex]), amount(record[.support]),
      ])
    }
    add(
      grid,
      heading:
        "Options under the variation \(first.variation), \(Self.planning(first.coordination))")
    addLegend(optionLegend)
  }

  /// `2 of 3`; with `, short` if some are met only with shortages, and with what holds anyway.
  private func goalsText(_ record: RunRecord) -> String {
    guard let figures = record.figures?.plan, !figures.goals.isEmpty else { return "-" }
    let mark = figures.goalsMetByServingLess > 0 ? ", short" : ""
    return "\(figures.goalsMet) of \(figures.goals.count)\(mark)\(anyway(figures))"
  }

  /// `, anyway` if the plan without goals meets all goals too; `, 2 anyway` if it meets two of them.
  private func anyway(_ figures: PlanFigures) -> String {
    guard let count = figures.goalsMetWithoutGoals, count > 0 else { return "" }
    return count == figures.goals.count ? ", anyway" : ", \(count) anyway"
  }

  private var optionLegend: [(term: String, meaning: String)] {
    [
      (
        "*",
        "no other option is at least as good in cost, the world's worst service and reliance and better in one of them"
      ),
      (
        "goals met",
        "met goals of those that limit something, for each region, commodity and disruption; short: some are met only with "
          + "shortages (see the warnings); anyway: the plan without the goals meets them too, all of them or as many "
          + "as the number says. Goals that all hold anyway change nothing"
      ),
      (
        "extra",
        "cost minus that of the first option; the next table has what the goals of each cost"
      ),
      (
        "reliance, largest",
        "\(relianceMeaning), and the largest source: direct, in the last period\(lastPeriod). A goal may count "
          + "something else; comparison.csv has what each goal achieves"
      ),
      ("capex, support", "of all orders; what programmes pay of it; both not discounted"),
    ]
  }

  /// Whose reliance it is, upon whom and for what, by the parameters of the instance.
  private var relianceMeaning: String {
    guard let instance, let rival = instance.parameters["rival"],
      let focus = Focus.name(in: instance)
    else { return "share of home's supply of the focus that comes from the rival" }
    return "share of the supply of \(focus) (the focus) to \(instance.home.id) (home) that "
      + "comes from \(rival) (the rival)"
  }

  private var lastPeriod: String {
    instance?.horizon.periods.last.map { ", \($0.label)" } ?? ""
  }

  /// How the members of a run plan, in words.
  static func planning(_ coordination: String) -> String {
    coordination == "joint" ? "one joint plan" : "\(coordination) plans"
  }

  // MARK: Coordination

  private mutating func addCoordination() {
    let alone = comparison.records.filter { $0[.coordination(.price)] != nil }
    guard let variation = alone.first?.variation else { return }
    var grid = TextGrid([
      "option", "unilateral cost", "joint cost", "price of not coordinating", "extra capex",
      "extra idle capex",
    ])
    for record in alone where record.variation == variation {
      let figures: [RunFigure] = [
        .cost, .coordination(.jointCost), .coordination(.price), .coordination(.duplicatedCapex),
        .coordination(.idleCapex),
      ]
      grid.add([record.option] + figures.map { record[$0].map(NumberText.amount) ?? "-" })
    }
    add(
      grid,
      heading: "Members plan unilaterally (each for itself), under the variation \(variation)")
    addLegend([
      (
        "price of not coordinating",
        "what the goals cost more if members plan unilaterally than in one joint plan"
      ),
      (
        "extra capex, extra idle capex",
        "of the unilateral plans minus the joint plan: all orders, and capacity not used in the last period; "
          + "not discounted"
      ),
    ])
  }
}
