extension LinearProgram {
  /// The same program with very high costs lowered to 1e5·typicalCost/size, and the columns whose costs were lowered;
  /// nil if there are none. Only minimisation and columns x ≥ 0.
  ///
  /// A shortage cost of 1e10 means "must be served". Beside such a cost, all others are within the tolerances of
  /// branch and cut. Let c′ ≤ c be the lowered costs. Since x ≥ 0, every point has c′·x ≤ c·x, so the optimum under
  /// c′ is a lower bound on the optimum under c. If the columns with lowered costs are 0 in it, both costs are equal
  /// there, and it is the optimum under c too.
  func withModerateCosts() -> (program: LinearProgram, columns: [Column])? {
    let most = 1e5 * typicalCost
    guard sense == .minimise, most > 0 else { return nil }
    var (moderate, columns) = (self, [Column]())
    for c in 0..<columnCount where cost[c] * size(of: c) > most && columnLower[c] >= 0 {
      moderate.setCost(Column(c), most / size(of: c))
      columns.append(Column(c))
    }
    return columns.isEmpty ? nil : (moderate, columns)
  }
}
