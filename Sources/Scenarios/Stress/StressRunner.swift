import Formulation
public import LinearProgramming
import Parallel
public import Sourcing

/// Stresses a plan: solves the stress LP for each disruption, least lost value first, then least stock
/// used, then least supply cost.
public struct StressRunner: Sendable {
  public let instance: Instance
  public let model: Model
  public let plan: Plan
  /// τ, in which the window starts.
  public var period: PeriodIndex
  public var options: StressOptions
  public var solver: any Solver
  public var solveOptions: SolveOptions
  /// Whether to find each market's largest service level and time to survive: several LPs a market.
  public var findsMarketLimits = true

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

  /// What each disruption does under one sharing arrangement; the undisturbed window comes first.
  ///
  /// - Throws: `SolverError`.
  public func run(_ disruptions: some Sequence<Disruption>, sharing: Sharing, jobs: Int = 1) throws
    -> (undisturbed: StressOutcome, disrupted: [StressOutcome])
  {
    try inWindows(
      Array(disruptions), sharing: sharing, jobs: jobs,
      undisturbed: { try $0.solveUndisturbed($1) },
      disrupted: { try $0.solve($1, $2, undisturbed: $3) })
  }

  /// Works on the window without a disruption, then on that of each disruption, on up to `jobs` threads.
  ///
  /// Each window is loaded anew and starts from the basis of the undisturbed one. So what is found of a
  /// disruption depends on nothing but itself: not on `jobs`, nor on which others there are.
  func inWindows<Undisturbed: Sendable, Answer: Sendable>(
    _ disruptions: [Disruption], sharing: Sharing, jobs: Int,
    undisturbed: (StressWindow, SharingTerms) throws -> Undisturbed,
    disrupted: @Sendable (StressWindow, Disruption, SharingTerms, Undisturbed) throws -> Answer
  ) throws -> (undisturbed: Undisturbed, disrupted: [Answer]) {
    var options = options
    options.sharing = sharing
    let stress = try StressProgram(
      instance: instance, model: model, plan: plan, period: period, options: options,
      until: solver.deadline)
    let alone = sharing.takesTerms ? try WindowsWithoutSharing(of: self) : nil
    let terms = try alone?.terms(of: sharing, against: nil) ?? SharingTerms()
    let costs = StressCosts(of: stress)
    let first = try inWindow(of: stress, costs) { window in
      (answer: try undisturbed(window, terms), basis: window.session.basis)
    }
    let answers = try inParallel(disruptions, jobs: jobs) { disruption in
      let terms = try alone?.terms(of: sharing, against: disruption) ?? SharingTerms()
      return try inWindow(of: stress, costs, from: first.basis) { window in
        try disrupted(window, disruption, terms, first.answer)
      }
    }
    return (first.answer, answers)
  }

  /// Loads a window, to start from a basis.
  private func inWindow<Answer>(
    of stress: StressProgram, _ costs: StressCosts, from basis: Basis? = nil,
    _ work: (StressWindow) throws -> Answer
  ) throws -> Answer {
    try solver.withSession(stress.program) { session in
      try work(
        StressWindow(
          session: StressSession(
            stress, session: session, options: solveOptions, basis: basis),
          costs: costs, findsMarketLimits: findsMarketLimits))
    }
  }

  /// The rights of an `iep` arrangement, by commodity, one set a disruption; members in their bloc's order.
  ///
  /// - Throws: `SolverError`, `NoOptimum`.
  public func emergencyRights(_ disruptions: some Sequence<Disruption>, sharing: Sharing) throws
    -> [[CommodityIndex: EmergencyRights]]
  {
    let alone = try WindowsWithoutSharing(of: self)
    return try disruptions.map { try alone.terms(of: sharing, against: $0).rights }
  }

  /// Only the least lost value of each disruption, in their order: the first of the stages.
  ///
  /// - Throws: `SolverError`, `NoOptimum`.
  public func lostValues(_ disruptions: some Sequence<Disruption>, sharing: Sharing, jobs: Int = 1)
    throws -> [Double]
  {
    try inWindows(
      Array(disruptions), sharing: sharing, jobs: jobs,
      undisturbed: { _ = try $0.leastLostValue(nil, $1) },
      disrupted: { window, disruption, terms, _ in
        try window.leastLostValue(disruption, terms)
      }
    ).disrupted
  }
}
