import Sourcing

/// How large the quantities of an instance usually are: the units in which a solver should count them.
///
/// People write tonnes or grams, dollars or a hundredth of a yen, and one table may hold millions of tonnes of ore
/// beside half a tonne of gallium. A solver compares numbers with fixed tolerances, so each column is told how large
/// its values usually are (`LinearProgram.columnSize`). Sizes change no answer.
struct TypicalSizes: Sendable {
  /// A year's flow of each commodity: the median of what regions demand of it; of a commodity that nobody demands, what
  /// the usual amount of the things made from it takes, or else the median capacity to make it.
  let quantities: IndexedArray<Commodity, Double>
  /// A year's loss: the median of what it costs not to serve a demand.
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

  /// A year's flow of the commodities of a group, which share one unit.
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
      // A number far above the others says "no limit".
      let most = 1e9 * (capacities.min() ?? 0)
      known[commodity] = median(capacities.filter { $0 <= most })
    }
  }
}

/// The upper median; nil of nothing.
private func median(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.sorted()[values.count / 2]
}
