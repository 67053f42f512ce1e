import Formulation
public import Games
import LinearProgramming
import Parallel
public import Sourcing

/// The least stock cost of all members together if only a coalition shares, for every coalition.
public struct CoalitionCosts: Sendable {
  /// Ids of the members. Member i belongs to a coalition if bit i of the coalition's mask is 1.
  public var members: [String]
  /// c(S) by mask, money a year. The first is c(∅). One member alone cannot share: c({i}) = c(∅).
  public var costs: [Double]
  /// The stock cost of each member in c(∅), in the order of `members`, money a year.
  public var ownCosts: [Double]
  /// Simplex iterations of all coalitions together.
  public var iterations: Int

  /// v(S) = c(∅) − c(S) by mask, money a year; 0 if the costs differ by rounding only.
  public var savings: [Double] {
    costs.map { abs(costs[0] - $0) > 1e-9 * costs[0] ? costs[0] - $0 : 0 }
  }

  /// The cooperative game of the savings v(S).
  ///
  /// - Throws: `GameError` if the savings are no game.
  public func game() throws -> CooperativeGame {
    try CooperativeGame(
      members: members, values: savings, tolerance: 1e-7 * max(1e-9, costs[0]))
  }
}

extension StockpileSizing {
  /// The largest number of members for which all coalitions are solved.
  public static let memberLimit = 12

  /// c(S) for every coalition S of n members, 2ⁿ LPs.
  ///
  /// The sizing LP is written once; a coalition only changes bounds of shared draws. The coalitions are taken in
  /// the order of a Gray code, in which each differs from the one before by one member, and start from its
  /// basis. The order is divided into pieces that do not depend on `jobs`; each piece starts from the basis of
  /// c(∅).
  ///
  /// - Parameters:
  ///   - mode: the rule by which the members of a coalition share.
  ///   - jobs: the number of threads. Results do not depend on it.
  ///   - startsWarm: whether a coalition starts from the basis of the one before.
  /// - Throws: `ValueProblems` as ``sizes(under:jobs:findsUses:)``; ``SizingError`` if there are too many members, nobody has a
  ///   stockpile, or the service level cannot be reached without sharing; `NoOptimum` at a time limit; `SolverError`.
  public func coalitionCosts(
    under mode: Sharing.Mode, jobs: Int = 1, startsWarm: Bool = true
  ) throws -> CoalitionCosts {
    let count = members.members.count
    guard (1...Self.memberLimit).contains(count) else { throw SizingError.memberCount(count) }
    try check([mode])
    let windows = try windowsWithoutSharing()
    let sizing = try program(mode, try outsidersLoss(in: windows))
    let unshared = try withoutSharing(sizing)
    var costs = [Double](repeating: unshared.sizes.stockCost, count: 1 << count)
    let order = (0..<(1 << count)).map { $0 ^ ($0 >> 1) }.filter { $0.nonzeroBitCount > 1 }
    let pieces = order.split(into: max(1, order.count / 64))
    let solver = CoalitionSolver(
      sizing: sizing, terms: self, windows: windows, mode: mode,
      root: startsWarm ? unshared.basis : nil, startsWarm: startsWarm)
    let name = "stock costs of coalitions under \(Sharing(mode: mode, members: members).label)"
    let solved = try progress.step(name, parts: order.count) { step in
      try inParallel(pieces, jobs: jobs) { try solver.costs(of: $0, step) }
    }
    for (mask, cost) in zip(order, solved.flatMap(\.costs)) { costs[mask] = cost }
    return CoalitionCosts(
      members: members.members.map { instance.regions[$0].id }, costs: costs,
      ownCosts: unshared.sizes.costs(of: members.members, instance),
      iterations: unshared.iterations + solved.reduce(0) { $0 + $1.iterations })
  }

  /// The sizes of c(∅), and the basis of the first stage.
  private func withoutSharing(_ sizing: SizingProgram) throws -> (
    sizes: StockpileSizes, basis: Basis?, iterations: Int
  ) {
    try progress.step("sizes without sharing", parts: SizingSolve.stageCount) { step in
      try stress.solver.withSession(sizing.program) { session in
        let solve = SizingSolve(sizing: sizing, session: session, options: stress.solveOptions)
        try solve.share(among: [], sizing.blocks.map { _ in SharingLimits() })
        let first = try solve.leastCost(.dual)
        let sizes = try solve.stages(mode: .own, service: service, step)
        guard sizes.isReached else {
          throw SizingError.unreachable(asked: service, largest: sizes.service)
        }
        return (sizes, first?.basis, first?.iterations ?? 0)
      }
    }
  }
}

/// Solves one piece of the coalitions in one session.
private struct CoalitionSolver: Sendable {
  let sizing: SizingProgram
  let terms: StockpileSizing
  let windows: WindowsWithoutSharing
  let mode: Sharing.Mode
  let root: Basis?
  let startsWarm: Bool

  /// The costs of some coalitions, each a part of `step`.
  func costs(of masks: [Int], _ step: WorkStep) throws -> (costs: [Double], iterations: Int) {
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
        // With one member more some columns are freed, so the last point is still feasible: primal simplex.
        let grows = startsWarm && mode != .iep && mask & last == last
        guard let solution = try solve.leastCost(grows ? .primal : .dual) else {
          throw SizingSolve.unsolved(.infeasible)
        }
        last = mask
        step.endPart()
        iterations += solution.iterations
        return max(0, solution.objective)
      }
      return (costs, iterations)
    }
  }
}
