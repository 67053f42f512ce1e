import LinearProgramming

/// All worlds in one program: a block for each world, which share the columns of the common decisions.
struct WholeHedge {
  let problem: HedgeProblem
  let solver: any Solver
  let options: SolveOptions
  /// The program without its objective.
  private let program: LinearProgram
  /// The column in ``program`` of each column of each world.
  private let places: [[Column]]
  /// Σ cost·x of each world.
  private let costs: [LinearExpression]
  /// R, the largest regret.
  private let regret: Column

  /// Writes the program.
  init(_ problem: HedgeProblem, solver: any Solver, options: SolveOptions) {
    self.problem = problem
    self.solver = solver
    self.options = options
    var program = LinearProgram()
    let common = (0..<problem.commonCount).map { decision in
      let (lower, upper) = problem.bounds(of: decision)
      return program.addColumn(
        lower: lower, upper: upper, integer: problem.isInteger(decision),
        size: problem.size(of: decision))
    }
    places = problem.worlds.map { Self.add($0, common, to: &program) }
    regret = program.addColumn(size: problem.costSize)
    self.program = program
    costs = zip(problem.worlds, places).map { world, places in
      var cost = LinearExpression(constant: world.program.constant)
      for (index, value) in world.program.cost.enumerated() { cost.add(value, places[index]) }
      return cost
    }
  }

  /// Adds the columns of a world that are not common, and its rows. Returns the column of each of its columns.
  private static func add(
    _ world: HedgeWorld, _ common: [Column], to program: inout LinearProgram
  ) -> [Column] {
    let own = world.program
    let shared = Dictionary(uniqueKeysWithValues: zip(world.common, common))
    let isInteger = own.isInteger
    let places = (0..<own.columnCount).map { index in
      shared[Column(index)]
        ?? program.addColumn(
          lower: own.columnLower[index], upper: own.columnUpper[index],
          integer: isInteger[index], size: own.columnSize[index])
    }
    let first = program.rowCount
    for row in 0..<own.rowCount {
      program.addRow(lower: own.rowLower[row], upper: own.rowUpper[row])
    }
    for term in 0..<own.termCount {
      program.add(
        own.termValue[term], places[Int(own.termColumn[term])],
        to: Row(first + Int(own.termRow[term])))
    }
    return places
  }

  /// Finds the best common decisions.
  func solve(_ criterion: HedgeCriterion) throws -> HedgeOutcome {
    try solver.withSession(stated(criterion)) { session in
      var rounds = 0
      let first = try solveWithRows(session, options, &rounds)
      guard first.isOptimal else { return ending(first.termination) }
      guard criterion == .regret else {
        return .solved(solution(first, bound: first.bound + expected.constant, rounds))
      }
      // Without regret every world costs what it costs alone: no decisions are cheaper.
      guard first[regret] > problem.resolution else {
        return .solved(solution(first, bound: first.bound, rounds))
      }
      var primal = options
      primal.method = .primal
      var second = first
      for slack in problem.regretSlacks(at: first[regret]) {
        try keepRegret(session, within: first[regret] + slack)
        second = try solveWithRows(session, primal, &rounds)
        guard second.termination == .infeasible else { break }
      }
      var found = solution(second.isOptimal ? second : first, bound: first.bound, rounds)
      found.isProven = !second.termination.isLimit
      return .solved(found)
    }
  }

  /// The least largest regret; nil if a limit came first, or no decisions are possible.
  func leastRegret() throws -> Double? {
    try solver.withSession(stated(.regret)) { session in
      var rounds = 0
      let solution = try solveWithRows(session, options, &rounds)
      return solution.isOptimal ? solution.bound : nil
    }
  }

  /// The program with the objective of its first stage.
  private func stated(_ criterion: HedgeCriterion) -> LinearProgram {
    var stated = program
    guard criterion == .regret else {
      for term in expected.terms { stated.setCost(term.column, term.coefficient) }
      return stated
    }
    stated.setCost(regret, 1)
    for (world, cost) in zip(problem.worlds, costs) {
      var row = cost
      row.add(-1, regret)
      row.constant -= world.ownCost
      stated.addRow(row, upper: 0)
    }
    return stated
  }

  private func ending(_ termination: Termination) -> HedgeOutcome {
    termination == .infeasible ? .impossible : .stopped(termination)
  }

  private var expected: LinearExpression {
    zip(problem.worlds, costs).reduce(into: LinearExpression()) {
      $0.add($1.1, scaledBy: $1.0.probability)
    }
  }

  /// Holds R within a limit, and minimises the expected cost.
  private func keepRegret(_ session: any SolverSession, within limit: Double) throws {
    try session.setBounds(regret, lower: 0, upper: limit)
    try session.setCost(regret, 0)
    for term in expected.terms { try session.setCost(term.column, term.coefficient) }
  }

  /// Solves, adds the rows that the point breaks, and repeats until it breaks none.
  private func solveWithRows(
    _ session: any SolverSession, _ options: SolveOptions, _ rounds: inout Int
  ) throws -> Solution {
    let found = try session.solve(options) { solution in
      zip(problem.worlds, places).flatMap { world, places in
        world.brokenRows(places.map { solution[$0] }).map { row in
          var moved = LinearExpression(constant: row.constant)
          for term in row.terms { moved.add(term.coefficient, places[term.column.index]) }
          return moved
        }
      }
    }
    rounds += found.rounds
    return found.solution
  }

  private func solution(_ solution: Solution, bound: Double, _ rounds: Int) -> HedgeSolution {
    HedgeSolution(
      common: (0..<problem.commonCount).map { solution.values[$0] },
      costs: costs.map { $0.value(at: solution.values) },
      points: places.map { $0.map { solution[$0] } }, bound: bound, isProven: true, rounds: rounds)
  }
}

extension HedgeProblem {
  /// By how much the largest regret may exceed the least one while the expected cost is minimised. The later ones are for
  /// problems that have no point within the first, because rows are added while they are solved.
  func regretSlacks(at value: Double) -> [Double] {
    [(1e-9, 1.0), (1e-7, 10), (1e-6, 100)].map { max($0 * abs(value), $1 * resolution) }
  }
}
