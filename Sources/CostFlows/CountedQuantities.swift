import Sourcing

/// The quantities of a plan in one period that bills count, units a year. Less than 1e-9 of the largest quantity of the
/// same commodity is rounding of the solver and counts as 0.
struct CountedQuantities {
  /// f[k,i,j].
  private(set) var flows: [Plan.Flow] = []
  /// x[q].
  private(set) var activity: IndexedArray<Producers.Producer, Double>
  /// What serves final use of a place: D − u.
  private(set) var served: PlaceGrid<Double>
  /// What the stockpiles of a place take in: those that take more than they give.
  private(set) var stored: PlaceGrid<Double>
  /// What the stockpiles of a place give: those that give more than they take.
  private(set) var drawn: PlaceGrid<Double>
  /// What is used in a place for itself: what serves final use, and what stockpiles take in.
  private(set) var ownUse: PlaceGrid<Double>

  init(_ plan: Plan, _ producers: Producers, _ instance: Instance, _ period: PeriodIndex) {
    activity = producers.all.mapped { _ in 0 }
    ownUse = PlaceGrid(repeating: 0, in: instance)
    (self.served, stored, drawn) = (ownUse, ownUse, ownUse)
    var served = PlaceGrid(repeating: 0.0, in: instance)
    var largest = IndexedArray<Commodity, Double>(
      repeating: 0, count: instance.commodities.count)
    func see(_ commodity: CommodityIndex, _ size: Double) {
      largest[commodity] = max(largest[commodity], size)
    }
    for (place, _) in served.places {
      let demand = instance.demands[
        region: place.region, commodity: place.commodity, period: period
      ].quantity
      served[place] = demand
      see(place.commodity, demand)
    }
    for it in plan.shortages(in: period) { served[it.commodity, it.region] -= it.quantity }
    for flow in plan.flows(in: period) { see(flow.key.commodity, flow.quantity) }
    for (index, producer) in producers.all.indexed() {
      let output = instance.processes[producer.process].output
      see(output, plan.activity[index][period])
    }
    let puts = plan.stocks.indexed().map { index, stocks in
      (stockpile: instance.stockpiles[index], net: stocks[period].put - stocks[period].draw)
    }
    for (stockpile, net) in puts { see(stockpile.commodity, abs(net)) }

    func counts(_ size: Double, _ commodity: CommodityIndex) -> Bool {
      size > 1e-9 * largest[commodity]
    }
    flows = plan.flows(in: period).filter { counts($0.quantity, $0.key.commodity) }
    for (index, producer) in producers.all.indexed() {
      let quantity = plan.activity[index][period]
      if counts(quantity, instance.processes[producer.process].output) {
        activity[index] = quantity
      }
    }
    for (place, quantity) in served.places where counts(quantity, place.commodity) {
      self.served[place] = quantity
      ownUse[place] += quantity
    }
    for (stockpile, net) in puts where counts(abs(net), stockpile.commodity) {
      let place = Place(region: stockpile.region, commodity: stockpile.commodity)
      if net < 0 {
        drawn[place] -= net
      } else {
        stored[place] += net
        ownUse[place] += net
      }
    }
  }
}
