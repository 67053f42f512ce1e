/// Finding things by the names that models and tables use.
extension Instance {
  /// A bloc, `world`, or a region as a bloc of itself.
  public func regionSet(_ id: String) -> RegionSet? {
    if let index = regions.firstIndex(where: { $0.id == id }) {
      return RegionSet(id: id, members: [index])
    }
    if let bloc = blocs.first(where: { $0.id == id }) { return bloc }
    return id == "world" ? RegionSet(id: id, members: Array(regions.indices)) : nil
  }

  /// Every name that ``regionSet(_:)`` knows.
  public var regionSetNames: [String] { regions.map(\.id) + blocs.map(\.id) + ["world"] }

  /// Every name that ``commodityGroup(_:)`` knows.
  public var commodityGroupNames: [String] { commodities.map(\.id) + groups.map(\.id) }

  /// A group, or a commodity as a group of itself.
  public func commodityGroup(_ id: String) -> CommodityGroup? {
    if let index = commodities.firstIndex(where: { $0.id == id }) {
      return CommodityGroup(id: id, members: [index])
    }
    return groups.first { $0.id == id }
  }

  /// A period by its label, or `first` or `last`.
  public func period(named label: String) -> PeriodIndex? {
    if let index = horizon.index(of: label) { return index }
    switch label {
    case "first": return .first
    case "last": return horizon.last
    default: return nil
    }
  }

  /// Periods in which history has no row for any of the commodities into any of the regions.
  public func periodsWithoutHistory(of commodities: [CommodityIndex], into regions: [RegionIndex])
    -> [PeriodIndex]
  {
    let historical = Set(
      history.filter { commodities.contains($0.commodity) && regions.contains($0.destination) }
        .map(\.period))
    return horizon.indices.filter { !historical.contains($0) }
  }
}
