/// A place that makes or uses goods: a country, a province, a site of a firm.
public struct Region: Sendable, Identifiable {
  /// An identifier that no other region and no bloc has; not `world`.
  public var id: String
  /// Name for people; may be empty.
  public var name: String
  /// Degrees north, from -90 to 90.
  public var latitude: Double?
  /// Degrees east, from -180 to 180.
  public var longitude: Double?
  /// From 0, safe, to 1, risky; nil if not given. Only reports use it.
  public var risk: Double?

  /// A region.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - name: name for people.
  ///   - latitude: degrees north.
  ///   - longitude: degrees east.
  ///   - risk: from 0, safe, to 1, risky.
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

/// A named set of regions: a bloc, or one region alone. `world` is all regions.
public struct RegionSet: Sendable, Hashable {
  /// Name of the set.
  public var id: String
  /// The regions, ascending, each once.
  public var members: [RegionIndex]

  /// A set of regions.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - members: the regions, ascending, each once.
  public init(id: String, members: [RegionIndex]) {
    self.id = id
    self.members = members
  }
}

/// A good, counted in one unit.
public struct Commodity: Sendable, Identifiable {
  /// The price of a commodity that has none given, money a unit.
  public static let defaultPrice = 0.0

  /// An identifier that no other commodity and no group has.
  public var id: String
  /// Name for people; may be empty.
  public var name: String
  /// The unit of its quantities, for example `t`.
  public var unit: String
  /// Money a unit, 0 or more: the base of tariffs and of purchases for stockpiles.
  public var price: PerPeriod<Double>

  /// A commodity.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - name: name for people.
  ///   - unit: the unit of its quantities.
  ///   - price: money a unit, one number a period.
  public init(id: String, name: String = "", unit: String, price: PerPeriod<Double>) {
    self.id = id
    self.name = name
    self.unit = unit
    self.price = price
  }
}

/// A named set of commodities with one unit, or one commodity alone.
public struct CommodityGroup: Sendable, Hashable {
  /// Name of the group.
  public var id: String
  /// The commodities, ascending, each once.
  public var members: [CommodityIndex]

  /// A group of commodities.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - members: the commodities, ascending, each once.
  public init(id: String, members: [CommodityIndex]) {
    self.id = id
    self.members = members
  }
}

/// A commodity in a region. A balance of what comes and goes holds for each.
public struct Place: Hashable, Sendable {
  /// The region.
  public var region: RegionIndex
  /// The commodity.
  public var commodity: CommodityIndex

  /// The place of a commodity in a region.
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
