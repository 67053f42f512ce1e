import Formulation
import LinearProgramming
import Sourcing

/// Finds what holds a market's service down: the same sizing LP with one kind of limit lifted, one after the
/// other. A kind that raises the greatest service limits it. Where none does by itself, all are lifted, and
/// each that changes nothing is put back: what remains limits it together.
struct SizingLimits {
  let sizing: StockpileSizing
  let mode: Sharing.Mode
  /// The most that regions outside may lose, one a disruption.
  let caps: [Double]
  /// What members may give and receive under `iep`, one a disruption.
  let limits: [SharingLimits]?

  typealias Limit = ServiceShortfall.Limit

  /// What counts as more service.
  private let gain = 1e-6

  /// The sizes are known by now: where the time is over or the solver fails, what limits the rest is left open.
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

  /// Limits that hold a market down together, none of which can stay if it is to have what it has without all.
  private func jointLimits(of place: Place, above now: Double, _ levels: [Place: Double]) throws
    -> [(limit: Limit, service: Double)]
  {
    var lifted = Limit.allCases
    let most = try service(at: place, lifting: lifted, levels)
    guard most > now + gain else { return [] }
    // What others are to have is put back first: they are asked to give way last.
    for limit in Limit.allCases.reversed() {
      let rest = lifted.filter { $0 != limit }
      if try service(at: place, lifting: rest, levels) >= most - gain { lifted = rest }
    }
    return lifted.map { ($0, most) }
  }

  /// The greatest service of a market while some limits do not hold, and the other markets keep their levels.
  private func service(at place: Place, lifting lifted: [Limit], _ levels: [Place: Double]) throws
    -> Double
  {
    let question = sizing.lifting(lifted)
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
  fileprivate func lifting(_ limits: [ServiceShortfall.Limit]) -> StockpileSizing {
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
      stress: runner, members: members, disruptions: disruptions, service: service)
  }
}
