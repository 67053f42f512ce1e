import Sourcing

extension PlannerQuestion {
  /// The instance of the planner.
  func instance() -> PlannerInstance {
    var instance = common.instance
    let open = firstOpen..<instance.horizon.indices.upperBound
    for (index, facility) in instance.facilities.indexed() {
      for period in instance.horizon.indices {
        let (capacity, minimum) =
          open.contains(period) ? part(of: facility, index, period) : (0, 0)
        instance.facilities[index].capacity[period] = capacity
        instance.facilities[index].minimum[period] = minimum
      }
    }
    instance.lanes = lanes(instance)
    instance.quotas = Table(instance.quotas.flatMap { quotas($0, open: open) })
    for region in instance.regions.indices {
      for commodity in instance.commodities.indices {
        for period in instance.horizon.indices where !owns(region) || period < firstOpen {
          instance.demands[region: region, commodity: commodity, period: period].quantity = 0
        }
      }
    }
    instance.contracts = Table(contracts(instance))
    instance.history = []
    limitStockpiles(of: &instance)
    limitProjects(of: &instance)
    var own = PlannerInstance(instance)
    addCapacityOrderedEarly(to: &own)
    return own
  }

  /// The planner's part of a facility's capacity and minimum: what is set aside for it, and its claim of the rest.
  private func part(of facility: Facility, _ index: FacilityIndex, _ period: PeriodIndex) -> (
    capacity: Double, minimum: Double
  ) {
    let producer = Producers.producer(of: index)
    let own = aside.activity[place][producer][period]
    let all = aside.activity.reduce(0) { $0 + $1[producer][period] }
    let minimum = facility.minimum[period]
    let share = all > 0 ? min(1, minimum / all) : 0
    return (
      own + claim(period) * max(0, facility.capacity[period] - all),
      own * share + claim(period) * max(0, minimum - all)
    )
  }

  /// The lanes; a lane with a capacity has what is set aside for the planner, and its claim of the rest.
  private func lanes(_ instance: Instance) -> LaneTable {
    var lanes = instance.lanes
    let regions = instance.regions.indices
    for period in firstOpen..<instance.horizon.indices.upperBound {
      for commodity in instance.commodities.indices {
        for origin in regions {
          for destination in regions {
            let key = FlowKey(
              commodity: commodity, origin: origin, destination: destination, period: period)
            guard
              var lane = lanes[
                commodity: commodity, origin: origin, destination: destination, period: period],
              lane.capacity < .infinity
            else { continue }
            let all = aside.flows.reduce(0) { $0 + ($1[key] ?? 0) }
            lane.capacity =
              (aside.flows[place][key] ?? 0) + claim(period) * max(0, lane.capacity - all)
            lanes.assign(
              lanes.addTerms(lane), commodity: commodity, origin: origin,
              destination: destination, period: period)
          }
        }
      }
    }
    return lanes
  }

  /// A quota in each open period: what is set aside for the planner, and its claim of the rest.
  private func quotas(_ quota: Quota, open: Range<PeriodIndex>) -> [Quota] {
    open.filter { (quota.period ?? $0) == $0 }.map { period in
      let counted = aside.flows.map { flows in
        flows.filter { $0.key.period == period && quota.counts($0.key) }.map(\.value).sorted()
          .reduce(0, +)
      }
      var part = quota
      part.period = period
      part.quantity =
        counted[place] + claim(period) * max(0, quota.quantity - counted.reduce(0, +))
      return part
    }
  }

  /// The contracts of flows into the planner's regions. Flows that history fixes in the first open period count as
  /// contracts too.
  private func contracts(_ instance: Instance) -> [Contract] {
    let own = instance.contracts.filter {
      owns($0.destination) && $0.periods.upperBound >= firstOpen
    }
    .map { contract in
      var contract = contract
      contract.starts = max(firstOpen, contract.starts)
      return contract
    }
    let fromHistory = aside.fixed[place].filter { $0.key.period == firstOpen }
      .sorted { $0.key < $1.key }
      .compactMap { key, quantity -> Contract? in
        let contracted = own.filter { $0.covers(key) }.reduce(0) { $0 + $1.quantity }
        guard quantity > contracted else { return nil }
        return Contract(
          id: "history", commodity: key.commodity, origin: key.origin,
          destination: key.destination, quantity: quantity - contracted,
          periods: firstOpen...firstOpen)
      }
    return own + fromHistory
  }

  /// The planner's stockpiles have in the first open period the level of the joint plan; all others are empty.
  private func limitStockpiles(of instance: inout Instance) {
    for (index, stockpile) in instance.stockpiles.indexed() {
      guard owns(stockpile.region) else {
        instance.stockpiles[index] = Stockpile(
          id: stockpile.id, region: stockpile.region, commodity: stockpile.commodity, initial: 0,
          capacity: 0, final: 0)
        continue
      }
      guard firstOpen > .first, !joint.stocks.isEmpty else { continue }
      // Before that period only losses change the level, so `initial` is raised by them.
      var level = joint.stocks[index][firstOpen.before].level
      for period in .first..<firstOpen {
        for _ in 0..<instance.horizon[period].years where stockpile.loss < 1 {
          level /= 1 - stockpile.loss
        }
      }
      instance.stockpiles[index].initial = min(level, stockpile.capacity)
    }
  }

  /// Projects may be ordered from the first open period on, without the capacity and the budget that the joint plan
  /// used before.
  private func limitProjects(of instance: inout Instance) {
    guard firstOpen > .first else { return }
    for (index, project) in instance.projects.indexed() {
      let source = common.original[index]
      let ordered = joint.orders[source][..<firstOpen].reduce(0, +)
      instance.projects[index].earliest = max(project.earliest ?? .first, firstOpen)
      let share = common.owner[index].map { common.share(of: source, for: $0) } ?? 1
      instance.projects[index].maxCapacity = max(0, project.maxCapacity - share * ordered)
    }
    for index in instance.programmes.indices {
      let spent = common.base.projects.indices
        .filter { common.base.projects[$0].programme == index }
        .reduce(0) { $0 + common.outlay(of: $1, in: joint, periods: .first..<firstOpen) }
      let programme = instance.programmes[index]
      instance.programmes[index].budget = max(0, programme.budget - programme.share * spent)
    }
  }

  /// Adds a facility for each project that the joint plan ordered before the first open period, with the planner's
  /// share of the capacity. Its id is only used in messages.
  private func addCapacityOrderedEarly(to own: inout PlannerInstance) {
    let horizon = own.instance.horizon
    for index in common.projectsOrderedEarly(in: joint) {
      let project = common.base.projects[index]
      let share = common.share(of: index, for: place)
      let capacity = PerPeriod(
        horizon.indices.map { period in
          period < firstOpen
            ? 0 : share * common.capacityOrderedEarly(of: index, in: joint, period: period)
        })
      let facility = Facility(
        id: "\(project.id).standing", process: project.process, region: project.region,
        capacity: capacity,
        unitCost: PerPeriod(repeating: project.unitCost, count: horizon.count),
        minimum: capacity.mapped { _ in 0 },
        operation: horizon.indices.lowerBound...horizon.last)
      own.add(facility, replacing: index)
    }
  }
}
