package import Analysis
package import Sourcing

/// What a report says first of a plan: whether each goal is met, or that the model has no goal or none that limits
/// anything.
package struct ModelVerdict {
  /// On the goals, the most important first.
  package let sentences: [VerdictText.Sentence]
  /// What is said where no goal has a sentence; nil where one has.
  package let remark: String?

  /// - Parameters:
  ///   - goals: how the plan stands to all goals of the model, also to those without effect.
  ///   - periods: labels of all periods.
  ///   - stages: names of the quantities that the plan minimises, in this order.
  ///   - includesRisk: whether the cost includes the risk of disruptions.
  init(_ goals: [GoalStanding], periods: [String], stages: [String], includesRisk: Bool) {
    sentences = VerdictText(periods: periods).sentences(goals)
    let plan = Self.plan(stages, includesRisk: includesRisk)
    remark =
      goals.isEmpty
      ? "The model has no goal: this is the \(plan)."
      : sentences.isEmpty
        ? "No goal of the model limits anything, because every plan meets their targets: this is the \(plan)."
        : nil
  }

  /// The verdict on the plan of a summary.
  package init(_ summary: Summary) {
    self.init(
      summary.goals, periods: summary.periods, stages: summary.stages,
      includesRisk: summary.includesRisk)
  }

  /// The verdict on a plan that was just found.
  package init(_ goals: [GoalStanding], of instance: Instance, _ model: Model) {
    self.init(
      goals, periods: instance.horizon.periods.map(\.label),
      stages: model.objective.map(\.quantity.name.rawValue), includesRisk: model.risk != nil)
  }

  /// What the plan minimises, in words.
  private static func plan(_ quantities: [String], includesRisk: Bool) -> String {
    let risk = includesRisk ? "cost and risk of disruptions" : "cost"
    let cost = ObjectiveStage.QuantityName.cost.rawValue
    let stages = quantities.map { $0 == cost ? risk : $0 }
    if stages == [cost] { return "cheapest plan" }
    let rest = stages.dropFirst().map { ", then of \($0)" }.joined()
    return "plan of least \(stages.first ?? risk)\(rest)"
  }
}

extension CollectedReport {
  /// Adds all of a verdict.
  mutating func addVerdict(_ verdict: ModelVerdict) {
    if let remark = verdict.remark { add(remark) }
    for sentence in verdict.sentences { add(sentence.text, sentence.state == .met ? .good : .bad) }
  }
}
