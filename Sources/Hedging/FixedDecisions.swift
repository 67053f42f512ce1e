import LinearProgramming
import Parallel

extension HedgeProblem {
  /// What each world costs with given common decisions, when it decides everything else by itself; nil of a world in which
  /// they are not possible.
  ///
  /// - Parameters:
  ///   - decisions: the value of each common decision.
  ///   - solver: for the programs of the worlds.
  ///   - options: of each solve.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  func costs(with decisions: [Double], solver: any Solver, options: SolveOptions, jobs: Int) throws
    -> [Double?]
  {
    let found = try solutions(with: decisions, solver: solver, options: options, jobs: jobs)
    return try zip(worlds, found).map { world, solution in
      guard let solution, solution.termination != .infeasible else { return nil }
      return try solution.optimum(of: "what the orders cost in `\(world.name)`").objective
    }
  }

  /// The solution of each world with given common decisions; nil of a world whose bounds they break.
  func solutions(
    with decisions: [Double], solver: any Solver, options: SolveOptions, jobs: Int
  ) throws -> [Solution?] {
    try inParallel(worlds, jobs: jobs) { world in
      var program = world.program
      for (column, value) in zip(world.common, decisions) {
        guard let value = program.within(value, column) else { return nil }
        program.setBounds(column, lower: value, upper: value)
      }
      return try world.solved(program, solver, options)
    }
  }
}

extension HedgeWorld {
  /// Whether given common decisions are within the bounds of the world, but for round-off.
  func allows(_ decisions: [Double]) -> Bool {
    zip(common, decisions).allSatisfy { program.within($1, $0) != nil }
  }

  /// Solves the program of the world, with the rows that its points break.
  fileprivate func solved(
    _ program: LinearProgram, _ solver: any Solver, _ options: SolveOptions
  ) throws -> Solution {
    try solver.withSession(program) { session in
      if let basis = basis?.fitted(to: program) { try session.start(from: basis) }
      for round in 0..<BrokenRows.mostRounds {
        let solution = try session.solve(options)
        guard solution.isOptimal, round == 0 || solution.iterations > 0 else { return solution }
        let broken = brokenRows(solution.values)
        if broken.isEmpty { return solution }
        for row in broken { try session.addRow(row, lower: -.infinity, upper: 0) }
      }
      throw BrokenRows.notKept
    }
  }
}

extension LinearProgram {
  /// A value for a column, moved into its bounds if only round-off keeps it outside; nil if more does.
  fileprivate func within(_ value: Double, _ column: Column) -> Double? {
    let inside = min(max(value, columnLower[column.index]), columnUpper[column.index])
    return abs(inside - value) <= 1e-7 * max(size(of: column), abs(value)) ? inside : nil
  }
}
