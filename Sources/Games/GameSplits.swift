public import LinearProgramming

/// The splits of a game by several rules, with the coalitions that object to each.
public struct GameSplits: Sendable {
  /// A rule by which v(N) is split.
  public enum Rule: String, Sendable, CaseIterable { case shapley, proportional, nucleolus }

  /// The split by one rule.
  public struct Split: Sendable {
    /// The rule.
    public var rule: Rule
    /// x_i of each member, in the unit of the values; their sum is v(N).
    public var amounts: [Double]
    /// Whether the split is in the core.
    public var isInCore: Bool
    /// The coalitions that would get more on their own, the largest excess first.
    public var objections: [Objection]
  }

  /// The game that is split.
  public var game: CooperativeGame
  /// In the order of ``Rule``. There is no proportional split without weights, and no nucleolus without an imputation.
  public var splits: [Split]
  /// ε*, in the unit of the values; nil for a single member.
  public var leastCoreValue: Double?

  /// Whether no split is in the core.
  public var isCoreEmpty: Bool { game.isCoreEmpty(leastCoreValue: leastCoreValue) }

  /// The split by a rule; nil if there is none.
  public subscript(rule: Rule) -> Split? { splits.first { $0.rule == rule } }
}

extension CooperativeGame {
  /// All splits of the game: Shapley value, split in proportion to weights, nucleolus; and the value of the least core.
  ///
  /// - Parameters:
  ///   - weights: one for each member, in any unit; nil leaves the proportional split out.
  ///   - solver: solves the programs of the nucleolus and the least core.
  ///   - options: time limit and other options of each solve.
  /// - Throws: ``GameError/weights``, and what ``nucleolus(using:options:)`` throws.
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
