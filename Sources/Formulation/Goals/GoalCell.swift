import LinearProgramming
import Sourcing

/// One place where a goal must hold: for a region or bloc, a commodity, a period and a bound.
struct GoalCell {
  var index: Int
  var goal: Goal
  var subject: RegionSet
  var commodity: CommodityGroup?
  var period: Int?
  var direction: Goal.Direction
  var target: Double
  var disruption: Int?
}

extension PlanningBuilder {
  /// All hard and soft goals of the model, but those that are left out.
  mutating func addGoals() {
    let subFlows = addCleanSubFlows()
    for (index, goal) in model.goals.enumerated() where !isRelaxed(.goal(index)) {
      for cell in cells(of: goal, index) { addGoal(cell, subFlows: subFlows) }
    }
  }

  /// Where a goal must hold, in the order of regions, commodities, periods, bounds.
  func cells(of goal: Goal, _ index: Int) -> [GoalCell] {
    switch goal.kind {
    case .capex, .subsidy, .cost:
      // One sum over all its periods.
      return goal.bounds.compactMap { bound in
        bound.target.values.compactMap(\.self).first.map {
          GoalCell(
            index: index, goal: goal, subject: goal.of, commodity: nil, period: nil,
            direction: bound.direction, target: $0)
        }
      }
    case .resilience where goal.bounds.isEmpty:
      // Only a least service for each month: one cell without a target over the window.
      let unbounded = Goal.Bound(
        .atLeast, Target(constant: .nan, periodCount: instance.horizon.count))
      return cells(of: goal, index, bounds: [unbounded])
    default:
      return cells(of: goal, index, bounds: goal.bounds)
    }
  }

  private func cells(of goal: Goal, _ index: Int, bounds: [Goal.Bound]) -> [GoalCell] {
    goal.subjects(in: instance).flatMap { subject in
      goal.commodities.flatMap { commodity in
        goal.periods.flatMap { period in
          bounds.compactMap { bound in
            bound.target[period].map {
              GoalCell(
                index: index, goal: goal, subject: subject, commodity: commodity,
                period: period, direction: bound.direction, target: $0)
            }
          }
        }
      }
    }
  }

  private mutating func addGoal(_ cell: GoalCell, subFlows: CleanSubFlows) {
    switch cell.goal.kind {
    case .reliance(let upon, let basis, .direct):
      addReliance(cell, upon: upon, basis: basis)
    case .reliance(let upon, _, .chain):
      addChain(cell, upon: upon, subFlows: subFlows)
    case .largestSource(let basis):
      addLargestSource(cell, basis: basis)
    case .hhi(let basis):
      addConcentration(cell, basis: basis)
    case .plusOne(let beyond, let sources):
      addPlusOne(cell, beyond: beyond, sources: sources)
    case .cover:
      addCover(cell)
    case .service:
      addService(cell)
    case .capex(let projects):
      addOutlayCap(cell, family: .capex, outlays(of: projects, periods: cell.goal.periods))
    case .subsidy(let programme):
      let supported = instance.projects.indices.filter {
        instance.projects[$0].programme == programme
      }
      let support = outlays(of: supported, periods: cell.goal.periods)
      addOutlayCap(
        cell, family: .subsidy,
        scaled(support, by: instance.programmes[programme].share))
    case .cost:
      addCostCap(cell)
    case .resilience(let against, let eachMonth):
      addResilience(cell, against: against, eachMonth: eachMonth)
    }
  }

  /// Begins the record of a goal's constraint; a soft goal gets its violation, which costs
  /// penalty·discount(t)·years(t) a unit (penalty alone where the goal spans periods).
  mutating func begin(_ cell: GoalCell) -> GoalConstraint {
    var violation: Column?
    if let penalty = cell.goal.penalty {
      let weight = cell.period.map { instance.horizon.weight($0) } ?? 1
      violation = addViolation(penalty: penalty * weight)
    }
    return GoalConstraint(
      goal: cell.index, subject: cell.subject, commodity: cell.commodity, period: cell.period,
      direction: cell.direction, target: cell.target, disruption: cell.disruption,
      violation: violation)
  }

  /// Adds `quantity − target·yardstick ≤ violation` (or `≥ −violation`) to a goal's constraint.
  ///
  /// - Parameter sensitivity: rate at which a higher target loosens (≤) or tightens (≥) the row; by
  ///   default the yardstick.
  mutating func addShareRow(
    _ family: ConstraintFamily, _ constraint: inout GoalConstraint,
    quantity: LinearExpression, yardstick: LinearExpression
  ) {
    var expression = quantity
    expression.add(yardstick, scaledBy: -constraint.target)
    let isCap = constraint.direction == .atMost
    if let violation = constraint.violation { expression.add(isCap ? -1 : 1, violation) }
    let row = addRow(
      family, constraint.goal, constraint.period ?? 0, output.goals.count,
      constraint.rows.count, expression: expression, lower: isCap ? -.infinity : 0,
      upper: isCap ? 0 : .infinity)
    constraint.rows.append((row, yardstick))
  }

  mutating func finish(_ constraint: GoalConstraint) { output.goals.append(constraint) }
}
