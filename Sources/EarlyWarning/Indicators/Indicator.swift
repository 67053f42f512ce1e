public import Importing

/// By what imports are counted.
public enum TradeBasis: String, Sendable, CaseIterable, Hashable {
  /// US dollars.
  case value
  /// Metric tons.
  case tons

  /// The amount of some trade; nil: not known.
  public func amount(of figures: TradeFigures) -> Double? {
    self == .value ? (figures.value > 0 || figures.tons == 0 ? figures.value : nil) : figures.tons
  }
}

/// One figure that says how dependent an importer is on few suppliers of a good, or what has changed.
public struct Indicator: Sendable, Hashable {
  /// What is measured. The raw value is its id in tables; each case says formula, unit and limit where it is computed.
  public enum Kind: String, Sendable, CaseIterable, Hashable {
    /// The sum of the squared shares of origins outside the importer, 0 to 1.
    case cdi1
    /// Imports from outside the importer over all imports, 0 to 1.
    case cdi2
    /// Imports from outside the importer over its exports.
    case cdi3
    /// The concentration of imports, the first condition of GeoDep, 0 to 1.
    case geodepImports = "geodep_imports"
    /// The concentration of the world's exports, its second condition, 0 to 1.
    case geodepWorld = "geodep_world"
    /// Imports over exports, its third condition.
    case geodepExports = "geodep_exports"
    /// The characterisation factor of GeoPolRisk, 0 to 1.
    case geopolrisk
    /// Imported tons over those of the year before, less 1.
    case tonsChange = "tons_change"
    /// The mean unit value over that of the year before, less 1.
    case unitValueChange = "unit_value_change"
    /// The share of the largest origin less that of the largest a year before.
    case largestShareChange = "largest_share_change"
    /// The concentration of imports less that of the year before.
    case hhiChange = "hhi_change"
    /// The share of the largest origin, 0 to 1.
    case largestShare = "largest_share"
    /// The number of origins that sent something and did not in the year before.
    case newSuppliers = "new_suppliers"
    /// The number of origins that sent something in the year before and nothing now.
    case vanishedSuppliers = "vanished_suppliers"
  }

  /// The id of the good, as in the trade records.
  public var good: String
  /// ``Importer/id``.
  public var importer: String
  /// The year it is about: `2024`, or `2024-01..2024-12`.
  public var period: String
  /// Value or tons.
  public var basis: TradeBasis
  /// What is measured.
  public var kind: Kind
  /// The figure; nil: the data do not have it.
  public var amount: Double?
  /// The limit that it is compared with; nil: none.
  public var limit: Double?
  /// Whether it passes the limit; nil: there is none, or no figure.
  public var passes: Bool?
  /// The origin that it is about, such as the largest; nil: none.
  public var origin: String?

  /// A figure of a good.
  public init(
    good: String, importer: String, period: String, basis: TradeBasis, kind: Kind, amount: Double?,
    limit: Double? = nil, passes: Bool? = nil, origin: String? = nil
  ) {
    self.good = good
    self.importer = importer
    self.period = period
    self.basis = basis
    self.kind = kind
    self.amount = amount
    self.limit = limit
    self.passes = passes
    self.origin = origin
  }
}
