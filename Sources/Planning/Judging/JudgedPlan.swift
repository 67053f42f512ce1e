public import Formulation
public import LinearProgramming
public import Sourcing

extension PlanningResult {
  /// The cost of a plan that is no solution of the program, and what it achieves of each goal. There are no shadow
  /// prices.
  ///
  /// - Throws: `SolverError` and `NoOptimum`, for goals that need a solver.
  public init(judging plan: Plan, in program: PlanningProgram, solver: any Solver) throws {
    let values = program.point(of: plan)
    var solution = Solution(termination: .optimal)
    solution.values = values
    solution.rowDuals = Array(repeating: 0, count: program.program.rowCount)
    solution.reducedCosts = values.map { _ in 0 }
    solution.objective = program.cost(at: values)
    self.init(
      termination: .optimal, program: program, solution: solution,
      stageValues: [solution.objective], iterations: 0)
    self.plan = plan
    goals = try GoalReport(
      solver: solver, program: program, plan: plan, cost: cost, solution: nil
    ).outcomes()
  }
}

extension PlanningProgram {
  /// The values of the columns in a plan; 0 for columns that are no quantity of it.
  func point(of plan: Plan) -> [Double] {
    var values = Array(repeating: 0.0, count: program.columnCount)
    let set = { (column: Column?, value: Double, values: inout [Double]) in
      if let column { values[column.index] = value }
    }
    for flow in plan.flows {
      let key = flow.key
      let column = columns.flow(
        commodity: key.commodity, origin: key.origin, destination: key.destination,
        period: key.period)
      set(column, flow.quantity, &values)
    }
    for shortage in plan.shortages {
      let column = columns.shortage(
        region: shortage.region, commodity: shortage.commodity, period: shortage.period)
      set(column, shortage.quantity, &values)
    }
    for period in instance.horizon.indices {
      for (index, activity) in plan.activity.indexed() {
        set(columns.activity[index][period], activity[period], &values)
      }
      for (index, orders) in plan.orders.indexed() {
        set(columns.order[index][period], orders[period], &values)
        set(columns.isOrdered[index][period], plan.isOrdered[index][period] ? 1 : 0, &values)
      }
      for (index, stock) in plan.stocks.indexed() {
        set(columns.level[index][period], stock[period].level, &values)
        set(columns.put[index][period], stock[period].put, &values)
        set(columns.draw[index][period], stock[period].draw, &values)
      }
    }
    return values
  }
}
