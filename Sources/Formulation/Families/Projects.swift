import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `project_capacity`, for each project p that may be in operation in t:
  ///
  ///     x[p,t] − Σ_{s: start(s)+lead(p) ≤ start(t) < start(s)+lead(p)+life(p)} b[p,s] ≤ 0
  ///
  /// Row: units a year. Dual ≤ 0: minus what one more unit of capacity in operation in t saves, discounted.
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
        guard project.operates(in: period, orderedIn: order, horizon: instance.horizon),
          let capacity = columns.order[place][order]
        else { continue }
        add(-1, capacity, to: row)
      }
    }
  }

  /// `project_size`, for each project p:
  ///
  ///     Σ_t b[p,t] ≤ most(p)
  ///     lumpy:  least(p)·y[p,t] ≤ b[p,t] ≤ most(p)·y[p,t],  Σ_t y[p,t] ≤ 1
  ///
  /// least is `min_capacity`; most is `max_capacity` or, where that is larger, what can be used at most
  /// (``UsableQuantities``). Rows: units a year; the last is a number. Dual ≤ 0 of the first: minus what one
  /// more unit of `max_capacity` saves, discounted.
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
  ///     Σ_{p of g, t} share(g)·(capex(p)·b[p,t] + fixed(p)·y[p,t]) ≤ budget(g)
  ///
  /// Row: money, undiscounted. Dual ≤ 0: minus what one more unit of budget saves, discounted.
  mutating func addProgrammes() {
    for (index, programme) in instance.programmes.indexed()
    where !isRelaxed(.budget(programme: index)) {
      let support = support(by: index, periods: Array(instance.horizon.indices))
      guard !support.isConstant, canBind(programme, index) else { continue }
      addRow(
        .programme(index), support, upper: programme.budget)
    }
  }

  /// Whether a budget is of the size of what could be paid. A much larger one stands for "no limit".
  private func canBind(_ programme: Programme, _ index: ProgrammeIndex) -> Bool {
    let most = instance.projects.reduce(0) { sum, project in
      project.programme == index
        ? sum + project.capex * usable.largestOrder(of: project) + project.fixedCost : sum
    }
    return programme.budget <= 1000 * programme.share * most
  }

  /// Σ_{p,t} capex(p)·b[p,t] + fixed(p)·y[p,t] over some projects and periods; money, undiscounted.
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

  /// The share of it that a programme pays for its projects.
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
