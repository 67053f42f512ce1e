/// A cooperative game with transferable utility (n, v): what every coalition of members can get, or
/// must pay, on its own.
///
/// Of a savings game v(S) is what the members of S save together; a member wants much. Of a cost game
/// c(S) is what it costs to serve S alone; a member wants to pay little. Every notion below is that of
/// the savings game v = −c, stated in the game's own values: the core of a cost game asks
/// x(S) ≤ c(S), an imputation x_i ≤ c({i}), and the splits of c are minus those of −c.
public struct CooperativeGame: Sendable, Equatable {
  public enum Kind: String, Sendable { case savings, cost }

  /// The most members for which all 2ⁿ coalitions are held.
  public static let memberLimit = 16

  /// Names of the members; member i is bit i of a coalition's mask.
  public let members: [String]
  /// v(S), or c(S), by mask; 2ⁿ values, the first 0.
  public let values: [Double]
  public let kind: Kind
  /// Differences up to this much count as none: values that a solver found are not exact.
  public let tolerance: Double

  /// - Parameter tolerance: in the unit of the values; nil is 1e-9 of the largest absolute value.
  /// - Throws: ``GameError`` where the values are not those of a game.
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

  public var memberCount: Int { members.count }
  /// v(N), or c(N): what there is to split.
  public var total: Double { values[values.count - 1] }

  public subscript(coalition: Coalition) -> Double { values[coalition.mask] }

  /// v({i}), or c({i}), a member.
  public var standAlone: [Double] { members.indices.map { values[1 << $0] } }

  /// What cooperation of all is worth: v(N) − Σ v({i}), or Σ c({i}) − c(N).
  public var surplus: Double { sign * (total - standAlone.reduce(0, +)) }

  /// Whether some split gives everyone at least what it has alone.
  public var hasImputation: Bool { surplus >= -tolerance }

  /// 1 where more is better for a member, −1 where less is.
  var sign: Double { kind == .cost ? -1 : 1 }

  /// Names of a coalition's members joined by `;`.
  public func name(of coalition: Coalition) -> String {
    coalition.members.map { members[$0] }.joined(separator: ";")
  }
}

/// Why values are no game, or a split of one cannot be told.
public enum GameError: Error, Sendable, Hashable {
  case memberCount(Int)
  case repeatedMember
  case valueCount(found: Int, needed: Int)
  /// v(∅), which must be 0.
  case valueOfNobody(Double)
  case valueNotFinite
  /// Weights that are not one a member, finite, 0 or more, and not all 0.
  case weights
  /// An optimum's duals name no coalition that is tight in every optimum, by which the nucleolus goes on.
  case noTightCoalition
}

extension GameError: CustomStringConvertible {
  /// What is wrong and what would be right.
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
