import LinearProgramming
package import Sourcing

extension PlanningProgram {
  /// The point of a plan: the value of each column of the network, one value per column; columns that are no quantity
  /// of a plan are 0. What the program has no column for is left out.
  package func point(of plan: Plan) -> [Double] {
    var point = Array(repeating: 0.0, count: program.columnCount)
    for flow in plan.flows {
      if let column = columns.flow(flow.key) { point[column.index] = flow.quantity }
    }
    for shortage in plan.shortages {
      if let column = columns.shortage(
        region: shortage.region, commodity: shortage.commodity, period: shortage.period)
      {
        point[column.index] = shortage.quantity
      }
    }
    for period in instance.horizon.indices {
      for (producer, activity) in plan.activity.indexed() {
        if let column = columns.activity[producer][period] {
          point[column.index] = activity[period]
        }
      }
      for (project, orders) in plan.orders.indexed() {
        if let column = columns.order[project][period] { point[column.index] = orders[period] }
        if let column = columns.isOrdered[project][period] {
          point[column.index] = plan.isOrdered[project][period] ? 1 : 0
        }
      }
      for (stockpile, stocks) in plan.stocks.indexed() {
        if let column = columns.level[stockpile][period] {
          point[column.index] = stocks[period].level
        }
        if let column = columns.put[stockpile][period] { point[column.index] = stocks[period].put }
        if let column = columns.draw[stockpile][period] {
          point[column.index] = stocks[period].draw
        }
      }
    }
    return point
  }
}
