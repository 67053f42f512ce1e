/// From values to places, colours or sizes.
public struct Scale: Sendable, Encodable {
  /// `linear`, `log`, `symlog`, `point`, `band`.
  public var type: String?
  /// The values, or the least and the greatest.
  public var domain: [JSONValue]?
  /// What the values become, or the least and the greatest.
  public var range: [JSONValue]?
  /// Whether 0 is on the axis.
  public var zero: Bool?
  /// Whether the ends are round numbers.
  public var nice: Bool?
  /// Room at both ends.
  public var padding: Double?

  /// The usual scale.
  public init() {}

  /// - Parameter fill: sets the properties.
  public init(_ fill: (inout Scale) -> Void) { fill(&self) }

  /// Colours for texts, in pairs.
  public static func colours(_ pairs: [(value: String, colour: String)]) -> Scale {
    Scale {
      $0.domain = pairs.map { .text($0.value) }
      $0.range = pairs.map { .text($0.colour) }
    }
  }
}

/// An axis.
public struct Axis: Sendable, Encodable {
  /// How numbers are written.
  public var format: String?
  /// Whether there are lines across the view.
  public var grid: Bool?
  /// Whether there are words.
  public var labels: Bool?
  /// Whether there are strokes at the words.
  public var ticks: Bool?
  /// Whether there is a line.
  public var domain: Bool?
  /// By how many degrees words are turned.
  public var labelAngle: Double?
  /// The most pixels of a word.
  public var labelLimit: Double?
  /// What is written instead of a value, as an expression of Vega.
  public var labelExpr: String?
  /// Whether words that would touch are left out.
  public var labelOverlap: Bool?
  /// The least distance of two words, in pixels.
  public var labelSeparation: Double?
  /// `top`, `bottom`, `left` or `right`.
  public var orient: String?
  /// The least distance of two strokes, in the unit of the axis.
  public var tickMinStep: Double?
  /// About how many strokes.
  public var tickCount: Int?

  /// The usual axis.
  public init() {}

  /// - Parameter fill: sets the properties.
  public init(_ fill: (inout Axis) -> Void) { fill(&self) }
}

/// A legend.
public struct Legend: Sendable, Encodable {
  /// `top`, `bottom`, `left` or `right`.
  public var orient: String?
  /// In how many columns at most.
  public var columns: LegendColumns?
  /// How numbers are written.
  public var format: String?
  /// The most pixels of a word.
  public var labelLimit: Double?
  /// What is written instead of a value, as an expression of Vega.
  public var labelExpr: String?
  /// The most pixels of its heading.
  public var titleLimit: Double?
  /// Length of a scale of colours.
  public var gradientLength: Double?
  /// The form of its symbols.
  public var symbolType: String?
  /// The values that are shown.
  public var values: [JSONValue]?
  /// About how many values.
  public var tickCount: Int?

  /// A legend below the view.
  public init() { orient = "bottom" }

  /// - Parameter fill: sets the properties.
  public init(_ fill: (inout Legend) -> Void) {
    self.init()
    fill(&self)
  }
}

/// The most columns of a legend. There are fewer where the page is narrow.
public struct LegendColumns: Sendable, Encodable, ExpressibleByIntegerLiteral {
  /// The most columns.
  public let most: Int

  /// Pixels that a column takes.
  private static let width = 190

  /// The most columns.
  public init(integerLiteral most: Int) { self.most = most }

  private enum Key: CodingKey { case expr }

  /// Writes an expression of the width of the page. Without a page the picture is taken to be wide.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(
      "max(1, min(\(most), floor((containerSize()[0] || 1000) / \(Self.width))))", forKey: .expr)
  }
}
