import Scenarios
import Sourcing

/// What meets the fall of an alert in a plan.
struct AlertCovers {
  private let disruption: AlertDisruption
  private let runner: StressRunner
  private let before: CommoditySupply
  private let after: CommoditySupply

  private var instance: Instance { runner.instance }

  /// - Parameters:
  ///   - disruption: the disruption.
  ///   - run: what was found with it and where nothing is disturbed.
  ///   - runner: of the plan, in the period of the disruption.
  init(
    _ disruption: AlertDisruption, run: (undisturbed: StressOutcome, disrupted: StressOutcome),
    of runner: StressRunner
  ) {
    self.disruption = disruption
    self.runner = runner
    before = CommoditySupply(disruption.commodity, in: run.undisturbed, of: runner.instance)
    after = CommoditySupply(disruption.commodity, in: run.disrupted, of: runner.instance)
  }

  /// What home gets less from the origin, units over the window; 0 up to 1e-9 of home's supply, which is round-off.
  var missing: Double {
    let less = (before.origins[disruption.origin] ?? 0) - (after.origins[disruption.origin] ?? 0)
    return less > 1e-9 * before.total ? less : 0
  }

  /// 1 − (what home's supply of the commodity is smaller) / ``missing``, 0 to 1; nil if nothing is missing.
  var coveredShare: Double? {
    guard missing > 0 else { return nil }
    return 1 - min(1, max(0, before.total - after.total) / missing)
  }

  /// By kind, the largest first, then by id and time.
  var all: [AlertPrice.Cover] {
    let found =
      rises(.stock, before.stocks, after.stocks) + rises(.origin, before.origins, after.origins)
      + projects + contracts
    return AlertPrice.Cover.Kind.allCases.flatMap { kind in
      found.filter { $0.kind == kind }.sorted { a, b in
        a.amount != b.amount ? a.amount > b.amount : (a.id, a.ready) < (b.id, b.ready)
      }
    }
  }

  /// The regions that give home more than where nothing is disturbed, by more than 1e-6 of what is missing.
  private func rises(
    _ kind: AlertPrice.Cover.Kind, _ before: [RegionIndex: Double], _ after: [RegionIndex: Double]
  ) -> [AlertPrice.Cover] {
    after.keys.sorted().compactMap { region in
      let more = (after[region] ?? 0) - (before[region] ?? 0)
      guard region != disruption.origin || kind == .stock, missing > 0, more > 1e-6 * missing else {
        return nil
      }
      return AlertPrice.Cover(kind: kind, id: instance.regions[region].id, amount: more)
    }
  }

  // MARK: What was decided before

  /// Orders up to the period that are not in operation in it.
  private var projects: [AlertPrice.Cover] {
    instance.projects.indices.flatMap { index -> [AlertPrice.Cover] in
      let project = instance.projects[index]
      let output = instance.processes[project.process].outputs.first {
        $0.commodity == disruption.commodity
      }
      guard let output, project.region != disruption.origin else { return [] }
      var capacities: [String: Double] = [:]
      for order in instance.horizon.indices where order <= disruption.period {
        let capacity = runner.plan.orders[index][order]
        guard capacity > 1e-9 * project.maxCapacity, let ready = ready(project, orderedIn: order)
        else { continue }
        capacities[ready, default: 0] += capacity * output.quantity
      }
      return capacities.keys.sorted().map {
        AlertPrice.Cover(kind: .project, id: project.id, amount: capacities[$0] ?? 0, ready: $0)
      }
    }
  }

  /// The label of the first period of operation, `after LABEL` if that is after the last one; nil if the order is or was
  /// in operation.
  private func ready(_ project: Project, orderedIn order: PeriodIndex) -> String? {
    let horizon = instance.horizon
    let start = Double(horizon[order].start) + project.leadYears
    guard start > Double(horizon[disruption.period].start) else { return nil }
    let first = horizon.indices.first { Double(horizon[$0].start) >= start }
    return first.map { horizon[$0].label } ?? "after \(horizon[horizon.last].label)"
  }

  /// Contracts into home from other origins, in the period or later.
  private var contracts: [AlertPrice.Cover] {
    let home = instance.home.members
    return instance.contracts.compactMap { contract in
      guard contract.commodity == disruption.commodity, home.contains(contract.destination),
        contract.origin != disruption.origin, !home.contains(contract.origin),
        contract.periods.upperBound >= disruption.period
      else { return nil }
      let starts = contract.periods.lowerBound
      return AlertPrice.Cover(
        kind: .contract, id: contract.id, amount: contract.quantity,
        ready: starts > disruption.period ? instance.horizon[starts].label : "")
    }
  }
}
