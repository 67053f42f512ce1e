public import Sourcing

/// What a reader must know before trusting that a goal is met: that it asks for nothing, or is met by serving
/// less. One sentence each, without its full stop.
public enum GoalWarnings {
  /// Both, for a plan whose goals stand so.
  public static func all(of outcomes: [GoalOutcome], in instance: Instance, _ model: Model)
    -> [String]
  {
    idle(in: model) + servingLess(outcomes, in: instance, model)
  }

  /// Goals of a model that ask for nothing of any plan.
  public static func idle(in model: Model) -> [String] { model.goals.compactMap(idle) }

  /// Why a goal asks for nothing; nil where it holds somewhere.
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

  /// Goals that are met, or said to be, while the goods they are about go unserved.
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
  /// As ``GoalWarnings/all(of:in:_:)``.
  public var goalWarnings: [String] { GoalWarnings.all(of: goals, in: instance, model) }
}

/// Period labels in few words: `2025`, `2025, 2026`, or `2025 … 2030, 6 periods`.
package func periodRange(_ labels: [String]) -> String {
  guard labels.count > 3, let first = labels.first, let last = labels.last else {
    return labels.joined(separator: ", ")
  }
  return "\(first) … \(last), \(labels.count) periods"
}
