import Formulation
public import Games
import LinearProgramming
import Parallel
public import Sourcing

/// The least stock cost of the members when only a coalition shares, for every coalition.
public struct CoalitionCosts: Sendable {
  /// Ids of the members; member i is bit i of a coalition's mask.
  public var members: [String]
  /// c(S) by mask, money a year; c(∅) first. A member by itself shares with nobody: c({i}) = c(∅).
  public var costs: [Double]
  /// Each member's own stock cost in c(∅), in the order of `members`.
  public var ownCosts: [Double]
  /// Simplex iterations over all coalitions.
  public var iterations: Int

  /// v(S) = c(∅) − c(S), by mask; 0 where the costs differ by round-off only.
  public var savings: [Double] {
    costs.map { abs(costs[0] - $0) > 1e-9 * costs[0] ? costs[0] - $0 : 0 }
  }

  /// The savings as a game.
  ///
  /// - Throws: `GameError`.
  public func game() throws -> CooperativeGame {
    try CooperativeGame(
      members: members, values: savings, tolerance: 1e-7 * max(1e-9, costs[0]))
  }
}

extension StockpileSizing {
  /// The most members for which all coalitions are solved.
  public static let memberLimit = 12

  /// c(S) for every coalition of the members under a mode, 2ⁿ LPs. The sizing LP is written once, and a
  /// coalition only opens and closes shared draws. Coalitions stand in Gray code order, each a member
  /// more or less than the last, and start from the last one's basis.
  ///
  /// The order is cut into pieces that do not depend on `jobs`; each begins at the basis of c(∅).
  ///
  /// - Throws: ``SizingError``, `NoOptimum`, `SolverError`.
  public func coalitionCosts(
    under mode: Sharing.Mode, jobs: Int = 1, startsWarm: Bool = true
  ) throws -> CoalitionCosts {
    let count = members.members.count
    guard (1...Self.memberLimit).contains(count) else { throw SizingError.memberCount(count) }
    let windows = try windowsWithoutSharing()
    let sizing = try program(mode, try outsidersLoss(in: windows))
    let alone = try alone(sizing)
    var costs = [Double](repeating: alone.sizes.stockCost, count: 1 << count)
    let order = (0..<(1 << count)).map { $0 ^ ($0 >> 1) }.filter { $0.nonzeroBitCount > 1 }
    let pieces = order.split(into: max(1, order.count / 64))
    let walk = CoalitionWalk(
      sizing: sizing, terms: self, windows: windows, mode: mode,
      root: startsWarm ? alone.basis : nil, startsWarm: startsWarm)
    let solved = try inParallel(pieces, jobs: jobs) { try walk.costs(of: $0) }
    for (mask, cost) in zip(order, solved.flatMap(\.costs)) { costs[mask] = cost }
    return CoalitionCosts(
      members: members.members.map { instance.regions[$0].id }, costs: costs,
      ownCosts: alone.sizes.costs(of: members.members, instance),
      iterations: alone.iterations + solved.reduce(0) { $0 + $1.iterations })
  }

  /// c(∅) with its sizes, and the basis of its first stage.
  private func alone(_ sizing: SizingProgram) throws -> (
    sizes: StockpileSizes, basis: Basis?, iterations: Int
  ) {
    try stress.solver.withSession(sizing.program) { session in
      let solve = SizingSolve(sizing: sizing, session: session, options: stress.solveOptions)
      try solve.share(among: [], sizing.blocks.map { _ in SharingLimits() })
      let first = try solve.leastCost(.dual)
      let sizes = try solve.stages(mode: .own, service: service)
      guard sizes.isReached else {
        throw SizingError.unreachable(asked: service, largest: sizes.service)
      }
      return (sizes, first?.basis, first?.iterations ?? 0)
    }
  }
}

/// Solves one piece of the coalitions in a session of its own.
private struct CoalitionWalk: Sendable {
  let sizing: SizingProgram
  let terms: StockpileSizing
  let windows: WindowsWithoutSharing
  let mode: Sharing.Mode
  let root: Basis?
  let startsWarm: Bool

  func costs(of masks: [Int]) throws -> (costs: [Double], iterations: Int) {
    try terms.stress.solver.withSession(sizing.program) { session in
      let solve = SizingSolve(
        sizing: sizing, session: session, options: terms.stress.solveOptions)
      if let root { try session.start(from: root) }
      var (last, iterations) = (0, 0)
      let costs = try masks.map { mask in
        let sharers = terms.members.members.enumerated()
          .filter { mask >> $0.offset & 1 == 1 }.map(\.element)
        try solve.share(among: sharers, try terms.limits(mode, sharers: sharers, windows))
        if !startsWarm { try session.start(from: nil) }
        // A member more frees columns, so the last point stays feasible: primal simplex.
        let grows = startsWarm && mode != .iep && mask & last == last
        guard let solution = try solve.leastCost(grows ? .primal : .dual) else {
          throw SizingSolve.unsolved(.infeasible)
        }
        last = mask
        iterations += solution.iterations
        return max(0, solution.objective)
      }
      return (costs, iterations)
    }
  }
}

extension StockpileSizes {
  /// Stock cost of each region.
  public func costs(of regions: [RegionIndex], _ instance: Instance) -> [Double] {
    regions.map { region in
      levels.filter { instance.stockpiles[$0.stockpile].region == region }
        .reduce(0) { $0 + $1.cost }
    }
  }
}
