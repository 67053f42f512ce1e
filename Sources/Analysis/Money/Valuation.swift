public import Sourcing

extension Instance {
  /// What stocks of a commodity are valued at: its price in the last period, 1 where that is 0.
  public func valuationPrice(of commodity: CommodityIndex) -> Double {
    let price = commodities[commodity].price[horizon.last]
    return price > 0 ? price : 1
  }
}

extension PlanView {
  /// Value of all stocks of the world at the end of a period, in units × `Instance.valuationPrice(of:)`.
  public func valueOfStocks(in period: PeriodIndex) -> Double {
    plan.stocks.indices.sorted { instance.stockpiles[$0].id < instance.stockpiles[$1].id }
      .reduce(0) {
        $0 + instance.valuationPrice(of: instance.stockpiles[$1].commodity)
          * plan.stocks[$1][period].level
      }
  }
}
