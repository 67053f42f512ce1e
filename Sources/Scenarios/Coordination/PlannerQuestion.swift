import Planning
import Sourcing

/// What one planner is asked where nobody coordinates: the instance and the model as it sees them, made from
/// those of the joint plan.
///
/// Regions, commodities, processes, periods, projects, programmes and stockpiles keep their indices of
/// ``WorldOfPlanners/instance``, and facilities too, with those that stand for projects after them. Quotas,
/// contracts and goals are other lists, with indices of their own.
struct PlannerQuestion {
  let world: WorldOfPlanners
  let joint: Plan
  let aside: SetAside
  /// Place of the planner.
  let place: Int

  private var planner: PlannerSet.Planner { world.planners.planners[place] }
  private var firstOpen: PeriodIndex { world.firstOpen }
  /// The share of what is not set aside that it may use.
  private func claim(_ period: PeriodIndex) -> Double { planner.claims[period] }
  private func owns(_ region: RegionIndex) -> Bool { world.planners.planner[region] == place }

  // MARK: The instance

  func instance() -> PlannerInstance {
    var instance = world.instance
    let open = firstOpen..<instance.horizon.indices.upperBound
    for (index, facility) in instance.facilities.indexed() {
      for period in instance.horizon.indices {
        let part = open.contains(period) ? part(of: facility, index, period) : (0, 0)
        instance.facilities[index].capacity[period] = part.0
        instance.facilities[index].minimum[period] = part.1
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
    addStandingCapacity(to: &own)
    return own
  }

  /// What is set aside for it, and its claim of the rest; of the minimum too.
  private func part(of facility: Facility, _ index: FacilityIndex, _ period: PeriodIndex) -> (
    Double, Double
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

  /// Of each lane with a capacity: what is set aside for the planner, and its claim of the rest.
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

  /// Its own regions' contracts, and in the first open period what history leaves of flows into them.
  private func contracts(_ instance: Instance) -> [Contract] {
    let own = instance.contracts.filter {
      owns($0.destination) && $0.periods.upperBound >= firstOpen
    }
    .map { contract in
      var contract = contract
      contract.periods = max(firstOpen, contract.periods.lowerBound)...contract.periods.upperBound
      return contract
    }
    let left = aside.fixed[place].filter { $0.key.period == firstOpen }
      .sorted { $0.key < $1.key }
      .compactMap { key, quantity -> Contract? in
        let contracted = own.filter {
          $0.commodity == key.commodity && $0.origin == key.origin
            && $0.destination == key.destination && $0.periods.contains(firstOpen)
        }.reduce(0) { $0 + $1.quantity }
        guard quantity > contracted else { return nil }
        return Contract(
          id: "history", commodity: key.commodity, origin: key.origin,
          destination: key.destination, quantity: quantity - contracted,
          periods: firstOpen...firstOpen)
      }
    return own + left
  }

  /// Its own stockpiles start the first open period as the joint plan left them; others' are empty.
  private func limitStockpiles(of instance: inout Instance) {
    for (index, stockpile) in instance.stockpiles.indexed() {
      guard owns(stockpile.region) else {
        instance.stockpiles[index] = Stockpile(
          id: stockpile.id, region: stockpile.region, commodity: stockpile.commodity, initial: 0,
          capacity: 0, final: 0)
        continue
      }
      guard firstOpen > .first, !joint.stocks.isEmpty else { continue }
      // Nothing happens to it in the periods before, but for losses.
      var level = joint.stocks[index][firstOpen.before].level
      for period in .first..<firstOpen {
        for _ in 0..<instance.horizon[period].years where stockpile.loss < 1 {
          level /= 1 - stockpile.loss
        }
      }
      instance.stockpiles[index].initial = min(level, stockpile.capacity)
    }
  }

  /// Projects may be ordered from the first open period on, as far as the joint plan has not used them and
  /// their programmes up before.
  private func limitProjects(of instance: inout Instance) {
    guard firstOpen > .first else { return }
    for (index, project) in instance.projects.indexed() {
      let source = world.original[index]
      let ordered = joint.orders[source][..<firstOpen].reduce(0, +)
      instance.projects[index].earliest = max(project.earliest ?? .first, firstOpen)
      let share = world.owner[index].map { world.share(of: source, for: $0) } ?? 1
      instance.projects[index].maxCapacity = max(0, project.maxCapacity - share * ordered)
    }
    for index in instance.programmes.indices {
      let spent = world.base.projects.indices
        .filter { world.base.projects[$0].programme == index }
        .reduce(0) { $0 + world.outlay(of: $1, in: joint, periods: .first..<firstOpen) }
      let programme = instance.programmes[index]
      instance.programmes[index].budget = max(0, programme.budget - programme.share * spent)
    }
  }

  /// What the joint plan ordered before the first open period, as far as it is this planner's: a facility
  /// for each of the standing projects, whose id is for messages only.
  private func addStandingCapacity(to own: inout PlannerInstance) {
    let horizon = own.instance.horizon
    for index in world.standingProjects(in: joint) {
      let project = world.base.projects[index]
      let share = world.share(of: index, for: place)
      let capacity = PerPeriod(
        horizon.indices.map { period in
          period < firstOpen
            ? 0 : share * world.standingCapacity(of: index, in: joint, period: period)
        })
      let facility = Facility(
        id: "\(project.id).standing", process: project.process, region: project.region,
        capacity: capacity,
        unitCost: PerPeriod(repeating: project.unitCost, count: horizon.count),
        minimum: capacity.mapped { _ in 0 },
        operation: horizon.indices.lowerBound...horizon.last)
      own.add(facility, standingFor: index)
    }
  }

  // MARK: The model

  func model(withGoals: Bool) -> Model {
    var model = world.model
    model.projects = world.projects(of: place).filter { index in
      let isSpent =
        world.base.projects[world.original[index]].isLumpy
        && joint.orders[world.original[index]][..<firstOpen].contains { $0 > 0 }
      return !isSpent
    }
    model.exemptFromMaxDecline = aside.exempt
    model.goals = withGoals ? Table(model.goals.compactMap(goal)) : []
    if var risk = model.risk {
      risk.of.members = risk.of.members.filter(owns)
      risk.periods = risk.periods.filter { $0 >= firstOpen }
      model.risk = risk
    }
    model.objective = model.objective.map { stage in
      guard case .flow(var of, let upon, let commodity, let measure, let periods) = stage.quantity
      else { return stage }
      of.members = of.members.filter(owns)
      var own = stage
      own.quantity = .flow(
        of: of, upon: upon, commodity: commodity, measure: measure,
        periods: periods.filter { $0 >= firstOpen })
      return own
    }
    return model
  }

  /// Its own part of a goal; nil where it has none.
  private func goal(_ goal: Goal) -> Goal? {
    var own = goal
    own.of.members = goal.of.members.filter(owns)
    own.periods = goal.periods.filter { $0 >= firstOpen }
    let claim = planner.claims[.first]
    switch goal.kind {
    case .cost:
      own.bounds = split(goal.bounds, claim: claim, less: 0)
    case .capex(let projects):
      let spent = projects.filter { world.owner[$0] == nil }.reduce(0) {
        $0 + world.outlay(of: $1, in: joint, periods: .first..<firstOpen, among: goal.periods)
      }
      own.bounds = split(goal.bounds, claim: claim, less: spent)
    case .subsidy(let programme):
      let spent = world.base.projects.indices
        .filter { world.base.projects[$0].programme == programme }
        .reduce(0) {
          $0 + world.outlay(of: $1, in: joint, periods: .first..<firstOpen, among: goal.periods)
        }
      own.bounds = split(
        goal.bounds, claim: claim, less: spent * world.base.programmes[programme].share)
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service, .resilience:
      guard !own.of.members.isEmpty, !own.periods.isEmpty else { return nil }
    }
    return own
  }

  private func split(_ bounds: [Goal.Bound], claim: Double, less spent: Double) -> [Goal.Bound] {
    bounds.map { bound in
      var bound = bound
      bound.target.values = bound.target.values.mapped { $0.map { claim * max(0, $0 - spent) } }
      return bound
    }
  }
}
