import Sourcing

/// A plan's costs by category and period. Penalties of soft goals and the value of risk are no part of
/// them.
public struct PlanCosts: Sendable {
  /// What money is spent on; shortage is the worth of what is not served.
  public enum Category: String, Sendable, CaseIterable {
    case production, transport, tariff, holding, shortage, capital
  }

  /// Money a year, undiscounted: [period][category in the order of its cases].
  public let annual: [[Double]]
  private let weights: [Double]

  public init(_ view: PlanView) {
    let horizon = view.instance.horizon
    weights = horizon.indices.map(horizon.weight)
    annual = horizon.indices.map { period in
      let lanes = view.plan.flows(in: period).reduce(into: (transport: 0.0, tariff: 0.0)) {
        let (transport, tariff) = view.laneCosts($1.key)
        $0.transport += transport * $1.quantity
        $0.tariff += tariff * $1.quantity
      }
      return [
        view.productionCost(period), lanes.transport, lanes.tariff, view.holdingCost(period),
        view.shortageCost(period), view.capitalCost(period),
      ]
    }
  }

  /// Money a year × years × discount.
  public func discounted(_ category: Category, in period: Int) -> Double {
    annual[period][place(category)] * weights[period]
  }

  /// Over all periods.
  public func discounted(_ category: Category) -> Double {
    annual.indices.reduce(0) { $0 + discounted(category, in: $1) }
  }

  /// The whole discounted cost.
  public var total: Double { Category.allCases.reduce(0) { $0 + discounted($1) } }

  /// Money a year, undiscounted.
  public func annual(_ category: Category, in period: Int) -> Double {
    annual[period][place(category)]
  }

  private func place(_ category: Category) -> Int {
    Category.allCases.firstIndex(of: category) ?? 0
  }
}

extension PlanView {
  fileprivate func productionCost(_ period: Int) -> Double {
    producers.all.enumerated().reduce(0) {
      $0 + $1.element.unitCost[period] * plan.activity[$1.offset][period]
    }
  }

  fileprivate func holdingCost(_ period: Int) -> Double {
    plan.stocks.enumerated().reduce(0) {
      $0 + instance.stockpiles[$1.offset].holdingCost * $1.element[period].level
    }
  }

  fileprivate func shortageCost(_ period: Int) -> Double {
    plan.shortages.reduce(0) {
      guard $1.period == period else { return $0 }
      let demand = instance.demands[region: $1.region, commodity: $1.commodity, period: period]
      return $0 + demand.shortageCost * $1.quantity
    }
  }

  /// Σ annuity·(capex·b + fixed_cost·y) over all orders in operation.
  fileprivate func capitalCost(_ period: Int) -> Double {
    model.projects.reduce(0) { sum, index in
      let project = instance.projects[index]
      let annuity = instance.horizon.annuity(lifeYears: project.lifeYears)
      return instance.horizon.indices.reduce(sum) { sum, order in
        let outlay = plan.outlay(of: index, in: order, instance)
        guard outlay.capex + outlay.fixed > 0,
          project.operation(orderedIn: order, horizon: instance.horizon).contains(period)
        else { return sum }
        return sum + annuity * (outlay.capex + outlay.fixed)
      }
    }
  }
}

extension ReportTable {
  /// cost: money a year, undiscounted; discounted: cost × years × discount of the period. The discounted
  /// column adds up to the plan's whole cost.
  static func costs(_ view: PlanView, _ costs: PlanCosts) -> ReportTable {
    var table = ReportTable("costs", columns: ["period", "category", "cost", "discounted"])
    for period in view.instance.horizon.indices {
      for category in PlanCosts.Category.allCases {
        table.add(
          view.label(period), .text(category.rawValue),
          .number(costs.annual(category, in: period)),
          .number(costs.discounted(category, in: period)))
      }
    }
    return table
  }
}
