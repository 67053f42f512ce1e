import Analysis
import Sourcing

extension TerminalReport {
  /// Every goal in the periods in which it is binding, missed or met with shortages, else in its last one, with shadow
  /// prices. Of many rows the most important ones.
  mutating func addGoals() {
    let goals = summary.goals.filter(\.isLimiting)
    guard !goals.isEmpty else { return }
    addHeading("Goals")
    var grid = TextGrid(["goal", "period", "target", "achieved", "", "shadow price"], keyCount: 2)
    let rows = GoalRow.mostImportant(GoalRow.notable(goals), limit: Self.mostGoalRows)
    for row in rows {
      grid.add([
        row.goal.title, row.entry.period ?? "", row.goal.bound(row.entry.target),
        row.goal.text(row.entry.achieved), row.entry.remark,
        row.entry.shadowPrice.map(NumberText.amount) ?? "",
      ])
    }
    add(grid)
    addRest(goals.flatMap(\.notable).count - rows.count, in: "goals.csv")
    let units = Set(goals.map(\.unit.stepInWords)).sorted().joined(separator: " or ")
    addLegend(
      serviceMeaning(goals) + WorstAttackText(rows.map { ($0.goal, $0.entry) }).legend + [
        (
          "shadow price",
          "change of the total cost if the target of that row alone rises by \(units)"
        )
      ])
  }

  private static let mostGoalRows = 15

  /// Which service level a goal speaks of.
  private func serviceMeaning(_ goals: [GoalStanding]) -> [(term: String, meaning: String)] {
    let kinds = Set(goals.map(\.kind))
    var entries: [(term: String, meaning: String)] = []
    if kinds.contains(Goal.KindName.service.rawValue) {
      entries.append(
        (
          "achieved of a service goal",
          "share of demand that the plan serves, without any disruption"
        ))
    }
    let inDisruptions = goals.filter { $0.cuts == nil }
    if inDisruptions.contains(where: { $0.kind == Goal.KindName.resilience.rawValue }) {
      entries.append(
        (
          "achieved of a resilience goal",
          "largest share of demand that can be served in the disruption, if the region of the goal is served before all "
            + "others (`stress` shows it as \"if first\"; its column \"service\" is smaller where others are "
            + "served first)"
        ))
    }
    return entries
  }
}

/// A row of the table of goals.
struct GoalRow {
  let goal: GoalStanding
  let entry: GoalStanding.Entry

  /// The notable rows of some goals. Of the goals of a kind that has more than ``VerdictText/mostNamed`` only those
  /// that bind, are missed or are met with shortages; if none is, the one with the least slack.
  static func notable(_ goals: [GoalStanding]) -> [GoalRow] {
    let byKind = Dictionary(grouping: goals, by: \.kind)
    let tightest = byKind.compactMapValues { rows(of: $0).max { $0.weight < $1.weight }?.title }
    return goals.flatMap { goal -> [GoalRow] in
      let ofKind = byKind[goal.kind] ?? []
      guard Set(ofKind.map(\.title)).count > VerdictText.mostNamed else { return rows(of: [goal]) }
      let remarkable = rows(of: [goal]).filter { !$0.entry.remark.isEmpty }
      let isAlone = rows(of: ofKind).allSatisfy(\.entry.remark.isEmpty)
      return isAlone && tightest[goal.kind] == goal.title ? rows(of: [goal]) : remarkable
    }
  }

  private var title: String { goal.title }

  private static func rows(of goals: [GoalStanding]) -> [GoalRow] {
    goals.flatMap { goal in goal.notable.map { GoalRow(goal: goal, entry: $0) } }
  }

  /// The rows that matter most, in their order: missed, met with shortages, binding with the largest shadow prices,
  /// then those with the least slack.
  static func mostImportant(_ rows: [GoalRow], limit: Int) -> [GoalRow] {
    guard rows.count > limit else { return rows }
    let order = rows.indices.sorted { a, b in
      let (first, second) = (rows[a].weight, rows[b].weight)
      return first == second ? a < b : first > second
    }
    return order.prefix(limit).sorted().map { rows[$0] }
  }

  /// The larger, the more important.
  private var weight: (Int, Double) {
    if entry.isMissed { return (3, -entry.slack) }
    if entry.isMetByServingLess { return (2, entry.unservedShare ?? 0) }
    return entry.isBinding ? (1, abs(entry.shadowPrice ?? 0)) : (0, -entry.slack)
  }
}
