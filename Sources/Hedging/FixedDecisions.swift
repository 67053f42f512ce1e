import LinearProgramming
import Parallel

extension HedgeProblem {
  /// The solution of each world with given common decisions; nil of a world whose bounds they break.
  func solutions(
    with decisions: [Double], solver: any Solver, options: SolveOptions, jobs: Int
  ) throws -> [Solution?] {
    try inParallel(worlds, jobs: jobs) { world in
      guard let inside = world.withinBounds(decisions) else { return nil }
      var program = world.program
      for (column, value) in zip(world.common, inside) {
        program.setBounds(column, lower: value, upper: value)
      }
      return try world.solved(program, solver, options)
    }
  }

  /// The same common decisions, with the best of everything else in each world. A program over all worlds need not have
  /// that where a world's cost does not count, such as that of a world without regret.
  func settled(
    _ solution: HedgeSolution, solver: any Solver, options: SolveOptions, jobs: Int
  ) throws -> HedgeSolution {
    var settled = solution
    let found = try solutions(
      with: solution.common, solver: solver, options: options, jobs: jobs)
    for (world, best) in found.enumerated() {
      // Decisions that only round-off keeps within a world's rows leave its point as it is.
      guard let best, best.isOptimal, best.objective < solution.costs[world] else { continue }
      settled.costs[world] = best.objective
      settled.points[world] = best.values
    }
    return settled
  }
}

extension HedgeWorld {
  /// Given common decisions, moved into the bounds of the world where only round-off keeps them outside; nil if more
  /// does.
  func withinBounds(_ decisions: [Double]) -> [Double]? {
    let inside = zip(common, decisions).compactMap { program.within($1, $0) }
    return inside.count == decisions.count ? inside : nil
  }

  /// Solves the program of the world, with the rows that its points break.
  fileprivate func solved(
    _ program: LinearProgram, _ solver: any Solver, _ options: SolveOptions
  ) throws -> Solution {
    try solver.withSession(program) { session in
      if let basis = basis?.fitted(to: program) { try session.start(from: basis) }
      return try session.solve(options) { brokenRows($0.values) }.solution
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
