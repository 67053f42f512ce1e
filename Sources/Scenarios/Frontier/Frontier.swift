public import LinearProgramming

/// A model solved over a parameter.
public struct Frontier: Sendable {
  /// The answer at one value of the parameter.
  public struct Step: Sendable {
    public var value: Double
    /// The value as set in the model.
    public var text: String
    public var termination: Termination
    /// The optimum; nil where there is no plan.
    public var objective: Double?
    /// Of the goals whose targets the parameter moves, what is achieved where the target is tightest.
    public var achieved: Double?
    /// d(objective)/d(parameter) by those goals' shadow prices; of a MIP with the integers fixed.
    public var shadowPrice: Double?
    /// Whether one of those goals is kept by serving less: it binds, or holds as a share of nothing, while its
    /// commodity goes unserved.
    public var isUnderserved = false
    /// Whether branch and cut found no plan, but to prove that takes too many branches.
    public var isUnproven = false

    public var isFeasible: Bool { objective != nil }
  }

  public var range: ParameterRange
  /// In the order of the range.
  public var steps: [Step]
  /// The tightest value that is still feasible, to 1e-4 of the range; nil where no step is feasible.
  public var tightest: Double?
  /// Whether every value of the range is feasible, as far as the steps show.
  public var isFeasibleThroughout: Bool { steps.allSatisfy(\.isFeasible) }
  public var isMixedInteger = false
  /// Whether some value, or one tried between two of them, is infeasible without proof.
  public var isUnproven = false
  /// Goals that ask for nothing, in words.
  public var warnings: [String] = []
  /// What a shadow price is given for: 0.01 of a share, else 1.
  public var step: Double { range.isPercent ? 0.01 : 1 }

  /// Place of the loosest step: the feasible end that costs less, or the cheapest feasible step.
  public var loosest: Int? { Self.loosest(of: steps) }

  static func loosest(of steps: [Step]) -> Int? {
    let ends = [0, steps.count - 1].filter { steps[$0].isFeasible }
    let candidates = ends.isEmpty ? steps.indices.filter { steps[$0].isFeasible } : ends
    return candidates.min { (steps[$0].objective ?? 0) < (steps[$1].objective ?? 0) }
  }

  /// Change of a step's objective against the loosest one.
  public func change(at place: Int) -> Double? {
    guard let loosest, let base = steps[loosest].objective, let objective = steps[place].objective
    else { return nil }
    return objective - base
  }
}
