public import LinearProgramming
public import Sourcing

extension PlanningProgram {
  /// The plan at a point of the program. Values below 0, which are round-off, become 0.
  public func plan(at solution: Solution) -> Plan {
    let value = { (column: Column?) in column.map { max(0, solution[$0]) } ?? 0 }
    let horizon = instance.horizon
    let stock = { (stockpile: StockpileIndex, period: PeriodIndex) in
      let net =
        value(columns.put[stockpile][period]) - value(columns.draw[stockpile][period])
      return Plan.Stock(
        level: value(columns.level[stockpile][period]), put: max(0, net), draw: max(0, -net))
    }
    return Plan(
      flows: columns.flows.map { Plan.Flow(key: $0.key, quantity: value($0.column)) },
      activity: columns.activity.mapped { $0.mapped(value) },
      orders: columns.order.mapped { $0.mapped(value) },
      isOrdered: columns.isOrdered.mapped { $0.mapped { value($0) > 0.5 } },
      stocks: model.stockpiles == .none
        ? []
        : IndexedArray(
          instance.stockpiles.indices.map { stockpile in
            PerPeriod(horizon.indices.map { stock(stockpile, $0) })
          }),
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
