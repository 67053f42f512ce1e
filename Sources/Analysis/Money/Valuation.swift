public import Sourcing

extension Instance {
  /// The price at which stocks of a commodity are valued, money a unit: its price in the last period. A commodity
  /// without a price has the value 0: quantities are not added to money.
  public func valuationPrice(of commodity: CommodityIndex) -> Double {
    commodities[commodity].price[horizon.last]
  }

  /// The worth of the final demand of some regions in a period, served or not:
  /// Σ_{j,k} D[j,k]·σ(j,k), σ the shortage cost, money a year.
  public func demandWorth(of regions: [RegionIndex], in period: PeriodIndex) -> Double {
    regions.reduce(0) { sum, region in
      commodities.indices.reduce(sum) {
        let demand = demands[region: region, commodity: $1, period: period]
        return $0 + demand.quantity * demand.shortageCost
      }
    }
  }
}

extension PlanView {
  /// The value of the stocks of all regions at the end of period t, Σ_w π_k·S[w,t], money. π_k is
  /// `Instance.valuationPrice(of:)`.
  public func valueOfStocks(in period: PeriodIndex) -> Double {
    plan.stocks.indices.sorted { instance.stockpiles[$0].id < instance.stockpiles[$1].id }
      .reduce(0) {
        $0 + instance.valuationPrice(of: instance.stockpiles[$1].commodity)
          * plan.stocks[$1][period].level
      }
  }
}
