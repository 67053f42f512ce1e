import LinearProgramming
import Sourcing

/// Sums of flows that goals are stated in.
extension PlanningBuilder {
  /// F(A,B) = Σ_{k∈K, i∈A, j∈B} π[k,t]·f[k,i,j,t], π = 1, or the price in t by value; units or money a year.
  func trade(
    _ commodity: CommodityGroup, from origins: [RegionIndex], to destinations: [RegionIndex],
    period: PeriodIndex,
    measure: Measure = .quantity
  ) -> LinearExpression {
    var sum = LinearExpression()
    for member in commodity.members {
      let worth = measure.worth(of: member, in: period, instance)
      for origin in origins {
        for destination in destinations {
          let flow = columns.flow(
            commodity: member, origin: origin, destination: destination, period: period)
          if let flow { sum.add(worth, flow) }
        }
      }
    }
    return sum
  }

  /// U(M) = Σ_{j∈M,k∈K} π[k,t]·(Σ_{q in j} in(q,k)·x[q,t] + D[j,k,t]): what M needs, served or not; units or money
  /// a year.
  func need(
    _ commodity: CommodityGroup, in regions: [RegionIndex], period: PeriodIndex,
    measure: Measure = .quantity
  ) -> LinearExpression {
    var sum = LinearExpression()
    for member in commodity.members {
      let worth = measure.worth(of: member, in: period, instance)
      for region in regions {
        let demand = instance.demands[region: region, commodity: member, period: period]
        sum.constant += worth * demand.quantity
        for producer in producers.inRegion[region] {
          guard let activity = columns.activity[producer][period] else { continue }
          let inputs = instance.processes[producers.all[producer].process].inputs
          for input in inputs where input.commodity == member {
            sum.add(worth * input.quantity, activity)
          }
        }
      }
    }
    return sum
  }

  /// Σ_{j∈M,k∈K} u[j,k,t], units a year.
  func shortage(_ commodity: CommodityGroup, in regions: [RegionIndex], period: PeriodIndex)
    -> LinearExpression
  {
    var sum = LinearExpression()
    for member in commodity.members {
      for region in regions {
        let column = columns.shortage(region: region, commodity: member, period: period)
        if let column { sum.add(1, column) }
      }
    }
    return sum
  }

  /// The regions whose goods count: all, or for `imports` those outside M.
  func origins(_ basis: Goal.Basis, of regions: [RegionIndex]) -> [RegionIndex] {
    let all = Array(instance.regions.indices)
    return basis == .imports ? all.filter { !regions.contains($0) } : all
  }

  /// What a share is taken of: F(W,M), for `imports` F(W∖M,M), for `use` U(M).
  func yardstick(
    _ basis: Goal.Basis, _ commodity: CommodityGroup, of regions: [RegionIndex],
    period: PeriodIndex,
    measure: Measure
  ) -> LinearExpression {
    basis == .use
      ? need(commodity, in: regions, period: period, measure: measure)
      : trade(
        commodity, from: origins(basis, of: regions), to: regions, period: period,
        measure: measure)
  }
}
