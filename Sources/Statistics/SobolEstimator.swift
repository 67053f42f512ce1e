/// The estimators of ``SobolDesign`` over chosen rows of its matrices.
struct SobolEstimator {
  /// f_A, f_B and f_A_B^i by factor, each minus the mean over all of A and B. So round-off stays small if the values are
  /// large and their differences small.
  private let first: [Double]
  private let second: [Double]
  private let mixed: [[Double]]

  /// - Parameter values: those of A, of B, then of A_B^i for each factor.
  init(values: [Double], samples: Int, factorCount: Int) {
    let mean = GSL.mean(Array(values.prefix(2 * samples)))
    let parts = (0..<(factorCount + 2)).map { part in
      values[(part * samples)..<((part + 1) * samples)].map { $0 - mean }
    }
    first = parts[0]
    second = parts[1]
    mixed = Array(parts.dropFirst(2))
  }

  /// First-order and total index of each factor over some rows; nil if f is constant there.
  func indices(of rows: [Int]) -> (first: [Double], total: [Double])? {
    let count = Double(rows.count)
    let mean = rows.reduce(0) { $0 + first[$1] + second[$1] } / (2 * count)
    let variance =
      rows.reduce(0.0) { sum, row in
        let (a, b) = (first[row] - mean, second[row] - mean)
        return sum + a * a + b * b
      } / (2 * count)
    guard variance > 0 else { return nil }
    var (firstOrder, total): ([Double], [Double]) = ([], [])
    for mixed in mixed {
      var (product, square) = (0.0, 0.0)
      for row in rows {
        let difference = mixed[row] - first[row]
        product += (second[row] - mean) * difference
        square += difference * difference
      }
      firstOrder.append(product / count / variance)
      total.append(square / count / 2 / variance)
    }
    return (firstOrder, total)
  }
}
