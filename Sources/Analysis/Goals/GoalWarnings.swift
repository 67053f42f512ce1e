public import Sourcing

/// Warnings about goals that seem to be met: a goal that has no effect on any plan, or that is met because
/// demand is not served. Each warning is one sentence without a full stop.
public enum GoalWarnings {
  /// Warnings of both kinds.
  ///
  /// - Parameters:
  ///   - outcomes: what a plan achieves of the goals.
  ///   - instance: the instance of the plan.
  ///   - model: the model of the plan.
  public static func all(of outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [String]
  {
    idle(in: model) + servingLess(outcomes, in: instance, model)
  }

  /// Warnings about the goals of a model that have no effect on any plan.
  public static func idle(in model: Model) -> [String] { model.goals.compactMap(idle) }

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

  /// Warnings about goals that bind, or hold as a share of nothing, while demand for their commodity is not
  /// served. Periods of one goal are put together.
  private static func servingLess(
    _ outcomes: [GoalOutcome], in instance: Instance, _ model: Model
  ) -> [String] {
    var periods: [String: [String]] = [:]
    var sentences: [String] = []
    for outcome in outcomes where outcome.isMetByServingLess {
      guard let period = outcome.period else { continue }
      let commodity = outcome.commodity.map { " of \($0.id)" } ?? ""
      let name = outcome.name(in: instance, model)
      let sentence =
        "goal \(name) is \(outcome.isVacuous ? "met without any supply" : "binding") while demand\(commodity) in "
        + "\(outcome.subject.id) is not fully served"
      if periods[sentence] == nil { sentences.append(sentence) }
      let label = instance.horizon[period].label
      if periods[sentence]?.last != label { periods[sentence, default: []].append(label) }
    }
    return sentences.map { "\($0) (\(periodRange(periods[$0] ?? [])))" }
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
