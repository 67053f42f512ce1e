/// A country, province or site: where things are made, used and stored.
public struct Region: Sendable {
  public var id: String
  public var name: String
  public var latitude: Double?
  public var longitude: Double?
  /// 0 safe … 1 risky; nil where not given. Used in reports only.
  public var risk: Double?

  public init(
    id: String, name: String = "", latitude: Double? = nil, longitude: Double? = nil,
    risk: Double? = nil
  ) {
    self.id = id
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.risk = risk
  }
}

/// A set of regions under a name: a bloc, or a single region as a bloc of itself. `world` is all.
public struct RegionSet: Sendable, Hashable {
  public var id: String
  /// Ascending.
  public var members: [RegionIndex]

  public init(id: String, members: [RegionIndex]) {
    self.id = id
    self.members = members
  }
}

/// A good, in one unit of quantity.
public struct Commodity: Sendable {
  public var id: String
  public var unit: String
  /// Money a unit.
  public var price: PerPeriod<Double>

  public init(id: String, unit: String, price: PerPeriod<Double>) {
    self.id = id
    self.unit = unit
    self.price = price
  }
}

/// A set of commodities with one unit under a name; every commodity is a group of itself.
public struct CommodityGroup: Sendable, Hashable {
  public var id: String
  /// Ascending.
  public var members: [CommodityIndex]

  public init(id: String, members: [CommodityIndex]) {
    self.id = id
    self.members = members
  }
}

/// A commodity in a region: where a balance holds.
public struct Place: Hashable, Sendable {
  public var region: RegionIndex
  public var commodity: CommodityIndex

  public init(region: RegionIndex, commodity: CommodityIndex) {
    self.region = region
    self.commodity = commodity
  }
}

extension Place: Comparable {
  /// By commodity, then region.
  public static func < (a: Place, b: Place) -> Bool {
    (a.commodity, a.region) < (b.commodity, b.region)
  }
}
