public import Sourcing

/// A commodity, region and period for which a plan breaks the constraint `supply` or `use`.
public struct Imbalance: Sendable {
  /// The constraint that is broken.
  public enum Kind: Sendable {
    /// More leaves the region than its producers make: Σ_q out·x < Σ_j f.
    case supply
    /// Inflow, draws and shortage are not equal to use, demand and puts:
    /// Σ_i f + draw + u ≠ Σ_q in·x + demand + put.
    case use
  }

  /// The constraint that is broken.
  public var kind: Kind
  /// The region and the commodity.
  public var place: Place
  /// The period.
  public var period: PeriodIndex
  /// The left side in ``Kind-swift.enum``, units a year.
  public var had: Double
  /// The right side in ``Kind-swift.enum``, units a year.
  public var needed: Double
}

extension PlanView {
  /// The balances that the plan breaks by more than rounding, by period, commodity and region. A plan that a
  /// planner made has none. A plan that was read from tables has some if the tables were changed or belong to
  /// other data.
  public var imbalances: [Imbalance] {
    instance.horizon.indices.flatMap { period -> [Imbalance] in
      let largest = plan.largestFlows(in: period)
      let sums = PlaceSums(self, period)
      return instance.commodities.indices.flatMap { commodity in
        let most = sums.most(of: commodity, among: instance.regions.indices)
        let roundOff = 1e-7 * (largest[commodity] ?? 0) + 1e-9 * most
        return instance.regions.indices.flatMap {
          sums.imbalances(at: Place(region: $0, commodity: commodity), roundOff: roundOff)
        }
      }
    }
  }
}

/// Sums of both balances at each place in one period, units a year.
private struct PlaceSums {
  let period: PeriodIndex
  var made: PlaceGrid<Double>
  var sent: PlaceGrid<Double>
  var needed: PlaceGrid<Double>
  var had: PlaceGrid<Double>

  init(_ view: PlanView, _ period: PeriodIndex) {
    let (instance, plan) = (view.instance, view.plan)
    self.period = period
    (made, sent) = (PlaceGrid(repeating: 0, in: instance), PlaceGrid(repeating: 0, in: instance))
    (needed, had) = (made, made)
    for (index, producer) in view.producers.all.indexed() {
      let process = instance.processes[producer.process]
      let activity = plan.activity[index][period]
      made.add(process.outputs, in: producer.region, times: activity)
      needed.add(process.inputs, in: producer.region, times: activity)
    }
    for flow in plan.flows(in: period) {
      sent[flow.key.commodity, flow.key.origin] += flow.quantity
      had[flow.key.commodity, flow.key.destination] += flow.quantity
    }
    for (index, stocks) in plan.stocks.indexed() {
      let stockpile = instance.stockpiles[index]
      needed[stockpile.commodity, stockpile.region] += stocks[period].put
      had[stockpile.commodity, stockpile.region] += stocks[period].draw
    }
    for shortage in plan.shortages(in: period) {
      had[shortage.commodity, shortage.region] += shortage.quantity
    }
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices {
        needed[commodity, region] +=
          instance.demands[region: region, commodity: commodity, period: period].quantity
      }
    }
  }

  /// The largest amount of a commodity that is made or needed in one region. Rounding is relative to it where
  /// the commodity is not traded.
  func most(of commodity: CommodityIndex, among regions: some Sequence<RegionIndex>) -> Double {
    regions.reduce(0) { max($0, made[commodity, $1], needed[commodity, $1]) }
  }

  func imbalances(at place: Place, roundOff: Double) -> [Imbalance] {
    let (commodity, region) = (place.commodity, place.region)
    let (made, sent) = (made[commodity, region], sent[commodity, region])
    let (needed, had) = (needed[commodity, region], had[commodity, region])
    var found: [Imbalance] = []
    // Written with `!` so that a sum that is not a number counts as an imbalance.
    if !(sent - made <= 1e-6 * made + roundOff) {
      found.append(
        Imbalance(kind: .supply, place: place, period: period, had: made, needed: sent))
    }
    if !(abs(needed - had) <= 1e-6 * (needed + had) + roundOff) || !(needed + had).isFinite {
      found.append(
        Imbalance(kind: .use, place: place, period: period, had: had, needed: needed))
    }
    return found
  }
}
