import LinearProgramming
import Sourcing

/// Whether the stress windows of `resilience` and `risk` are in the rows of the planning program or are programs of
/// their own, which cuts bring in. The optimum is the same.
public enum Decomposition: Sendable {
  /// The way that is likely to be faster.
  case automatic
  /// By cuts.
  case always
  /// As rows.
  case never

  /// Whether a plan is decomposed: always, never, or if it has at least as many windows as the solver's tuning
  /// says.
  func applies(to instance: Instance, _ model: Model, with tuning: SolverTuning) -> Bool {
    let windows = Self.windowCount(instance, model)
    switch self {
    case .automatic: return windows >= tuning.blocksWorthDecomposing
    case .always: return windows > 0
    case .never: return false
    }
  }

  /// The number of stress windows of a model: one for each disruption and period of `risk`, and for each
  /// disruption, period, region of `each` and commodity of each goal.
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
