import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// All goals of the model, hard and soft, except those that are left out.
  mutating func addGoals() {
    let subFlows = addCleanSubFlows()
    for (index, goal) in model.goals.indexed()
    where !isRelaxed(.goal(index)) && !deadline.isOver {
      addGoal(goal, index, subFlows: subFlows)
    }
  }

  private mutating func addGoal(_ goal: Goal, _ index: GoalIndex, subFlows: CleanSubFlows) {
    switch goal.kind {
    case .capex(let projects):
      let outlays = outlays(of: projects, periods: goal.periods)
      for cell in goal.moneyCells(at: index) { addOutlayCap(cell, family: .capex, outlays) }
    case .subsidy(let programme):
      let support = support(by: programme, periods: goal.periods)
      for cell in goal.moneyCells(at: index) { addOutlayCap(cell, family: .subsidy, support) }
    case .cost:
      for cell in goal.moneyCells(at: index) { addCostCap(cell) }
    case .resilience(let against, let monthly):
      for cell in goal.windowCells(at: index, in: instance, monthly: monthly)
      where !deadline.isOver {
        switch against {
        case .disruptions(let disruptions): addResilience(cell, against: disruptions)
        case .cuts(let budget): addResilience(cell, against: budget)
        }
      }
    case .reliance, .largestSource, .hhi, .plusOne, .cover, .service:
      for cell in goal.cells(at: index, in: instance) { addCell(cell, subFlows: subFlows) }
    }
  }

  private mutating func addCell(_ cell: GoalCell, subFlows: CleanSubFlows) {
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
    case .capex, .subsidy, .cost, .resilience:
      break
    }
  }

  /// Begins a goal's constraint, to which its rows are then added. A soft goal gets its violation v, which
  /// costs penalty·weight(t) for each unit.
  ///
  /// - Returns: The constraint's place in ``PlanningProgram/goals``.
  mutating func begin(_ cell: GoalCell) -> GoalConstraintIndex {
    let penalty = cell.goal.penalty.map { $0 * instance.horizon.weight(cell.period) }
    return begin(
      GoalConstraint(
        goal: cell.index, subject: cell.subject, commodity: cell.commodity, period: cell.period,
        direction: cell.direction, target: cell.target,
        violation: penalty.map { addColumn(beyondCost: $0) }))
  }

  /// The same for a sum of money over periods. The penalty is not discounted.
  mutating func begin(_ cell: MoneyCell) -> GoalConstraintIndex {
    begin(
      GoalConstraint(
        goal: cell.index, subject: cell.goal.of, direction: cell.direction, target: cell.target,
        violation: cell.goal.penalty.map { addColumn(beyondCost: $0) }))
  }

  /// Begins a constraint whose violation, if it has one, is a column already.
  mutating func begin(_ constraint: GoalConstraint) -> GoalConstraintIndex {
    output.goals.append(constraint)
  }

  /// Adds a column that is no quantity of the plan, with what it states.
  mutating func addColumn(
    stating states: GoalColumn, beyondCost cost: Double = 0, upper: Double = .infinity,
    integer: Bool = false, size: Double? = nil
  ) -> Column {
    output.baseCost.append(0)
    let column = output.keyed.addColumn(upper: upper, cost: cost, integer: integer, size: size)
    output.goalColumns.append((column, states))
    return column
  }

  /// Adds the row `quantity − target·yardstick − v ≤ 0` (`at_least`: `quantity − target·yardstick + v ≥ 0`) to a
  /// goal's constraint. The yardstick is the rate at which a higher target moves the right-hand side: the
  /// shadow price of the target is Σ dual·yardstick.
  mutating func addShareRow(
    _ family: ConstraintFamily, _ place: GoalConstraintIndex, quantity: LinearExpression,
    yardstick: LinearExpression
  ) {
    let constraint = output.goals[place]
    var expression = quantity
    expression.add(yardstick, scaledBy: -constraint.target)
    let isCap = constraint.direction == .atMost
    if let violation = constraint.violation { expression.add(isCap ? -1 : 1, violation) }
    addRow(
      family, place, expression, lower: isCap ? -.infinity : 0, upper: isCap ? 0 : .infinity,
      sensitivity: yardstick)
  }

  /// Adds a row of a goal's constraint.
  ///
  /// - Parameters:
  ///   - place: The constraint's place in ``PlanningProgram/goals``.
  ///   - sensitivity: The rate at which a higher target moves the row's right-hand side; nil if the
  ///     target is not in the row.
  mutating func addRow(
    _ family: ConstraintFamily, _ place: GoalConstraintIndex, _ expression: LinearExpression,
    lower: Double = -.infinity, upper: Double = .infinity, sensitivity: LinearExpression?
  ) {
    let key = output.goals[place].key(of: family, at: place)
    let row = addRow(key, expression, lower: lower, upper: upper)
    if let sensitivity { output.goals[place].rows.append((row, sensitivity)) }
  }
}

extension GoalConstraint {
  /// What the constraint's next row states.
  ///
  /// - Parameter place: the constraint's place among ``PlanningProgram/goals``.
  package func key(of family: ConstraintFamily, at place: GoalConstraintIndex) -> RowKey {
    .goal(
      GoalRow(
        family: family, goal: goal, period: period,
        constraint: place, number: rows.count))
  }
}
