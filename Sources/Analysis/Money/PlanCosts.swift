public import Sourcing

/// The world's costs under a plan, by period and category. Penalties of soft goals and the value of risk are
/// no part of them.
public struct PlanCosts: Sendable {
  /// Money a year, undiscounted, one a period.
  public let annual: PerPeriod<CostBreakdown>
  /// Annual cost × years × discount of the period, one a period.
  public let discounted: PerPeriod<CostBreakdown>

  /// Works them out.
  public init(_ view: PlanView) {
    let horizon = view.instance.horizon
    let annual = PerPeriod(horizon.indices.map { view.annualCosts(in: $0) })
    self.annual = annual
    discounted = PerPeriod(
      horizon.indices.map { period in
        var weighted = CostBreakdown()
        for category in CostCategory.allCases {
          weighted[category] = annual[period][category] * horizon.weight(period)
        }
        return weighted
      })
  }

  /// Discounted money over all periods. Its total is the plan's whole cost.
  public var wholeHorizon: CostBreakdown {
    var sum = CostBreakdown()
    for period in discounted {
      for category in CostCategory.allCases { sum[category] += period[category] }
    }
    return sum
  }
}

extension PlanView {
  /// Money a unit on a lane: what moving it costs, and the tariff on its price.
  public func laneCosts(_ key: FlowKey) -> (transport: Double, tariff: Double) {
    let lane = instance.lanes[
      commodity: key.commodity, origin: key.origin, destination: key.destination,
      period: key.period]
    guard let lane else { return (0, 0) }
    return (lane.unitCost, lane.tariff * instance.commodities[key.commodity].price[key.period])
  }

  fileprivate func annualCosts(in period: PeriodIndex) -> CostBreakdown {
    var costs = CostBreakdown()
    costs.production = producers.all.indexed().reduce(0) {
      $0 + $1.element.unitCost[period] * plan.activity[$1.index][period]
    }
    for flow in plan.flows(in: period) {
      let (transport, tariff) = laneCosts(flow.key)
      costs.transport += transport * flow.quantity
      costs.tariff += tariff * flow.quantity
    }
    costs.holding = plan.stocks.indexed().reduce(0) {
      $0 + instance.stockpiles[$1.index].holdingCost * $1.element[period].level
    }
    costs.shortage = shortageCost(in: period)
    costs.capital = capitalCost(in: period)
    return costs
  }

  private func shortageCost(in period: PeriodIndex) -> Double {
    plan.shortages.reduce(0) {
      guard $1.period == period else { return $0 }
      let demand = instance.demands[region: $1.region, commodity: $1.commodity, period: period]
      return $0 + demand.shortageCost * $1.quantity
    }
  }

  private func capitalCost(in period: PeriodIndex) -> Double {
    model.projects.reduce(0) { sum, index in
      let project = instance.projects[index]
      let annuity = instance.horizon.annuity(lifeYears: project.lifeYears)
      return instance.horizon.indices.reduce(sum) { sum, order in
        let outlay = plan.outlay(of: index, in: order, instance)
        guard outlay.capex + outlay.fixed > 0,
          project.operates(in: period, orderedIn: order, horizon: instance.horizon)
        else { return sum }
        return sum + annuity * (outlay.capex + outlay.fixed)
      }
    }
  }
}
