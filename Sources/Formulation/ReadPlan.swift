public import LinearProgramming
public import Sourcing

extension PlanningProgram {
  /// The plan at a point of the LP. Round-off below zero is taken as zero.
  public func plan(at solution: Solution) -> Plan {
    let value = { (column: Column?) in column.map { max(0, solution[$0]) } ?? 0 }
    let horizon = instance.horizon
    return Plan(
      flows: columns.flows.map { Plan.Flow(key: $0.key, quantity: value($0.column)) },
      activity: columns.activity.map { $0.map(value) },
      orders: columns.order.map { $0.map(value) },
      isOrdered: columns.isOrdered.map { $0.map { value($0) > 0.5 } },
      stocks: model.stockpiles == .none
        ? []
        : instance.stockpiles.indices.map { index in
          horizon.indices.map { period in
            let net = value(columns.put[index][period]) - value(columns.draw[index][period])
            return Plan.Stock(
              level: value(columns.level[index][period]), put: max(0, net), draw: max(0, -net))
          }
        },
      shortages: horizon.indices.flatMap { period in
        instance.commodities.indices.flatMap { commodity in
          instance.regions.indices.compactMap { region in
            columns.shortage(region: region, commodity: commodity, period: period).map {
              Plan.Shortage(
                region: region, commodity: commodity, period: period, quantity: value($0))
            }
          }
        }
      })
  }
}
