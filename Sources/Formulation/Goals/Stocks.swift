import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `cover` of M by d days of use, at the end of t:
  ///
  ///     Σ_{w of K in M} S[w,t] + v ≥ d/365·Σ_{j∈M,k∈K} (Σ_{q in j} in(q,k)·x[q,t] + D[j,k,t] − u[j,k,t])
  ///
  /// Row: units. Dual ≥ 0: what one more unit in store costs, discounted.
  mutating func addCover(_ cell: GoalCell) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    var stock = LinearExpression()
    for (index, stockpile) in instance.stockpiles.indexed()
    where commodity.members.contains(stockpile.commodity)
      && cell.subject.members.contains(stockpile.region)
    {
      if let level = columns.level[index][period] { stock.add(1, level) }
    }
    var use = need(commodity, in: cell.subject.members, period: period)
    use.add(shortage(commodity, in: cell.subject.members, period: period), scaledBy: -1)
    addShareRow(.cover, constraint, quantity: stock, yardstick: scaled(use, by: 1 / 365))
  }

  /// `service` of M at β:
  ///
  ///     Σ_{j∈M,k∈K} (D[j,k,t] − u[j,k,t]) + v ≥ β·Σ_{j∈M,k∈K} D[j,k,t]
  ///
  /// Row: units a year. Dual ≥ 0: what one more unit a year served costs, discounted.
  mutating func addService(_ cell: GoalCell) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    var demand = LinearExpression()
    for member in commodity.members {
      for region in members {
        demand.constant +=
          instance.demands[region: region, commodity: member, period: period].quantity
      }
    }
    // Written as what is served, so that the target multiplies the demand.
    var served = demand
    served.add(shortage(commodity, in: members, period: period), scaledBy: -1)
    addShareRow(.service, constraint, quantity: served, yardstick: demand)
  }
}
