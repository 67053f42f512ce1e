import Sourcing

extension Instance {
  /// Whether one of the regions has, for a commodity of the group, demand in some period, a producer that uses it as an
  /// input, or a stockpile.
  ///
  /// - Parameters:
  ///   - group: the good.
  ///   - regions: where it may be used.
  ///   - producers: the producers that count.
  func hasUse(_ group: CommodityGroup, in regions: [RegionIndex], by producers: Producers) -> Bool {
    group.members.contains { commodity in
      regions.contains { region in
        horizon.indices.contains {
          demands[region: region, commodity: commodity, period: $0].quantity > 0
        }
          || producers.inRegion[region].contains {
            processes[producers.all[$0].process].inputs.contains { $0.commodity == commodity }
          }
          || stockpiles.contains { $0.region == region && $0.commodity == commodity }
      }
    }
  }
}
