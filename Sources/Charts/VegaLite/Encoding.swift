/// What the columns of a view decide.
public struct Encoding: Sendable, Encodable {
  /// Place on the horizontal axis.
  public var x: Channel?
  /// Place on the vertical axis.
  public var y: Channel?
  /// The other end on the horizontal axis.
  public var x2: Channel?
  /// The other end on the vertical axis.
  public var y2: Channel?
  /// Place inside the band of the horizontal axis.
  public var xOffset: Channel?
  /// Place inside the band of the vertical axis.
  public var yOffset: Channel?
  /// Place on the globe, west to east.
  public var longitude: Channel?
  /// Place on the globe, south to north.
  public var latitude: Channel?
  /// The other end on the globe, west to east.
  public var longitude2: Channel?
  /// The other end on the globe, south to north.
  public var latitude2: Channel?
  /// Colour.
  public var color: Channel?
  /// Colour of the inside.
  public var fill: Channel?
  /// Colour of the outline.
  public var stroke: Channel?
  /// From 0, not seen, to 1.
  public var opacity: Channel?
  /// Area.
  public var size: Channel?
  /// Width of a line.
  public var strokeWidth: Channel?
  /// Dashes of a line.
  public var strokeDash: Channel?
  /// Form of a point.
  public var shape: Channel?
  /// Which rows make one line or area.
  public var detail: Channel?
  /// The order of what is on top of each other.
  public var order: Channel?
  /// The word that is written.
  public var text: Channel?
  /// What pointing at a mark shows.
  public var tooltip: [Channel]?
  /// Views side by side.
  public var column: Channel?
  /// Views below each other.
  public var row: Channel?

  /// An encoding of nothing.
  public init() {}

  /// - Parameter fill: sets the channels.
  public init(_ fill: (inout Encoding) -> Void) { fill(&self) }
}
