package import Formulation
package import LinearProgramming
import Sourcing

/// One run through the stages of a model's objective in a solver session that holds its program.
package struct StagedSolve {
  /// The session.
  package let session: any SolverSession
  /// The program, with the rows added on the way.
  package var program: PlanningProgram
  /// The cuts of the stress windows of a decomposed program; nil of a program with its windows in the rows.
  package let recourseCuts: RecourseCuts?
  /// Whether the session's basis is feasible, so that the primal simplex can start from it.
  let startsFeasible: Bool
  /// What each stage starts from; nil: the session's basis, which is that of the stage before.
  let carried: CarriedStart?
  /// Simplex iterations so far.
  package private(set) var iterations = 0

  /// A solve in a session in which the program is loaded. Goals against any attack hold under attacks whose windows are
  /// in the rows, and under others by cuts.
  ///
  /// - Parameters:
  ///   - session: the session.
  ///   - program: its program.
  ///   - solver: solves the windows of attacks, if goals are against any.
  ///   - known: what is known of these windows. The cuts are added to the session.
  /// - Throws: `SolverError`.
  package init(
    session: any SolverSession, program: PlanningProgram, solver: any Solver,
    knowing known: KnownRecourses = KnownRecourses()
  ) throws {
    let cuts =
      program.attackGoals.isEmpty ? nil : RecourseCuts(program, solver: solver, from: known)
    self.init(session: session, program: program, recourseCuts: cuts)
    for cut in cuts?.found ?? [] { try add(cut) }
  }

  /// A solve in a session in which the program is loaded. Goals against any attack hold only under attacks whose windows
  /// are in the rows.
  package init(session: any SolverSession, program: PlanningProgram) {
    self.init(session: session, program: program, recourseCuts: nil)
  }

  init(
    session: any SolverSession, program: PlanningProgram, startsFeasible: Bool = false,
    recourseCuts: RecourseCuts?, carried: CarriedStart? = nil
  ) {
    self.session = session
    self.program = program
    self.recourseCuts = recourseCuts
    self.startsFeasible = startsFeasible
    self.carried = carried
  }

  /// Minimises each stage in turn. Each later stage keeps every earlier one within its tolerance.
  package mutating func solveStages(_ options: SolveOptions) throws -> PlanningResult {
    var options = options
    let stages = program.model.objective
    let isPlain = if case .cost = stages[0].quantity { stages.count == 1 } else { false }
    var values: [Double] = []
    var bases: [Basis?] = []
    var solution = Solution(termination: .infeasible)
    for (place, stage) in stages.enumerated() {
      let expression = isPlain ? LinearExpression() : program.expression(of: stage.quantity)
      if !isPlain { try setObjective(expression) }
      var stageOptions = options
      if let basis = carried?.basis(ofStage: place, for: program) {
        try session.start(from: basis)
      } else if place > 0 || startsFeasible {
        stageOptions.method = .primal
      }
      // The optimum of a program without some of its cuts is only a bound on that of the plan.
      let isWhole =
        place == stages.count - 1 && program.cones.isEmpty && recourseCuts == nil
      if case .cost = stage.quantity { stageOptions.objectiveIsResult = isWhole }
      let last = solution
      solution = try solveWithCuts(stageOptions)
      guard solution.termination == .optimal else {
        if solution.termination.isLimit, last.isOptimal, solution.primalStatus != .feasible {
          // The point of the last stage keeps this stage's rows too.
          solution.primalStatus = .feasible
          solution.values = last.values
          solution.activities = last.activities
          solution.objective = expression.value(at: last.values)
        }
        break
      }
      values.append(solution.objective)
      bases.append(solution.basis)
      // It keeps this stage, so the next one has a point from the start.
      if program.program.isMixedInteger { options.knownPoints = [solution.values] }
      if place < stages.count - 1 { try keepStage(place, near: solution.objective) }
    }
    return PlanningResult(
      termination: solution.termination, program: program, solution: solution,
      stageValues: values, stageBases: bases, iterations: iterations)
  }

  /// Solves, adds the cuts of cones and stress windows that the solution breaks, and repeats until no cut moves the
  /// solution. The time limit of the options is for all rounds together.
  ///
  /// - Throws: `SolverError` if a cone stays broken; `DecompositionStalled` if a stress window does, and if the solver fails
  ///   while attacks are found.
  package mutating func solveWithCuts(_ options: SolveOptions) throws -> Solution {
    guard let cuts = recourseCuts else { return try solveInRounds(options) }
    return try cuts.keepingAttacks { try solveInRounds(options) }
  }

  private mutating func solveInRounds(_ options: SolveOptions) throws -> Solution {
    let deadline = Deadline(options)
    var options = options
    if program.program.isMixedInteger, !program.cones.isEmpty {
      // Most cuts are found without branching.
      options.relaxesIntegers = true
      let relaxed = try rounds(options, until: deadline)
      guard relaxed.termination == .optimal else { return relaxed.withoutPoint }
      options.relaxesIntegers = false
      options.method = .dual
    }
    return try rounds(options, until: deadline)
  }

  private mutating func rounds(_ options: SolveOptions, until deadline: Deadline) throws
    -> Solution
  {
    var options = options
    var rounds = CutRounds()
    var best: Solution?
    for round in 0..<CutRounds.most {
      let solution =
        deadline.isOver
        ? Solution(termination: .timeLimit) : try session.solve(deadline.apply(to: options))
      iterations += solution.iterations
      guard solution.termination == .optimal else {
        return stopped(solution, best, rounds)
      }
      let isCut = try addCuts(at: solution, &rounds)
      // The last cuts did not change the point: within the solver's tolerances it keeps them.
      let hasMoved = round == 0 || solution.iterations > 0
      switch try recourseCuts?.separate(solution, deadline.apply(to: options), isLast: !hasMoved) {
      case .stopped(let reason):
        return stopped(Solution(termination: reason, bound: solution.bound), best, rounds)
      case .cuts(let cuts) where !cuts.isEmpty:
        for cut in cuts { try add(cut) }
      default:
        guard isCut else {
          try rounds.require(program.cones, keptAt: solution.values)
          return solution
        }
      }
      options.method = .dual
      if isCut, program.program.isMixedInteger, !options.relaxesIntegers,
        let whole = try completed(solution, options, until: deadline)
      {
        if best.map({ whole.objective < $0.objective }) ?? true { best = whole }
        options.knownPoints.append(whole.values)
      }
    }
    throw SolverError.refuted("the cuts did not converge in \(CutRounds.most) rounds")
  }

  /// The best point with the integer columns of a solution: they are fixed, and the others are cut until they keep all
  /// cones. nil if there is none. The cuts hold for all points.
  private mutating func completed(
    _ solution: Solution, _ options: SolveOptions, until deadline: Deadline
  ) throws -> Solution? {
    var options = options
    options.relaxesIntegers = true
    let lp = session.program
    for index in lp.integerColumns {
      let whole = solution.values[Int(index)].rounded()
      try session.setBounds(Column(Int(index)), lower: whole, upper: whole)
    }
    let result = Result { try rounds(options, until: deadline) }
    for index in lp.integerColumns.map(Int.init) {
      try session.setBounds(
        Column(index), lower: lp.columnLower[index], upper: lp.columnUpper[index])
    }
    let completed = try result.get()
    return completed.isOptimal ? completed : nil
  }

  /// What is known when a limit ends the rounds: the best point that keeps all cones and windows, and the bound of the
  /// program with the cuts so far.
  private func stopped(_ solution: Solution, _ best: Solution?, _ rounds: CutRounds) -> Solution {
    guard solution.termination.isLimit else { return solution }
    let keepsAll =
      recourseCuts == nil && rounds.areKept(program.cones, at: solution.values)
    let points = [best, keepsAll ? solution : nil].compactMap(\.self)
      .filter { $0.primalStatus == .feasible }
    guard let known = points.min(by: { $0.objective < $1.objective }) else {
      return solution.withoutPoint
    }
    var result = known
    (result.termination, result.bound) = (solution.termination, solution.bound)
    (result.rowDuals, result.reducedCosts) = ([], [])
    return result
  }

  /// Adds a cut of a stress window, scaled so that its largest coefficient is 1. Row of `risk`: money; of
  /// `resilience`: units.
  package mutating func add(_ cut: RecourseCut) throws {
    let terms = cut.expression.terms
    let scale = 1 / (terms.map { abs($0.coefficient) }.max() ?? 1)
    var expression = LinearExpression()
    expression.add(cut.expression, scaledBy: scale)
    try addRow(
      .recourseCut(cut.subject), expression, atMost: 0,
      stating: cut.sensitivities.map {
        ($0.constraint, LinearExpression(constant: scale * $0.rate))
      })
  }

  private mutating func addCuts(at solution: Solution, _ rounds: inout CutRounds) throws -> Bool {
    let cuts = rounds.cuts(of: program.cones, at: solution.values)
    for (place, cut) in cuts {
      let constraint = program.cones[place].constraint
      try addRow(
        program.goals[constraint].key(of: .hhi, at: constraint), cut.expression, atMost: 0,
        stating: [(constraint, cut.sensitivity)])
    }
    return !cuts.isEmpty
  }

  /// The attacks that were found to matter for goals against any attack.
  package var attacksFound: KnownAttacks { recourseCuts?.attacksFound ?? KnownAttacks() }

  /// Sets the objective; only the costs that change are sent to the session.
  package func setObjective(_ expression: LinearExpression) throws {
    let costs = expression.coefficients(columns: program.program.columnCount)
    let current = session.program.cost
    for (index, cost) in costs.enumerated() where current[index] != cost {
      try session.setCost(Column(index), cost)
    }
  }

  /// `objective`: keeps a stage of the objective near the value that it reached:
  ///
  ///     stage ≤ value + max(tolerance·|value|, 1e-6·|value|, 1e-9 of what its largest term usually is)
  ///
  /// Row: the stage's unit. Dual ≤ 0: the change of the last stage's optimum for one more unit of this stage.
  package mutating func keepStage(_ place: Int, near value: Double) throws {
    let stage = program.model.objective[place]
    let expression = program.expression(of: stage.quantity)
    let slack = max(
      stage.tolerance * abs(value), 1e-6 * abs(value),
      program.program.room(of: expression, near: value))
    try addRow(.objectiveStage(place), expression, atMost: value + slack)
  }

  /// `cost_limit`: cost ≤ limit + 1e-9·|known|, so that round-off does not exclude a known plan. Row: money. Dual ≤ 0:
  /// the change of what is minimised for one more unit of money.
  ///
  /// - Parameter known: the cost of that plan.
  package mutating func limit(cost: LinearExpression, to limit: Double, known: Double) throws {
    try addRow(.costLimit, cost, atMost: limit + 1e-9 * abs(known))
  }

  /// Adds a row to the session and to the program, so that both have the same rows.
  private mutating func addRow(
    _ key: RowKey, _ expression: LinearExpression, atMost limit: Double,
    stating targets: [(constraint: GoalConstraintIndex, sensitivity: LinearExpression)] = []
  ) throws {
    try session.addRow(expression, lower: -.infinity, upper: limit)
    _ = program.addRow(key, expression, upper: limit, stating: targets)
  }
}
