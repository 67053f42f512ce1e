import Formulation
public import LinearProgramming
public import Planning
public import Sourcing

/// What each goal of a model costs, or why the model has no feasible plan.
public struct Explanation: Sendable {
  /// What was found.
  public enum Finding: Sendable {
    /// The plan, and what each goal requires and costs.
    case feasible(PlanningResult, [GoalAccount])
    /// The conflict, and how far targets must be loosened. Each is nil if the time limit or a failure of the solver
    /// came first; the conflict also if the model is infeasible without all goals and groups of data.
    case infeasible(Conflict?, TargetRelaxation?)
    /// The time limit came before it was known whether the model is feasible.
    case unknown
  }
  /// What was found.
  public var finding: Finding
  /// Whether nothing is missing because of the time limit or a failure of the solver.
  public var isComplete: Bool
  /// The error of the solver, if something is missing because of it.
  public var failure: String?
  /// Whether it relies on a program being infeasible for which branch and cut found no plan, but the proof that
  /// there is none takes too many branches.
  public var isUnproven = false

  /// Whether there is something to report. False if the time limit came before the conflict and the changes of
  /// targets were found, or before it was known whether the model is feasible.
  public var isDiagnosis: Bool {
    switch finding {
    case .feasible: true
    case .infeasible(let conflict, let advice): conflict != nil || advice != nil || failure != nil
    case .unknown: false
    }
  }
}

/// Explains a model over an instance. For a feasible model it finds what each goal costs, and whether the plan without
/// goals meets it too (`GoalOutcome/withoutGoals`); for an infeasible model, an irreducible conflict, the least joint
/// change of targets, and the least change of each target alone.
public struct Explainer: Sendable {
  /// The solver.
  public var solver: any Solver
  /// Options of the solves. The time limit is one for the whole explanation.
  public var options: SolveOptions

  /// An explainer.
  public init(solver: any Solver, options: SolveOptions = .standard) {
    self.solver = solver
    self.options = options
  }

  /// Explains a model.
  ///
  /// - Throws: `ValueProblems` if the instance or the model is wrong; `SolverError` if the solver fails before it is
  ///   known whether the model is feasible; `NoOptimum` if the program is unbounded.
  public func explain(_ instance: Instance, _ model: Model) throws -> Explanation {
    try Planner(solver: solver).check(instance, model)
    return try explainUnchecked(instance, model)
  }

  /// Explains a model of an instance that were made from valid ones, and may break rules that matter to people only.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model.
  /// - Throws: as ``explain(_:_:)``, but no `ValueProblems`.
  package func explainUnchecked(_ instance: Instance, _ model: Model) throws -> Explanation {
    let solver = Deadline(options).limiting(solver)
    // One program with all stress windows, because rows of goals are freed in it afterwards.
    let planner = Planner(solver: solver, options: options, decomposition: .never)
    // The plan without goals is found first, as by `solve`, so that both give the same plan.
    let result = try planner.pairUnchecked(instance, model).plan
    switch result.termination {
    case .optimal:
      let accountant = GoalAccountant(solver: solver, options: options)
      let accounts = try accountant.accounts(of: result)
      return Explanation(
        finding: .feasible(result, accounts),
        isComplete: accounts.allSatisfy { $0.objectiveWithout != nil })
    case .infeasible:
      let probe = FeasibilityProbe(
        solver: solver, instance: instance, options: options,
        attacks: SharedAttacks(result.attacks))
      probe.claims.note(result.solution)
      return try explainInfeasible(probe, result.program.model)
    case .unbounded:
      throw NoOptimum("the cost of the model's plan", result.termination)
    case .timeLimit, .iterationLimit, .cancelled:
      return Explanation(finding: .unknown, isComplete: false)
    }
  }

  /// Finds the conflict only; nil if the time limit came first or there is no conflict.
  ///
  /// - Throws: `ValueProblems` if the instance or the model is wrong; `SolverError` if the solver fails.
  public func conflict(_ instance: Instance, _ model: Model) throws -> Conflict? {
    try instance.validate()
    try model.validate(for: instance)
    let probe = FeasibilityProbe(
      solver: Deadline(options).limiting(solver), instance: instance, options: options)
    return try beforeLimit {
      let model = try withOthersTrade(model, probe)
      return try solver.progress.step("what conflicts: tests of goals and data") { step in
        try ConflictFinder(probe: probe, model: model, step).find()
      }
    } ?? nil
  }

  /// The model with what `others_keep` protects. Without a plan without goals nothing is protected: the data alone
  /// conflict.
  private func withOthersTrade(_ model: Model, _ probe: FeasibilityProbe) throws -> Model {
    do {
      return try Planner(solver: probe.solver, options: options)
        .withOthersTrade(probe.instance, model)
    } catch let error as NoOptimum where error.termination == .infeasible {
      return model
    }
  }

  /// Explains a model that has no plan. What is found is returned even if the solver fails at the rest.
  private func explainInfeasible(_ probe: FeasibilityProbe, _ model: Model) throws -> Explanation {
    var failure: SolverError?
    func sought<Answer>(_ work: () throws -> Answer) throws -> Answer? {
      do {
        return try beforeLimit(work)
      } catch let error as SolverError {
        failure = failure ?? error
        return nil
      }
    }
    let progress = probe.solver.progress
    let conflict = try sought {
      try progress.step("what conflicts: tests of goals and data") { step in
        try ConflictFinder(probe: probe, model: model, step).find()
      }
    }
    let advice = try sought {
      try progress.step("smallest changes of targets") { step in
        try TargetAdviser(probe: probe, model: model).advise(step)
      }
    }
    return Explanation(
      finding: .infeasible(conflict ?? nil, advice), isComplete: conflict != nil && advice != nil,
      failure: failure.map { "\($0)" }, isUnproven: probe.claims.isAny)
  }

  private func beforeLimit<Answer>(_ work: () throws -> Answer) throws -> Answer? {
    do {
      return try work()
    } catch let error as NoOptimum where error.termination.isLimit {
      return nil
    }
  }
}
