import LinearProgramming

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
      GoalOutcome(
        goal: constraint.goal, subject: constraint.subject, commodity: constraint.commodity,
        period: constraint.period, disruption: constraint.disruption,
        direction: constraint.direction, target: constraint.target,
        achieved: try achieved(constraint),
        shadowPrice: hasPrices ? constraint.shadowPrice(in: result.solution) : nil,
        violation: constraint.violation.map { max(0, result.solution[$0]) } ?? 0,
        isUnderserved: isUnderserved(constraint))
    }
  }

  private func achieved(_ constraint: GoalConstraint) throws -> Double {
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
      guard let commodity = constraint.commodity, let period = constraint.period else { return 0 }
      return try achieved(
        goal, constraint, commodity, subject: constraint.subject.members, period: period)
    }
  }

  private func achieved(
    _ goal: Goal, _ constraint: GoalConstraint, _ commodity: CommodityGroup, subject: [Int],
    period: Int
  ) throws -> Double {
    let bySource = { (basis: Goal.Basis) in
      shares.bySource(
        commodity, to: subject, period: period, basis: basis, measure: goal.measure)
    }
    switch goal.kind {
    case .reliance(let upon, let basis, .direct):
      let supply = bySource(basis)
      let whole = whole(of: supply, basis, goal, commodity, subject, period)
      return PlanShares.share(upon.members.reduce(0) { $0 + supply[$1] }, of: whole)
    case .reliance(let upon, _, .chain):
      return try CleanShare(
        solver: solver, program: result.program, plan: plan
      ).reliance(of: subject, upon: upon, commodity, period: period, constraint.direction)
    case .largestSource(let basis):
      let supply = bySource(basis)
      let outside = instance.regions.indices.filter { !subject.contains($0) }.map { supply[$0] }
      let whole = whole(of: supply, basis, goal, commodity, subject, period)
      return PlanShares.share(outside.max() ?? 0, of: whole)
    case .hhi(let basis):
      let supply = bySource(basis)
      let total = supply.reduce(0, +)
      return supply.reduce(0) {
        $0 + PlanShares.share($1, of: total) * PlanShares.share($1, of: total)
      }
    case .plusOne(let beyond, let sources):
      let supply = bySource(.supply)
      let others = instance.regions.indices.filter { !beyond.members.contains($0) }
        .map { supply[$0] }.sorted(by: >)
      let least = sources <= others.count && sources > 0 ? others[sources - 1] : 0
      return PlanShares.share(least, of: supply.reduce(0, +))
    case .cover:
      let use = need(commodity, subject, period, .quantity) - unserved(commodity, subject, period)
      return 365 * PlanShares.share(stock(commodity, subject, period), of: use)
    case .service:
      let demand = demand(commodity, subject, period)
      return demand > 0 ? 1 - unserved(commodity, subject, period) / demand : 1
    case .resilience:
      guard let disruption = constraint.disruption else { return 0 }
      return try ServiceLevel(
        solver: solver, instance: instance, model: result.program.model, plan: plan,
        period: period, disruption: disruption
      ).largest(commodity, in: subject, eachMonth: constraint.isEachMonth)
    case .capex, .subsidy, .cost:
      return 0
    }
  }

  /// What a share is taken of.
  private func whole(
    of supply: [Double], _ basis: Goal.Basis, _ goal: Goal, _ commodity: CommodityGroup,
    _ subject: [Int], _ period: Int
  ) -> Double {
    basis == .use
      ? need(commodity, subject, period, goal.measure) : supply.reduce(0, +)
  }

  private func outlays(of projects: [Int], in periods: [Int]) -> Double {
    projects.reduce(0) { sum, index in
      let project = instance.projects[index]
      return periods.reduce(sum) {
        $0 + project.capex * plan.orders[index][$1]
          + (plan.isOrdered[index][$1] ? project.fixedCost : 0)
      }
    }
  }

  private func need(
    _ commodity: CommodityGroup, _ regions: [Int], _ period: Int, _ measure: Measure
  ) -> Double {
    var sum = 0.0
    for member in commodity.members {
      let worth = measure == .value ? instance.commodities[member].price[period] : 1
      for region in regions {
        sum +=
          worth
          * instance.demands[region: region, commodity: member, period: period].quantity
        for index in result.program.producers.inRegion[region] {
          let process = instance.processes[result.program.producers.all[index].process]
          for input in process.inputs where input.commodity == member {
            sum += worth * input.quantity * plan.activity[index][period]
          }
        }
      }
    }
    return sum
  }

  private func demand(_ commodity: CommodityGroup, _ regions: [Int], _ period: Int) -> Double {
    commodity.members.reduce(0) { sum, member in
      regions.reduce(sum) {
        $0 + instance.demands[region: $1, commodity: member, period: period].quantity
      }
    }
  }

  private func unserved(_ commodity: CommodityGroup, _ regions: [Int], _ period: Int) -> Double {
    plan.shortages.reduce(0) {
      $1.period == period && commodity.members.contains($1.commodity)
        && regions.contains($1.region) ? $0 + $1.quantity : $0
    }
  }

  private func stock(_ commodity: CommodityGroup, _ regions: [Int], _ period: Int) -> Double {
    plan.stocks.enumerated().reduce(0) { sum, entry in
      let stockpile = instance.stockpiles[entry.offset]
      return commodity.members.contains(stockpile.commodity) && regions.contains(stockpile.region)
        ? sum + entry.element[period].level : sum
    }
  }

  private func isUnderserved(_ constraint: GoalConstraint) -> Bool {
    guard let commodity = constraint.commodity, let period = constraint.period else { return false }
    let short = unserved(commodity, constraint.subject.members, period)
    return short > 1e-6 * max(1, demand(commodity, constraint.subject.members, period))
  }
}
