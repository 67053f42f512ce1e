import LinearProgramming

/// The LP of a period in which flows may fall below the bound of `max_decline`, at a high cost.
///
/// The LPs of earlier periods do not consider this period, so their flows may leave a bound that it cannot keep. Each
/// flow whose lower bound comes from `max_decline` gets a second column, the shortfall: flow = column − shortfall. A
/// point with a shortfall above 0 is infeasible in the whole LP; phase 1 of the simplex method then makes it
/// feasible.
struct ElasticDecline {
  private(set) var program: LinearProgram
  /// The shortfall columns, one for each of ``declines``.
  private let shortfalls: Range<Int>
  private let declines: [(column: Int32, row: Int32)]

  init(_ part: PeriodProgram) {
    program = part.program
    declines = part.declines
    let first = program.columnCount
    shortfalls = first..<(first + declines.count)
    let price = 10 * (program.cost.lazy.map(abs).max() ?? 0) + 1
    var place = Array(repeating: -1, count: first)
    for (index, decline) in declines.enumerated() {
      let column = Int(decline.column)
      place[column] = first + index
      let bound = program.columnLower[column]
      program.addColumn(
        upper: max(0, bound), cost: price - program.cost[column],
        size: program.columnSize[column])
    }
    for term in 0..<part.program.termCount {
      let shortfall = place[Int(part.program.termColumn[term])]
      guard shortfall >= 0 else { continue }
      program.add(
        -part.program.termValue[term], Column(shortfall), to: Row(Int(part.program.termRow[term])))
    }
  }

  /// A basis of the period's LP, extended by the shortfall columns at their lower bound.
  func basis(_ basis: Basis?) -> Basis? {
    guard var basis else { return nil }
    basis.columns += Array(repeating: .atLower, count: shortfalls.count)
    return basis
  }

  /// The solution in the columns of the period's LP. Bounds of `max_decline` that it breaks are removed from `part`.
  func reduced(_ solution: Solution, in part: inout PeriodProgram) -> Solution {
    guard solution.isOptimal, var basis = solution.basis else { return solution }
    var result = solution
    var isKept = Array(repeating: true, count: declines.count)
    for (index, shortfall) in shortfalls.enumerated()
    where basis.columns[shortfall] != .atLower {
      let column = Int(declines[index].column)
      result.values[column] -= solution.values[shortfall]
      // The two columns are multiples of each other, so a basis contains at most one of them.
      basis.columns[column] = basis.columns[shortfall] == .basic ? .basic : .atLower
      isKept[index] = false
    }
    part.declines = zip(declines, isKept).filter(\.1).map(\.0)
    basis.columns.removeSubrange(shortfalls)
    result.basis = basis
    return result
  }
}
