import LinearProgramming

/// Rows `expression ≤ 0` that are added while solving because a point breaks them.
extension SolverSession {
  /// Solves, adds the rows that the point breaks, and repeats until it breaks none.
  ///
  /// - Parameters:
  ///   - options: of the first solve. Later ones use the dual simplex, as is right after new rows.
  ///   - broken: the rows that an optimal point breaks.
  /// - Returns: the last solution, the rows that were added, and the number of solves.
  /// - Throws: `SolverError`, also if the rows still move the point after many rounds; the errors of `broken`.
  func solve(
    _ options: SolveOptions, adding broken: (Solution) throws -> [LinearExpression]
  ) throws -> (solution: Solution, rows: [LinearExpression], rounds: Int) {
    var options = options
    var added: [LinearExpression] = []
    for round in 0..<500 {
      let solution = try solve(options)
      // The last rows did not move the point: within the solver's tolerance it keeps them.
      let isSettled = round > 0 && solution.iterations == 0
      let rows = solution.isOptimal && !isSettled ? try broken(solution) : []
      guard !rows.isEmpty else { return (solution, added, round + 1) }
      for row in rows { try addRow(row, lower: -.infinity, upper: 0) }
      added += rows
      options.method = .dual
    }
    throw SolverError.refuted("the rows that were added while solving did not converge")
  }
}
