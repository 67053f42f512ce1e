public import Sourcing

/// What the final use of some regions is worth at marginal costs. A bill follows cost through the chain at average
/// cost, without the rents of scarcity; at marginal costs they are counted.
public struct FinalUseAtMarginalCosts: Sendable, Codable, Hashable {
  /// Σ_t discount(t)·years(t)·Σ_{j,k} marginal cost(j,k,t)·(D[j,k,t] − u[j,k,t]) over ``periods``, with j the regions:
  /// discounted money.
  public var amount: Double
  /// Labels of the periods that are counted: those in which every marginal cost of a served demand is known.
  public var periods: [String]
  /// What the regions pay in these periods at average cost: their bill, discounted money. It has their holding,
  /// shortages and shares of capital too.
  public var bill: Double

  package enum CodingKeys: String, CodingKey, CaseIterable { case amount, periods, bill }
}

extension PlanView {
  /// The final use of some regions at marginal costs; nil if no period has all of them.
  ///
  /// - Parameters:
  ///   - regions: whose use it is.
  ///   - bills: the bills of the plan.
  public func finalUseAtMarginalCosts(of regions: [RegionIndex], bills: Bills)
    -> FinalUseAtMarginalCosts?
  {
    guard marginalCosts != nil else { return nil }
    var total = FinalUseAtMarginalCosts(amount: 0, periods: [], bill: 0)
    for period in instance.horizon.indices {
      guard let annual = annualUseAtMarginalCosts(of: regions, in: period) else { continue }
      total.amount += instance.horizon.weight(period) * annual
      total.bill += instance.horizon.weight(period) * bills.bill(of: regions, in: period)
      total.periods.append(instance.horizon[period].label)
    }
    return total.periods.isEmpty ? nil : total
  }

  /// Σ_{j,k} marginal cost·(D − u) in one period, undiscounted money a year; nil if one of them is not known.
  private func annualUseAtMarginalCosts(of regions: [RegionIndex], in period: PeriodIndex)
    -> Double?
  {
    var sum = 0.0
    for shortage in plan.shortages(in: period) where regions.contains(shortage.region) {
      let place = Place(region: shortage.region, commodity: shortage.commodity)
      let demand = instance.demands[
        region: place.region, commodity: place.commodity, period: period
      ].quantity
      let served = demand - shortage.quantity
      guard served > 1e-9 * demand else { continue }
      guard let cost = marginalCosts?[place, period] else { return nil }
      sum += cost * served
    }
    return sum
  }

  /// The places whose marginal costs are of interest, by region id, then commodity id: those with demand, an input or
  /// a stockpile in some period.
  public var placesWithUse: [Place] {
    let regions = instance.regions.indices.sorted {
      instance.regions[$0].id < instance.regions[$1].id
    }
    let goods = instance.commodities.indices.sorted {
      instance.commodities[$0].id < instance.commodities[$1].id
    }
    return regions.flatMap { region in
      goods.filter { hasUse(instance.commodityGroup($0), in: [region]) }
        .map { Place(region: region, commodity: $0) }
    }
  }
}
