/// Finding things by name or by index.
extension Instance {
  /// All regions, under the name `world`.
  public var world: RegionSet { RegionSet(id: "world", members: Array(regions.indices)) }

  /// One region alone.
  public func regionSet(_ region: RegionIndex) -> RegionSet {
    RegionSet(id: regions[region].id, members: [region])
  }

  /// A bloc, `world`, or one region alone; nil if nothing has the name.
  public func regionSet(_ id: String) -> RegionSet? {
    if let index = regions.index(of: id) { return regionSet(index) }
    if let bloc = blocs.first(where: { $0.id == id }) { return bloc }
    return id == "world" ? world : nil
  }

  /// The parameters that name the blocs of the content of bills, in the order in which regions count there.
  package static let contentParameters = ["partners", "region", "rival"]

  /// Every name for which ``regionSet(_:)-(String)`` finds a set.
  public var regionSetNames: [String] { regions.map(\.id) + blocs.map(\.id) + ["world"] }

  /// Every name for which ``commodityGroup(_:)-(String)`` finds a group.
  public var commodityGroupNames: [String] { commodities.map(\.id) + groups.map(\.id) }

  /// One commodity alone.
  public func commodityGroup(_ commodity: CommodityIndex) -> CommodityGroup {
    CommodityGroup(id: commodities[commodity].id, members: [commodity])
  }

  /// A group, or one commodity alone; nil if nothing has the name.
  public func commodityGroup(_ id: String) -> CommodityGroup? {
    if let index = commodities.index(of: id) { return commodityGroup(index) }
    return groups.first { $0.id == id }
  }

  /// A period by its label, or by `first` or `last`; nil if nothing has the name.
  public func period(named label: String) -> PeriodIndex? {
    if let index = horizon.index(of: label) { return index }
    switch label {
    case "first": return .first
    case "last": return horizon.last
    default: return nil
    }
  }

  /// The periods in which history has no flow of any of the commodities into any of the regions.
  public func periodsWithoutHistory(of commodities: [CommodityIndex], into regions: [RegionIndex])
    -> [PeriodIndex]
  {
    let historical = Set(
      history.filter { commodities.contains($0.commodity) && regions.contains($0.destination) }
        .map(\.period))
    return horizon.indices.filter { !historical.contains($0) }
  }

  /// The periods in which a plan may choose the flows of some commodities into some regions: with fixed history
  /// those without observed flows, else all.
  package func openPeriods(
    of commodities: [CommodityIndex], into regions: [RegionIndex], history: Model.HistoryMode
  ) -> [PeriodIndex] {
    switch history {
    case .fix: periodsWithoutHistory(of: commodities, into: regions)
    case .ignore: Array(horizon.indices)
    }
  }
}

extension IndexedArray where Key == Element, Element: Identifiable {
  /// The index of the element with an id; nil if no element has it. O(n).
  public func index(of id: Element.ID) -> TypedIndex<Key>? { firstIndex { $0.id == id } }
}

/// What names some regions: one index, or a set.
public protocol RegionReference: Sendable {
  /// The regions as a set of an instance.
  func regions(of instance: Instance) -> RegionSet
}

/// What names some commodities that are added up: one index, or a group.
public protocol CommodityReference: Sendable {
  /// The commodities as a group of an instance.
  func commodities(of instance: Instance) -> CommodityGroup
}

extension RegionSet: RegionReference {
  /// The set itself.
  public func regions(of instance: Instance) -> RegionSet { self }
}

extension CommodityGroup: CommodityReference {
  /// The group itself.
  public func commodities(of instance: Instance) -> CommodityGroup { self }
}

extension TypedIndex: RegionReference where Element == Region {
  /// The region alone. ``Model/validate(for:)`` finds an index that the instance does not have.
  public func regions(of instance: Instance) -> RegionSet {
    instance.regions.indices.contains(self)
      ? instance.regionSet(self) : RegionSet(id: "\(self)", members: [self])
  }
}

extension TypedIndex: CommodityReference where Element == Commodity {
  /// The commodity alone. ``Model/validate(for:)`` finds an index that the instance does not have.
  public func commodities(of instance: Instance) -> CommodityGroup {
    instance.commodities.indices.contains(self)
      ? instance.commodityGroup(self) : CommodityGroup(id: "\(self)", members: [self])
  }
}
