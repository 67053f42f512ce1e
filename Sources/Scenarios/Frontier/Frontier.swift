public import LinearProgramming

/// The least cost of a model for each value of a parameter.
public struct Frontier: Sendable {
  /// The result for one value of the parameter.
  public struct Step: Sendable {
    /// The value of the parameter.
    public var value: Double
    /// The value as text, as it is set in the model.
    public var text: String
    /// How the solve ended.
    public var termination: Termination
    /// The optimum of the last stage of the objective; nil if there is no plan. If that stage is cost, it is the
    /// discounted cost of all regions with penalties and the cost of risk.
    public var objective: Double?
    /// Home's bill, discounted (`Bills`); nil if there is no plan.
    public var homeBill: Double?
    /// What the plan achieves of the goal with the least slack, among the goals whose targets the parameter
    /// changes; in the goal's unit. nil without such a goal.
    public var achieved: Double?
    /// d(objective)/d(parameter), the sum of shadow price × d(target)/d(parameter) over the goals whose targets the
    /// parameter changes. Of a mixed-integer program it holds with the integers fixed. nil without such a goal.
    public var shadowPrice: Double?
    /// Whether one of these goals is met by serving less: it binds, or holds as a share of nothing, while demand
    /// for its commodity is not served.
    public var isUnderserved = false
    /// Whether branch and cut found no plan, but the proof that there is none takes too many branches.
    public var isUnproven = false

    /// Whether there is a plan.
    public var isFeasible: Bool { objective != nil }
  }

  /// The parameter and its values.
  public var range: ParameterRange
  /// One step for each value, in the order of the range.
  public var steps: [Step]
  /// The tightest value that is feasible, to 1e-4 of the width of the range; nil if no step is feasible.
  public var tightest: Double?
  /// Whether every step is feasible.
  public var isFeasibleThroughout: Bool { steps.allSatisfy(\.isFeasible) }
  /// Whether one of the programs is a mixed-integer program.
  public var isMixedInteger = false
  /// Whether a value of a step, or a value tried by bisection, is infeasible without proof.
  public var isUnproven = false
  /// Warnings about goals that have no effect on any plan, one sentence each.
  public var warnings: [String] = []
  /// Whether the targets of the goals are looser at the first value of the range than at the last one; nil if no
  /// target changes, or if some become looser and others tighter.
  public var startsLoose: Bool?
  /// The change of the parameter for which reports show a shadow price: 0.01 for a percentage, else 1.
  public var step: Double { range.isPercent ? 0.01 : 1 }

  /// The position of the loosest step. If both ends of the range are feasible, it is the end with the looser targets
  /// (``startsLoose``), or, if targets do not show which, the end with the smaller objective. Else it is the feasible
  /// end, or the feasible step with the least objective if neither end is feasible. nil if no step is feasible.
  public var loosest: Int? {
    let ends = [0, steps.count - 1].filter { steps[$0].isFeasible }
    // The last of several objectives can fall where targets become tighter.
    if ends.count == 2, let startsLoose { return ends[startsLoose ? 0 : 1] }
    let candidates = ends.isEmpty ? steps.indices.filter { steps[$0].isFeasible } : ends
    return candidates.min { (steps[$0].objective ?? 0) < (steps[$1].objective ?? 0) }
  }

  /// The objective of a step minus that of the loosest step; nil if one of them is missing.
  public func change(at place: Int) -> Double? { change(of: \.objective, at: place) }

  /// Home's bill at a step minus that at the loosest step, discounted; nil if one of them is missing.
  public func changeOfHomeBill(at place: Int) -> Double? { change(of: \.homeBill, at: place) }

  private func change(of figure: KeyPath<Step, Double?>, at place: Int) -> Double? {
    guard let loosest, let base = steps[loosest][keyPath: figure],
      let value = steps[place][keyPath: figure]
    else { return nil }
    return value - base
  }
}
