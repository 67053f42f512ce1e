public import LinearProgramming
public import Planning
public import Sourcing

/// Why a model costs what it costs, or why it has no feasible plan.
public struct Explanation: Sendable {
  public enum Finding: Sendable {
    /// Each goal's account beside the plan.
    case feasible(PlanningResult, [GoalAccount])
    /// What conflicts, and what targets would have to give; each nil where the time limit came first, the
    /// solver failed or, for the conflict, where none of the known goals and data is the reason.
    case infeasible(Conflict?, TargetRelaxation?)
    /// The time limit came before it was known whether the model is feasible.
    case unknown
  }
  public var finding: Finding
  /// Whether nothing was left out, for the time limit or a failure.
  public var isComplete: Bool
  /// What the solver failed with, where that left something out.
  public var failure: String?
  /// Whether it rests on branch and cut having found no plan, where to prove that takes too many branches.
  public var isUnproven = false

  /// Whether it says what each goal costs, what conflicts, or why that is not known; else the time limit came
  /// first.
  public var isDiagnosis: Bool {
    switch finding {
    case .feasible: true
    case .infeasible(let conflict, let advice): conflict != nil || advice != nil || failure != nil
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
      let probe = FeasibilityProbe(solver: solver, instance: instance, options: options)
      probe.claims.note(result.solution)
      return try explainInfeasible(probe, model)
    case .unbounded:
      throw NoOptimum("what the model's plan costs", result.termination)
    case .timeLimit, .iterationLimit, .cancelled:
      return Explanation(finding: .unknown, isComplete: false)
    }
  }

  /// The conflict alone; nil where the time limit came first.
  ///
  /// - Throws: `SolverError` where the solver fails.
  public func conflict(_ instance: Instance, _ model: Model) throws -> Conflict? {
    let probe = FeasibilityProbe(
      solver: Deadline(options).limiting(solver), instance: instance, options: options)
    return try beforeLimit { try ConflictFinder(probe: probe, model: model).find() } ?? nil
  }

  /// That there is no plan is known: what can be said of why is said, even where the solver fails at the rest.
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
    let conflict = try sought { try ConflictFinder(probe: probe, model: model).find() }
    let advice = try sought { try TargetAdviser(probe: probe, model: model).advise() }
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
