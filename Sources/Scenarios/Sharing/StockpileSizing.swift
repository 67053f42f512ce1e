import Formulation
import LinearProgramming
import Parallel
public import Sourcing

/// How large the members' stockpiles must be for a service level in every disruption, at least stock cost,
/// while the plan stays fixed; by mode of sharing, and by who shares.
public struct StockpileSizing: Sendable {
  /// The plan, its window and how to solve.
  public let stress: StressRunner
  public let members: RegionSet
  public let disruptions: [Disruption]
  /// β, the share of demand that every member is to be served of every commodity that it demands and
  /// that is, or is made from, one that members stock.
  public let service: Double

  public init(
    stress: StressRunner, members: RegionSet, disruptions: some Sequence<Disruption>,
    service: Double
  ) {
    self.stress = stress
    self.members = members
    self.disruptions = Array(disruptions)
    self.service = service
  }

  var instance: Instance { stress.instance }

  /// The least-cost sizes under each mode, the modes at once on up to `jobs` threads.
  ///
  /// - Throws: ``SizingError``, `NoOptimum`, `SolverError`.
  public func sizes(under modes: [Sharing.Mode], jobs: Int = 1) throws -> [StockpileSizes] {
    let alone = try windowsWithoutSharing()
    let caps = try outsidersLoss(in: alone)
    return try inParallel(modes, jobs: jobs) { try solve($0, caps, alone) }
  }

  /// The plan's windows in which nobody shares.
  func windowsWithoutSharing() throws -> WindowsWithoutSharing {
    guard instance.stockpiles.contains(where: { members.members.contains($0.region) }) else {
      throw SizingError.noStockpiles(members: members.id)
    }
    return try WindowsWithoutSharing(of: stress)
  }

  /// What non-members lose in each disruption's efficient window without sharing, at the plan's stocks.
  func outsidersLoss(in alone: WindowsWithoutSharing) throws -> [Double] {
    try disruptions.map { try alone.outsidersLoss(of: members, against: $0) }
  }

  /// The sizing LP under a mode.
  func program(_ mode: Sharing.Mode, _ caps: [Double]) throws(NoOptimum) -> SizingProgram {
    var options = stress.options
    options.sharing = Sharing(mode: mode, members: members)
    let reference = PlanReference(
      instance: instance, model: stress.model, plan: stress.plan, period: stress.period,
      until: stress.solver.deadline)
    let program = SizingProgram(
      plan: reference, options: options, disruptions: disruptions, service: service,
      outsidersLoss: caps)
    try stress.solver.deadline.check("what the least stockpiles are")
    return program
  }

  /// What the members of a coalition may give and receive under `iep`, one a disruption; nil under other
  /// modes, which need no such limits.
  func limits(_ mode: Sharing.Mode, sharers: [RegionIndex], _ alone: WindowsWithoutSharing) throws
    -> [SharingLimits]?
  {
    guard mode == .iep else { return nil }
    let sharing = Sharing(mode: .iep, members: RegionSet(id: members.id, members: sharers))
    return try disruptions.map { try alone.terms(of: sharing, against: $0).limits }
  }

  private func solve(_ mode: Sharing.Mode, _ caps: [Double], _ alone: WindowsWithoutSharing) throws
    -> StockpileSizes
  {
    let sizing = try program(mode, caps)
    let limits = try limits(mode, sharers: members.members, alone)
    var sizes = try stress.solver.withSession(sizing.program) { session in
      let solve = SizingSolve(sizing: sizing, session: session, options: stress.solveOptions)
      try solve.share(among: members.members, limits)
      return try solve.stages(mode: mode, service: service)
    }
    try SizingLimits(sizing: self, mode: mode, caps: caps, limits: limits).explain(&sizes)
    return sizes
  }

  /// What each member's final demand is worth in τ, Σ demand × shortage_cost, money a year.
  public var demandWorth: [Double] {
    members.members.map { region in
      instance.commodities.indices.reduce(0) { sum, commodity in
        let demand = instance.demands[
          region: region, commodity: commodity, period: stress.period]
        return sum + demand.quantity * demand.shortageCost
      }
    }
  }
}

/// The members' stockpiles at least cost under one mode of sharing.
public struct StockpileSizes: Sendable {
  /// The starting level of one stockpile.
  public struct Level: Sendable {
    public var stockpile: StockpileIndex
    /// Units, before a disruption's `stock` factor.
    public var quantity: Double
    /// Money a year.
    public var cost: Double
  }

  public var mode: Sharing.Mode
  /// The service level asked for or, where that cannot be reached by all, the largest that can.
  public var service: Double
  /// The members' markets that cannot reach the level asked for; the sizes serve all others at that level.
  public var shortfalls: [ServiceShortfall]
  /// Money a year.
  public var stockCost: Double
  /// One a stockpile of a member, in the instance's order.
  public var levels: [Level]

  /// Whether every member is served at the level asked for.
  public var isReached: Bool { shortfalls.isEmpty }
}

/// Why stockpiles cannot be sized, or their cost not be split.
public enum SizingError: Error, Sendable, Hashable {
  case noStockpiles(members: String)
  case memberCount(Int)
  /// Alone, the members reach only this service level.
  case unreachable(asked: Double, largest: Double)
}

extension SizingError: CustomStringConvertible {
  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .noStockpiles(let members):
      "no region of \(members) has a row in stockpiles.csv; add a row with a capacity for each that may hold stock"
    case .memberCount(let count):
      "a split needs from 1 to \(StockpileSizing.memberLimit) members, because it looks at every coalition; there are "
        + "\(count)"
    case .unreachable(let asked, let largest):
      "without sharing not every member can reach a service of \(Goal.Unit.share.text(asked)), but at most \(Goal.Unit.share.text(largest)), so "
        + "there is no saving to split; run the command without --split to see which limits there are"
    }
  }
}
