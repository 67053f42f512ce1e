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
    let parts = try inWindows(Array(disruptions), sharing: sharing, jobs: jobs) {
      window, part, terms in
      let undisturbed = try window.solveUndisturbed(terms[0])
      let disrupted = try zip(part, terms.dropFirst()).map {
        try window.solve($0, $1, undisturbed: undisturbed)
      }
      return (undisturbed, disrupted)
    }
    return (parts[0].0, Array.gathered(parts.map(\.1)))
  }

  /// Deals disruptions out to threads, each with a window of its own loaded once. `work` gets the window, its
  /// disruptions, and the terms of sharing, those of the undisturbed window first.
  func inWindows<Answer: Sendable>(
    _ disruptions: [Disruption], sharing: Sharing, jobs: Int,
    _ work: @Sendable (StressWindow, [Disruption], [SharingTerms]) throws -> Answer
  ) throws -> [Answer] {
    var options = options
    options.sharing = sharing
    let stress = try StressProgram(
      instance: instance, model: model, plan: plan, period: period, options: options,
      until: solver.deadline)
    return try inParallel(disruptions.dealt(into: jobs)) { part in
      let terms = try terms(of: sharing, [nil] + part)
      return try solver.withSession(stress.program) { session in
        let window = StressWindow(
          session: StressSession(stress, session: session, options: solveOptions),
          findsMarketLimits: findsMarketLimits)
        return try work(window, part, terms)
      }
    }
  }

  /// The rights of an `iep` arrangement, by commodity, one set a disruption; members in their bloc's order.
  ///
  /// - Throws: `SolverError`, `NoOptimum`.
  public func emergencyRights(_ disruptions: some Sequence<Disruption>, sharing: Sharing) throws
    -> [[CommodityIndex: EmergencyRights]]
  {
    try terms(of: sharing, Array(disruptions)).map(\.rights)
  }

  /// What a sharing arrangement takes from windows in which nobody shares, one a disruption.
  func terms(of sharing: Sharing, _ disruptions: [Disruption?]) throws -> [SharingTerms] {
    guard sharing.mode == .iep || sharing.fairness == .maxMin else {
      return disruptions.map { _ in SharingTerms() }
    }
    return try withoutSharing(among: sharing.members) { finder in
      try disruptions.map { try finder.find(sharing, against: $0) }
    }
  }

  /// Asks what the windows in which nobody shares say of those who will.
  func withoutSharing<Answer>(
    among members: RegionSet?, _ ask: (SharingTermsFinder) throws -> Answer
  ) throws -> Answer {
    var options = options
    options.sharing = Sharing(mode: .own, members: members, fairness: .maxMin)
    let alone = try StressProgram(
      instance: instance, model: model, plan: plan, period: period, options: options,
      until: solver.deadline)
    return try solver.withSession(alone.program) { session in
      try ask(
        SharingTermsFinder(
          session: StressSession(alone, session: session, options: solveOptions)))
    }
  }

  /// Only the least lost value of each disruption, in their order: the first of the stages.
  ///
  /// - Throws: `SolverError`, `NoOptimum`.
  public func lostValues(_ disruptions: some Sequence<Disruption>, sharing: Sharing, jobs: Int = 1)
    throws
    -> [Double]
  {
    let parts = try inWindows(Array(disruptions), sharing: sharing, jobs: jobs) {
      window, part, terms in
      _ = try window.leastLostValue(nil, terms[0])
      return try zip(part, terms.dropFirst()).map { try window.leastLostValue($0, $1) }
    }
    return Array.gathered(parts)
  }
}
