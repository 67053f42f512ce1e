extension LinearProgram {
  /// The same program with the costs of the columns that are far dearer than the rest brought down, and the columns that
  /// this concerns; nil where none is.
  ///
  /// A shortage cost of 1e10 means "must be served"; beside it the tolerances of branch and cut swallow all other costs.
  /// With moderate costs c′ ≤ c no point is worth more than it was, so that the optimum under c′ is a bound on that
  /// under c; where the columns concerned are 0 in it, it is the optimum under c too.
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
