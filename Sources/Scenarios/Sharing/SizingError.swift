/// Why stockpiles cannot be sized, or their cost cannot be split.
public enum SizingError: Error, Sendable, Hashable {
  /// No region of the bloc `members` has a stockpile.
  case noStockpiles(members: String)
  /// No region of the bloc `members` has a stockpile of a commodity that is to be sized.
  case notStocked(commodity: String, members: String)
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
      "no region of \(members) has a row in stockpiles.csv; add a row with a capacity for each that may "
        + "hold stock"
    case .notStocked(let commodity, let members):
      "no region of \(members) has a row for \(commodity) in stockpiles.csv; add a row with a capacity for each that "
        + "may hold a stock of it"
    case .memberCount(let count):
      "a split needs from 1 to \(StockpileSizing.memberLimit) members, because it looks at every "
        + "coalition; there are \(count)"
    case .unreachable(let asked, let largest):
      "without sharing not every member can reach a service of \(percent(asked)), but at "
        + "most \(percent(largest)), so there is no saving to split; run the command "
        + "without --split to see which limits there are"
    }
  }

  private func percent(_ share: Double) -> String { "\((1000 * share).rounded() / 10)%" }
}
