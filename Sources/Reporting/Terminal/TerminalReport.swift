import Analysis
import Sourcing

/// The report of a plan for a terminal: whether the goals are met and when, what the plan costs, who supplies how
/// much, what is built and what binds. It is made from the summary alone, so that a stored plan gives the same report.
public struct TerminalReport: LinedReport, Sendable {
  /// How a line is shown in a terminal with colours.
  public enum Emphasis: Sendable { case plain, heading, good, bad }

  /// One line, without its end.
  public struct Line: Sendable {
    /// As it is printed.
    public var text: String
    /// How it is shown.
    public var emphasis: Emphasis
  }

  /// Its lines.
  public internal(set) var lines: [Line] = []
  let summary: Summary
  let width: Int

  /// - Parameter width: the most columns a line may take.
  public init(_ summary: Summary, width: Int = 100) {
    self.summary = summary
    self.width = width
    addTitle()
    addVerdict()
    addCost()
    for warning in summary.warnings { add("Warning: \(warning).", .bad) }
    addGoals()
    addSuppliers()
    addInvestments()
    addShortages()
    addBottlenecks()
  }

  func unit(_ commodity: String) -> String { summary.units[commodity] ?? "units" }

  private mutating func addTitle() {
    add(summary.instance.title.isEmpty ? summary.instance.name : summary.instance.title, .heading)
    add(summary.model.title.isEmpty ? summary.model.name : summary.model.title)
    if let text = summary.parameterText { add(text) }
    add("Money in \(summary.currency), discounted unless said otherwise.")
    addBlank()
  }

  /// Whether the goals are met, and by when.
  private mutating func addVerdict() {
    if summary.goals.isEmpty { add("The model states no goal: this is the \(planInWords).") }
    for goal in summary.goals {
      guard !goal.isIdle else {
        add("Goal that asks for nothing: \(goal.title); see the warning.", .bad)
        continue
      }
      guard !goal.missed.isEmpty else {
        let place = goal.periods.isEmpty ? "" : " \(when(goal.periods))"
        let unserved = goal.entries.filter(\.isMetByServingLess).compactMap(\.period)
        let how = unserved.isEmpty ? "" : ", but by serving less \(when(unserved))"
        add(
          "Goal met\(place)\(how): \(goal.title), \(goal.targetText).",
          unserved.isEmpty ? .good : .bad)
        continue
      }
      let missed = goal.missed.compactMap(\.period)
      let place = missed.isEmpty ? "" : " \(when(missed))"
      add(
        "Goal missed\(place): \(goal.title), \(goal.targetText); achieved \(goal.worstText).", .bad)
    }
  }

  /// What the plan is best at, where it is not bound by goals.
  private var planInWords: String {
    let risk = summary.includesRisk ? "cost and risk of disruptions" : "cost"
    let cost = ObjectiveStage.QuantityName.cost.rawValue
    let stages = summary.stages.map { $0 == cost ? risk : $0 }
    if stages == [cost] { return "cheapest plan" }
    let rest = stages.dropFirst().map { ", then of \($0)" }.joined()
    return "plan of least \(stages.first ?? risk)\(rest)"
  }

  /// Periods in words: `in every period`, `from 2025 on`, or those meant.
  private func when(_ periods: [String]) -> String {
    let all = summary.periods
    if periods == all { return "in every period" }
    if periods.count > 1, let first = periods.first, all.suffix(periods.count) == periods[...] {
      return "from \(first) on"
    }
    return "in \(periodRange(periods))"
  }

  private mutating func addCost() {
    guard let cost = summary.cost else { return }
    var text = "Total cost \(NumberText.amount(cost))"
    if let nothing = summary.withoutGoals?.cost {
      let more = cost - nothing
      let share = nothing > 0 ? " (\(NumberText.change(abs(more) / nothing)))" : ""
      text +=
        abs(more) <= 1e-9 * abs(cost)
        ? ", the same as doing nothing"
        : ", \(NumberText.amount(abs(more)))\(share) \(more > 0 ? "more" : "less") than doing nothing"
          + " (\(NumberText.amount(nothing)))"
    } else if let nothing = summary.withoutGoals {
      text += "; doing nothing: \(nothing.status)"
    }
    add(text + ".")
    let parts = CostCategory.allCases.compactMap { category -> String? in
      guard let part = summary.categories[category], abs(part) > 1e-9 * abs(cost) else {
        return nil
      }
      return "\(category.rawValue) \(NumberText.amount(part))"
    }
    if !parts.isEmpty { add("Of it: \(parts.joined(separator: ", ")).") }
    addObjective(beyond: cost)
    addValueOfInformation(cost)
  }

  /// Penalties and risk, which the plan weighs beside its cost.
  private mutating func addObjective(beyond cost: Double) {
    guard let objective = summary.objective,
      summary.stages.last == ObjectiveStage.QuantityName.cost.rawValue,
      objective - cost > 1e-9 * abs(objective)
    else { return }
    let what =
      summary.includesRisk
      ? "losses from disruptions (and penalties, if any)" : "penalties for missed goals"
    add(
      "The plan also weighs \(NumberText.amount(objective - cost)) for \(what): "
        + "\(NumberText.amount(objective)) in all.")
  }

  /// What foresight and planning for every disruption are worth, where the model weighs risk.
  private mutating func addValueOfInformation(_ cost: Double) {
    guard let risk = summary.risk else { return }
    let (information, solution) = (risk.perfectInformation, risk.stochasticSolution)
    // Round-off is no value.
    let amount = { (value: Double) in NumberText.amount(value > 1e-7 * abs(cost) ? value : 0) }
    add(
      "Knowing which disruption comes would be worth \(amount(information)) (value of perfect "
        + "information); planning for all of them rather than for their mean is worth "
        + "\(amount(solution)) (value of the stochastic solution).")
  }

  /// Every goal where it binds or is missed, else in its last period, with its shadow price.
  private mutating func addGoals() {
    guard !summary.goals.allSatisfy(\.isIdle) else { return }
    addHeading("Goals (shadow price: change of cost by a target one point, day or unit higher)")
    var grid = TextGrid(["goal", "period", "target", "achieved", "", "shadow price"], keyCount: 2)
    for goal in summary.goals {
      for entry in goal.notable {
        grid.add([
          goal.title, entry.period ?? "", goal.bound(entry.target), goal.text(entry.achieved),
          entry.remark,
          entry.shadowPrice.map(NumberText.amount) ?? "",
        ])
      }
    }
    add(grid)
  }
}
