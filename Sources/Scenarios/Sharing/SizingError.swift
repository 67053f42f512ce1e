/// Why stockpiles cannot be sized, or their cost cannot be split.
public enum SizingError: Error, Sendable, Hashable {
  /// No region of the bloc `members` has a stockpile.
  case noStockpiles(members: String)
  /// The number of members is 0 or above ``StockpileSizing/memberLimit``.
  case memberCount(Int)
  /// Without sharing not every member reaches the service level `asked`; `largest` is the largest level that all
  /// of them reach. Both are shares.
  case unreachable(asked: Double, largest: Double)
}

extension SizingError: CustomStringConvertible {
  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .noStockpiles(let members):
      "no region of \(members) has a row in stockpiles.csv; give those that may hold stock one, with "
        + "its capacity"
    case .memberCount(let count):
      "the split looks at every coalition and takes 1 to \(StockpileSizing.memberLimit) members, not "
        + "\(count)"
    case .unreachable(let asked, let largest):
      "without sharing the service level \(asked) cannot be reached by every member, \(largest) at most, so "
        + "there is no saving to split; the report without --split says what limits whom"
    }
  }
}
