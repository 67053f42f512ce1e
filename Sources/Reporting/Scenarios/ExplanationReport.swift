package import Analysis
import Formulation
public import Foundation
import LinearProgramming
package import Planning
public import Scenarios
public import Sourcing

/// An explanation as text, as one table, and as JSON.
public struct ExplanationReport: BlockReport {
  let explanation: Explanation
  let instance: Instance
  let model: Model

  /// The report on an explanation.
  ///
  /// - Parameters:
  ///   - explanation: the explanation.
  ///   - instance: the instance of the explanation.
  ///   - model: its model.
  public init(_ explanation: Explanation, of instance: Instance, _ model: Model) {
    self.explanation = explanation
    self.instance = instance
    self.model = model
  }

  /// What it says, from top to bottom.
  public var blocks: [ReportBlock] {
    var report = ReportDocument()
    if case .feasible = explanation.finding {
      report.addVerdict(ModelVerdict(standings, of: instance, model))
      report.addBlank()
    }
    addTitle(to: &report)
    switch explanation.finding {
    case .feasible(let result, let accounts): addPlan(result, accounts, to: &report)
    case .infeasible(let conflict, let advice): addDiagnosis(conflict, advice, to: &report)
    case .unknown:
      report.add("The time limit was reached before it was known whether a plan exists.", .bad)
    }
    addDoubts(to: &report)
    report.addNames(Names(instance))
    return report.blocks
  }

  /// What makes the answer less than asked for.
  private func addDoubts(to report: inout ReportDocument) {
    var doubts = explanation.isUnproven ? [UnprovenText.sentence] : []
    if let failure = explanation.failure {
      doubts.append(
        "The answer is incomplete, because the solver failed: \(failure.firstLine)")
    } else if !explanation.isComplete {
      doubts.append(
        "The answer is incomplete: the time limit was reached. --time-limit sets a longer one.")
    }
    for doubt in doubts {
      report.addBlank()
      report.add(doubt, .bad)
    }
  }

  /// How the plan stands to all goals; empty without a plan.
  package var standings: [GoalStanding] {
    guard case .feasible(let result, _) = explanation.finding else { return [] }
    return GoalStanding.all(of: result.goals, in: instance, model) + GoalStanding.idle(in: model)
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

  /// The titles of instance and model, and the parameters.
  private func addTitle(to report: inout ReportDocument) {
    report.add(instance.shownTitle, .heading)
    let texts: [String?] = [
      model.shownTitle, instance.assumptionText, model.parameterText(standings),
    ]
    for text in texts.compactMap(\.self) { report.add(text) }
    report.addBlank()
  }

  // MARK: A feasible model

  private func addPlan(
    _ result: PlanningResult, _ accounts: [GoalAccount], to report: inout ReportDocument
  ) {
    let cost = NumberText.amount(result.objective)
    report.add(
      "The model is feasible. Its plan has a total cost of \(cost)\(costNote(result)). "
        + Legend.money(instance.currency, "for all regions together, discounted"))
    for warning in warnings(result) { report.add("Warning: \(warning).", .bad) }
    guard accounts.contains(where: { $0.standings.contains(where: \.isLimiting) }) else {
      return
    }
    var grid = TextGrid([
      "goal", "target", "achieved", "slack", "shadow price", "saved if dropped",
    ])
    grid.breaksWideRows = true
    for account in accounts {
      let rows = account.standings.filter(\.isLimiting)
      // What is saved is of the whole goal, so only one of its rows has it: the first that binds.
      let place = rows.firstIndex { $0.worst?.isBinding == true } ?? 0
      let saved = account.objectiveWithout.map { NumberText.amount(result.objective - $0) } ?? "-"
      for (row, standing) in rows.enumerated() {
        guard let worst = standing.worst else { continue }
        grid.add([
          standing.title, standing.bound(worst.target), standing.text(worst.achieved),
          worst.isBinding ? "0 (binding)" : standing.text(worst.slack),
          standing.pathPrice.map(NumberText.amount) ?? "-", row == place ? saved : "",
        ])
      }
    }
    report.addBlank()
    report.add(grid)
    let rows = accounts.flatMap(\.standings).filter(\.isLimiting).compactMap { standing in
      standing.worst.map { (goal: standing, entry: $0) }
    }
    report.addLegend(legend(result, accounts) + WorstAttackText(rows).legend)
  }

  private func legend(_ result: PlanningResult, _ accounts: [GoalAccount]) -> [(
    term: String, meaning: String
  )] {
    let fixed = result.program.program.isMixedInteger ? ", with the integers fixed" : ""
    let hasSeveral = accounts.contains { $0.standings.count(where: \.isLimiting) > 1 }
    let place = hasSeveral ? "; it stands in the first of its rows that binds" : ""
    let units = Set(accounts.map(\.unit.stepInWords)).sorted().joined(separator: " or ")
    return [
      (
        "achieved, slack",
        "in the period in which the goal is tightest; slack: how far the target is from what is achieved"
      ),
      (
        "shadow price",
        "change of the total cost if the target rises by \(units) in all of its periods\(fixed)"
      ),
      (
        "saved if dropped",
        "how much the total cost falls if the whole goal, with all its rows, is left out" + place
      ),
    ]
  }

  /// Warnings about the plan's goals.
  package func warnings(_ result: PlanningResult) -> [String] {
    GoalWarnings.all(of: result.goals, in: instance, model)
  }

  /// What the objective holds besides the plan's cost.
  package func costNote(_ result: PlanningResult) -> String {
    guard model.isCostLast else { return " (in the unit of the last stage of its objective)" }
    let beyond = result.objective - result.cost
    guard beyond > 1e-9 * abs(result.objective) else { return "" }
    let parts = [
      model.goals.contains(where: \.isSoft) ? "penalties" : nil,
      model.risk == nil ? nil : "the risk of disruptions",
    ]
    return " (with \(parts.compactMap(\.self).joined(separator: " and ")))"
  }

  private func goalTable(_ result: PlanningResult, _ accounts: [GoalAccount]) -> ReportTable {
    var table = ReportTable(.goalExplanation)
    for account in accounts {
      let saved = account.objectiveWithout.map { result.objective - $0 }
      for idle in GoalStanding.idle(in: model) where idle.name == account.name {
        table.add(
          .text(idle.name), .text(idle.kind), of(account), .blank,
          .blank, .blank, idle.isEachMonth ? .text("true") : .blank,
          .text(idle.direction.rawValue), .blank, .blank, .blank, .text("false"), .blank,
          .text(result.program.program.isMixedInteger ? "true" : "false"),
          .number(result.objective), .number(ifAny: account.objectiveWithout),
          .number(ifAny: saved))
      }
      for outcome in account.outcomes {
        table.add(
          .text(account.name), .text(model.goals[account.goal].kind.name.rawValue),
          outcome.commodity.map { _ in .text(outcome.subject.id) } ?? .blank,
          outcome.commodity.map { .text($0.id) } ?? .blank,
          outcome.period.map { .text(instance.horizon[$0].label) } ?? .blank,
          outcome.threat.map { .text($0.name(in: instance)) } ?? .blank,
          model.goals[account.goal].kind.name == .resilience
            ? .text(outcome.isEachMonth ? "true" : "false") : .blank,
          .text(outcome.direction.rawValue), .number(outcome.target), .number(outcome.achieved),
          .number(outcome.slack), .text(outcome.isBinding ? "true" : "false"),
          outcome.shadowPrice(in: account.unit).map { .number($0) } ?? .blank,
          .text(result.program.program.isMixedInteger ? "true" : "false"),
          .number(result.objective), .number(ifAny: account.objectiveWithout),
          .number(ifAny: saved))
      }
    }
    return table
  }

  /// The regions of a goal; blank if it is about money.
  private func of(_ account: GoalAccount) -> ReportTable.Cell {
    let goal = model.goals[account.goal]
    return goal.commodities.isEmpty ? .blank : .text(goal.of.id)
  }
}

extension String {
  /// The text up to the first line end.
  package var firstLine: String { String(prefix { !$0.isNewline }) }
}

extension GoalStanding {
  /// The period with the least slack.
  fileprivate var worst: Entry? { entries.min { $0.slack < $1.slack } }

  /// The sum over all periods; nil if none has a price.
  fileprivate var pathPrice: Double? {
    let prices = entries.compactMap(\.shadowPrice)
    return prices.isEmpty ? nil : prices.reduce(0, +)
  }
}
