import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `project_capacity`, for each project p that may be in operation in t:
  ///
  ///     x[p,t] − Σ_{s: start(s)+lead ≤ start(t) < start(s)+lead+life} b[p,s] ≤ 0
  ///
  /// Dual: what one more unit of capacity in operation would save, discounted (≤ 0).
  mutating func addProjectCapacity(in period: PeriodIndex) {
    for (index, producer) in producers.all.indexed() {
      guard let place = producer.project, let activity = columns.activity[index][period] else {
        continue
      }
      let project = instance.projects[place]
      let row = addRow(
        .projectCapacity(producer: index, period: period), upper: 0)
      add(1, activity, to: row)
      for order in orderPeriods[place] {
        guard project.operation(orderedIn: order, horizon: instance.horizon).contains(period),
          let capacity = columns.order[place][order]
        else { continue }
        add(-1, capacity, to: row)
      }
    }
  }

  /// `project_size`, for each project p:
  ///
  ///     Σ_t b[p,t] ≤ max_capacity
  ///     lumpy:  min_capacity·y[p,t] ≤ b[p,t] ≤ max_capacity·y[p,t],  Σ_t y[p,t] ≤ 1
  ///
  /// with no more than can be used for a max_capacity above that, see ``UsableQuantities``.
  mutating func addProjectSizes() {
    for (index, project) in instance.projects.indexed() {
      let orders = orderPeriods[index].compactMap { columns.order[index][$0] }
      guard !orders.isEmpty else { continue }
      let most = maxCapacity(of: project)
      if orders.count > 1 && most < .infinity {
        let row = addRow(.projectSize(project: index), upper: most)
        for order in orders { add(1, order, to: row) }
      }
      if project.isLumpy { addLumpiness(of: index, project) }
    }
  }

  private mutating func addLumpiness(of index: ProjectIndex, _ project: Project) {
    let pairs = orderPeriods[index].compactMap { period -> (PeriodIndex, Column, Column)? in
      guard let order = columns.order[index][period],
        let isOrdered = columns.isOrdered[index][period]
      else { return nil }
      return (period, order, isOrdered)
    }
    for (period, order, isOrdered) in pairs {
      let most = addRow(.orderAtMost(project: index, period: period), upper: 0)
      add(1, order, to: most)
      add(-usable.largestOrder(of: project), isOrdered, to: most)
      guard project.minCapacity > 0 else { continue }
      let least = addRow(.orderAtLeast(project: index, period: period), lower: 0)
      add(1, order, to: least)
      add(-project.minCapacity, isOrdered, to: least)
    }
    if pairs.count > 1 {
      let once = addRow(.orderOnce(project: index), upper: 1)
      for (_, _, isOrdered) in pairs { add(1, isOrdered, to: once) }
    }
  }

  /// `programme`, for each programme g with projects that may be ordered:
  ///
  ///     Σ share·(capex·b[p,t] + fixed_cost·y[p,t]) ≤ budget
  ///
  /// Dual: what one more unit of budget would save, discounted (≤ 0).
  mutating func addProgrammes() {
    for (index, programme) in instance.programmes.indexed()
    where !isRelaxed(.budget(programme: index)) {
      let support = support(by: index, periods: Array(instance.horizon.indices))
      guard !support.isConstant, canBind(programme, index) else { continue }
      addRow(
        .programme(index), support, upper: programme.budget)
    }
  }

  /// Whether a budget is of the size of what could be paid, and not a number that says "no limit".
  private func canBind(_ programme: Programme, _ index: ProgrammeIndex) -> Bool {
    let most = instance.projects.reduce(0) { sum, project in
      project.programme == index
        ? sum + project.capex * usable.largestOrder(of: project) + project.fixedCost : sum
    }
    return programme.budget <= 1000 * programme.share * most
  }

  /// Undiscounted capex and fixed costs of what is ordered of some projects in some periods.
  func outlays(of projects: [ProjectIndex], periods: [PeriodIndex]) -> LinearExpression {
    var sum = LinearExpression()
    for index in projects {
      let project = instance.projects[index]
      for period in periods {
        if let order = columns.order[index][period] { sum.add(project.capex, order) }
        if let isOrdered = columns.isOrdered[index][period] {
          sum.add(project.fixedCost, isOrdered)
        }
      }
    }
    return sum
  }

  /// What a programme pays of that, for its projects.
  func support(by programme: ProgrammeIndex, periods: [PeriodIndex]) -> LinearExpression {
    let projects = instance.projects.indices.filter { instance.projects[$0].programme == programme }
    return scaled(
      outlays(of: projects, periods: periods), by: instance.programmes[programme].share)
  }

  func scaled(_ expression: LinearExpression, by factor: Double) -> LinearExpression {
    var result = LinearExpression()
    result.add(expression, scaledBy: factor)
    return result
  }
}
