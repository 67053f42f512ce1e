extension LinearProgram {
  /// The power of two at or below a positive number; NaN of anything else.
  static func powerOfTwo(_ value: Double) -> Double {
    guard value > 0, value.isNormal else { return .nan }
    return Double(sign: .plus, exponent: value.exponent, significand: 1)
  }

  /// Gives every column a size. One that was not given is inferred from the rows: the largest at which the column
  /// outweighs no row's other terms; 1 where no row tells. Violations, clean parts and thresholds get theirs so.
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

  /// A column that only shares rows with columns whose size is inferred gets its own in the next round.
  private static let inferenceRounds = 3

  /// The size of a column; 1 where it is not known.
  package func size(of column: Column) -> Double { size(of: column.index) }

  func size(of column: Int) -> Double { columnSize[column].isNaN ? 1 : columnSize[column] }

  /// Size of each row's usual terms: its greatest coefficient, each times the size of its column.
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

  /// What the largest term of an expression usually is.
  package func usualSize(of expression: LinearExpression) -> Double {
    expression.terms.reduce(0) { max($0, abs($1.coefficient) * size(of: $1.column)) }
  }

  /// What may be given up of an expression's value so that it counts as kept: 1e-9 of the value, or of what its largest term
  /// usually is.
  package func room(of expression: LinearExpression, near value: Double) -> Double {
    1e-9 * max(abs(value), usualSize(of: expression))
  }

  /// The reduced cost of each column, and the dual of each row, below which they are round-off: with a usual amount they
  /// would add 1e-8 of what a column usually adds to the objective.
  package var leastDuals: (columns: [Double], rows: [Double]) {
    let least = 1e-8 * typicalCost
    return (
      (0..<columnCount).map { least / size(of: $0) },
      rowSizes.map { $0 > 0 ? least / $0 : .infinity }
    )
  }

  /// The least size that an objective counts as: a thousandth of what a column usually adds to it.
  var leastObjective: Double { 1e-3 * typicalCost }

  /// What a column usually adds to the objective: the lower quartile of |cost|·size over the columns that cost
  /// something; 0 where none does.
  var typicalCost: Double {
    let costs = cost.indices.lazy.filter { self.cost[$0] != 0 }.map {
      abs(cost[$0]) * size(of: $0)
    }.sorted()
    return costs.isEmpty ? 0 : costs[costs.count / 4]
  }
}
