/// A set of members of one ``CooperativeGame``: bit i is set where member i belongs to it.
public struct Coalition: Hashable, Sendable {
  public let mask: Int

  public init(mask: Int) { self.mask = mask }

  public init(members: some Sequence<Int>) {
    mask = members.reduce(0) { $0 | 1 << $1 }
  }

  public var count: Int { mask.nonzeroBitCount }

  /// Whether a member, by its place, is in it.
  public func contains(_ member: Int) -> Bool { mask >> member & 1 == 1 }

  /// Indices of the members, ascending.
  public var members: [Int] {
    (0..<(Int.bitWidth - mask.leadingZeroBitCount)).filter(contains)
  }

  /// Small coalitions first, and of one size by their first members: A, B, C, A;B, A;C, B;C, …
  static func isListedBefore(_ a: Coalition, _ b: Coalition) -> Bool {
    if a.count != b.count { return a.count < b.count }
    let difference = a.mask ^ b.mask
    return a.mask & difference & -difference != 0
  }
}

/// Σ of `amounts` over the members of every coalition, by mask. O(2ⁿ).
func coalitionSums(_ amounts: [Double]) -> [Double] {
  var sums = [0.0]
  sums.reserveCapacity(1 << amounts.count)
  for amount in amounts {
    for mask in 0..<sums.count { sums.append(sums[mask] + amount) }
  }
  return sums
}
