public import Sourcing

/// The costs of all regions together under a plan, by period and category. They leave out penalties of soft
/// goals and the cost of risk.
public struct PlanCosts: Sendable {
  /// For each period, undiscounted money a year.
  public let annual: PerPeriod<CostBreakdown>
  /// For each period t, annual cost × years(t) × discount(t): money at its worth at the start of the first
  /// period.
  public let discounted: PerPeriod<CostBreakdown>

  /// Computes the costs of a plan.
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

  /// Σ_t discounted cost of t, by category, money. Its total is the total cost of the plan.
  public var wholeHorizon: CostBreakdown {
    var sum = CostBreakdown()
    for period in discounted {
      for category in CostCategory.allCases { sum[category] += period[category] }
    }
    return sum
  }
}

extension PlanView {
  /// What one unit on a lane costs in a period, undiscounted money: unit cost of the lane, and tariff × price
  /// of the commodity. Both are 0 if there is no lane.
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
        let outlay = OrderFigures(of: index, in: order, plan: plan, instance: instance).outlay
        guard outlay > 0,
          project.operates(in: period, orderedIn: order, horizon: instance.horizon)
        else { return sum }
        return sum + annuity * outlay
      }
    }
  }
}
