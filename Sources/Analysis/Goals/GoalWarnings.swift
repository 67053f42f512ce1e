public import Sourcing

/// Warnings about goals that seem to be met: a goal that has no effect on any plan, that is against attacks where
/// nothing can be cut, or that is met because demand is not served. Each warning is one sentence without a full stop.
public enum GoalWarnings {
  /// Warnings of all kinds.
  ///
  /// - Parameters:
  ///   - outcomes: what a plan achieves of the goals.
  ///   - instance: the instance of the plan.
  ///   - model: the model of the plan.
  public static func all(of outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [String]
  {
    idle(in: model) + uncut(in: instance, model) + servingLess(outcomes, in: instance, model)
  }

  /// Warnings about the goals of a model that have no effect on any plan, and about `others_keep` without goals.
  public static func idle(in model: Model) -> [String] {
    let others =
      model.othersKeep > 0 && model.goals.isEmpty
      ? [
        "others_keep changes nothing: it limits what goals may take from others, "
          + "and the model has no goals"
      ]
      : []
    return model.goals.compactMap(idle) + others
  }

  /// Why a goal has no effect on any plan; nil if it has one.
  public static func idle(_ goal: Goal) -> String? {
    switch goal.idleness {
    case .noPeriod:
      "goal \(goal.name) applies to no period: history.csv has flows of its commodity in all of them; "
        + "set the periods with `by` or `in`, or plan with `history: ignore`"
    case .noTarget:
      "goal \(goal.name) applies to no period: no target is set for its periods"
    case .noCommodity:
      "goal \(goal.name) applies to no commodity: it names none"
    case .noDisruption:
      "goal \(goal.name) applies to no disruption: the instance has none"
    case nil: nil
    }
  }

  /// Warnings about the goals of a model that are against attacks where nothing can be cut.
  public static func uncut(in instance: Instance, _ model: Model) -> [String] {
    model.goals.compactMap { uncut($0, in: instance, model) }
  }

  /// Why a goal against attacks asks only for what holds without any cut: its adversary has no target. nil if it has
  /// one, may cut nothing, or the goal has no effect at all.
  ///
  /// - Parameters:
  ///   - goal: a goal of the model.
  ///   - instance: the instance.
  ///   - model: the model; its projects can be targets too.
  public static func uncut(_ goal: Goal, in instance: Instance, _ model: Model) -> String? {
    guard let budget = goal.kind.attackBudget, budget.cuts > 0, goal.idleness == nil,
      budget.targets(in: instance, projects: model.projects).isEmpty
    else { return nil }
    let kinds = AttackTarget.Kind.allCases.filter(budget.kinds.contains).map(\.rawValue)
    let place = budget.by.map { "in \($0.id), outside home" } ?? "outside home"
    return "goal \(goal.name) is only about the window without a cut: there is nothing to cut "
      + "(\(kinds.joined(separator: ", "))) \(place)"
  }

  /// Warnings about goals that are met and may be met only by serving less. Periods of one goal are put together.
  private static func servingLess(
    _ outcomes: [GoalOutcome], in instance: Instance, _ model: Model
  ) -> [String] {
    var found: [(name: String, how: String, whose: String, shares: [(String, Double)])] = []
    for outcome in outcomes where outcome.isMetByServingLess {
      guard let period = outcome.period, let goods = outcome.commodity else { continue }
      let name = outcome.title(in: instance, model)
      let how =
        outcome.isVacuous ? "met without any supply" : outcome.isBinding ? "binding" : "met"
      let isInput = instance.processes.contains { process in
        process.inputs.contains { goods.members.contains($0.commodity) }
      }
      let whose =
        "\(goods.id)\(isInput ? ", or of goods made from it," : "") in \(outcome.subject.id)"
      let share = (instance.horizon[period].label, outcome.unservedShare)
      if let place = found.firstIndex(where: { $0.name == name && $0.how == how }) {
        found[place].shares.append(share)
      } else {
        found.append((name, how, whose, [share]))
      }
    }
    return found.map { goal in
      let most = goal.shares.reduce(0) { max($0, $1.1) }
      let upTo = goal.shares.contains { $0.1 < most - 5e-4 } ? "up to " : ""
      let labels = periodRange(goal.shares.map(\.0).uniqued(by: \.self))
      return "goal \(goal.name) is \(goal.how) while \(upTo)\(percentage(most)) of the demand of "
        + "\(goal.whose) is not served (\(labels))"
    }
  }

  /// A share with one decimal; a small one is not written as 0.
  private static func percentage(_ share: Double) -> String {
    share < 0.0005 ? "less than 0.1%" : "\((1000 * share).rounded() / 10)%"
  }
}

extension PlanView {
  /// The warnings of ``GoalWarnings/all(of:in:_:)`` about this plan.
  public var goalWarnings: [String] { GoalWarnings.all(of: goals, in: instance, model) }
}

/// A short text for some period labels: `2025`, `2025, 2026`, or `2025 … 2030, 6 periods`.
package func periodRange(_ labels: [String]) -> String {
  guard labels.count > 3, let first = labels.first, let last = labels.last else {
    return labels.joined(separator: ", ")
  }
  return "\(first) … \(last), \(labels.count) periods"
}
