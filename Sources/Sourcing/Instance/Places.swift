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
  /// Indices of regions, ascending.
  public var members: [Int]

  public init(id: String, members: [Int]) {
    self.id = id
    self.members = members
  }
}

/// A good, in one unit of quantity.
public struct Commodity: Sendable {
  public var id: String
  public var unit: String
  /// Money a unit, one a period.
  public var price: [Double]

  public init(id: String, unit: String, price: [Double]) {
    self.id = id
    self.unit = unit
    self.price = price
  }
}

/// A set of commodities with one unit under a name; every commodity is a group of itself.
public struct CommodityGroup: Sendable, Hashable {
  public var id: String
  /// Indices of commodities, ascending.
  public var members: [Int]

  public init(id: String, members: [Int]) {
    self.id = id
    self.members = members
  }
}

/// A commodity in a region: where a balance holds.
public struct Place: Hashable, Sendable {
  public var region: Int
  public var commodity: Int

  public init(region: Int, commodity: Int) {
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
