import Analysis
import Formulation
public import Foundation
import LinearProgramming
import Planning
public import Scenarios
public import Sourcing

/// An explanation as text, as one table, and as JSON.
public struct ExplanationReport: Sendable {
  let explanation: Explanation
  let instance: Instance
  let model: Model

  /// - Parameters:
  ///   - instance: the instance of the explanation.
  ///   - model: its model.
  public init(_ explanation: Explanation, of instance: Instance, _ model: Model) {
    self.explanation = explanation
    self.instance = instance
    self.model = model
  }

  /// Lines for a terminal.
  ///
  /// - Parameter width: the most columns of a line.
  public func lines(width: Int = 100) -> [String] {
    var lines: [String]
    switch explanation.finding {
    case .feasible(let result, let accounts): lines = feasibleLines(result, accounts, width)
    case .infeasible(let conflict, let advice): lines = infeasibleLines(conflict, advice, width)
    case .unknown: lines = ["The time limit came before it was known whether a plan exists."]
    }
    if explanation.isUnproven { lines += [""] + wrapped(UnprovenText.sentence, width: width) }
    if let failure = explanation.failure {
      lines += [""]
      lines += wrapped(
        "Not everything was worked out, for the solver failed: \(failure.firstLine)", width: width)
    } else if !explanation.isComplete {
      lines += ["", "The time limit came before everything was worked out; --time-limit sets it."]
    }
    return lines
  }

  /// The explanation as `explain --format csv` prints it: the goals of a feasible model, or what conflicts and what
  /// targets would make a plan possible.
  public var table: ReportTable {
    switch explanation.finding {
    case .feasible(let result, let accounts): goalTable(result, accounts)
    case .infeasible(let conflict, let advice): diagnosisTable(conflict, advice)
    case .unknown: ReportTable(.conflictExplanation)
    }
  }

  /// The explanation as `explain --format json` prints it.
  ///
  /// - Throws: `EncodingError`.
  public func json() throws -> Data { try ExplanationJSON(self).data() }

  // MARK: A feasible model

  private func feasibleLines(_ result: PlanningResult, _ accounts: [GoalAccount], _ width: Int)
    -> [String]
  {
    let cost = NumberText.amount(result.objective)
    let plan = "\(cost) \(instance.currency)\(costNote(result))"
    var lines = ["The model is feasible. Its plan costs \(plan)."]
    guard !accounts.isEmpty else { return lines + ["It has no goals."] }
    for warning in warnings(result) { lines += wrapped("Warning: \(warning).", width: width) }
    guard accounts.contains(where: { !$0.standings.isEmpty }) else { return lines }
    var grid = TextGrid(["goal", "target", "achieved", "slack", "shadow price", "saved without it"])
    for account in accounts {
      for standing in account.standings {
        guard let worst = standing.worst else { continue }
        let saved = account.objectiveWithout.map { NumberText.amount(result.objective - $0) }
        grid.add([
          standing.title, standing.bound(worst.target), standing.text(worst.achieved),
          worst.isBinding ? "binds" : standing.text(worst.slack),
          standing.pathPrice.map(NumberText.amount) ?? "-",
          saved ?? "-",
        ])
      }
    }
    lines += [""] + grid.lines(width: width) + [""]
    lines += wrapped(
      "Shadow price: what the plan's cost changes by when the target rises by one percentage point (a "
        + "share or index), one day, or one unit of money"
        + (result.program.program.isMixedInteger ? ", with the integers fixed" : "")
        + ". Slack and achieved are those of the place where the goal is tightest.",
      width: width)
    return lines
  }

  /// Warnings for the goals of the plan, a sentence each.
  func warnings(_ result: PlanningResult) -> [String] {
    GoalWarnings.all(of: result.goals, in: instance, model)
  }

  /// What the objective holds beyond the plan's cost.
  private func costNote(_ result: PlanningResult) -> String {
    guard model.isCostLast else { return " in the terms of its last objective" }
    let beyond = result.objective - result.cost
    guard beyond > 1e-9 * abs(result.objective) else { return "" }
    let parts = [
      model.goals.contains(where: \.isSoft) ? "penalties" : nil,
      model.risk == nil ? nil : "the risk of disruptions",
    ]
    return ", \(parts.compactMap(\.self).joined(separator: " and ")) included"
  }

  private func goalTable(_ result: PlanningResult, _ accounts: [GoalAccount]) -> ReportTable {
    var table = ReportTable(.goalExplanation)
    for account in accounts {
      for idle in GoalStanding.idle(in: model) where idle.name == account.name {
        table.add(
          .text(idle.name), .text(idle.kind), .text(model.goals[account.goal].of.id), .blank,
          .blank, .blank, idle.isEachMonth ? .text("true") : .blank,
          .text(idle.direction.rawValue), .blank, .blank, .blank, .text("false"), .blank,
          .text(result.program.program.isMixedInteger ? "true" : "false"),
          .number(result.objective),
          account.objectiveWithout.map { .number($0) } ?? .blank)
      }
      for outcome in account.outcomes {
        table.add(
          .text(account.name), .text(model.goals[account.goal].kind.name.rawValue),
          .text(outcome.subject.id), outcome.commodity.map { .text($0.id) } ?? .blank,
          outcome.period.map { .text(instance.horizon[$0].label) } ?? .blank,
          outcome.disruption.map { .text(instance.disruptions[$0].id) } ?? .blank,
          outcome.disruption.map { _ in .text(outcome.isEachMonth ? "true" : "false") } ?? .blank,
          .text(outcome.direction.rawValue), .number(outcome.target), .number(outcome.achieved),
          .number(outcome.slack), .text(outcome.isBinding ? "true" : "false"),
          outcome.shadowPrice(in: account.unit).map { .number($0) } ?? .blank,
          .text(result.program.program.isMixedInteger ? "true" : "false"),
          .number(result.objective), account.objectiveWithout.map { .number($0) } ?? .blank)
      }
    }
    return table
  }

  // MARK: An infeasible model

  private func infeasibleLines(_ conflict: Conflict?, _ advice: TargetRelaxation?, _ width: Int)
    -> [String]
  {
    var lines = ["No plan meets the model."]
    if let conflict {
      lines += [
        "",
        conflict.members.count == 1
          ? "This cannot hold at all, whatever the other goals and limits:"
          : "These cannot hold together, though any all but one of them can:",
      ]
      for text in conflict.texts(in: instance, model) {
        lines += wrapped("  - " + text, width: width, indent: "    ").map(indented)
      }
      if !conflict.isIrreducible { lines.append("  (not shown to be irreducible)") }
    }
    guard let advice else { return lines }
    if advice.joint.isEmpty {
      lines += ["", "No change of goal targets alone makes a plan possible."]
    } else {
      let total = NumberText.percent(advice.total ?? 0)
      lines += ["", "Least joint change of targets (\(total) in all):"]
      lines += changes(advice.joint.map { ($0, true) }, width)
    }
    if advice.alone.count > 1 || advice.joint.isEmpty, !advice.alone.isEmpty {
      lines += ["", "Least change of each target alone:"]
      lines += changes(advice.alone.map { ($0.change, $0.isEnough) }, width)
    }
    return lines
  }

  private func indented(_ line: String) -> String { line.hasPrefix(" ") ? line : "  " + line }

  private func changes(_ changes: [(TargetChange, isEnough: Bool)], _ width: Int) -> [String] {
    var grid = TextGrid(["goal", "target", "would have to be", "change"])
    for (change, isEnough) in changes {
      let word = change.direction == .atMost ? "<= " : ">= "
      let month = change.isEachMonth ? " (each month)" : ""
      let path = { (values: [Double]) in values.map { change.unit.text($0) }.joined(separator: "…")
      }
      grid.add([
        change.name + month, word + path(change.targets),
        isEnough ? word + path(change.suggested) : "no change is enough",
        isEnough ? NumberText.percent(change.relativeChange) : "-",
      ])
    }
    return grid.lines(width: width)
  }

  private func diagnosisTable(_ conflict: Conflict?, _ advice: TargetRelaxation?) -> ReportTable {
    var table = ReportTable(.conflictExplanation)
    for text in conflict?.texts(in: instance, model) ?? [] {
      table.add(
        .text("conflict"), .text(text), .blank, .blank, .blank, .blank, .blank, .blank,
        .blank)
    }
    let add = { (table: inout ReportTable, part: String, change: TargetChange, isEnough: Bool) in
      // Of a path the last value.
      table.add(
        .text(part), .text(change.name), .text(change.direction.rawValue),
        .text(change.isEachMonth ? "true" : "false"),
        change.targets.last.map { .number($0) } ?? .blank,
        isEnough ? change.suggested.last.map { .number($0) } ?? .blank : .blank,
        isEnough ? .number(change.change) : .blank,
        isEnough ? .number(change.relativeChange) : .blank, .text(isEnough ? "true" : "false"))
    }
    for change in advice?.joint ?? [] { add(&table, "joint", change, true) }
    for entry in advice?.alone ?? [] { add(&table, "alone", entry.change, entry.isEnough) }
    return table
  }
}

extension String {
  /// The text up to the first line end.
  package var firstLine: String { String(prefix { !$0.isNewline }) }
}

extension GoalStanding {
  /// The period in which the target is kept with the least to spare.
  fileprivate var worst: Entry? { entries.min { $0.slack < $1.slack } }

  /// Of the whole path: the sum over its periods; nil where none has a price.
  fileprivate var pathPrice: Double? {
    let prices = entries.compactMap(\.shadowPrice)
    return prices.isEmpty ? nil : prices.reduce(0, +)
  }
}
