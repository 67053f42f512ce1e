public import Formulation
public import LinearProgramming
public import Sourcing

/// The result of planning.
public struct PlanningResult: Sendable {
  /// Why the solver stopped; only `.optimal` has a plan. `.timeLimit` also where a plan was found, but not judged
  /// against its goals in time.
  public var termination: Termination
  /// The program, with the rows that were added while solving.
  public var program: PlanningProgram
  /// The solution of the last stage.
  public var solution: Solution
  /// The optimum of each stage of the objective, in order.
  public var stageValues: [Double]
  /// The basis of each stage's optimum, with the rows that the program had then; nil where the solver gives none.
  var stageBases: [Basis?] = []
  /// What was found of the stress windows of a decomposed program; nil of any other.
  var recourses: KnownRecourses?
  /// The plan; nil without an optimum.
  public var plan: Plan?
  /// What the plan achieves of each goal.
  public var goals: [GoalOutcome] = []
  /// What one more unit of use costs; nil without an optimum, if the last stage of the objective is not cost, and of a
  /// plan that is no solution of the program.
  public var marginalCosts: MarginalCosts?
  /// Simplex iterations of all solves.
  public var iterations: Int

  /// The optimum of the last stage, in its unit. Not a number (`nan`) without an optimum.
  public var objective: Double { solution.objective }
  /// The plan's discounted cost, without penalties and risk; money. Not a number (`nan`) without an optimum, as
  /// ``objective``.
  public var cost: Double { solution.isOptimal ? program.cost(at: solution.values) : .nan }
}

extension PlanningResult {
  /// The result if the time limit came before the program was built.
  public init(outOfTimeFor instance: Instance, _ model: Model) {
    self.init(unsolvedFor: instance, model, .timeLimit)
  }

  /// The result if the program was not built, because what it depends on ended without an optimum.
  init(unsolvedFor instance: Instance, _ model: Model, _ reason: Termination) {
    self.init(outOfTimeFor: PlanningProgram(unwritten: model, of: instance))
    (termination, solution) = (reason, Solution(termination: reason))
  }

  /// The result if the time limit came before the program was solved.
  init(outOfTimeFor program: PlanningProgram) {
    self.init(
      termination: .timeLimit, program: program, solution: Solution(termination: .timeLimit),
      stageValues: [], iterations: 0)
  }
}

/// Solves planning programs: the stages of the objective in order, each with the cuts of its cones and stress
/// windows, in one solver session, each solve from the last basis.
public struct Planner: Sendable {
  /// The solver for all programs.
  public var solver: any Solver
  /// The options of the solves. The time limit holds for all solves of a plan together.
  public var options: SolveOptions
  /// Whether stress windows are decomposed.
  public var decomposition: Decomposition
  /// How the first solve starts.
  public var strategy: StartStrategy

  /// A planner with these settings.
  public init(
    solver: any Solver, options: SolveOptions = .standard,
    decomposition: Decomposition = .automatic, strategy: StartStrategy = .automatic
  ) {
    self.solver = solver
    self.options = options
    self.decomposition = decomposition
    self.strategy = strategy
  }

  /// The program of an instance and a model, with its stress windows in the rows or decomposed. With `automatic`,
  /// a program with few windows is also decomposed if it is large enough to start by periods, because that is not
  /// possible with windows in the rows.
  ///
  /// - Throws: as ``plan(_:_:from:)`` before anything is solved; `NoOptimum` if the solver's deadline comes before the
  ///   program is built.
  public func program(for instance: Instance, _ model: Model) throws -> PlanningProgram {
    try check(instance, model)
    return try programUnchecked(for: instance, model)
  }

  /// The program of an instance and a model that were made from valid ones.
  ///
  /// - Throws: `NoOptimum` if the solver's deadline comes before the program is built.
  package func programUnchecked(for instance: Instance, _ model: Model) throws(NoOptimum)
    -> PlanningProgram
  {
    if decomposition.applies(to: instance, model, with: solver.tuning) {
      return try PlanningProgram(decomposing: model, of: instance, until: solver.deadline)
    }
    if case .automatic = decomposition, Decomposition.windowCount(instance, model) > 0 {
      let program = try PlanningProgram(decomposing: model, of: instance, until: solver.deadline)
      if program.startsByPeriod(strategy, with: solver) { return program }
    }
    return try PlanningProgram(instance: instance, model: model, until: solver.deadline)
  }

  /// Finds the optimal plan for an instance and a model. With `others_keep` above 0 the plan without goals is found
  /// first, unless the model has its `Model.othersTrade`.
  ///
  /// - Parameters:
  ///   - instance: the instance to plan.
  ///   - model: its model.
  ///   - basis: the starting basis, from a similar program; nil: none.
  /// - Throws: `ValueProblems` with everything that is wrong with the instance, or else with the model, before
  ///   anything is solved; also if the processes of an instance made in code make goods from nothing. `SolverError` if
  ///   the solver fails.
  public func plan(_ instance: Instance, _ model: Model, from basis: Basis? = nil) throws
    -> PlanningResult
  {
    do {
      try check(instance, model)
    } catch let error as NoOptimum where error.termination.isLimit {
      return PlanningResult(outOfTimeFor: instance, model)
    }
    return try planUnchecked(instance, model, from: basis)
  }

  /// Plans for an instance and a model that were made from valid ones, and may break rules that matter to
  /// people only, such as unique ids.
  ///
  /// - Throws: `SolverError` if the solver fails.
  package func planUnchecked(_ instance: Instance, _ model: Model, from basis: Basis? = nil) throws
    -> PlanningResult
  {
    if model.needsOthersTrade { return try pairUnchecked(instance, model).plan }
    let timed = timed()
    return try solver.progress.step("finding the plan") {
      guard let program = try? timed.programUnchecked(for: instance, model) else {
        return PlanningResult(outOfTimeFor: instance, model)
      }
      return try timed.judged(timed.solvedStages(of: program, from: basis))
    }
  }

  /// Finds the optimal plan for a program that is already built, as ``plan(_:_:from:)``.
  ///
  /// - Throws: `SolverError` if the solver fails.
  public func solve(_ program: PlanningProgram, from basis: Basis? = nil) throws -> PlanningResult {
    try solve(program, from: basis, knowing: KnownAttacks())
  }

  /// Finds the optimal plan for a program that is already built.
  ///
  /// - Parameters:
  ///   - program: the program.
  ///   - basis: the starting basis, from a similar program; nil: none.
  ///   - attacks: attacks that were found to matter in a similar program. They save time; others are found too.
  /// - Throws: `SolverError` if the solver fails.
  package func solve(
    _ program: PlanningProgram, from basis: Basis?, knowing attacks: KnownAttacks
  ) throws -> PlanningResult {
    let timed = timed()
    return try timed.judged(timed.solvedStages(of: program, from: basis, knowing: attacks))
  }

  /// The planner with one deadline for all its solves, which is the time limit of the options from now on.
  func timed() -> Planner {
    var planner = self
    planner.solver = Deadline(options).limiting(solver)
    return planner
  }

  /// A result with its plan and what the plan achieves of each goal. Where the time limit comes first, the result
  /// is a time limit, without a plan.
  func judged(_ result: PlanningResult) throws -> PlanningResult {
    guard result.termination == .optimal else { return result }
    var result = result
    do {
      let plan = result.program.plan(at: result.solution)
      result.goals = try GoalReport(
        solver: solver, program: result.program, plan: plan, cost: result.cost,
        solution: result.solution
      ).outcomes()
      result.plan = plan
      result.marginalCosts = result.marginalCostsOfSolution()
    } catch let error as NoOptimum where error.termination.isLimit {
      result.termination = error.termination
    }
    return result
  }

  /// Solves from a basis of a similar program.
  private func solvedStages(
    of program: PlanningProgram, from basis: Basis?, knowing attacks: KnownAttacks = KnownAttacks()
  ) throws -> PlanningResult {
    guard let basis else {
      return try solvedStages(of: program, from: CarriedStart?.none, knowing: attacks)
    }
    guard !solver.deadline.isOver else { return PlanningResult(outOfTimeFor: program) }
    return try solve(program, from: basis, isFeasible: false, knowing: attacks)
  }

  /// Solves the core first where that pays, then the whole from the core's basis.
  func solvedStages(
    of program: PlanningProgram, from start: CarriedStart?,
    knowing attacks: KnownAttacks = KnownAttacks()
  ) throws -> PlanningResult {
    guard !solver.deadline.isOver else { return PlanningResult(outOfTimeFor: program) }
    if let start, start.replacesCore {
      return try solve(program, carried: start, knowing: attacks)
    }
    let core = try solvedCore(of: program, from: start)
    if let core, program.isItsCore {
      return PlanningResult(
        termination: core.termination, program: program, solution: core,
        stageValues: core.isOptimal ? [core.objective] : [],
        stageBases: core.isOptimal ? [core.basis] : [], iterations: core.iterations)
    }
    var result =
      try core.map { try solve(program, from: $0.basis, isFeasible: true, knowing: attacks) }
      ?? solve(program, carried: start, knowing: attacks)
    result.iterations += core?.iterations ?? 0
    return result
  }

  private func solve(
    _ program: PlanningProgram, from basis: Basis? = nil, isFeasible: Bool = false,
    carried: CarriedStart? = nil, knowing attacks: KnownAttacks = KnownAttacks()
  ) throws -> PlanningResult {
    guard program.recourses.isEmpty, program.attackGoals.isEmpty else {
      let decomposed = DecomposedSolve(
        solver: solver, options: options, program: program, start: basis,
        startsFeasible: isFeasible, carried: carried, attacks: attacks)
      return try solve(decomposed)
    }
    return try solver.withSession(program.program) { session in
      var run = StagedSolve(
        session: session, program: program, startsFeasible: isFeasible, recourseCuts: nil,
        carried: carried)
      if let basis { try session.start(from: basis) }
      return try run.solveStages(options)
    }
  }

  private func solve(_ decomposed: DecomposedSolve) throws -> PlanningResult {
    do {
      return try decomposed.solve()
    } catch let error where error is DecompositionStalled || error is SolverError {
      // Cuts can make a program that is numerically difficult. The program with all windows in its rows is solved
      // instead.
      let found = (error as? DecompositionStalled)?.attacks ?? KnownAttacks()
      return try solve(withWindowsInRows: decomposed.program, of: found)
    }
  }

  /// Solves the program with all windows in its rows; of attacks, with the windows of those that were found. If others
  /// break a goal and their cuts do not converge, their windows are added too.
  private func solve(withWindowsInRows program: PlanningProgram, of attacks: KnownAttacks) throws
    -> PlanningResult
  {
    try withWindowsInRows(of: attacks) { attacks in
      let whole: PlanningProgram
      do {
        whole = try PlanningProgram(
          instance: program.instance, model: program.model, relaxed: program.leftOut,
          attacks: attacks, until: solver.deadline)
      } catch let stopped as NoOptimum where stopped.termination.isLimit {
        return PlanningResult(outOfTimeFor: program)
      }
      guard !whole.attackGoals.isEmpty else { return try solve(whole) }
      return try DecomposedSolve(solver: solver, options: options, program: whole).solve()
    }
  }

  /// The optimum of the program's core, from a given start or from one by periods. nil if that does not pay, has no
  /// optimum, or the solver fails: the whole program is then solved without it.
  private func solvedCore(of program: PlanningProgram, from start: CarriedStart?) throws
    -> Solution?
  {
    guard program.startsByPeriod(strategy, with: solver) else { return nil }
    do {
      let core = try CoreSolve(solver: solver, options: options).solve(program, from: start)
      guard let core, core.isOptimal || program.isItsCore else { return nil }
      return core
    } catch is SolverError {
      return nil
    }
  }
}
