import Analysis
import Sourcing

/// The report of a plan: whether the goals are met and when, what the plan costs, who supplies how
/// much, what is built and what binds. It is made from the summary alone, so that a stored plan gives the same report.
public struct TerminalReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let summary: Summary

  /// The report on a plan.
  ///
  /// - Parameter summary: the summary of the plan.
  public init(_ summary: Summary) {
    self.summary = summary
    addVerdict()
    addTitle()
    addCost()
    addBills()
    addRanges()
    for warning in summary.warnings { add("Warning: \(warning).", .bad) }
    addChecks()
    addGoals()
    addDueToGoals()
    addContractPrices()
    addInvestments()
    // Beside the plan without goals, the suppliers of the goals' periods are shown there.
    let isCompared = summary.withoutGoals?.suppliers != nil
    if !isCompared { addSuppliers() }
    addStocks()
    addShortages()
    addBottlenecks()
    if isCompared { addSuppliers() }
    addNames(summary.names)
    addSources()
    addDefaults()
  }

  func unit(_ commodity: String) -> String { summary.units[commodity] ?? "units" }

  private mutating func addTitle() {
    addBlank()
    add(summary.instance.shownTitle, .heading)
    add(summary.model.shownTitle)
    if let text = AssumptionText.sentence(summary.assumptions) { add(text) }
    if let text = summary.settingsText { add(text) }
    let (first, last) = (summary.periods.first ?? "", summary.periods.last ?? "")
    let time = first == last ? "in \(first)" : "over \(first) to \(last)"
    add(
      Legend.money(
        summary.currency,
        "for all regions together \(time), discounted to the start of \(first), unless a line says otherwise"
      ))
    addBlank()
  }

  /// Whether the goals are met, and by when.
  private mutating func addVerdict() {
    addVerdict(
      ModelVerdict(summary))
  }

  /// How many checks against published figures hold.
  private mutating func addChecks() {
    guard let checks = summary.checks else { return }
    let sentence = CheckText.sentence(checks, in: "the plan without goals")
    add("\(sentence) (\(CheckText.command)).", checks.held < checks.judged ? .bad : .plain)
  }

  /// The parameters that were not set from outside the model, at the end.
  private mutating func addDefaults() {
    guard let text = summary.defaultsText else { return }
    addBlank()
    add(text)
  }

  private mutating func addCost() {
    guard let cost = summary.cost else { return }
    var text = "Total cost of all regions together \(NumberText.amount(cost))"
    if let base = summary.withoutGoals?.cost {
      let more = ofCost(cost, without: base).difference
      let share = base > 0 ? " (\(NumberText.change(abs(more) / base)))" : ""
      text +=
        more == 0
        ? ", the same as that of the plan without goals"
        : ": \(NumberText.amount(abs(more)))\(share) \(more > 0 ? "more" : "less") than the plan without "
          + "goals (\(NumberText.amount(base)))"
    } else if let other = summary.withoutGoals {
      text += "; without goals: \(other.status)"
    }
    add(text + ".")
    let parts = CostCategory.allCases.compactMap { category -> String? in
      guard let part = summary.categories[category], !isSmall(part) else { return nil }
      return "\(category.words) \(NumberText.amount(part))"
    }
    // Beside a plan without goals a table shows them.
    let isCompared = summary.withoutGoals?.categories != nil
    if !parts.isEmpty, !isCompared { add("By category: \(parts.joined(separator: ", ")).") }
    if let other = summary.withoutGoals, other.cost != nil { add(Legend.withoutGoals(other)) }
    addObjective(beyond: cost)
    addValueOfInformation(cost)
  }

  /// Penalties and risk, which the objective adds to the cost.
  private mutating func addObjective(beyond cost: Double) {
    guard let objective = summary.objective,
      summary.stages.last == ObjectiveStage.QuantityName.cost.rawValue,
      objective - cost > 1e-9 * abs(objective)
    else { return }
    let what =
      summary.includesRisk
      ? "losses from disruptions (and penalties, if any)" : "penalties for missed goals"
    add(
      "The objective also counts \(NumberText.amount(objective - cost)) for \(what): "
        + "\(NumberText.amount(objective)) together.")
  }

  /// The values of perfect information and of the stochastic solution of a model with `risk`.
  private mutating func addValueOfInformation(_ cost: Double) {
    guard let risk = summary.risk else { return }
    let (information, solution) = (risk.perfectInformation, risk.stochasticSolution)
    // Rounding errors are shown as 0.
    let amount = { (value: Double) in NumberText.amount(value > 1e-7 * abs(cost) ? value : 0) }
    add(
      "Value of perfect information: \(amount(information)), the gain if the disruption were known in "
        + "advance. Value of the stochastic solution: \(amount(solution)), the gain of planning for every "
        + "disruption instead of their mean.")
  }
}
