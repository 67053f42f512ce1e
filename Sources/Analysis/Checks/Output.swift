import Sourcing

extension Instance {
  /// What producers in some regions make of a good, byproducts included, units a year:
  ///
  ///     Σ_q Σ_k out(q,k)·x[q], q in the regions, k in the group
  ///
  /// - Parameters:
  ///   - group: the good; members are added up by quantity.
  ///   - regions: where it is made.
  ///   - producers: who makes it.
  ///   - activity: x, the main output of each producer, units a year.
  func output(
    of group: CommodityGroup, in regions: [RegionIndex], by producers: Producers,
    at activity: (ProducerIndex) -> Double
  ) -> Double {
    regions.reduce(0) { sum, region in
      producers.inRegion[region].reduce(sum) { sum, producer in
        processes[producers.all[producer].process].outputs.reduce(sum) {
          group.members.contains($1.commodity) ? $0 + $1.quantity * activity(producer) : $0
        }
      }
    }
  }
}
