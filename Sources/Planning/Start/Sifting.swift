import LinearProgramming

/// Solves a planning LP of which most flows, and rows that seldom bind, are left out at first. After each solve the
/// rows that the optimum breaks, or else the flows that would lower its cost, are added, until there are none.
///
/// Then every flow that is left out is 0 with a reduced cost ≥ 0, and every row that is left out is kept and has a dual
/// value of 0. So the optimum of the part is one of the whole LP. Bixby, Gregory, Lustig, Marsten and Shanno, *Operations
/// Research* 40 (1992).
struct Sifting {
  let solver: any Solver
  let options: SolveOptions
  let program: DeclineSubstitution
  /// What is not left out.
  private(set) var part: ProgramPart

  /// After so many rounds with new flows none is left out.
  static let mostRounds = 50

  init(
    solver: any Solver, options: SolveOptions, program: DeclineSubstitution, part: ProgramPart
  ) {
    (self.solver, self.options, self.program, self.part) = (solver, options, program, part)
  }

  /// The optimum of ``program``, with values and statuses of all its columns and rows; or why there is none, with the
  /// last basis.
  ///
  /// - Parameters:
  ///   - basis: the starting basis. What is left out is nonbasic at 0, or a basic slack.
  ///   - method: of the first solve.
  /// - Throws: `SolverError`.
  mutating func solve(from basis: Basis, method: SolveOptions.Method) throws -> Solution {
    var (basis, options) = (basis, options)
    options.method = method
    var (rounds, iterations) = (0, 0)
    while true {
      var found = try solver.solve(
        program.program(of: part), options: options, from: part.basis(of: basis))
      iterations += found.iterations
      found.iterations = iterations
      if let last = found.basis { basis = part.whole(last) }
      guard found.isOptimal else {
        // With more flows there may be a feasible point.
        guard found.termination == .infeasible, !part.hasAllColumns else {
          return Solution(
            termination: found.termination, basis: basis, iterations: iterations)
        }
        part.addAllColumns()
        continue
      }
      let optimum = program.optimum(from: found, of: part)
      let rows = brokenRows(optimum)
      let columns = rows.isEmpty ? cheapColumns(optimum) : []
      guard !rows.isEmpty || !columns.isEmpty else { return optimum }
      part.add(rows: rows)
      part.add(columns: columns)
      rounds += rows.isEmpty ? 1 : 0
      if rounds == Self.mostRounds { part.addAllColumns() }
      options.method = rows.isEmpty ? .primal : .dual
    }
  }

  /// The rows that are left out and broken.
  private func brokenRows(_ optimum: Solution) -> [Int] {
    let rows = part.rowsLeftOut
    guard !rows.isEmpty else { return [] }
    let sizes = program.rowSizes
    let activities = program.activities(at: program.expanded(optimum.values))
    return rows.filter { row in
      let (lower, upper) = program.bounds(ofRow: row)
      let beyond = max(lower - activities[row], activities[row] - upper)
      return beyond > 1e-7 * max(abs(activities[row]), 1e-3 * sizes[row])
    }
  }

  /// The columns that are left out and would lower the cost.
  private func cheapColumns(_ optimum: Solution) -> [Int] {
    let least = -1e-9 * abs(optimum.objective) / Double(program.whole.columnCount)
    return part.columnsLeftOut.filter {
      program.whole.size(of: Column($0)) * optimum.reducedCosts[$0] < least
    }
  }
}

extension DeclineSubstitution {
  /// The optimum of a part, in all columns and rows.
  fileprivate func optimum(from found: Solution, of part: ProgramPart) -> Solution {
    var all = found
    all.values = part.whole(columns: found.values, elsewhere: 0)
    all.rowDuals = part.whole(rows: found.rowDuals, elsewhere: 0)
    all.reducedCosts = reducedCosts(rowDuals: all.rowDuals)
    all.basis = found.basis.map { part.whole($0) }
    return all
  }
}
