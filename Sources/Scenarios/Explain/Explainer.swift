public import LinearProgramming
public import Planning
public import Sourcing

/// Why a model costs what it costs, or why it has no feasible plan.
public struct Explanation: Sendable {
  public enum Finding: Sendable {
    /// Each goal's account beside the plan.
    case feasible(PlanningResult, [GoalAccount])
    /// What conflicts, and what targets would have to give; each nil where the time limit came first or,
    /// for the conflict, where none of the known goals and data is the reason.
    case infeasible(Conflict?, TargetRelaxation?)
    /// The time limit came before it was known whether the model is feasible.
    case unknown
  }
  public var finding: Finding
  /// Whether the time limit left anything out.
  public var isComplete: Bool

  /// Whether it says what each goal costs, or what conflicts; else the time limit came first.
  public var isDiagnosis: Bool {
    switch finding {
    case .feasible: true
    case .infeasible(let conflict, let advice): conflict != nil || advice != nil
    case .unknown: false
    }
  }
}

/// Explains a model over an instance: of a feasible one what each goal costs; of an infeasible one an
/// irreducible conflict, the least joint change of targets, and the least change of each target alone.
public struct Explainer: Sendable {
  public var solver: any Solver
  /// Its time limit is for the whole explanation.
  public var options: SolveOptions

  public init(solver: any Solver, options: SolveOptions = .standard) {
    self.solver = solver
    self.options = options
  }

  /// - Throws: `SolverError` where the solver fails.
  public func explain(_ instance: Instance, _ model: Model) throws -> Explanation {
    let solver = Deadline(options).limiting(solver)
    // One LP with all stress windows: goals are freed in it afterwards.
    let planner = Planner(solver: solver, options: options, decomposition: .never)
    let result = try planner.plan(instance, model)
    switch result.termination {
    case .optimal:
      let accountant = GoalAccountant(solver: solver, options: options)
      let accounts = try accountant.accounts(of: result)
      return Explanation(
        finding: .feasible(result, accounts),
        isComplete: accounts.allSatisfy { $0.objectiveWithout != nil })
    case .infeasible:
      return try explainInfeasible(
        FeasibilityProbe(solver: solver, instance: instance, options: options), model)
    case .unbounded:
      throw NoOptimum("what the model's plan costs", result.termination)
    case .timeLimit, .iterationLimit, .cancelled:
      return Explanation(finding: .unknown, isComplete: false)
    }
  }

  /// The conflict alone; nil where the time limit came first.
  public func conflict(_ instance: Instance, _ model: Model) throws -> Conflict? {
    let probe = FeasibilityProbe(
      solver: Deadline(options).limiting(solver), instance: instance, options: options)
    return try beforeLimit { try ConflictFinder(probe: probe, model: model).find() } ?? nil
  }

  private func explainInfeasible(_ probe: FeasibilityProbe, _ model: Model) throws -> Explanation {
    let conflict = try beforeLimit { try ConflictFinder(probe: probe, model: model).find() }
    let advice = try beforeLimit { try TargetAdviser(probe: probe, model: model).advise() }
    return Explanation(
      finding: .infeasible(conflict ?? nil, advice), isComplete: conflict != nil && advice != nil)
  }

  private func beforeLimit<Answer>(_ work: () throws -> Answer) throws -> Answer? {
    do {
      return try work()
    } catch let error as NoOptimum where error.termination.isLimit {
      return nil
    }
  }
}
