/// A proof that a feasible program is unbounded: a direction along which all bounds hold and the objective improves
/// without limit. It can be checked without a solver.
public enum UnboundedRay {
  /// Whether x + t·direction keeps all bounds for every t ≥ 0 and a feasible x, and improves the objective.
  ///
  /// - Parameters:
  ///   - direction: one value per column.
  ///   - program: the program.
  public static func isProof(_ direction: [Double], for program: LinearProgram) -> Bool {
    guard direction.count == program.columnCount, direction.allSatisfy(\.isFinite),
      let size = direction.indices.lazy.map({ abs(direction[$0]) / program.size(of: $0) }).max(),
      size > 0
    else { return false }
    // Values that are very small compared with the largest one are round-off.
    let direction = direction.indices.map { c in
      abs(direction[c]) > 1e-9 * size * program.size(of: c) ? direction[c] : 0
    }
    for (c, step) in direction.enumerated() where step != 0 {
      let bound = step > 0 ? program.columnUpper[c] : program.columnLower[c]
      guard bound.isInfinite else { return false }
    }
    return keepsRows(direction, program) && improves(direction, program)
  }

  private static func keepsRows(_ direction: [Double], _ program: LinearProgram) -> Bool {
    var change = [Double](repeating: 0, count: program.rowCount)
    var scale = change
    for k in 0..<program.termCount {
      let part = program.termValue[k] * direction[Int(program.termColumn[k])]
      change[Int(program.termRow[k])] += part
      scale[Int(program.termRow[k])] = max(scale[Int(program.termRow[k])], abs(part))
    }
    return change.indices.allSatisfy { r in
      let bound = change[r] > 0 ? program.rowUpper[r] : program.rowLower[r]
      return abs(change[r]) <= 1e-8 * scale[r] || bound.isInfinite
    }
  }

  private static func improves(_ direction: [Double], _ program: LinearProgram) -> Bool {
    var (change, scale) = (0.0, 0.0)
    for (cost, step) in zip(program.cost, direction) {
      change += cost * step
      scale = max(scale, abs(cost * step))
    }
    return -program.sense.sign * change > 1e-9 * scale
  }
}
