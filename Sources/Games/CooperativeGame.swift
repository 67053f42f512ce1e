/// A cooperative game with transferable utility: members N = {0, …, n − 1} and a value v(S) for each coalition S ⊆ N,
/// with v(∅) = 0. Values and amounts have one unit, usually money.
///
/// In a savings game v(S) is what the members of S save by acting together, and a split x gives member i the amount
/// x_i. In a cost game c(S) is what it costs to serve S alone, and member i pays x_i. All definitions for a cost game are
/// those of the savings game v = −c, written with c: the core needs x(S) ≤ c(S), an imputation needs x_i ≤ c({i}), and
/// each split of c is minus the split of −c. x(S) is Σ_{i ∈ S} x_i.
///
/// Source: H. Moulin, *Axioms of Cooperative Decision Making* (1988), chapters 4 and 5.
public struct CooperativeGame: Sendable, Equatable {
  /// Whether values are savings, of which members prefer more, or costs, of which they prefer less.
  public enum Kind: String, Sendable { case savings, cost }

  /// The largest number of members: all 2ⁿ values are in memory.
  public static let memberLimit = 16

  /// Names of the members; member i is bit i of a coalition's mask.
  public let members: [String]
  /// v(S) or c(S) by mask: 2ⁿ values, of which the first, v(∅), is 0.
  public let values: [Double]
  /// Whether the values are savings or costs.
  public let kind: Kind
  /// Differences up to this amount count as 0, because values from a solver are not exact. In the unit of the values.
  public let tolerance: Double

  /// - Parameters:
  ///   - members: 1 to ``memberLimit`` names, all different.
  ///   - values: v(S) by mask, 2ⁿ finite numbers.
  ///   - kind: whether they are savings or costs.
  ///   - tolerance: in the unit of the values; nil means 1e-9 times the largest absolute value.
  /// - Throws: ``GameError`` if the values are not a game.
  public init(
    members: [String], values: [Double], kind: Kind = .savings, tolerance: Double? = nil
  ) throws(GameError) {
    guard (1...Self.memberLimit).contains(members.count) else {
      throw .memberCount(members.count)
    }
    guard Set(members).count == members.count else { throw .repeatedMember }
    guard values.count == 1 << members.count else {
      throw .valueCount(found: values.count, needed: 1 << members.count)
    }
    guard values[0] == 0 else { throw .valueOfNobody(values[0]) }
    guard values.allSatisfy(\.isFinite) else { throw .valueNotFinite }
    self.members = members
    self.values = values
    self.kind = kind
    self.tolerance = tolerance ?? 1e-9 * values.reduce(0) { max($0, abs($1)) }
  }

  /// n, the number of members.
  public var memberCount: Int { members.count }
  /// v(N) or c(N), the amount to split.
  public var total: Double { values[values.count - 1] }

  /// v(S) or c(S).
  public subscript(coalition: Coalition) -> Double { values[coalition.mask] }

  /// v({i}) or c({i}) of each member.
  public var standAlone: [Double] { members.indices.map { values[1 << $0] } }

  /// What the cooperation of all is worth: v(N) − Σ_i v({i}) or Σ_i c({i}) − c(N).
  public var surplus: Double { sign * (total - standAlone.reduce(0, +)) }

  /// Whether an imputation exists: a split with x(N) = v(N) and x_i ≥ v({i}). True if ``surplus`` is at least 0.
  public var hasImputation: Bool { surplus >= -tolerance }

  /// 1 for savings, −1 for costs.
  var sign: Double { kind == .cost ? -1 : 1 }

  /// The names of the members of a coalition, joined by `;`.
  public func name(of coalition: Coalition) -> String {
    coalition.members.map { members[$0] }.joined(separator: ";")
  }
}

/// Why values are not a game, or why a split could not be found.
public enum GameError: Error, Sendable, Hashable {
  /// No member, or more than ``CooperativeGame/memberLimit``.
  case memberCount(Int)
  /// Two members with one name.
  case repeatedMember
  /// Not 2ⁿ values.
  case valueCount(found: Int, needed: Int)
  /// v(∅) that is not 0.
  case valueOfNobody(Double)
  /// A value that is infinite or not a number.
  case valueNotFinite
  /// Weights that are not one for each member, finite, 0 or more, and not all 0.
  case weights
  /// The dual values of a linear program of the nucleolus show no new coalition that is tight in every optimum.
  case noTightCoalition
}

extension GameError: CustomStringConvertible {
  /// What is wrong and what would be right, in one sentence.
  public var description: String {
    switch self {
    case .memberCount(let count):
      "the game has \(count) members; it must have 1 to \(CooperativeGame.memberLimit)"
    case .repeatedMember: "two members have the same name; every name must be its own"
    case .valueCount(let found, let needed):
      "the game has \(found) values; \(needed) are needed, one a coalition"
    case .valueOfNobody(let value): "the empty coalition has the value \(value), not 0"
    case .valueNotFinite: "a coalition's value is not finite"
    case .weights:
      "the weights must be one a member, finite and 0 or more, and at least one above 0"
    case .noTightCoalition:
      "the nucleolus was not found: the duals name no coalition that is tight in every optimum; values of "
        + "very different sizes are the usual cause"
    }
  }
}
