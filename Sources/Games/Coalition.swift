/// A subset S of the members N of a ``CooperativeGame``, as a bit mask: bit i is set if member i belongs to S.
public struct Coalition: Hashable, Sendable {
  /// Σ 2^i over its members i; 0 is the empty coalition.
  public let mask: Int

  /// The coalition of a mask.
  public init(mask: Int) { self.mask = mask }

  /// The coalition of members, each given by its index in ``CooperativeGame/members``.
  public init(members: some Sequence<Int>) {
    mask = members.reduce(0) { $0 | 1 << $1 }
  }

  /// |S|, the number of its members.
  public var count: Int { mask.nonzeroBitCount }

  /// Whether the member with this index belongs to it.
  public func contains(_ member: Int) -> Bool { mask >> member & 1 == 1 }

  /// Indices of the members, ascending.
  public var members: [Int] {
    (0..<(Int.bitWidth - mask.leadingZeroBitCount)).filter(contains)
  }

  /// The order of lists: by size, and coalitions of one size by their members: A, B, C, A;B, A;C, B;C, …
  static func isListedBefore(_ a: Coalition, _ b: Coalition) -> Bool {
    if a.count != b.count { return a.count < b.count }
    let difference = a.mask ^ b.mask
    return a.mask & difference & -difference != 0
  }
}

/// Σ_{i ∈ S} a_i for every coalition S, by mask. O(2ⁿ).
func coalitionSums(_ amounts: [Double]) -> [Double] {
  var sums = [0.0]
  sums.reserveCapacity(1 << amounts.count)
  for amount in amounts {
    for mask in 0..<sums.count { sums.append(sums[mask] + amount) }
  }
  return sums
}
