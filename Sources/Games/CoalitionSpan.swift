/// The linear span of coalitions, each taken as a 0/1 vector over the members.
///
/// If x(S) is fixed for some coalitions, then it is fixed for exactly the coalitions in their span. Ranks are computed
/// with whole numbers modulo the prime p = 2³¹ − 1, and are exact: by Hadamard's bound no minor of a 0/1 matrix of up
/// to 16 rows and columns is above 17^8.5/2¹⁶ < 5·10⁵ < p in size, so a minor that is not 0 is not 0 modulo p.
struct CoalitionSpan {
  private static let prime = 2_147_483_647

  let memberCount: Int
  /// Reduced row echelon form: each row has a 1 in the column of its pivot, and all other rows have a 0 there.
  private var rows: [(pivot: Int, entries: [Int])] = []

  init(memberCount: Int) { self.memberCount = memberCount }

  var rank: Int { rows.count }

  /// Adds a coalition. O(n²).
  ///
  /// - Returns: false if it is already in the span.
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

  /// Whether each coalition is in the span, by mask: whether it is orthogonal to the null space of the rows.
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

  /// Subtracts a multiple of `row` so that the entry in `column` becomes 0.
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
