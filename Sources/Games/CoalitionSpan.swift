/// The linear span of coalitions taken as 0/1 vectors over the members.
///
/// Once x(S) is settled for some coalitions, it is settled for exactly those in their span. The
/// arithmetic is that of whole numbers modulo the prime 2³¹ − 1, and exact: a 0/1 matrix of up to 16
/// rows and columns has no minor above 17^8.5/2¹⁶ < 5·10⁵ (Hadamard), so none becomes 0 that is not.
struct CoalitionSpan {
  private static let prime = 2_147_483_647

  let memberCount: Int
  /// Reduced echelon form: row r has a 1 in the column of its pivot, where all others have a 0.
  private var rows: [(pivot: Int, entries: [Int])] = []

  init(memberCount: Int) { self.memberCount = memberCount }

  var rank: Int { rows.count }

  /// Adds a coalition; false where it lies in the span already. O(n²).
  mutating func insert(_ mask: Int) -> Bool {
    var entries = (0..<memberCount).map { mask >> $0 & 1 }
    for row in rows { Self.eliminate(row.pivot, of: &entries, with: row.entries) }
    guard let pivot = entries.firstIndex(where: { $0 != 0 }) else { return false }
    let inverse = Self.inverse(of: entries[pivot])
    entries = entries.map { $0 * inverse % Self.prime }
    for index in rows.indices {
      Self.eliminate(pivot, of: &rows[index].entries, with: entries)
    }
    rows.append((pivot, entries))
    return true
  }

  /// Whether each coalition lies in the span, by mask: those orthogonal to all of its null space.
  /// O(2ⁿ·(n − rank)).
  func membership() -> [Bool] {
    var isInside = [Bool](repeating: true, count: 1 << memberCount)
    let pivots = Set(rows.map(\.pivot))
    for free in 0..<memberCount where !pivots.contains(free) {
      var null = [Int](repeating: 0, count: memberCount)
      null[free] = 1
      for row in rows { null[row.pivot] = (Self.prime - row.entries[free]) % Self.prime }
      var sums = [0]
      sums.reserveCapacity(isInside.count)
      for entry in null {
        for mask in 0..<sums.count { sums.append((sums[mask] + entry) % Self.prime) }
      }
      for mask in sums.indices where sums[mask] != 0 { isInside[mask] = false }
    }
    return isInside
  }

  /// Subtracts the multiple of `row` that makes the entry in `column` 0.
  private static func eliminate(_ column: Int, of entries: inout [Int], with row: [Int]) {
    let factor = entries[column]
    guard factor != 0 else { return }
    for index in entries.indices {
      entries[index] = (entries[index] + (prime - factor) * row[index]) % prime
    }
  }

  /// x^(p − 2), which is 1/x modulo the prime p.
  private static func inverse(of number: Int) -> Int {
    var (result, power, exponent) = (1, number, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * power % prime }
      power = power * power % prime
      exponent >>= 1
    }
    return result
  }
}
