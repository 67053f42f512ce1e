import LinearProgramming
import Sourcing

/// The variables of one period. All are ≥ 0. All are yearly rates, except levels of stock, which are quantities.
extension PlanningBuilder {
  mutating func addColumns(in period: PeriodIndex) {
    let stocked = instance.stockpiles.map { Place(region: $0.region, commodity: $0.commodity) }
    let reach = Reach(
      instance: instance, producers: producers,
      hasCapacity: IndexedArray(
        producers.all.indices.map { capacity(of: $0, in: period) > 0 }),
      period: period, stockedPlaces: model.stockpiles == .free ? Set(stocked) : [],
      canStore: model.stockpiles != .none)
    addActivities(in: period, reach: reach)
    addFlows(in: period, reach: reach)
    addShortages(in: period)
    addStockMovements(in: period)
    addOrders(in: period)
  }

  /// Most main output a year that a producer can make in a period: a facility's capacity, or for a project all
  /// that can be ordered, if any order can be in operation then.
  func capacity(of producer: ProducerIndex, in period: PeriodIndex) -> Double {
    let it = producers.all[producer]
    let commodity = instance.processes[it.process].output
    if let index = it.facility {
      let facility = instance.facilities[index]
      guard facility.operation.contains(period) else { return 0 }
      let isUnlimited = isRelaxed(.producerCapacity(commodity: commodity))
      return isUnlimited
        ? .infinity : usable.limit(facility.capacity[period], of: facility.process)
    }
    guard let index = it.project else { return 0 }
    let project = instance.projects[index]
    let operates = orderPeriods[index].contains {
      project.operates(in: period, orderedIn: $0, horizon: instance.horizon)
    }
    return operates ? usable.largestOrder(of: project) : 0
  }

  /// x[q,t]: activity, units of main output a year. Of a facility in operation min(q,t) ≤ x ≤ cap(q,t); of a
  /// project `project_capacity` is the limit. Cost: weight(t)·c(q,t).
  private mutating func addActivities(in period: PeriodIndex, reach: Reach) {
    let weight = instance.horizon.weight(period)
    for (index, producer) in producers.all.indexed() {
      let facility = producer.facility.map { instance.facilities[$0] }
      var minimum = facility.map { $0.operation.contains(period) ? $0.minimum[period] : 0 } ?? 0
      if let place = producer.facility, isRelaxed(.facilityMinimum(place)) { minimum = 0 }
      guard reach.isAble[index] || minimum > 0 else { continue }
      let capacity = facility == nil ? .infinity : capacity(of: index, in: period)
      output.columns.activity[index][period] = addColumn(
        lower: minimum, upper: capacity, cost: weight * producer.unitCost[period],
        size: sizes.quantities[instance.processes[producer.process].output])
    }
  }

  /// f[k,i,j,t], units a year, on open lanes: contracts ≤ f ≤ lane(k,i,j,t); where history fixes it, both
  /// bounds are the observed flow too; into a region outside home also f ≥ what `others_keep` protects
  /// (``keptByOthers(_:capacity:)``). Cost: weight(t)·(unit cost + tariff·price).
  private mutating func addFlows(in period: PeriodIndex, reach: Reach) {
    let contracts = contractedFlows(in: period)
    let weight = instance.horizon.weight(period)
    let regions = instance.regions.indices
    for commodity in instance.commodities.indices where !deadline.isOver {
      let isUnlimited = isRelaxed(.laneCapacity(commodity: commodity))
      let price = instance.commodities[commodity].price[period]
      for origin in regions {
        let isMade = reach.made(commodity, in: origin)
        if !isMade && contracts.isEmpty && !fixedHistory.isAnything { continue }
        for destination in regions {
          let key = FlowKey(
            commodity: commodity, origin: origin, destination: destination, period: period)
          let lane = instance.lanes[
            commodity: commodity, origin: origin, destination: destination, period: period]
          let contracted = contracts[key] ?? 0
          let fixed = fixedHistory.flow(key)
          let canFlow = lane != nil && isMade && reach.used(commodity, in: destination)
          guard canFlow || contracted > 0 || (fixed ?? 0) > 0 else { continue }
          let terms = lane ?? Lane(capacity: 0)
          var (lower, upper) = (contracted, usable.limit(terms.capacity, of: commodity))
          if isUnlimited && lane != nil { upper = .infinity }
          lower = max(lower, keptByOthers(key, capacity: terms.capacity))
          if let fixed { (lower, upper) = (max(lower, fixed), min(upper, fixed)) }
          let column = addColumn(
            lower: lower, upper: upper,
            cost: weight * (terms.unitCost + terms.tariff * price),
            size: sizes.quantities[commodity])
          output.columns.setFlow(key, column)
        }
      }
    }
    output.columns.endFlows()
  }

  /// Least flow by contract: the sum of all contracts on a lane, units a year.
  private func contractedFlows(in period: PeriodIndex) -> [FlowKey: Double] {
    var flows: [FlowKey: Double] = [:]
    for (index, contract) in instance.contracts.indexed()
    where contract.periods.contains(period) && !isRelaxed(.contract(index)) {
      let key = FlowKey(
        commodity: contract.commodity, origin: contract.origin,
        destination: contract.destination, period: period)
      flows[key, default: 0] += contract.quantity
    }
    return flows
  }

  /// u[j,k,t] ≤ D[j,k,t], units a year, only where there is demand. Cost: weight(t)·σ(j,k,t).
  private mutating func addShortages(in period: PeriodIndex) {
    let weight = instance.horizon.weight(period)
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices {
        let demand = instance.demands[region: region, commodity: commodity, period: period]
        guard demand.quantity > 0 else { continue }
        let column = addColumn(
          upper: demand.quantity, cost: weight * demand.shortageCost,
          size: sizes.quantities[commodity])
        output.columns.setShortage(
          region: region, commodity: commodity, period: period, column)
      }
    }
  }

  /// put[w,t] and draw[w,t], units a year, and S[w,t], units: low(w) ≤ S ≤ high(w), draw ≤ release(w). Under
  /// `hold` there is no draw; under `free` S ≥ final(w) in the last period. Cost: weight(t)·hold(w) on S.
  private mutating func addStockMovements(in period: PeriodIndex) {
    guard model.stockpiles != .none else { return }
    let weight = instance.horizon.weight(period)
    for (index, stockpile) in instance.stockpiles.indexed() {
      let size = sizes.quantities[stockpile.commodity]
      let isFree = isRelaxed(.stockLevels(index))
      var least = stockpile.minimum
      if model.stockpiles == .free && period == instance.horizon.last {
        least = max(least, stockpile.final)
      }
      output.columns.level[index][period] = addColumn(
        lower: isFree ? 0 : least,
        upper: isFree ? .infinity : usable.limit(stockpile.capacity, of: stockpile.commodity),
        cost: weight * stockpile.holdingCost, size: size)
      output.columns.put[index][period] = addColumn(size: size)
      if model.stockpiles == .free {
        output.columns.draw[index][period] = addColumn(
          upper: usable.limit(stockpile.releaseLimit, of: stockpile.commodity),
          size: size)
      }
    }
  }

  /// b[p,t], units a year, and y[p,t] for lumpy projects. Cost: annuity(p)·capex(p), or annuity(p)·fixed(p),
  /// times Σ weight(t) over the periods in which the order is in operation.
  private mutating func addOrders(in period: PeriodIndex) {
    let horizon = instance.horizon
    for (index, project) in instance.projects.indexed()
    where orderPeriods[index].contains(period) {
      let annuity = horizon.annuity(lifeYears: project.lifeYears)
      let weight = project.operation(orderedIn: period, horizon: horizon)
        .reduce(0) { $0 + horizon.weight($1) }
      output.columns.order[index][period] = addColumn(
        upper: maxCapacity(of: project), cost: weight * annuity * project.capex,
        size: sizes.quantities[instance.processes[project.process].output])
      if project.isLumpy {
        output.columns.isOrdered[index][period] = addColumn(
          upper: 1, cost: weight * annuity * project.fixedCost, integer: true)
      }
    }
  }

  func maxCapacity(of project: Project) -> Double {
    let commodity = instance.processes[project.process].output
    // A lumpy project keeps its size: its binary needs a bound.
    return isRelaxed(.producerCapacity(commodity: commodity)) && !project.isLumpy
      ? .infinity : usable.largestOrder(of: project)
  }
}
