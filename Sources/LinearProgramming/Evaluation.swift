extension LinearProgram {
  /// Σ cost·x + constant.
  public func objective(at point: [Double]) -> Double {
    var sum = constant
    for (cost, value) in zip(cost, point) where cost != 0 { sum += cost * value }
    return sum
  }

  /// A·x, one a row.
  public func activities(at point: [Double]) -> [Double] {
    var activities = [Double](repeating: 0, count: rowCount)
    for k in 0..<termCount {
      activities[Int(termRow[k])] += termValue[k] * point[Int(termColumn[k])]
    }
    return activities
  }

  /// cost − Aᵀ·y, one a column.
  public func reducedCosts(rowDuals: [Double]) -> [Double] {
    var reduced = cost
    for k in 0..<termCount {
      reduced[Int(termColumn[k])] -= termValue[k] * rowDuals[Int(termRow[k])]
    }
    return reduced
  }
}

extension LinearProgram {
  /// The same program with no column bound to be whole.
  public var relaxation: LinearProgram {
    var relaxation = self
    relaxation.integerColumns = []
    return relaxation
  }
}
