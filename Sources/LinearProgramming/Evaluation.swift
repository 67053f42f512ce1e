extension LinearProgram {
  /// The objective Σ cost·x + constant.
  ///
  /// - Parameter point: x, one value per column.
  public func objective(at point: [Double]) -> Double {
    var sum = constant
    for (cost, value) in zip(cost, point) where cost != 0 { sum += cost * value }
    return sum
  }

  /// A·x, one value per row.
  ///
  /// - Parameter point: x, one value per column.
  public func activities(at point: [Double]) -> [Double] {
    var activities = [Double](repeating: 0, count: rowCount)
    for k in 0..<termCount {
      activities[Int(termRow[k])] += termValue[k] * point[Int(termColumn[k])]
    }
    return activities
  }

  /// The reduced costs cost − Aᵀ·y, one per column.
  ///
  /// - Parameter rowDuals: y, one value per row.
  public func reducedCosts(rowDuals: [Double]) -> [Double] {
    var reduced = cost
    for k in 0..<termCount {
      reduced[Int(termColumn[k])] -= termValue[k] * rowDuals[Int(termRow[k])]
    }
    return reduced
  }
}

extension LinearProgram {
  /// The LP relaxation: the same program without integer columns.
  public var relaxation: LinearProgram {
    var relaxation = self
    relaxation.integerColumns = []
    return relaxation
  }
}
