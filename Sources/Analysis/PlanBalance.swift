public import Sourcing

/// A place and period in which a plan's quantities do not add up, units a year.
public struct Imbalance: Sendable {
  /// Which of the two balances of a place is broken.
  public enum Kind: Sendable {
    /// More is sent than made.
    case supply
    /// What arrives, is drawn and goes unserved is not what is demanded, used and put in store.
    case use
  }

  public var kind: Kind
  public var place: Place
  public var period: PeriodIndex
  /// What is made; what arrives, is drawn and goes unserved.
  public var had: Double
  /// What is sent; what is demanded, used and put in store.
  public var needed: Double
}

extension PlanView {
  /// Where quantities do not add up by more than round-off and flows that are left out as such. A plan that a
  /// planner made has none; one read from tables that were changed, or that belong to other data, does.
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

/// What is made, sent, needed and had at each place in one period.
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
      for term in process.outputs {
        made[term.commodity, producer.region] += term.quantity * activity
      }
      for term in process.inputs {
        needed[term.commodity, producer.region] += term.quantity * activity
      }
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

  /// The most that is made or needed of a commodity anywhere: what rounding is measured against where none of
  /// it is traded.
  func most(of commodity: CommodityIndex, among regions: some Sequence<RegionIndex>) -> Double {
    regions.reduce(0) { max($0, made[commodity, $1], needed[commodity, $1]) }
  }

  func imbalances(at place: Place, roundOff: Double) -> [Imbalance] {
    let (commodity, region) = (place.commodity, place.region)
    let (made, sent) = (made[commodity, region], sent[commodity, region])
    let (needed, had) = (needed[commodity, region], had[commodity, region])
    var found: [Imbalance] = []
    // Written so that a sum that is no number is an imbalance.
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
