import Formulation
public import LinearProgramming
import Parallel
public import Sourcing

/// Makes the stress runs of a plan: for each disruption, the least lost value of all regions, then the least
/// stock used, then the least supply cost. The whole window is known in month 1.
public struct StressRunner: Sendable {
  /// The instance of the plan.
  public let instance: Instance
  /// The model of the plan.
  public let model: Model
  /// The plan.
  public let plan: Plan
  /// τ, the period of the window.
  public var period: PeriodIndex
  /// Length of the window, reroute time, and whether there are stockpiles.
  public var options: StressOptions
  /// The solver of all runs.
  public var solver: any Solver
  /// Options for each solve.
  public var solveOptions: SolveOptions
  /// Whether to find ``StressOutcome/Market/serviceBest`` and ``StressOutcome/Market/timeToSurvive`` of markets
  /// with a shortage. It takes several LPs for each of these markets.
  public var findsMarketLimits = true

  /// A runner for a plan.
  ///
  /// - Parameters:
  ///   - instance: the instance of the plan. The runs check it.
  ///   - model: the model of the plan. The runs check it.
  ///   - plan: a plan of this instance and model.
  ///   - period: τ; nil for the last period.
  ///   - options: nil for those of the model.
  ///   - solver: solves the windows.
  ///   - solveOptions: time limit and other options of each solve.
  public init(
    instance: Instance, model: Model, plan: Plan, period: PeriodIndex? = nil,
    options: StressOptions? = nil, solver: any Solver, solveOptions: SolveOptions = .standard
  ) {
    self.instance = instance
    self.model = model
    self.plan = plan
    self.period = period ?? instance.horizon.last
    self.options = options ?? model.stress
    self.solver = solver
    self.solveOptions = solveOptions
  }

  /// The outcome of each disruption, and of the window without a disruption, under one sharing arrangement.
  ///
  /// - Parameters:
  ///   - disruptions: those of the instance, or others, each in a window of its own.
  ///   - sharing: who may use whose stockpiles; the ``options``' rule if not given.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: `ValueProblems` if the instance, the model, the period, the options, the sharing or a disruption is
  ///   wrong, or the plan is of another instance; `NoOptimum` at a time limit; `SolverError`.
  public func run(
    _ disruptions: some Sequence<Disruption>, sharing: Sharing? = nil, jobs: Int = 1
  ) throws -> (undisturbed: StressOutcome, disrupted: [StressOutcome]) {
    let (disruptions, sharing) = (Array(disruptions), sharing ?? options.sharing)
    try check(disruptions, [sharing])
    return try runUnchecked(disruptions, sharing: sharing, jobs: jobs)
  }

  /// Checks all that stress runs need.
  ///
  /// - Parameters:
  ///   - disruptions: the disruptions.
  ///   - sharing: the sharing arrangements.
  /// - Throws: what is wrong.
  package func check(_ disruptions: [Disruption], _ sharing: [Sharing]) throws(ValueProblems) {
    try instance.validateStress(
      of: plan, model, in: period, options, sharing: sharing, disruptions: disruptions)
  }

  /// The outcomes, as ``run(_:sharing:jobs:)``, for a question that was checked, or made from a valid one.
  ///
  /// - Parameters:
  ///   - disruptions: the disruptions, each in a window of its own.
  ///   - sharing: the sharing arrangement.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: `NoOptimum` at a time limit; `SolverError`.
  package func runUnchecked(
    _ disruptions: some Sequence<Disruption>, sharing: Sharing, jobs: Int = 1
  ) throws -> (undisturbed: StressOutcome, disrupted: [StressOutcome]) {
    let disruptions = Array(disruptions)
    return try reportingDisruptions(disruptions, sharing) { step in
      try inWindows(
        disruptions, sharing: sharing, jobs: jobs, step,
        undisturbed: { try $0.solveUndisturbed($1) },
        disrupted: { try $0.solve($1, $2, undisturbed: $3) })
    }
  }

  private func reportingDisruptions<Answer>(
    _ disruptions: [Disruption], _ sharing: Sharing, _ work: (WorkStep) throws -> Answer
  ) rethrows -> Answer {
    try solver.progress.step(
      "disruptions under \(sharing.label)", parts: disruptions.count, work)
  }

  /// Solves the window without a disruption, then the window of each disruption on up to `jobs` threads. Each
  /// disruption is a part of `step`.
  func inWindows<Undisturbed: Sendable, Answer: Sendable>(
    _ disruptions: [Disruption], sharing: Sharing, jobs: Int, _ step: WorkStep,
    undisturbed: (StressWindow, SharingTerms) throws -> Undisturbed,
    disrupted: @Sendable (StressWindow, Disruption, SharingTerms, Undisturbed) throws -> Answer
  ) throws -> (undisturbed: Undisturbed, disrupted: [Answer]) {
    let windows = try StressWindows(self, sharing: sharing, undisturbed: undisturbed)
    let answers = try windows.solve(disruptions, jobs: jobs, step) {
      try disrupted($0, $1, $2, windows.undisturbed)
    }
    return (windows.undisturbed, answers)
  }

  /// The emergency rights of an `iep` arrangement: for each disruption, the rights by commodity, with the members
  /// in the order of their bloc.
  ///
  /// - Throws: as ``run(_:sharing:jobs:)``.
  public func emergencyRights(_ disruptions: some Sequence<Disruption>, sharing: Sharing) throws
    -> [[CommodityIndex: EmergencyRights]]
  {
    let disruptions = Array(disruptions)
    try check(disruptions, [sharing])
    let unshared = try WindowsWithoutSharing(of: self)
    return try disruptions.map { try unshared.terms(of: sharing, against: $0).rights }
  }

  /// The least lost value of all regions in each disruption, money. Only the first stage is solved.
  ///
  /// - Parameters:
  ///   - disruptions: the disruptions, each in a window of its own.
  ///   - sharing: the sharing arrangement.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: as ``run(_:sharing:jobs:)``.
  public func lostValues(_ disruptions: some Sequence<Disruption>, sharing: Sharing, jobs: Int = 1)
    throws -> [Double]
  {
    let disruptions = Array(disruptions)
    try check(disruptions, [sharing])
    return try reportingDisruptions(disruptions, sharing) { step in
      try inWindows(
        disruptions, sharing: sharing, jobs: jobs, step,
        undisturbed: { _ = try $0.leastLostValue(nil, $1) },
        disrupted: { window, disruption, terms, _ in
          try window.leastLostValue(disruption, terms)
        }
      ).disrupted
    }
  }
}
