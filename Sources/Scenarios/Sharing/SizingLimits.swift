import Formulation
import LinearProgramming
import Sourcing

/// Finds the limits that keep the service of a market low. The sizing LP is solved without one kind of limit
/// after the other; a kind is a reason if the greatest service rises without it. If no kind alone is a reason,
/// all are removed, and each that makes no difference is put back: the others are a reason together.
struct SizingLimits {
  let sizing: StockpileSizing
  let mode: Sharing.Mode
  /// The most value that regions outside the members may lose in each disruption, money.
  let caps: [Double]
  /// The most that members give and receive under `iep` in each disruption.
  let limits: [SharingLimits]?

  typealias Limit = ServiceShortfall.Limit

  /// A larger service level counts as larger if the difference is above this, a share.
  private let gain = 1e-6

  /// Adds the limits to the shortfalls of some sizes. At a time limit or a failure of the solver the remaining
  /// shortfalls get no limits; the sizes stay valid.
  func explain(_ sizes: inout StockpileSizes) throws {
    let levels = Dictionary(
      sizes.shortfalls.map { ($0.place, $0.service) }, uniquingKeysWith: { first, _ in first })
    do {
      for index in sizes.shortfalls.indices { try explain(&sizes.shortfalls[index], levels) }
    } catch let end as NoOptimum where end.termination.isLimit {
    } catch is SolverError {
    }
  }

  private func explain(_ shortfall: inout ServiceShortfall, _ levels: [Place: Double]) throws {
    let (place, now) = (shortfall.place, shortfall.service)
    let single = try Limit.allCases.compactMap { limit -> (limit: Limit, service: Double)? in
      let service = try service(at: place, lifting: [limit], levels)
      return service > now + gain ? (limit, service) : nil
    }
    let joint = single.isEmpty ? try jointLimits(of: place, above: now, levels) : []
    shortfall.limits = single + joint
    shortfall.takesAll = joint.count > 1
    shortfall.isExplained = true
  }

  /// Limits that are a reason together: if one of them is put back, the service level that is possible without
  /// any limit is lost.
  private func jointLimits(of place: Place, above now: Double, _ levels: [Place: Double]) throws
    -> [(limit: Limit, service: Double)]
  {
    var lifted = Limit.allCases
    let most = try service(at: place, lifting: lifted, levels)
    guard most > now + gain else { return [] }
    // Limits are put back from the last kind on, so that `market` (the needs of others) is put back first.
    for limit in Limit.allCases.reversed() {
      let rest = lifted.filter { $0 != limit }
      if try service(at: place, lifting: rest, levels) >= most - gain { lifted = rest }
    }
    return lifted.map { ($0, most) }
  }

  /// The greatest service of a market without some limits, while the other markets keep their levels.
  private func service(at place: Place, lifting lifted: [Limit], _ levels: [Place: Double]) throws
    -> Double
  {
    let question = sizing.without(lifted)
    let caps = lifted.contains(.market) ? caps.map { _ in .infinity } : caps
    let program = try question.program(mode, caps)
    return try sizing.stress.solver.withSession(program.program) { session in
      let solve = SizingSolve(
        sizing: program, session: session, options: sizing.stress.solveOptions)
      try solve.share(among: sizing.members.members, limits)
      return try solve.greatestService(
        of: place, upTo: sizing.service, others: lifted.contains(.market) ? nil : levels)
    }
  }
}

extension StockpileSizing {
  /// The same question without some limits.
  fileprivate func without(_ limits: [ServiceShortfall.Limit]) -> StockpileSizing {
    var (instance, plan, options) = (instance, stress.plan, stress.options)
    var taken: Set<Disruption.Effect.Kind> = []
    for limit in limits {
      switch limit {
      case .stockpileCapacity:
        for index in instance.stockpiles.indices { instance.stockpiles[index].capacity = .infinity }
      case .stockRelease:
        for index in instance.stockpiles.indices {
          instance.stockpiles[index].releaseLimit = .infinity
        }
        taken.insert(.stock)
      case .production:
        for index in instance.facilities.indices {
          instance.facilities[index].capacity = instance.facilities[index].capacity.mapped {
            $0 > 0 ? .infinity : 0
          }
        }
        plan.orders = plan.orders.mapped { $0.mapped { $0 > 0 ? .infinity : 0 } }
        taken.insert(.production)
      case .lanes:
        instance.lanes.liftCapacities()
        instance.quotas = []
        options.rerouteMonths = 0
        taken.formUnion([.exports, .lane])
      case .market:
        break
      }
    }
    let disruptions = disruptions.map { disruption in
      var disruption = disruption
      disruption.effects.removeAll { taken.contains($0.kind) }
      return disruption
    }
    let runner = StressRunner(
      instance: instance, model: stress.model, plan: plan, period: stress.period, options: options,
      solver: stress.solver, solveOptions: stress.solveOptions)
    return StockpileSizing(
      stress: runner, members: members, disruptions: disruptions, service: service,
      commodities: commodities)
  }
}
