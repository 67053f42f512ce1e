public import Foundation
public import Games

/// What `split --format json` prints: the game's key figures, and every split with all objections.
public struct SplitSummary: Codable, Sendable {
  public struct Objection: Codable, Sendable {
    /// Names of its members.
    public var coalition: [String]
    /// What it would gain alone.
    public var excess: Double

    package enum CodingKeys: String, CodingKey, CaseIterable { case coalition, excess }
  }

  public struct Split: Codable, Sendable {
    /// By member.
    public var amounts: [String: Double]
    public var inCore: Bool
    public var objections: [Objection]

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case amounts
      case inCore = "in_core"
      case objections
    }
  }

  public var kind: String
  public var members: [String]
  public var total: Double
  public var alone: [String: Double]
  public var surplus: Double
  public var hasImputation: Bool
  public var coreIsEmpty: Bool
  @Nullable public var leastCoreValue: Double?
  @Nullable public var shapley: Split?
  @Nullable public var proportional: Split?
  @Nullable public var nucleolus: Split?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case kind, members, total, alone, surplus
    case hasImputation = "has_imputation"
    case coreIsEmpty = "core_is_empty"
    case leastCoreValue = "least_core_value"
    case shapley, proportional, nucleolus
  }

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
