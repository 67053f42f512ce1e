import Formulation
import Planning
import Sourcing

/// What of the joint plan is set aside before claims divide the rest: flows that contracts fix, what history
/// leaves them to be under `max_decline`, everything that the joint plan makes for them upstream, and what
/// it makes of them where they arrive, since what arrives must be used.
///
/// All is traced by proportion: a flow comes from the producers of its commodity at its origin as
/// their outputs, and a producer's input from the flows into its region as their quantities. A producer
/// of several goods is set aside as far as the good needs it that needs it most.
struct SetAside {
  /// Flows that are fixed, by the planner of their destination.
  private(set) var fixed: [[FlowKey: Double]]
  /// Fixed flows and all flows upstream of them, by planner.
  private(set) var flows: [[FlowKey: Double]]
  /// Activity of every producer of the joint plan: [planner][producer][period].
  private(set) var activity: [IndexedArray<Producers.Producer, PerPeriod<Double>>]
  /// Flows that fall faster than `max_decline` in the joint plan, because what supplies or carries them
  /// shrinks. The planners' own plans are exempt there too.
  private(set) var exempt: Set<FlowKey> = []

  private let instance: Instance
  private let producers: Producers
  private let plan: Plan
  private let planners: PlannerSet
  /// The first period that history does not fix.
  private let firstOpen: PeriodIndex
  private static let roundLimit = 50

  init(_ result: PlanningResult, plan: Plan, planners: PlannerSet, firstOpen: PeriodIndex) {
    instance = result.program.instance
    producers = result.program.producers
    self.plan = plan
    self.planners = planners
    self.firstOpen = firstOpen
    let count = planners.planners.count
    fixed = Array(repeating: [:], count: count)
    activity = Array(repeating: plan.activity.mapped { $0.mapped { _ in 0 } }, count: count)
    flows = fixed
    fix(maxDecline: result.program.model.maxDecline)
    flows = fixed
    for planner in planners.planners.indices where !fixed[planner].isEmpty {
      for period in firstOpen..<instance.horizon.indices.upperBound { trace(planner, period) }
    }
  }

  // MARK: What is fixed

  /// In each open period a flow is fixed as far as its contracts say, and as far as `max_decline` holds it to
  /// what was fixed of it the period before, where the joint plan is held to it.
  private mutating func fix(maxDecline: Double?) {
    let contracted = contractedFlows()
    let kept = 1 - (maxDecline ?? 1)
    var before = firstOpen > .first && kept > 0 ? international(in: firstOpen.before) : [:]
    for period in firstOpen..<instance.horizon.indices.upperBound {
      let now = international(in: period)
      var path: [FlowKey: Double] = [:]
      for (key, quantity) in before {
        var rest = quantity
        for _ in 0..<instance.horizon[max(.first, period.before)].years { rest *= kept }
        let key = key.moved(to: period)
        path[key] = min(rest, now[key] ?? 0)
        if rest > (now[key] ?? 0) * (1 + 1e-9) { exempt.insert(key) }
      }
      for (key, quantity) in contracted where key.period == period {
        path[key] = max(path[key] ?? 0, quantity)
      }
      for (key, quantity) in path where quantity > 0 {
        fixed[planners.planner[key.destination]][key] = quantity
      }
      before = kept > 0 ? path.filter { $0.key.isInternational } : [:]
    }
  }

  private func contractedFlows() -> [FlowKey: Double] {
    var flows: [FlowKey: Double] = [:]
    for contract in instance.contracts {
      for period in contract.periods where period >= firstOpen {
        let key = FlowKey(
          commodity: contract.commodity, origin: contract.origin,
          destination: contract.destination, period: period)
        flows[key, default: 0] += contract.quantity
      }
    }
    return flows
  }

  private func international(in period: PeriodIndex) -> [FlowKey: Double] {
    var flows: [FlowKey: Double] = [:]
    for flow in plan.flows(in: period) where flow.key.isInternational {
      flows[flow.key] = flow.quantity
    }
    return flows
  }

  // MARK: What is made for it

  /// Follows one planner's fixed flows of one period up the chain until nothing more is needed.
  private mutating func trace(_ planner: Int, _ period: PeriodIndex) {
    let supplied = plan.flows(in: period)
    let (made, used) = facilityTotals(in: period)
    var inflow: [Place: Double] = [:]
    for flow in supplied {
      inflow[Place(region: flow.key.destination, commodity: flow.key.commodity), default: 0] +=
        flow.quantity
    }
    for _ in 0..<Self.roundLimit {
      let needed = shares(planner, period, made, used)
      var isChanged = false
      for (index, share) in needed.indexed() {
        let wanted = plan.activity[index][period] * share
        if wanted > activity[planner][index][period] * (1 + 1e-12)
          + 1e-12 * plan.activity[index][period]
        {
          activity[planner][index][period] = wanted
          isChanged = true
        }
      }
      guard isChanged else { return }
      let needs = inputs(planner, period)
      for flow in supplied where flow.quantity > 0 {
        let place = Place(region: flow.key.destination, commodity: flow.key.commodity)
        guard let need = needs[place], let total = inflow[place], total > 0 else { continue }
        let upstream = flow.quantity * min(1, need / total)
        let whole = min(flow.quantity, (fixed[planner][flow.key] ?? 0) + upstream)
        flows[planner][flow.key] = max(flows[planner][flow.key] ?? 0, whole)
      }
    }
  }

  /// For each producer, the largest share that is set aside for a planner of what facilities in its region
  /// make of one of its outputs, or use there of one of its inputs.
  private func shares(
    _ planner: Int, _ period: PeriodIndex, _ made: [Place: Double], _ used: [Place: Double]
  ) -> IndexedArray<Producers.Producer, Double> {
    let sent = sums(of: flows[planner], period, by: \.origin)
    let received = sums(of: fixed[planner], period, by: \.destination)
    return producers.all.mapped { producer in
      let process = instance.processes[producer.process]
      let share = { (term: Process.Term, part: [Place: Double], whole: [Place: Double]) in
        let place = Place(region: producer.region, commodity: term.commodity)
        return min(1, PlanShares.share(part[place] ?? 0, of: whole[place] ?? 0))
      }
      return
        (process.outputs.map { share($0, sent, made) }
        + process.inputs.map { share($0, received, used) }).max() ?? 0
    }
  }

  private func sums(
    of flows: [FlowKey: Double], _ period: PeriodIndex, by side: KeyPath<FlowKey, RegionIndex>
  )
    -> [Place: Double]
  {
    let inPeriod = flows.filter { $0.key.period == period }
    return inPeriod.sorted { $0.key < $1.key }.reduce(into: [:]) {
      let place = Place(region: $1.key[keyPath: side], commodity: $1.key.commodity)
      $0[place, default: 0] += $1.value
    }
  }

  /// What facilities make and use in the joint plan in a period. Projects do not count: who may build them
  /// is another question.
  private func facilityTotals(in period: PeriodIndex) -> (
    made: [Place: Double], used: [Place: Double]
  ) {
    var (made, used): ([Place: Double], [Place: Double]) = ([:], [:])
    for (index, producer) in producers.all.indexed() where producer.facility != nil {
      let process = instance.processes[producer.process]
      let amount = plan.activity[index][period]
      for term in process.outputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        made[place, default: 0] += term.quantity * amount
      }
      for term in process.inputs {
        let place = Place(region: producer.region, commodity: term.commodity)
        used[place, default: 0] += term.quantity * amount
      }
    }
    return (made, used)
  }

  /// What the activity set aside for a planner uses.
  private func inputs(_ planner: Int, _ period: PeriodIndex) -> [Place: Double] {
    var sums: [Place: Double] = [:]
    for (index, producer) in producers.all.indexed() {
      let amount = activity[planner][index][period]
      guard amount > 0 else { continue }
      for term in instance.processes[producer.process].inputs {
        sums[Place(region: producer.region, commodity: term.commodity), default: 0] +=
          term.quantity * amount
      }
    }
    return sums
  }
}
