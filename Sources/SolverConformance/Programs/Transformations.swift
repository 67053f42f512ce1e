package import LinearProgramming

extension LinearProgram {
  /// The program with column bounds of at most `size` in absolute value.
  package func boxed(by size: Double) -> LinearProgram {
    var boxed = self
    for column in 0..<columnCount {
      boxed.setBounds(
        Column(column), lower: max(columnLower[column], -size),
        upper: min(columnUpper[column], size))
    }
    return boxed
  }

  /// The program with its rows in the opposite order.
  package var withRowsReversed: LinearProgram {
    var reversed = LinearProgram(sense: sense)
    reversed.constant = constant
    for column in 0..<columnCount {
      reversed.addColumn(
        lower: columnLower[column], upper: columnUpper[column], cost: cost[column],
        integer: integerColumns.contains(Int32(column)))
    }
    for row in (0..<rowCount).reversed() {
      reversed.addRow(lower: rowLower[row], upper: rowUpper[row])
    }
    for k in 0..<termCount {
      reversed.add(
        termValue[k], Column(Int(termColumn[k])), to: Row(rowCount - 1 - Int(termRow[k])))
    }
    return reversed
  }

  /// The program with its objective, constant included, multiplied by a factor.
  package func withCosts(times factor: Double) -> LinearProgram {
    var scaled = self
    for column in 0..<columnCount { scaled.setCost(Column(column), cost[column] * factor) }
    scaled.constant *= factor
    return scaled
  }
}
