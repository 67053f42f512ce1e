extension LinearProgram {
  /// The largest power of two that is not above a positive normal number; NaN for any other number.
  static func powerOfTwo(_ value: Double) -> Double {
    guard value > 0, value.isNormal else { return .nan }
    return Double(sign: .plus, exponent: value.exponent, significand: 1)
  }

  /// Gives every column a size. A missing size is inferred from the rows of the column: with s[r] the size of row r
  /// (its largest |coefficient|·size over the columns of known size), it is the power of two at or below
  ///
  ///     min over the rows r of  s[r] / |coefficient in r|
  ///
  /// and 1 if there is no such row.
  ///
  /// - Complexity: O(terms) where sizes are missing.
  mutating func inferSizes() {
    for _ in 0..<Self.inferenceRounds where columnSize.contains(where: \.isNaN) {
      let rowSize = rowSizes(unknown: 0)
      var found = [Double](repeating: .infinity, count: columnCount)
      for k in 0..<termCount where rowSize[Int(termRow[k])] > 0 {
        let column = Int(termColumn[k])
        found[column] = min(found[column], rowSize[Int(termRow[k])] / abs(termValue[k]))
      }
      for column in 0..<columnCount where columnSize[column].isNaN {
        columnSize[column] = Self.powerOfTwo(found[column])
      }
    }
    for column in 0..<columnCount where columnSize[column].isNaN { columnSize[column] = 1 }
  }

  /// A column whose rows contain only columns of unknown size can get its size in the next round.
  private static let inferenceRounds = 3

  /// The size of a column (``LinearProgram/columnSize``), in the column's unit; 1 if unknown.
  package func size(of column: Column) -> Double { size(of: column.index) }

  func size(of column: Int) -> Double { columnSize[column].isNaN ? 1 : columnSize[column] }

  /// The size of each row: its largest |coefficient|·(size of the column); 0 for an empty row.
  var rowSizes: [Double] { rowSizes(unknown: 1) }

  private func rowSizes(unknown: Double) -> [Double] {
    var sizes = [Double](repeating: 0, count: rowCount)
    for k in 0..<termCount {
      let size = columnSize[Int(termColumn[k])]
      let part = abs(termValue[k]) * (size.isNaN ? unknown : size)
      if part > sizes[Int(termRow[k])] { sizes[Int(termRow[k])] = part }
    }
    return sizes
  }

  /// The size of an expression: its largest |coefficient|·(size of the column).
  package func usualSize(of expression: LinearExpression) -> Double {
    expression.terms.reduce(0) { max($0, abs($1.coefficient) * size(of: $1.column)) }
  }

  /// The amount by which an expression may differ from a value and count as equal to it:
  /// 1e-9·max(|value|, size of the expression).
  package func room(of expression: LinearExpression, near value: Double) -> Double {
    1e-9 * max(abs(value), usualSize(of: expression))
  }

  /// The limit below which the reduced cost of each column and the dual value of each row count as round-off:
  /// 1e-8·typicalCost / size of the column or row. For an empty row it is infinite.
  package var leastDuals: (columns: [Double], rows: [Double]) {
    let least = 1e-8 * typicalCost
    return (
      (0..<columnCount).map { least / size(of: $0) },
      rowSizes.map { $0 > 0 ? least / $0 : .infinity }
    )
  }

  /// The smallest scale for comparing objectives: 1e-3·typicalCost.
  var leastObjective: Double { 1e-3 * typicalCost }

  /// What one column usually adds to the objective: the lower quartile of |cost|·size over the columns with a cost; 0
  /// if there are none.
  var typicalCost: Double {
    let costs = cost.indices.lazy.filter { self.cost[$0] != 0 }.map {
      abs(cost[$0]) * size(of: $0)
    }.sorted()
    return costs.isEmpty ? 0 : costs[costs.count / 4]
  }
}
