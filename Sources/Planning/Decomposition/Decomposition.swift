import LinearProgramming
import Sourcing

/// Whether the stress windows of `resilience` and `risk` are solved inside the planning LP or apart from
/// it, brought in by cuts. The optimum is the same.
public enum Decomposition: Sendable {
  /// Whichever is likely to be faster.
  case automatic
  case always
  case never

  /// Whether plans are decomposed: always, never, or from the number of windows on from which that pays, as
  /// the solver tells.
  func applies(to instance: Instance, _ model: Model, with tuning: SolverTuning) -> Bool {
    let windows = Self.windowCount(instance, model)
    switch self {
    case .automatic: return windows >= tuning.blocksWorthDecomposing
    case .always: return windows > 0
    case .never: return false
    }
  }

  /// Stress windows of a model: one for each disruption and period of `risk`, and for each disruption,
  /// period, region of `each` and commodity of a list of a goal.
  static func windowCount(_ instance: Instance, _ model: Model) -> Int {
    let goals = model.goals.reduce(0) { sum, goal in
      sum + goal.kind.disruptions.count * goal.subjects(in: instance).count
        * goal.commodities.count * goal.periods.count
    }
    guard let risk = model.risk else { return goals }
    let likely = risk.against.filter { instance.disruptions[$0].probability ?? 0 > 0 }
    return goals + likely.count * risk.periods.count
  }
}
