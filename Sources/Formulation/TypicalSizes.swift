import Sourcing

/// The usual size of each quantity of an instance: the unit in which a solver should count it.
///
/// One table may have millions of tonnes of ore beside half a tonne of gallium. A solver compares numbers with fixed
/// tolerances, so each column has the usual size of its values (`LinearProgram.columnSize`). Sizes change no
/// answer.
struct TypicalSizes: Sendable {
  /// Units a year of each commodity: the median of the regions' demands; for a commodity without demand, what the
  /// usual amount of the things that are made from it uses; else the median capacity to make it.
  let quantities: IndexedArray<Commodity, Double>
  /// Money a year: the median of D·σ, what a demand costs that is not served.
  let money: Double

  init(_ instance: Instance) {
    var known = IndexedArray<Commodity, Double?>(repeating: nil, count: instance.commodities.count)
    var losses: [Double] = []
    for commodity in instance.commodities.indices {
      let demands = instance.regions.indices.flatMap { region in
        instance.horizon.indices.map {
          instance.demands[region: region, commodity: commodity, period: $0]
        }
      }.filter { $0.quantity > 0 }
      known[commodity] = median(demands.map(\.quantity))
      losses += demands.map { $0.quantity * $0.shortageCost }.filter { $0 > 0 }
    }
    money = median(losses) ?? 1
    Self.deriveInputs(&known, of: instance)
    Self.deriveFromCapacities(&known, of: instance)
    quantities = IndexedArray(known.map { $0 ?? 1 })
  }

  /// Units a year of a group: the largest of its commodities' sizes.
  func quantity(of group: CommodityGroup) -> Double {
    group.members.map { quantities[$0] }.max() ?? 1
  }

  /// Sizes of inputs and by-products from those of what is made, as far up the chain as it goes.
  private static func deriveInputs(
    _ known: inout IndexedArray<Commodity, Double?>, of instance: Instance
  ) {
    for _ in instance.commodities.indices {
      var found: [CommodityIndex: Double] = [:]
      for process in instance.processes {
        guard let made = known[process.output] else { continue }
        for term in process.inputs + process.byproducts where known[term.commodity] == nil {
          found[term.commodity] = max(found[term.commodity] ?? 0, term.quantity * made)
        }
      }
      if found.isEmpty { return }
      for (commodity, size) in found { known[commodity] = size }
    }
  }

  private static func deriveFromCapacities(
    _ known: inout IndexedArray<Commodity, Double?>, of instance: Instance
  ) {
    for commodity in instance.commodities.indices where known[commodity] == nil {
      let capacities = instance.facilities
        .filter { instance.processes[$0.process].output == commodity }
        .flatMap { $0.capacity.filter { $0 > 0 && $0 < .infinity } }
      // A number far above the others stands for "no limit".
      let most = 1e9 * (capacities.min() ?? 0)
      known[commodity] = median(capacities.filter { $0 <= most })
    }
  }
}

/// The upper median; nil of nothing.
private func median(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.sorted()[values.count / 2]
}
