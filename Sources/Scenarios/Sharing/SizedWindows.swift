import Formulation
import LinearProgramming
import Parallel
import Sourcing

extension StockpileSizing {
  /// Adds what each disruption makes of the stocks, each in a window of its own.
  ///
  /// A solve that reaches the time limit, or fails, leaves its entry nil; the sizes stay valid.
  ///
  /// - Parameters:
  ///   - sizes: the sizes under some modes.
  ///   - limits: the most that members give and receive in each disruption, for each mode.
  ///   - caps: ``outsidersLoss(in:)``.
  ///   - plan: ``planReference()``.
  ///   - jobs: the number of threads; each solves one window.
  func withUses(
    _ sizes: [StockpileSizes], _ limits: [[SharingLimits]?], _ caps: [Double],
    of plan: PlanReference, jobs: Int
  ) throws -> [StockpileSizes] {
    let windows = sizes.indices.flatMap { place in
      disruptions.indices.map { (sizes: place, disruption: $0) }
    }
    let uses = try progress.step("needs in each disruption", parts: windows.count) { step in
      try inParallel(windows, jobs: jobs) { window -> StockpileUse? in
        try step.part {
          try use(
            of: sizes[window.sizes], in: window.disruption,
            limits[window.sizes].map { [$0[window.disruption]] }, caps, plan)
        }
      }
    }
    var found = sizes
    for (window, use) in zip(windows, uses) { found[window.sizes].uses.append(use) }
    return found
  }

  private func use(
    of sizes: StockpileSizes, in disruption: Int, _ limits: [SharingLimits]?, _ caps: [Double],
    _ plan: PlanReference
  ) throws -> StockpileUse? {
    let alone = StockpileSizing(
      stress: stress, members: members, disruptions: [disruptions[disruption]], service: service,
      commodities: commodities)
    do {
      let sizing = try alone.program(sizes.mode, [caps[disruption]], of: plan)
      return try stress.solver.withSession(sizing.program) { session in
        let solve = SizingSolve(sizing: sizing, session: session, options: stress.solveOptions)
        try solve.share(among: members.members, limits)
        var window = try SizedWindow(
          sizing, sizes, session: session, options: stress.solveOptions, period: stress.period)
        return StockpileUse(needs: try window.needs(), draws: try window.draws())
      }
    } catch is NoOptimum {
      return nil
    } catch is SolverError {
      return nil
    }
  }
}
