/// One value for each commodity in each region.
@frozen
public struct PlaceGrid<Value> {
  @usableFromInline let regionCount: Int
  /// By commodity, then region.
  @usableFromInline var cells: [Value]

  /// A grid with the same value everywhere.
  @inlinable
  public init(repeating value: Value, in instance: Instance) {
    regionCount = instance.regions.count
    cells = Array(repeating: value, count: regionCount * instance.commodities.count)
  }

  /// The value for a commodity in a region.
  @inlinable
  public subscript(commodity: CommodityIndex, region: RegionIndex) -> Value {
    get { cells[commodity.position * regionCount + region.position] }
    _modify { yield &cells[commodity.position * regionCount + region.position] }
  }

  /// The value for a place.
  @inlinable
  public subscript(place: Place) -> Value {
    get { self[place.commodity, place.region] }
    _modify { yield &self[place.commodity, place.region] }
  }

  /// Each place with its value, by commodity, then region.
  @inlinable
  public var places: some Sequence<(place: Place, value: Value)> {
    let regionCount = regionCount
    return cells.enumerated().lazy.map { cell, value in
      let place = Place(
        region: RegionIndex(cell % regionCount), commodity: CommodityIndex(cell / regionCount))
      return (place: place, value: value)
    }
  }
}

extension PlaceGrid: Sendable where Value: Sendable {}
