public import Tables

extension CooperativeGame {
  /// Reads the weights for a proportional split from a table with the columns `member` and `weight`: one row for each
  /// member, weights of 0 or more, not all 0.
  ///
  /// - Returns: the weights in the order of ``members``.
  /// - Throws: `InputProblems` with all mistakes.
  public func readWeights(file: String) throws(InputProblems) -> [Double] {
    let log = ProblemLog()
    let weights = weights(file: file, log: log)
    try log.throwIfAny()
    return weights
  }

  private func weights(file: String, log: ProblemLog) -> [Double] {
    guard let table = FixedTable(file: file, columns: WeightColumns.all, log: log) else {
      return []
    }
    let index = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
    var weights = [Double](repeating: 0, count: memberCount)
    var lines = [Int?](repeating: nil, count: memberCount)
    for row in 0..<table.rowCount {
      let weight = table.number(WeightColumns.weight, row: row)
      if let weight, weight < 0 {
        table.report(
          "found \(DecimalNumber.text(weight)); must be 0 or more", row: row,
          column: WeightColumns.weight)
      }
      let name = table.text(WeightColumns.member, row: row)
      guard let member = index[name] else {
        let nearest = nearestName(to: name, among: members) ?? ""
        table.report(
          "`\(name)` is no member of the game; the most similar name is `\(nearest)`", row: row,
          column: WeightColumns.member)
        continue
      }
      if let first = lines[member] {
        table.report(
          "\(name) has a weight already, on line \(first); give it once", row: row,
          column: WeightColumns.member)
        continue
      }
      lines[member] = table.line(of: row)
      weights[member] = weight ?? 0
    }
    for (member, line) in lines.enumerated() where line == nil {
      log.add(
        "no row gives a weight to \(members[member]); add one", file: file, line: table.lastLine)
    }
    if log.isEmpty, weights.allSatisfy({ $0 == 0 }) {
      log.add("all weights are 0; at least one must be above 0", file: file, line: table.lastLine)
    }
    return weights
  }
}
