/// What the regions outside home get for themselves in a plan without goals: the flows that `others_keep` protects.
///
/// `Planner` works it out from the plan without goals. A model that was read from a file has none.
public struct OthersTrade: Sendable, Equatable {
  /// h(j,k)·f[k,i,j,t], units a year: of each flow into a region outside home, the part that ends in final use or in
  /// stocks outside home. Flows of which nothing does are left out, and those that history fixes.
  public var amounts: [FlowKey: Double]

  /// The amounts of some flows, units a year.
  public init(amounts: [FlowKey: Double]) { self.amounts = amounts }
}

extension Model {
  /// The key and the parameter that every model takes.
  package static let othersKeepName = "others_keep"

  /// Whether its program depends on a plan without goals that is not known yet: `others_keep` is above 0 and there
  /// are goals.
  public var needsOthersTrade: Bool { othersKeep > 0 && !goals.isEmpty && othersTrade == nil }

  /// The same data, options and objective without goals, and without the parameters that only goals use.
  public var withoutGoals: Model {
    var model = self
    model.goals = []
    model.parametersTaken.removeAll(where: model.parametersOfGoals.contains)
    model.othersTrade = nil
    return model
  }

  /// The least flow that `others_keep` asks for: κ·h(j,k)·f in the plan without goals, units a year; 0 for most flows.
  package func keptByOthers(_ key: FlowKey) -> Double {
    guard othersKeep > 0, !goals.isEmpty, let amount = othersTrade?.amounts[key] else { return 0 }
    return othersKeep * amount
  }
}
