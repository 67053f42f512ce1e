/// x with A·x = b, by Gaussian elimination with partial pivoting. Unknowns without a pivot are 0.
///
/// - Complexity: O(n³).
func solveLinear(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var (rows, b) = (matrix, right)
  let count = b.count
  for pivot in 0..<count {
    let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
    rows.swapAt(pivot, best)
    b.swapAt(pivot, best)
    guard rows[pivot][pivot] != 0 else { continue }
    for row in (pivot + 1)..<max(count, pivot + 1) where rows[row][pivot] != 0 {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in pivot..<count { rows[row][column] -= factor * rows[pivot][column] }
      b[row] -= factor * b[pivot]
    }
  }
  var x = Array(repeating: 0.0, count: count)
  for row in (0..<count).reversed() where rows[row][row] != 0 {
    let rest = ((row + 1)..<max(count, row + 1)).reduce(b[row]) { $0 - rows[row][$1] * x[$1] }
    x[row] = rest / rows[row][row]
  }
  return x
}
