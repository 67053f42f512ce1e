/// What is drawn for each row.
public struct Mark: Sendable, Encodable {
  /// The kinds of marks.
  public enum Kind: String, Sendable, Encodable {
    /// Ground between a line and the axis.
    case area
    /// A bar.
    case bar
    /// A line through all rows.
    case line
    /// A small circle, or another symbol.
    case point
    /// A filled circle.
    case circle
    /// A cell.
    case rect
    /// A straight line.
    case rule
    /// A short stroke.
    case tick
    /// A word.
    case text
    /// A shape on a map.
    case geoshape
  }

  /// The kind.
  public var type: Kind
  /// Colour of all marks.
  public var color: String?
  /// Colour of the outline.
  public var stroke: String?
  /// Width of the outline.
  public var strokeWidth: Double?
  /// Lengths of dashes and gaps.
  public var strokeDash: [Double]?
  /// Colour of the inside.
  public var fill: String?
  /// From 0, not seen, to 1.
  public var opacity: Double?
  /// How a line goes between rows.
  public var interpolate: String?
  /// Whether points are drawn on a line.
  public var point: Bool?
  /// Area of a symbol in square pixels; length of a stroke in pixels.
  public var size: Double?
  /// How thick a stroke is, in pixels.
  public var thickness: Double?
  /// Width of a bar.
  public var width: JSONValue?
  /// Height of a bar.
  public var height: JSONValue?
  /// The form of a point: `circle`, `diamond`, `square`.
  public var shape: String?
  /// Whether points are filled.
  public var filled: Bool?
  /// `left`, `center` or `right`.
  public var align: String?
  /// `top`, `middle` or `bottom`.
  public var baseline: String?
  /// By how many pixels it is moved to the right.
  public var dx: Double?
  /// By how many pixels it is moved down.
  public var dy: Double?
  /// By how many pixels it is moved down from its place in the band of the vertical axis.
  public var yOffset: Double?
  /// `bold` or `normal`.
  public var fontWeight: String?
  /// In pixels.
  public var fontSize: Double?
  /// Whether pointing at a mark shows its row.
  public var tooltip: Bool?
  /// The most pixels of a word: a number, or an expression of Vega.
  public var limit: JSONValue?
  /// What is left out of the text for screen readers.
  public var aria: Bool?

  /// - Parameter type: the kind.
  public init(_ type: Kind) { self.type = type }

  /// The same with other properties.
  public func with(_ change: (inout Mark) -> Void) -> Mark {
    var mark = self
    change(&mark)
    return mark
  }
}
