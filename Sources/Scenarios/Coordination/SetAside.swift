import Formulation
import Planning
import Sourcing

/// The part of the joint plan that is set aside for each planner before claims divide the rest. For the planner of
/// the destination these are the flows that are fixed, by contracts or by history under `max_decline`; the
/// activity and flows upstream that the joint plan needs for them; and the activity that uses them where they
/// arrive, since what arrives must be used.
///
/// Flows are traced in proportion: a flow comes from the producers of its commodity at its origin in proportion
/// to their output, and an input comes from the flows into the producer's region in proportion to their
/// quantities. Of a producer with several outputs and inputs, the largest share that one of them needs is set
/// aside.
struct SetAside {
  /// The fixed flows, by the planner of their destination, units a year.
  private(set) var fixed: [[FlowKey: Double]]
  /// The fixed flows and the flows upstream of them, by planner, units a year.
  private(set) var flows: [[FlowKey: Double]]
  /// The activity that is set aside: [planner][producer][period], producers as in the joint plan.
  private(set) var activity: [IndexedArray<Producers.Producer, PerPeriod<Double>>]
  /// Flows that fall faster than `max_decline` in the joint plan, because their producers' capacity, their lane or
  /// a quota shrinks. They are exempt in the planners' own plans too.
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

  /// Finds the fixed flows of each open period: the sum of the contracts on the lane, or, if it is larger, what
  /// `max_decline` requires after the fixed flow of the period before; the latter at most the joint plan's flow.
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
        flows[contract.flow(in: period), default: 0] += contract.quantity
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

  // MARK: Upstream of fixed flows

  /// Sets activity and flows aside for one planner's fixed flows of one period, up the chain, until nothing more is
  /// needed.
  private mutating func trace(_ planner: Int, _ period: PeriodIndex) {
    let supplied = plan.flows(in: period)
    let (made, used) = facilityTotals(in: period)
    var inflow = PlaceGrid(repeating: 0.0, in: instance)
    for flow in supplied { inflow[flow.key.commodity, flow.key.destination] += flow.quantity }
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
        guard needs[place] > 0 else { continue }
        let upstream = flow.quantity * min(1, needs[place] / inflow[place])
        let whole = min(flow.quantity, (fixed[planner][flow.key] ?? 0) + upstream)
        flows[planner][flow.key] = max(flows[planner][flow.key] ?? 0, whole)
      }
    }
  }

  /// For each producer, the largest share that a planner needs of one of its outputs, in the output of all
  /// facilities of the region, or receives of one of its inputs, in their use of it.
  private func shares(
    _ planner: Int, _ period: PeriodIndex, _ made: PlaceGrid<Double>, _ used: PlaceGrid<Double>
  ) -> IndexedArray<Producers.Producer, Double> {
    let sent = sums(of: flows[planner], period, by: \.origin)
    let received = sums(of: fixed[planner], period, by: \.destination)
    return producers.all.mapped { producer in
      let process = instance.processes[producer.process]
      let share = { (term: Process.Term, part: PlaceGrid<Double>, whole: PlaceGrid<Double>) in
        let place = Place(region: producer.region, commodity: term.commodity)
        return min(1, PlanShares.share(part[place], of: whole[place]))
      }
      return
        (process.outputs.map { share($0, sent, made) }
        + process.inputs.map { share($0, received, used) }).max() ?? 0
    }
  }

  /// The sums of the flows of one period by commodity and origin or destination, units a year.
  private func sums(
    of flows: [FlowKey: Double], _ period: PeriodIndex, by side: KeyPath<FlowKey, RegionIndex>
  ) -> PlaceGrid<Double> {
    let inPeriod = flows.filter { $0.key.period == period }
    return inPeriod.sorted { $0.key < $1.key }
      .reduce(into: PlaceGrid(repeating: 0, in: instance)) {
        $0[$1.key.commodity, $1.key[keyPath: side]] += $1.value
      }
  }

  /// What facilities make and use in the joint plan in a period, units a year. Projects are left out: which planner
  /// may build them does not depend on flows.
  private func facilityTotals(in period: PeriodIndex) -> (
    made: PlaceGrid<Double>, used: PlaceGrid<Double>
  ) {
    var made = PlaceGrid(repeating: 0.0, in: instance)
    var used = made
    for (index, producer) in producers.all.indexed() where producer.facility != nil {
      let process = instance.processes[producer.process]
      let amount = plan.activity[index][period]
      made.add(process.outputs, in: producer.region, times: amount)
      used.add(process.inputs, in: producer.region, times: amount)
    }
    return (made, used)
  }

  /// What the activity that is set aside for a planner uses, units a year.
  private func inputs(_ planner: Int, _ period: PeriodIndex) -> PlaceGrid<Double> {
    var sums = PlaceGrid(repeating: 0.0, in: instance)
    for (index, producer) in producers.all.indexed() {
      let amount = activity[planner][index][period]
      guard amount > 0 else { continue }
      sums.add(
        instance.processes[producer.process].inputs, in: producer.region, times: amount)
    }
    return sums
  }
}
