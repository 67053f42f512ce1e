import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `supply`, for each region i and commodity k from which anything may flow:
  ///
  ///     Σ_{q in i} out(q,k)·x[q,t] − Σ_j f[k,i,j,t] ≥ 0
  ///
  /// A surplus is discarded free. Row: units a year. Dual ≥ 0: what one more unit a year needed at i costs,
  /// discounted. The letters of this and of all other formulas are those of docs/formulation.md.
  mutating func addSupply(in period: PeriodIndex) {
    forEachBalance(of: columns.flows(in: period), by: \.origin) { builder, place, flows in
      let row = builder.addRow(.supply(at: place, period: period), lower: 0)
      for producer in builder.producers.inRegion[place.region] {
        guard let activity = builder.columns.activity[producer][period] else { continue }
        let process = builder.instance.processes[builder.producers.all[producer].process]
        let made = process.outputs.filter { $0.commodity == place.commodity }
          .reduce(0) { $0 + $1.quantity }
        builder.add(made, activity, to: row)
      }
      for flow in flows { builder.add(-1, flow, to: row) }
    }
  }

  /// `use`, for each region j and commodity k that is demanded, used or stored there, or that can arrive:
  ///
  ///     Σ_i f[k,i,j,t] + Σ_{w in j of k}(draw − put) + u[j,k,t] − Σ_{q in j} in(q,k)·x[q,t] = D[j,k,t]
  ///
  /// Row: units a year. Dual: what one more unit a year of demand at j costs, discounted: the marginal cost
  /// of k there.
  mutating func addUse(in period: PeriodIndex) {
    let instance = self.instance
    var inputs: [Place: [(Column, Double)]] = [:]
    for (index, producer) in producers.all.indexed() {
      guard let activity = columns.activity[index][period] else { continue }
      for input in instance.processes[producer.process].inputs {
        let place = Place(region: producer.region, commodity: input.commodity)
        inputs[place, default: []].append((activity, -input.quantity))
      }
    }
    for (index, stockpile) in instance.stockpiles.indexed() {
      let place = Place(region: stockpile.region, commodity: stockpile.commodity)
      if let put = columns.put[index][period] { inputs[place, default: []].append((put, -1)) }
      if let draw = columns.draw[index][period] { inputs[place, default: []].append((draw, 1)) }
    }

    var needed = Set(inputs.keys)
    for commodity in instance.commodities.indices {
      for region in instance.regions.indices
      where columns.shortage(region: region, commodity: commodity, period: period) != nil {
        needed.insert(Place(region: region, commodity: commodity))
      }
    }
    let inputsOf = inputs
    forEachBalance(of: columns.flows(in: period), by: \.destination, needed) {
      builder, place, flows in
      let demand = instance.demands[
        region: place.region, commodity: place.commodity, period: period
      ].quantity
      let row = builder.addRow(
        .use(at: place, period: period), lower: demand, upper: demand)
      for flow in flows { builder.add(1, flow, to: row) }
      for (column, coefficient) in inputsOf[place] ?? [] {
        builder.add(coefficient, column, to: row)
      }
      let shortage = builder.columns.shortage(
        region: place.region, commodity: place.commodity, period: period)
      if let shortage { builder.add(1, shortage, to: row) }
    }
  }

  /// Calls `body` for each (commodity, region) that has flows or is among `others`, commodity by
  /// commodity, with the flows that start or end there.
  private mutating func forEachBalance(
    of flows: ArraySlice<(key: FlowKey, column: Column)>, by side: KeyPath<FlowKey, RegionIndex>,
    _ others: Set<Place> = [], _ body: (inout PlanningBuilder, Place, [Column]) -> Void
  ) {
    var grouped = PlaceGrid(repeating: [Column](), in: instance)
    for flow in flows { grouped[flow.key.commodity, flow.key[keyPath: side]].append(flow.column) }
    for (place, columns) in grouped.places where !columns.isEmpty || others.contains(place) {
      body(&self, place, columns)
    }
  }
}
