public import LinearProgramming

/// The answer to a planning question.
public struct PlanningResult: Sendable {
  /// Why the solver stopped; only `.optimal` has a plan.
  public var termination: Termination
  /// The LP as solved, with the rows added on the way.
  public var program: PlanningProgram
  /// The last stage's answer.
  public var solution: Solution
  /// Optimum of each stage of the objective, in order.
  public var stageValues: [Double]
  public var plan: Plan?
  public var goals: [GoalOutcome] = []
  /// Iterations over all solves.
  public var iterations: Int

  /// The last stage's optimum.
  public var objective: Double { solution.objective }
  /// The plan's whole discounted cost, without penalties and risk.
  public var cost: Double { program.cost(at: solution.values) }
}

/// Solves planning programs: the stages of the objective in order, each with the cuts that its cones
/// need, all in one solver session that goes on from the last basis.
public struct Planner: Sendable {
  public var solver: any Solver
  public var options: SolveOptions
  public var decomposition: Decomposition
  public var strategy: StartStrategy

  public init(
    solver: any Solver, options: SolveOptions = .standard,
    decomposition: Decomposition = .automatic, strategy: StartStrategy = .automatic
  ) {
    self.solver = solver
    self.options = options
    self.decomposition = decomposition
    self.strategy = strategy
  }

  /// The program of an instance and a model: with all its stress windows in it, or decomposed.
  public func program(for instance: Instance, _ model: Model) -> PlanningProgram {
    decomposition.applies(to: instance, model)
      ? PlanningProgram(decomposing: model, of: instance)
      : PlanningProgram(instance: instance, model: model)
  }

  /// Plans for an instance and a model.
  ///
  /// - Throws: ``SolverError`` where the solver fails.
  public func plan(_ instance: Instance, _ model: Model, from basis: Basis? = nil) throws
    -> PlanningResult
  {
    try solve(program(for: instance, model), from: basis)
  }

  public func solve(_ program: PlanningProgram, from basis: Basis? = nil) throws -> PlanningResult {
    var result = try solvedStages(of: program, from: basis)
    guard result.termination == .optimal else { return result }
    let plan = result.program.plan(at: result.solution)
    result.plan = plan
    result.goals = try GoalReport(solver: solver, result: result, plan: plan).outcomes()
    return result
  }

  /// Decomposed where the program is, by periods where that pays, else as it stands.
  private func solvedStages(of program: PlanningProgram, from basis: Basis?) throws
    -> PlanningResult
  {
    let deadline = Deadline(options)
    guard !program.recourses.isEmpty else {
      let fast = basis == nil ? try solveByPeriods(program, deadline) : nil
      return try fast ?? solve(program, from: basis, start: nil, deadline)
    }
    do {
      return try DecomposedSolve(
        solver: solver, options: options, deadline: deadline, program: program
      ).solve()
    } catch let error where error is DecompositionStalled || error is SolverError {
      // Cuts may pile up to a program that is hard for its numbers; the monolithic one answers instead.
      let whole = PlanningProgram(instance: program.instance, model: program.model)
      return try solvedStages(of: whole, from: nil)
    }
  }

  private func solve(
    _ program: PlanningProgram, from basis: Basis?, start: PeriodStart?, _ deadline: Deadline
  ) throws -> PlanningResult {
    try solver.withSession(program.program) { session in
      var run = StagedSolve(session: session, program: program, deadline: deadline, start: start)
      if let basis { try session.start(from: basis) }
      return try run.solveStages(options)
    }
  }

  /// Solves from a start by periods, of a MIP its relaxation, at whose basis it then begins; nil where that does not pay, where a period has no optimum by itself,
  /// and where the solver fails on the way: then the plain way is left.
  private func solveByPeriods(_ program: PlanningProgram, _ deadline: Deadline) throws
    -> PlanningResult?
  {
    guard program.startsByPeriod(strategy) else { return nil }
    if program.program.isMixedInteger {
      var relaxed = program
      relaxed.program = program.program.relaxation
      guard let basis = try solveByPeriods(relaxed, deadline)?.solution.basis else { return nil }
      return try solve(program, from: basis, start: nil, deadline)
    }
    do {
      var start = PeriodStart(program)
      guard try start.run(solver: solver, options: options, deadline: deadline) else { return nil }
      if let decline = DeclineSolve(start) {
        return try decline.solve(solver: solver, options: options, deadline: deadline)
      }
      return try solve(program, from: nil, start: start, deadline)
    } catch is SolverError {
      return nil
    }
  }
}

/// The wall-clock time at which a time limit ends, shared by all solves of one question.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  public init(_ options: SolveOptions) {
    end = options.timeLimit.map { ContinuousClock.now.advanced(by: $0) }
  }

  /// Whether the time is over.
  public var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }

  /// The options with what is left of the time.
  public func apply(to options: SolveOptions) -> SolveOptions {
    guard let end else { return options }
    var rest = options
    rest.timeLimit = max(.milliseconds(1), ContinuousClock.now.duration(to: end))
    return rest
  }
}
