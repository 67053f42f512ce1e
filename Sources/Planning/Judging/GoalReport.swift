import Formulation
import LinearProgramming
import Sourcing

/// Works out what a plan achieves of each goal, from the plan and not from the rows of a program.
struct GoalReport {
  let solver: any Solver
  let program: PlanningProgram
  let plan: Plan
  /// The plan's discounted cost.
  let cost: Double
  /// The solution that the plan was read from, for shadow prices and violations. nil for a plan that is no solution
  /// of the program.
  let solution: Solution?
  private let shares: PlanShares

  init(
    solver: any Solver, program: PlanningProgram, plan: Plan, cost: Double, solution: Solution?
  ) {
    self.solver = solver
    self.program = program
    self.plan = plan
    self.cost = cost
    self.solution = solution
    shares = PlanShares(instance: program.instance, plan: plan)
  }

  private var instance: Instance { program.instance }

  func outcomes() throws -> [GoalOutcome] {
    let hasPrices = program.model.isCostLast
    return try program.goals.map { constraint in
      let reached = try reached(constraint)
      return GoalOutcome(
        goal: constraint.goal, subject: constraint.subject, commodity: constraint.commodity,
        period: constraint.period,
        threat: reached.attack.map { .attack($0) }
          ?? constraint.disruption.map { .disruption($0) },
        isEachMonth: constraint.isEachMonth, direction: constraint.direction,
        target: constraint.target, achievement: reached.achievement,
        shadowPrice: hasPrices ? solution.map { constraint.shadowPrice(in: $0) } : nil,
        violation: violation(of: constraint, reached),
        unservedShare: unservedShare(constraint), usual: usual(constraint),
        limitsNothing: UnlimitedTarget(program: program).holds(for: constraint))
    }
  }

  /// v of a soft goal's constraint: of the solution, else worked out from the plan.
  private func violation(of constraint: GoalConstraint, _ reached: ReachedGoal) -> Double {
    guard let violation = constraint.violation else { return 0 }
    return solution.map { max(0, $0[violation]) }
      ?? reached.violation(of: constraint.target, constraint.direction)
  }

  private func reached(_ constraint: GoalConstraint) throws -> ReachedGoal {
    let goal = program.model.goals[constraint.goal]
    switch goal.kind {
    case .capex(let projects):
      return .money(outlays(of: projects, in: goal.periods))
    case .subsidy(let programme):
      let supported = instance.projects.indices.filter {
        instance.projects[$0].programme == programme
      }
      return .money(
        instance.programmes[programme].share * outlays(of: supported, in: goal.periods))
    case .cost:
      return .money(cost)
    case .reliance(let upon, let basis, .direct):
      let cell = try Cell(goal, constraint)
      let supply = supply(cell, basis)
      return .share(
        part: upon.members.reduce(0) { $0 + supply[$1] }, whole: whole(cell, supply, basis))
    case .reliance(let upon, _, .chain):
      return try relianceThroughChain(Cell(goal, constraint), upon: upon, constraint.direction)
    case .largestSource(let basis):
      let cell = try Cell(goal, constraint)
      let supply = supply(cell, basis)
      let outside = instance.regions.indices.filter { !cell.subject.contains($0) }
      return .share(
        part: outside.map { supply[$0] }.max() ?? 0, whole: whole(cell, supply, basis))
    case .hhi(let basis):
      return .concentration(supply(try Cell(goal, constraint), basis).array)
    case .plusOne(let beyond, let sources):
      let supply = supply(try Cell(goal, constraint), .supply)
      let others = instance.regions.indices.filter { !beyond.members.contains($0) }
      return .sources(others.map { supply[$0] }, wanted: sources, whole: supply.reduce(0, +))
    case .cover:
      let cell = try Cell(goal, constraint)
      let use = need(cell, .quantity) - unserved(cell.commodity, cell.subject, cell.period)
      return .days(stock: stock(cell), use: isNothing(use, cell, .quantity) ? 0 : use)
    case .service:
      let cell = try Cell(goal, constraint)
      let demand = demand(cell.commodity, cell.subject, cell.period)
      return .share(
        part: demand - unserved(cell.commodity, cell.subject, cell.period), whole: demand)
    case .resilience:
      return try service(Cell(goal, constraint), constraint)
    }
  }

  /// The commodity and period of a constraint that does not bound money.
  private struct Cell {
    let commodity: CommodityGroup
    let measure: Measure
    let subject: [RegionIndex]
    let period: PeriodIndex

    init(_ goal: Goal, _ constraint: GoalConstraint) throws {
      guard let commodity = constraint.commodity, let period = constraint.period else {
        throw IncompleteConstraint(goal: goal.name, lacking: "commodity or period")
      }
      self.commodity = commodity
      measure = goal.measure
      subject = constraint.subject.members
      self.period = period
    }
  }

  private func relianceThroughChain(
    _ cell: Cell, upon: RegionSet, _ direction: Goal.Direction
  ) throws -> ReachedGoal {
    let all = Array(instance.regions.indices)
    let whole = shares.trade(cell.commodity, from: all, to: cell.subject, period: cell.period)
    guard !isNothing(whole, cell, .quantity) else { return .solvedShare(nil, whole: 0) }
    let share = try CleanShare(
      solver: solver, instance: instance, producers: program.producers, plan: plan, shares: shares
    ).reliance(of: cell.subject, upon: upon, cell.commodity, period: cell.period, direction)
    return .solvedShare(share, whole: whole)
  }

  private func service(_ cell: Cell, _ constraint: GoalConstraint) throws -> ReachedGoal {
    if let budget = program.model.goals[constraint.goal].kind.attackBudget {
      return try serviceUnderAttack(cell, constraint, budget)
    }
    guard let disruption = constraint.disruption else {
      throw IncompleteConstraint(
        goal: program.model.goals[constraint.goal].name, lacking: "disruption")
    }
    let level = try ServiceLevel(
      solver: solver, instance: instance, model: program.model, plan: plan,
      period: cell.period, disruption: disruption, commodity: cell.commodity,
      regions: cell.subject)
    let served = try level.largest(eachMonth: constraint.isEachMonth)
    guard solution == nil, let violation = constraint.violation else {
      return .service(served, lacking: 0)
    }
    return .service(
      served,
      lacking: try level.leastLacking(for: targets(sharing: violation)))
  }

  /// The targets of the constraints with one violation, which are judged together: one window has to do for all.
  private func targets(sharing violation: Column) -> [(share: Double, isEachMonth: Bool)] {
    program.goals.filter { $0.violation == violation }
      .map { (share: $0.target, isEachMonth: $0.isEachMonth) }
  }

  private func serviceUnderAttack(
    _ cell: Cell, _ constraint: GoalConstraint, _ budget: AttackBudget
  ) throws -> ReachedGoal {
    let worst = try WorstService(
      solver: solver, instance: instance, model: program.model, plan: plan, period: cell.period,
      budget: budget, commodity: cell.commodity, regions: cell.subject)
    let found = try worst.least(eachMonth: constraint.isEachMonth)
    guard solution == nil, let violation = constraint.violation else {
      return .serviceUnderAttack(found?.served, found?.attack, lacking: 0)
    }
    return .serviceUnderAttack(
      found?.served, found?.attack, lacking: try worst.lacking(for: targets(sharing: violation)))
  }

  /// F({i},M) of every origin; 0 if all of it is round-off.
  private func supply(_ cell: Cell, _ basis: Goal.Basis) -> IndexedArray<Region, Double> {
    let supply = shares.bySource(
      cell.commodity, to: cell.subject, period: cell.period, basis: basis, measure: cell.measure)
    return isNothing(supply.reduce(0, +), cell, cell.measure) ? supply.mapped { _ in 0 } : supply
  }

  /// Whether an amount is only round-off of what the subject needs.
  private func isNothing(_ amount: Double, _ cell: Cell, _ measure: Measure) -> Bool {
    amount <= 1e-9 * need(cell, measure)
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
      let worth = measure.worth(of: member, in: cell.period, instance)
      for region in cell.subject {
        sum +=
          worth
          * instance.demands[region: region, commodity: member, period: cell.period].quantity
        for index in program.producers.inRegion[region] {
          let process = instance.processes[program.producers.all[index].process]
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

  private func usual(_ constraint: GoalConstraint) -> Double {
    program.model.goals[constraint.goal].kind.unit == .money ? 1e-3 * abs(cost) : 1
  }

  /// The share of the goal's commodities, or of a good made from them, if that is larger.
  private func unservedShare(_ constraint: GoalConstraint) -> Double {
    guard let commodity = constraint.commodity, let period = constraint.period,
      plan.shortages(in: period).contains(where: { $0.quantity > 0 })
    else { return 0 }
    let regions = constraint.subject.members
    let made = goods(madeFrom: commodity, in: regions)
    return ([commodity] + made).reduce(0) { largest, goods in
      let demand = demand(goods, regions, period)
      return demand > 0 ? max(largest, unserved(goods, regions, period) / demand) : largest
    }
  }
}

extension GoalReport {
  /// The goods that some regions can make from some commodities, at any number of stages, without these commodities;
  /// one group for each.
  private func goods(madeFrom commodity: CommodityGroup, in regions: [RegionIndex])
    -> [CommodityGroup]
  {
    let producers = program.producers
    let processes = Set(
      regions.flatMap { producers.inRegion[$0] }.map { producers.all[$0].process })
    return Instance.commodities(
      madeFrom: commodity.members, by: processes.map { instance.processes[$0] }
    ).filter { !commodity.members.contains($0) }
      .map { CommodityGroup(id: instance.commodities[$0].id, members: [$0]) }
  }
}

/// A bug: a goal's constraint lacks what its kind needs.
private struct IncompleteConstraint: Error, CustomStringConvertible {
  let goal: String
  let lacking: String

  var description: String {
    "the constraint of the goal `\(goal)` has no \(lacking)"
  }
}
