import LinearProgramming

/// The terms of an LP, grouped by what their rows belong to.
struct TermGroups {
  /// Positions in the program's terms, group by group.
  private let order: [Int32]
  /// Where each group starts in ``order``, and where the last one ends.
  private let starts: [Int]

  /// Groups from 0 to `count` − 1.
  ///
  /// - Parameter groupOfRow: the group of each row; terms of rows below 0 are in no group.
  init(_ program: LinearProgram, groupOfRow: [Int32], count: Int) {
    var starts = Array(repeating: 0, count: count + 1)
    for row in program.termRow {
      let group = groupOfRow[Int(row)]
      if group >= 0 { starts[Int(group) + 1] += 1 }
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var order = [Int32](repeating: 0, count: starts[count])
    for (term, row) in program.termRow.enumerated() {
      let group = Int(groupOfRow[Int(row)])
      guard group >= 0 else { continue }
      order[next[group]] = Int32(term)
      next[group] += 1
    }
    (self.order, self.starts) = (order, starts)
  }

  /// A group for each row.
  init(byRowOf program: LinearProgram) {
    self.init(
      program, groupOfRow: (0..<program.rowCount).map { Int32($0) }, count: program.rowCount)
  }

  /// The positions of a group's terms.
  subscript(group: Int) -> ArraySlice<Int32> { order[starts[group]..<starts[group + 1]] }
}
