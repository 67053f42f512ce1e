/// What falls together from month 1 on: production, exports, a lane, demand or stockpiles.
public struct Disruption: Sendable, Identifiable {
  /// One thing that a disruption reduces.
  public struct Effect: Sendable {
    /// What the factor multiplies: capacity, flows before the disruption out of regions or between regions, demand,
    /// or the level of stockpiles at the start.
    public enum Kind: String, Sendable, CaseIterable {
      /// Capacity of producers.
      case production
      /// Flows that leave the regions.
      case exports
      /// Flows between the regions and the partners, both ways.
      case lane
      /// Demand.
      case demand
      /// Level of stockpiles at the start.
      case stock
    }

    /// The months that an effect may last.
    public static let durations = 1...1200

    /// What the factor multiplies.
    public var kind: Kind
    /// Where.
    public var regions: [RegionIndex]
    /// For which commodities; nil: all.
    public var commodities: [CommodityIndex]?
    /// For which process; nil: all. Only ``Kind/production`` may name one.
    public var process: ProcessIndex?
    /// The regions at the other end; nil: all outside `regions`. Only ``Kind/exports`` may and ``Kind/lane`` must name
    /// them.
    public var partners: [RegionIndex]?
    /// From 0 to 1; for demand 0 or more.
    public var factor: Double
    /// Months that it lasts, from month 1, within ``durations``.
    public var months: Int

    /// An effect.
    ///
    /// - Parameters:
    ///   - kind: what the factor multiplies.
    ///   - regions: where.
    ///   - commodities: for which commodities; all if not given.
    ///   - process: for which process; all if not given.
    ///   - partners: the regions at the other end; all others if not given.
    ///   - factor: from 0 to 1; for demand 0 or more.
    ///   - months: how long it lasts.
    public init(
      kind: Kind, regions: [RegionIndex], commodities: [CommodityIndex]? = nil,
      process: ProcessIndex? = nil, partners: [RegionIndex]? = nil, factor: Double, months: Int
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

  /// An identifier that no other disruption has.
  public var id: String
  /// What it reduces.
  public var effects: [Effect]
  /// Probability that it happens in a year; nil if not given, which counts as 0. All disruptions of an instance
  /// together have at most 1.
  public var probability: Double?

  /// A disruption.
  ///
  /// - Parameters:
  ///   - id: an identifier.
  ///   - effects: what it reduces.
  ///   - probability: probability that it happens in a year.
  public init(id: String, effects: [Effect], probability: Double? = nil) {
    self.id = id
    self.effects = effects
    self.probability = probability
  }

  /// Months that its longest effect lasts; 0 without effects.
  public var longestMonths: Int { effects.map(\.months).max() ?? 0 }
}
