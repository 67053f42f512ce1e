/// How much of the value of a commodity's imports into a region in a year an import kept.
public struct ValueShare: Sendable, Comparable {
  /// What the value is compared with.
  enum Basis: String, Comparable {
    /// The row for the world.
    case world = "World row"
    /// The sum of the rows that were read.
    case rows = "rows read"
    /// Reports of exporters, where the importer reports nothing.
    case exporters = "exporters' reports"

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The commodity.
  public let commodity: String
  /// The region that imports.
  public let destination: String
  /// The year.
  public let year: Int
  /// All imports from other regions, in US dollars.
  public internal(set) var total = 0.0
  /// The part of flows with a weight, in US dollars.
  public internal(set) var weighed = 0.0
  /// The part of flows whose weight is estimated, in US dollars.
  public internal(set) var estimated = 0.0
  var bases: Set<Basis> = []

  init(commodity: String, destination: String, year: Int) {
    self.commodity = commodity
    self.destination = destination
    self.year = year
  }

  /// What ``total`` is taken from, in words: `World row`, `rows read`, `exporters' reports`.
  public var basis: String { bases.sorted().map(\.rawValue).joined(separator: " and ") }

  /// The share of the value that flows with a weight have: 0.9 is 90 %.
  public var weighedShare: Double { weighed / total }

  /// The share of the value that flows with an estimated weight have.
  public var estimatedShare: Double { estimated / total }

  /// A part above this share counts as large: estimates, and what is not kept.
  static let largeShare = 0.1

  /// By commodity, year and region.
  public static func < (a: Self, b: Self) -> Bool {
    (a.commodity, a.year, a.destination) < (b.commodity, b.year, b.destination)
  }

  /// Equal in commodity, year and region.
  public static func == (a: Self, b: Self) -> Bool {
    (a.commodity, a.year, a.destination) == (b.commodity, b.year, b.destination)
  }
}
