import LinearProgramming

/// What is known of one attack.
struct EvaluatedAttack: Sendable {
  /// The places of its targets, ascending.
  var targets: [Int]
  /// L, the optimum with these targets closed.
  var optimum: Double
  /// c·y of a point y that is feasible with these targets closed and uses little of the others.
  var value: Double
  /// Σ_i w[i]·y[i] over the columns of each target. With the value it bounds L of every attack B from above:
  ///
  ///     L(B) ≤ value + Σ_{t∈B} uses[t]
  ///
  /// because y is feasible with the targets closed that y does not use.
  var uses: [Double]
  /// The basis of y, from which similar attacks start.
  var basis: Basis?
}

/// Solves the program of one attack after another.
struct AttackEvaluator: Sendable {
  let problem: InterdictionProblem
  let solver: any Solver
  let options: SolveOptions
  /// c + ε·w, whose optimum is mostly one of c and uses little of what can be attacked. Small, so that c decides.
  private let costs: [Double]
  private let start: LinearProgram

  /// ε of ``costs``.
  private static let share = 0.01
  /// What counts as no use of a column whose weight is infinite, in its usual size.
  private static let roundOff = 1e-9

  init(_ problem: InterdictionProblem, solver: any Solver, options: SolveOptions) {
    self.problem = problem
    self.solver = solver
    self.options = options
    var costs = problem.program.cost
    let largest = problem.weights.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    for column in Set(problem.targets.flatMap(\.columns)) {
      costs[column.index] += Self.share * min(problem.weights[column.index], max(largest, 1))
    }
    var start = problem.program
    for (index, cost) in costs.enumerated() { start.setCost(Column(index), cost) }
    (self.costs, self.start) = (costs, start)
  }

  /// Solves the program with the targets of an attack closed.
  ///
  /// - Parameter basis: where to start.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  func evaluate(_ attack: [Int], from basis: Basis?) throws -> EvaluatedAttack {
    try solver.deadline.check("what an attack costs")
    return try solver.withSession(start) { session in
      for column in Set(attack.flatMap { problem.targets[$0].columns }).sorted() {
        try session.setBounds(column, lower: 0, upper: 0)
      }
      if let basis { try session.start(from: basis) }
      var options = options
      options.progress = nil
      options.method = .dual
      let point = try session.solve(options).optimum(of: "a point that an attack leaves")
      for (index, cost) in problem.program.cost.enumerated() where costs[index] != cost {
        try session.setCost(Column(index), cost)
      }
      options.method = .primal
      let least = try session.solve(options).optimum(of: "what an attack costs")
      return EvaluatedAttack(
        targets: attack, optimum: least.objective, value: value(at: point.values),
        uses: problem.targets.map { use(of: $0, at: point.values) }, basis: point.basis)
    }
  }

  private func value(at point: [Double]) -> Double {
    let cost = problem.program.cost
    return point.indices.reduce(problem.program.constant) { $0 + cost[$1] * point[$1] }
  }

  private func use(of target: InterdictionProblem.Target, at point: [Double]) -> Double {
    target.columns.reduce(0) { sum, column in
      let (weight, value) = (problem.weights[column.index], max(0, point[column.index]))
      if weight.isFinite { return sum + weight * value }
      let size = problem.program.columnSize[column.index]
      return value > Self.roundOff * (size.isFinite ? size : 1) ? .infinity : sum
    }
  }
}
