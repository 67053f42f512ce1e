/// Things that happen together from month 1 on.
public struct Disruption: Sendable {
  /// One row of a disruption: what it hits, by how much and for how long.
  public struct Effect: Sendable {
    /// What the factor multiplies: capacity, pre-shock flows, demand or the starting level.
    public enum Kind: String, Sendable, CaseIterable {
      case production, exports, lane, demand, stock
    }

    public var kind: Kind
    public var regions: [RegionIndex]
    /// Commodities hit; nil: all.
    public var commodities: [CommodityIndex]?
    /// Process hit; nil: all.
    public var process: ProcessIndex?
    /// Partner regions; nil: all outside `regions`.
    public var partners: [RegionIndex]?
    /// 0…1; for demand 0 or more.
    public var factor: Double
    /// How many months it lasts, from month 1.
    public var months: Int

    public init(
      kind: Kind, regions: [RegionIndex], commodities: [CommodityIndex]? = nil,
      process: ProcessIndex? = nil,
      partners: [RegionIndex]? = nil, factor: Double, months: Int
    ) {
      self.kind = kind
      self.regions = regions
      self.commodities = commodities
      self.process = process
      self.partners = partners
      self.factor = factor
      self.months = months
    }
  }

  public var id: String
  public var effects: [Effect]
  /// Probability a year; nil where not given.
  public var probability: Double?

  public init(id: String, effects: [Effect], probability: Double? = nil) {
    self.id = id
    self.effects = effects
    self.probability = probability
  }

  /// The longest of its rows' durations.
  public var longestMonths: Int { effects.map(\.months).max() ?? 0 }
}
