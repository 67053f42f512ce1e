public import Foundation
public import Games

/// What `split --format json` prints: the figures of the game, and every split with all coalitions that would do
/// better alone.
public struct SplitSummary: Codable, Sendable {
  /// A coalition that would do better alone.
  public struct Objection: Codable, Sendable {
    /// Names of its members.
    public var coalition: [String]
    /// What it would gain alone.
    public var excess: Double

    package enum CodingKeys: String, CodingKey, CaseIterable { case coalition, excess }
  }

  /// One split.
  public struct Split: Codable, Sendable {
    /// By member.
    public var amounts: [String: Double]
    /// Whether it is in the core.
    public var inCore: Bool
    /// Coalitions that would do better alone, the one that gains most first.
    public var objections: [Objection]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case amounts
      case inCore = "in_core"
      case objections
    }
  }

  /// `savings` or `cost`.
  public var kind: String
  /// Names of the members.
  public var members: [String]
  /// v(N): what all members save, or pay, together.
  public var total: Double
  /// v({i}) by member: what it saves, or pays, alone.
  public var alone: [String: Double]
  /// `CooperativeGame.surplus`: what cooperation of all is worth.
  public var surplus: Double
  /// Whether some split gives every member at least what it has alone.
  public var hasImputation: Bool
  /// Whether the core is empty.
  public var coreIsEmpty: Bool
  /// The largest gain by leaving under the split where that is least; nil for one member.
  @Nullable public var leastCoreValue: Double?
  /// The Shapley value.
  @Nullable public var shapley: Split?
  /// The split in proportion to weights; nil without weights.
  @Nullable public var proportional: Split?
  /// The nucleolus; nil if no imputation exists.
  @Nullable public var nucleolus: Split?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case kind, members, total, alone, surplus
    case hasImputation = "has_imputation"
    case coreIsEmpty = "core_is_empty"
    case leastCoreValue = "least_core_value"
    case shapley, proportional, nucleolus
  }

  /// Takes the figures over from splits.
  public init(_ splits: GameSplits) {
    let game = splits.game
    let byMember = { (amounts: [Double]) in
      Dictionary(uniqueKeysWithValues: zip(game.members, amounts))
    }
    let split = { (rule: GameSplits.Rule) in
      splits[rule].map { split in
        Split(
          amounts: byMember(split.amounts), inCore: split.isInCore,
          objections: split.objections.map { objection in
            Objection(
              coalition: objection.coalition.members.map { game.members[$0] },
              excess: objection.excess)
          })
      }
    }
    kind = game.kind.rawValue
    members = game.members
    total = game.total
    alone = byMember(game.standAlone)
    surplus = game.surplus
    hasImputation = game.hasImputation
    coreIsEmpty = splits.isCoreEmpty
    leastCoreValue = splits.leastCoreValue
    shapley = split(.shapley)
    proportional = split(.proportional)
    nucleolus = split(.nucleolus)
  }

  /// The JSON text, keys sorted, a line feed at its end.
  public func json() throws -> Data { try sortedJSON(self) }
}
