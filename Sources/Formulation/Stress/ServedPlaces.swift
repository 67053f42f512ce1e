package import Sourcing

extension CommodityGroup {
  /// Its commodities in some regions: the places whose demand a goal on service is about.
  package func places(in regions: [RegionIndex]) -> Set<Place> {
    Set(regions.flatMap { region in members.map { Place(region: region, commodity: $0) } })
  }
}
