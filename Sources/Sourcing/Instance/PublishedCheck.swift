/// A figure that somebody has published, to be compared with the instance and with a plan of it.
public struct PublishedCheck: Sendable, Identifiable {
  /// What the figure is of. The raw value is the word of `checks.csv`.
  public enum Kind: String, Sendable, CaseIterable {
    /// Of what reaches the region from all regions, the share that comes from the partner: F(O,M) / F(W,M).
    case supplyShare = "supply_share"
    /// The same through the whole chain, as a goal `reliance` with `trace: chain` and `at_most` counts it.
    case lookThroughShare = "lookthrough_share"
    /// The region's share in the output of all regions.
    case productionShare = "production_share"
    /// What the region uses, units a year: for final demand, and as an input of its producers.
    case demand
    /// What the region makes, units a year.
    case production
    /// What one more unit costs in the region, money a unit.
    case price

    /// Whether the figure is a share, from 0 to 1.
    public var isShare: Bool {
      switch self {
      case .supplyShare, .lookThroughShare, .productionShare: true
      case .demand, .production, .price: false
      }
    }

    /// Whether the figure is about a partner, from which goods come.
    public var hasPartner: Bool {
      switch self {
      case .supplyShare, .lookThroughShare: true
      case .productionShare, .demand, .production, .price: false
      }
    }
  }

  /// The tolerance of a check that has none given.
  public static let defaultTolerance = 0.05

  /// An identifier that no other check has.
  public var id: String
  /// What the figure is of.
  public var kind: Kind
  /// The good; the members of a group are added up by quantity. A price is of one commodity.
  public var commodity: CommodityGroup
  /// Who is supplied, makes or uses it.
  public var region: RegionSet
  /// Who supplies it; nil for kinds without a partner.
  public var partner: RegionSet?
  /// When.
  public var period: PeriodIndex
  /// The published figure: a share, units a year, or money a unit.
  public var published: Double
  /// The largest difference that is accepted: of shares the difference itself (0.05: five percentage points), of
  /// quantities and prices a part of the published figure (0.05: 5 % of it).
  public var tolerance: Double
  /// Where the figure was published; may be empty.
  public var source: String
  /// Line of `checks.csv`, for messages; nil for a check made in code.
  public var line: Int?

  /// A check.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - kind: what the figure is of.
  ///   - commodity: the good.
  ///   - region: who is supplied, makes or uses it.
  ///   - partner: who supplies it; only of shares of supply.
  ///   - period: when.
  ///   - published: the published figure.
  ///   - tolerance: the largest difference that is accepted.
  ///   - source: where it was published.
  public init(
    id: String, kind: Kind, commodity: CommodityGroup, region: RegionSet,
    partner: RegionSet? = nil, period: PeriodIndex, published: Double,
    tolerance: Double = PublishedCheck.defaultTolerance, source: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.commodity = commodity
    self.region = region
    self.partner = partner
    self.period = period
    self.published = published
    self.tolerance = tolerance
    self.source = source
  }

  /// Whether a figure is within the tolerance of the published one: |figure − published| is at most the tolerance, of
  /// quantities and prices the tolerance times the published figure. A millionth more counts as rounding, as of goals.
  public func accepts(_ figure: Double) -> Bool {
    let size = kind.isShare ? 1 : max(published, abs(figure))
    let most = kind.isShare ? tolerance : tolerance * published
    return abs(figure - published) <= most + 1e-6 * size
  }
}

/// Rules of a check beyond its single fields, for files and for code.
extension PublishedCheck {
  /// A field that breaks a rule, and the words that say why.
  package struct Objection: Sendable {
    /// The field, as `checks.csv` names its column.
    package var field: String
    /// What would be right.
    package var message: String
    /// The number that was found; nil where it is no number.
    package var number: Double?
  }

  /// All rules that the check breaks.
  ///
  /// - Parameter instance: how many regions there are.
  package func objections(regionCount: Int) -> [Objection] {
    var found: [Objection] = []
    let add = { (field: String, message: String, number: Double?) in
      found.append(Objection(field: field, message: message, number: number))
    }
    let word = "`\(kind.rawValue)`"
    if kind.isShare, published > 1 {
      add("published", "must be a share from 0 to 1: 58 % is 0.58", published)
    }
    if kind.isShare, tolerance > 1 {
      add("tolerance", "must be from 0 to 1: 0.05 is five percentage points", tolerance)
    }
    if let partner, kind.hasPartner, partner.members.count == regionCount {
      add(
        "partner",
        "`\(partner.id)` is all regions, whose share is always 1; name those of interest", nil)
    }
    if kind == .productionShare, region.members.count == regionCount {
      add(
        "region",
        "`\(region.id)` is all regions, whose share in the output is always 1; name those of interest",
        nil)
    }
    if kind == .price, commodity.members.count > 1 {
      add("commodity", "`\(commodity.id)` is a group; a price is of one commodity", nil)
    }
    switch (kind.hasPartner, partner) {
    case (true, nil): add("partner", "\(word) needs the region or bloc that supplies", nil)
    case (false, .some):
      add(
        "partner",
        "\(word) has no partner, only `supply_share` and `lookthrough_share` do; leave it blank",
        nil)
    default: break
    }
    return found
  }
}
