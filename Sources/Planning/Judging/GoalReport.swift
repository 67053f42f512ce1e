import Formulation
import LinearProgramming
import Sourcing

/// Works out what a solved plan achieves of each goal, from the plan and not from the LP's rows.
struct GoalReport {
  let solver: any Solver
  let result: PlanningResult
  let plan: Plan
  private let shares: PlanShares

  init(solver: any Solver, result: PlanningResult, plan: Plan) {
    self.solver = solver
    self.result = result
    self.plan = plan
    shares = PlanShares(instance: result.program.instance, plan: plan)
  }

  private var instance: Instance { result.program.instance }

  func outcomes() throws -> [GoalOutcome] {
    let hasPrices =
      if case .cost = result.program.model.objective.last?.quantity { true } else { false }
    return try result.program.goals.map { constraint in
      let achieved = try achieved(constraint)
      return GoalOutcome(
        goal: constraint.goal, subject: constraint.subject, commodity: constraint.commodity,
        period: constraint.period, disruption: constraint.disruption,
        isEachMonth: constraint.isEachMonth, direction: constraint.direction,
        target: constraint.target, achieved: achieved ?? 0, isVacuous: achieved == nil,
        shadowPrice: hasPrices ? constraint.shadowPrice(in: result.solution) : nil,
        violation: constraint.violation.map { max(0, result.solution[$0]) } ?? 0,
        isUnderserved: isUnderserved(constraint))
    }
  }

  /// What the plan reaches of a goal; nil for a share of nothing.
  private func achieved(_ constraint: GoalConstraint) throws -> Double? {
    let goal = result.program.model.goals[constraint.goal]
    switch goal.kind {
    case .capex(let projects):
      return outlays(of: projects, in: goal.periods)
    case .subsidy(let programme):
      let supported = instance.projects.indices.filter {
        instance.projects[$0].programme == programme
      }
      return instance.programmes[programme].share * outlays(of: supported, in: goal.periods)
    case .cost:
      return result.cost
    default:
      guard let cell = Cell(goal, constraint) else { return nil }
      return try achieved(goal.kind, cell, constraint)
    }
  }

  /// The one commodity and period that most kinds of goal are about.
  private struct Cell {
    let commodity: CommodityGroup
    let measure: Measure
    let subject: [RegionIndex]
    let period: PeriodIndex

    init?(_ goal: Goal, _ constraint: GoalConstraint) {
      guard let commodity = constraint.commodity, let period = constraint.period else { return nil }
      self.commodity = commodity
      measure = goal.measure
      subject = constraint.subject.members
      self.period = period
    }
  }

  private func achieved(_ kind: Goal.Kind, _ cell: Cell, _ constraint: GoalConstraint) throws
    -> Double?
  {
    switch kind {
    case .reliance(let upon, let basis, .direct):
      let supply = supply(cell, basis)
      return share(upon.members.reduce(0) { $0 + supply[$1] }, of: whole(cell, supply, basis))
    case .reliance(let upon, _, .chain):
      return try CleanShare(solver: solver, program: result.program, plan: plan, shares: shares)
        .reliance(
          of: cell.subject, upon: upon, cell.commodity, period: cell.period, constraint.direction)
    case .largestSource(let basis):
      let supply = supply(cell, basis)
      let outside = instance.regions.indices.filter { !cell.subject.contains($0) }
      return share(outside.map { supply[$0] }.max() ?? 0, of: whole(cell, supply, basis))
    case .hhi(let basis):
      let supply = supply(cell, basis)
      return supply.reduce(0, +) > 0 ? PlanShares.concentration(of: supply.array) : nil
    case .plusOne(let beyond, let sources):
      let supply = supply(cell, .supply)
      let others = instance.regions.indices.filter { !beyond.members.contains($0) }
        .map { supply[$0] }.sorted(by: >)
      let least = sources <= others.count && sources > 0 ? others[sources - 1] : 0
      return share(least, of: supply.reduce(0, +))
    case .cover:
      let use = need(cell, .quantity) - unserved(cell.commodity, cell.subject, cell.period)
      return share(365 * stock(cell), of: use)
    case .service:
      let demand = demand(cell.commodity, cell.subject, cell.period)
      return share(demand - unserved(cell.commodity, cell.subject, cell.period), of: demand) ?? 1
    case .resilience:
      guard let disruption = constraint.disruption else { return nil }
      return try ServiceLevel(
        solver: solver, instance: instance, model: result.program.model, plan: plan,
        period: cell.period, disruption: disruption
      ).largest(cell.commodity, in: cell.subject, eachMonth: constraint.isEachMonth)
    case .capex, .subsidy, .cost:
      return nil
    }
  }

  /// A share of a whole; nil of nothing.
  private func share(_ part: Double, of whole: Double) -> Double? {
    whole > 0 ? part / whole : nil
  }

  /// F({i},M) of every origin.
  private func supply(_ cell: Cell, _ basis: Goal.Basis) -> IndexedArray<Region, Double> {
    shares.bySource(
      cell.commodity, to: cell.subject, period: cell.period, basis: basis, measure: cell.measure)
  }

  /// What a share is taken of.
  private func whole(_ cell: Cell, _ supply: IndexedArray<Region, Double>, _ basis: Goal.Basis)
    -> Double
  {
    basis == .use ? need(cell, cell.measure) : supply.reduce(0, +)
  }

  private func outlays(of projects: [ProjectIndex], in periods: [PeriodIndex]) -> Double {
    projects.reduce(0) { sum, project in
      periods.reduce(sum) {
        let outlay = plan.outlay(of: project, in: $1, instance)
        return $0 + outlay.capex + outlay.fixed
      }
    }
  }

  /// U(M): what M needs, served or not.
  private func need(_ cell: Cell, _ measure: Measure) -> Double {
    var sum = 0.0
    for member in cell.commodity.members {
      let worth = measure == .value ? instance.commodities[member].price[cell.period] : 1
      for region in cell.subject {
        sum +=
          worth
          * instance.demands[region: region, commodity: member, period: cell.period].quantity
        for index in result.program.producers.inRegion[region] {
          let process = instance.processes[result.program.producers.all[index].process]
          for input in process.inputs where input.commodity == member {
            sum += worth * input.quantity * plan.activity[index][cell.period]
          }
        }
      }
    }
    return sum
  }

  private func demand(_ commodity: CommodityGroup, _ regions: [RegionIndex], _ period: PeriodIndex)
    -> Double
  {
    commodity.members.reduce(0) { sum, member in
      regions.reduce(sum) {
        $0 + instance.demands[region: $1, commodity: member, period: period].quantity
      }
    }
  }

  private func unserved(
    _ commodity: CommodityGroup, _ regions: [RegionIndex], _ period: PeriodIndex
  ) -> Double {
    plan.shortages(in: period).reduce(0) {
      commodity.members.contains($1.commodity) && regions.contains($1.region)
        ? $0 + $1.quantity : $0
    }
  }

  /// Stock at the end of the period.
  private func stock(_ cell: Cell) -> Double {
    plan.stocks.indexed().reduce(0) { sum, entry in
      let stockpile = instance.stockpiles[entry.index]
      return cell.commodity.members.contains(stockpile.commodity)
        && cell.subject.contains(stockpile.region) ? sum + entry.element[cell.period].level : sum
    }
  }

  private func isUnderserved(_ constraint: GoalConstraint) -> Bool {
    guard let commodity = constraint.commodity, let period = constraint.period else { return false }
    let short = unserved(commodity, constraint.subject.members, period)
    return short > 1e-6 * max(1, demand(commodity, constraint.subject.members, period))
  }
}
