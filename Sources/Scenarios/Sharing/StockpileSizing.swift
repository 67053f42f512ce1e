import Analysis
import Formulation
import LinearProgramming
import Parallel
public import Sourcing

/// Finds the starting levels s[w] of the members' stockpiles of some commodities, 0 ≤ s[w] ≤ capacity, at which every
/// member has at least a service level β in every disruption, at least stock cost. The plan stays fixed, and so do the
/// stocks of all other commodities: they start at the plan's levels.
///
/// The stock cost is Σ_w (r·price + hold(w) + loss(w)·price)·s[w], money a year, with the discount rate and
/// the prices of the period of the stress runs. Regions outside the members may lose at most the value that they
/// lose without sharing at the plan's stocks.
public struct StockpileSizing: Sendable {
  /// The plan, the window and the solver.
  public let stress: StressRunner
  /// The members.
  public let members: RegionSet
  /// The disruptions in each of which the service level is required.
  public let disruptions: [Disruption]
  /// β, a share: required of each member for each commodity that it demands and that is one of ``commodities`` or is
  /// made from one of them.
  public let service: Double
  /// The commodities whose stocks are sized, ascending.
  public let commodities: [CommodityIndex]

  /// A question about the members' stockpiles.
  ///
  /// - Parameters:
  ///   - stress: the runner of the plan whose stockpiles are sized.
  ///   - members: the regions that share.
  ///   - disruptions: the disruptions in which the service level is required.
  ///   - service: β, from 0 to 1.
  ///   - commodities: the commodities whose stocks are sized; nil: all that members stock.
  public init(
    stress: StressRunner, members: RegionSet, disruptions: some Sequence<Disruption>,
    service: Double, commodities: [CommodityIndex]? = nil
  ) {
    self.stress = stress
    self.members = members
    self.disruptions = Array(disruptions)
    self.service = service
    self.commodities =
      commodities.map { Set($0).sorted() }
      ?? stress.instance.commodities(stockedBy: members.members)
  }

  var instance: Instance { stress.instance }
  var progress: WorkProgress { stress.solver.progress }

  /// The sizes at least stock cost under each mode of sharing.
  ///
  /// - Parameters:
  ///   - modes: the modes of sharing.
  ///   - jobs: the number of threads; each solves one mode. Results do not depend on it.
  ///   - findsUses: whether to find what each disruption needs of the stocks (``StockpileSizes/uses``).
  /// - Throws: `ValueProblems` if the service level, the members, a commodity or a mode is wrong, or what
  ///   ``StressRunner/run(_:sharing:jobs:)`` finds wrong; ``SizingError/noStockpiles(members:)``,
  ///   ``SizingError/notStocked(commodity:members:)``; `NoOptimum` at a time limit; `SolverError`.
  public func sizes(under modes: [Sharing.Mode], jobs: Int = 1, findsUses: Bool = false) throws
    -> [StockpileSizes]
  {
    try check(modes)
    let unshared = try windowsWithoutSharing()
    let caps = try outsidersLoss(in: unshared)
    let plan = planReference()
    let solved = try progress.step("sizes under rules of sharing", parts: modes.count) { step in
      try inParallel(modes, jobs: jobs) { mode in
        try step.part { try solve(mode, caps, unshared, plan) }
      }
    }
    let sizes = solved.map(\.sizes)
    return findsUses
      ? try withUses(sizes, solved.map(\.limits), caps, of: plan, jobs: jobs) : sizes
  }

  /// Checks all that the question needs.
  func check(_ modes: [Sharing.Mode]) throws(ValueProblems) {
    try instance.validateStress(
      of: stress.plan, stress.model, in: stress.period, stress.options,
      sharing: modes.map { Sharing(mode: $0, members: members) },
      disruptions: disruptions, service: service, sized: commodities)
  }

  /// The stress windows of the plan without sharing.
  func windowsWithoutSharing() throws -> WindowsWithoutSharing {
    let stocked = instance.commodities(stockedBy: members.members)
    guard !stocked.isEmpty else { throw SizingError.noStockpiles(members: members.id) }
    if let other = commodities.first(where: { !stocked.contains($0) }) {
      throw SizingError.notStocked(
        commodity: instance.commodities[other].id, members: members.id)
    }
    return try progress.step("the window without sharing") {
      try WindowsWithoutSharing(of: stress)
    }
  }

  /// The lost value of the regions outside the members in each disruption, without sharing and at the plan's
  /// stocks, money.
  func outsidersLoss(in unshared: WindowsWithoutSharing) throws -> [Double] {
    try progress.step("losses of regions that are no members", parts: disruptions.count) { step in
      try disruptions.map { disruption in
        try step.part { try unshared.outsidersLoss(of: members, against: disruption) }
      }
    }
  }

  /// What the windows take from the plan.
  func planReference() -> PlanReference {
    PlanReference(
      instance: instance, model: stress.model, plan: stress.plan, period: stress.period,
      until: stress.solver.deadline)
  }

  /// The sizing LP under a mode.
  ///
  /// - Parameter plan: ``planReference()``; nil: it is made.
  func program(
    _ mode: Sharing.Mode, _ caps: [Double], of plan: PlanReference? = nil
  ) throws(NoOptimum) -> SizingProgram {
    var options = stress.options
    options.sharing = Sharing(mode: mode, members: members)
    let program = SizingProgram(
      plan: plan ?? planReference(), options: options, disruptions: disruptions, service: service,
      outsidersLoss: caps, commodities: commodities)
    try stress.solver.deadline.check("the least stock cost")
    return program
  }

  /// The most that members of a coalition give and receive under `iep` in each disruption; nil under other
  /// modes, which have no such limits.
  func limits(_ mode: Sharing.Mode, sharers: [RegionIndex], _ unshared: WindowsWithoutSharing)
    throws -> [SharingLimits]?
  {
    guard mode == .iep else { return nil }
    let sharing = Sharing(mode: .iep, members: RegionSet(id: members.id, members: sharers))
    return try disruptions.map { try unshared.terms(of: sharing, against: $0).limits }
  }

  private func solve(
    _ mode: Sharing.Mode, _ caps: [Double], _ unshared: WindowsWithoutSharing,
    _ plan: PlanReference
  ) throws -> (sizes: StockpileSizes, limits: [SharingLimits]?) {
    let sizing = try program(mode, caps, of: plan)
    let limits = try limits(mode, sharers: members.members, unshared)
    var sizes = try stress.solver.withSession(sizing.program) { session in
      let solve = SizingSolve(sizing: sizing, session: session, options: stress.solveOptions)
      try solve.share(among: members.members, limits)
      return try solve.stages(mode: mode, service: service)
    }
    try SizingLimits(sizing: self, mode: mode, caps: caps, limits: limits).explain(&sizes)
    return (sizes, limits)
  }

  /// The worth of the final demand of each member in the period τ of the stress runs,
  /// Σ_k D·σ with the shortage cost σ, money a year. It is the weight of a member in a proportional split.
  public var demandWorth: [Double] {
    members.members.map { instance.demandWorth(of: [$0], in: stress.period) }
  }
}
