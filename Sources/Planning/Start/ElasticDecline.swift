import LinearProgramming

/// The LP of a period in which flows may fall faster than `max_decline` lets them, at a price.
///
/// Earlier periods, solved without regard to this one, may leave more than it can take. Each flow whose
/// lower bound `max_decline` raised gets a column that takes back what it has to, as if f = bound + rise −
/// back. What is taken back is infeasible in the whole LP, whose first phase mends it.
struct ElasticDecline {
  private(set) var program: LinearProgram
  /// Columns that take back, for each of ``declines``.
  private let backs: Range<Int>
  private let declines: [(column: Int32, row: Int32)]

  init(_ part: PeriodProgram) {
    program = part.program
    declines = part.declines
    let first = program.columnCount
    backs = first..<(first + declines.count)
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
      let back = place[Int(part.program.termColumn[term])]
      guard back >= 0 else { continue }
      program.add(
        -part.program.termValue[term], Column(back), to: Row(Int(part.program.termRow[term])))
    }
  }

  /// A basis of the period's LP as one of this.
  func basis(_ basis: Basis?) -> Basis? {
    guard var basis else { return nil }
    basis.columns += Array(repeating: .atLower, count: backs.count)
    return basis
  }

  /// The answer in the columns of the period's LP, which forgets the bounds that it could not keep.
  func settle(_ solution: Solution, in part: inout PeriodProgram) -> Solution {
    guard solution.isOptimal, var basis = solution.basis else { return solution }
    var result = solution
    var isKept = Array(repeating: true, count: declines.count)
    for (index, back) in backs.enumerated() where basis.columns[back] != .atLower {
      let column = Int(declines[index].column)
      result.values[column] -= solution.values[back]
      // Both columns are multiples of each other, so that no basis has both.
      basis.columns[column] = basis.columns[back] == .basic ? .basic : .atLower
      isKept[index] = false
    }
    part.declines = zip(declines, isKept).filter(\.1).map(\.0)
    basis.columns.removeSubrange(backs)
    result.basis = basis
    return result
  }
}
