extension LinearProgram {
  /// The mistakes that make this value no linear program, one sentence each; empty if it is valid. At most 20 are
  /// listed.
  ///
  /// A program is valid if costs, coefficients and the constant are finite; no bound is NaN; no lower bound is +∞ and
  /// no upper bound −∞; terms and integer columns refer to existing rows and columns, each once. A lower bound above
  /// its upper bound is valid: the program is infeasible.
  ///
  /// - Complexity: O(columns + rows + terms).
  public func validate() -> [String] {
    var report = ProblemReport()
    if !constant.isFinite { report.add("the objective's constant is \(constant)") }
    for (index, cost) in cost.enumerated() where !cost.isFinite {
      report.add("the cost of column \(index) is \(cost)")
    }
    report.addBounds("column", columnLower, columnUpper)
    report.addBounds("row", rowLower, rowUpper)
    validateIntegers(&report)
    if validateTerms(&report) { validateRepeats(&report) }
    return report.sentences
  }

  private func validateIntegers(_ report: inout ProblemReport) {
    var seen = Set<Int32>(minimumCapacity: integerColumns.count)
    for index in integerColumns {
      if index < 0 || Int(index) >= columnCount {
        report.add("the integer column \(index) does not exist: there are \(columnCount) columns")
      } else if !seen.insert(index).inserted {
        report.add("the integer column \(index) is listed twice")
      }
    }
  }

  /// Whether every term names an existing row and column.
  private func validateTerms(_ report: inout ProblemReport) -> Bool {
    var inRange = true
    for k in 0..<termCount {
      let (row, column, value) = (termRow[k], termColumn[k], termValue[k])
      if row < 0 || Int(row) >= rowCount || column < 0 || Int(column) >= columnCount {
        report.add(
          "a term is at row \(row), column \(column) of \(rowCount) rows, \(columnCount) columns"
        )
        inRange = false
      }
      if !value.isFinite {
        report.add("the coefficient of column \(column) in row \(row) is \(value)")
      }
    }
    return inRange
  }

  private func validateRepeats(_ report: inout ProblemReport) {
    let start = TermOrder.starts(of: termRow, count: rowCount)
    let order = TermOrder.sorted(termRow, starts: start)
    var lastRow = [Int32](repeating: -1, count: columnCount)
    for row in 0..<rowCount {
      for position in start[row]..<start[row + 1] {
        let column = Int(termColumn[Int(order[position])])
        if lastRow[column] == Int32(row) {
          report.add("row \(row) has column \(column) twice")
        }
        lastRow[column] = Int32(row)
      }
    }
  }

  /// The first column or row whose lower bound is above its upper bound, as proof that the program is infeasible; nil
  /// if there is none. Bounds of integer columns are rounded first (``integerBounds(of:)``).
  public var crossedBounds: InfeasibilityCertificate? {
    for index in 0..<columnCount where columnLower[index] > columnUpper[index] {
      return .crossedColumn(Column(index))
    }
    for index in integerColumns {
      let (lower, upper) = integerBounds(of: Column(Int(index)))
      if lower > upper { return .crossedColumn(Column(Int(index))) }
    }
    for index in 0..<rowCount where rowLower[index] > rowUpper[index] {
      return .crossedRow(Row(index))
    }
    return nil
  }

  /// A column's bounds rounded inwards to whole numbers: ⌈lower − 1e-9⌉ and ⌊upper + 1e-9⌋. With the tolerance of
  /// 1e-9, a bound that is a whole number but for round-off keeps that number.
  public func integerBounds(of column: Column) -> (lower: Double, upper: Double) {
    (
      (columnLower[column.index] - 1e-9).rounded(.up),
      (columnUpper[column.index] + 1e-9).rounded(.down)
    )
  }

  /// Rounds the bounds of the integer columns inwards to whole numbers (``integerBounds(of:)``).
  package mutating func roundIntegerBounds() {
    for index in integerColumns {
      let column = Column(Int(index))
      (columnLower[column.index], columnUpper[column.index]) = integerBounds(of: column)
    }
  }
}

/// A list of sentences, cut off after the first 20.
private struct ProblemReport {
  private static let limit = 20
  private var listed: [String] = []
  private var unlisted = 0

  mutating func add(_ sentence: @autoclosure () -> String) {
    if listed.count < Self.limit { listed.append(sentence()) } else { unlisted += 1 }
  }

  mutating func addBounds(_ kind: String, _ lower: [Double], _ upper: [Double]) {
    for index in lower.indices {
      let (low, high) = (lower[index], upper[index])
      if low.isNaN || high.isNaN || low == .infinity || high == -.infinity {
        add("\(kind) \(index) has the bounds \(low) … \(high)")
      }
    }
  }

  var sentences: [String] { unlisted == 0 ? listed : listed + ["… and \(unlisted) more"] }
}

/// Sorts terms by their row or column (counting sort).
enum TermOrder {
  /// The position in the sorted order at which the terms of each key start, and the number of terms at the end.
  static func starts(of keys: [Int32], count: Int) -> [Int] {
    var starts = [Int](repeating: 0, count: count + 1)
    for key in keys { starts[Int(key) + 1] += 1 }
    for key in 0..<count { starts[key + 1] += starts[key] }
    return starts
  }

  /// Positions of terms sorted by key, equal keys in the order they were added.
  static func sorted(_ keys: [Int32], starts: [Int]) -> [Int32] {
    var next = starts
    var order = [Int32](repeating: 0, count: keys.count)
    for (position, key) in keys.enumerated() {
      order[next[Int(key)]] = Int32(position)
      next[Int(key)] += 1
    }
    return order
  }
}
