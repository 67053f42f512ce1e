public import LinearProgramming

/// The splits of what there is to share, and whether each holds against every coalition.
public struct GameSplits: Sendable {
  public enum Rule: String, Sendable, CaseIterable { case shapley, proportional, nucleolus }

  public struct Split: Sendable {
    public var rule: Rule
    /// x_i, one a member; their sum is v(N).
    public var amounts: [Double]
    public var isInCore: Bool
    /// The coalitions that would do better alone, the largest excess first.
    public var objections: [Objection]
  }

  public var game: CooperativeGame
  /// In the order of ``Rule``: no proportional split without weights, no nucleolus where no imputation
  /// exists.
  public var splits: [Split]
  /// Nil for a single member.
  public var leastCoreValue: Double?

  public var isCoreEmpty: Bool { game.isCoreEmpty(leastCoreValue: leastCoreValue) }

  public subscript(rule: Rule) -> Split? { splits.first { $0.rule == rule } }
}

extension CooperativeGame {
  /// All splits of the game: Shapley value, in proportion to `weights` where there are some, nucleolus.
  ///
  /// - Throws: ``GameError/weights``; else as ``nucleolus(using:options:)``.
  public func splits(
    weights: [Double]? = nil, using solver: some Solver, options: SolveOptions = .standard
  ) throws -> GameSplits {
    var amounts: [(GameSplits.Rule, [Double])] = [(.shapley, shapleyValue())]
    if let weights { amounts.append((.proportional, try proportionalSplit(weights: weights))) }
    if let nucleolus = try nucleolus(using: solver, options: options) {
      amounts.append((.nucleolus, nucleolus))
    }
    let splits = amounts.map { rule, amounts in
      let objections = objections(to: amounts)
      return GameSplits.Split(
        rule: rule, amounts: amounts, isInCore: objections.isEmpty && splitsTotal(amounts),
        objections: objections)
    }
    return GameSplits(
      game: self, splits: splits,
      leastCoreValue: try leastCoreValue(using: solver, options: options))
  }
}
