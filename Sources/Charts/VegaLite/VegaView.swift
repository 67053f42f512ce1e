/// A specification of Vega, for what Vega-Lite has no mark, such as the ribbons of a Sankey diagram.
public struct VegaView: Sendable, Encodable {
  /// The tables that are worked out from the picture's data, in their order.
  public var derived: [JSONValue]
  /// What the reader can choose, and what is worked out from it.
  public var signals: [JSONValue]
  /// From values to places and colours.
  public var scales: [JSONValue]
  /// What is drawn.
  public var marks: [JSONValue]
  /// Legends.
  public var legends: [JSONValue]
  /// Height in pixels.
  public var height: Double

  private enum CodingKeys: CodingKey {
    case signals, scales, marks, legends, height, autosize, padding
  }

  /// - Parameters:
  ///   - height: in pixels.
  ///   - derived: the tables that are worked out from the picture's data.
  ///   - signals: what the reader can choose.
  ///   - scales: from values to places and colours.
  ///   - marks: what is drawn.
  ///   - legends: legends.
  public init(
    height: Double, derived: [JSONValue], signals: [JSONValue], scales: [JSONValue],
    marks: [JSONValue], legends: [JSONValue] = []
  ) {
    self.height = height
    self.derived = derived
    self.signals = signals
    self.scales = scales
    self.marks = marks
    self.legends = legends
  }

  /// Writes all but the data.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(signals, forKey: .signals)
    try container.encode(scales, forKey: .scales)
    try container.encode(marks, forKey: .marks)
    if !legends.isEmpty { try container.encode(legends, forKey: .legends) }
    try container.encode(height, forKey: .height)
    try container.encode(
      JSONValue.object(["type": "fit-x", "contains": "padding"]), forKey: .autosize)
    try container.encode(5, forKey: .padding)
  }

  /// The tables with the picture's data at their start.
  func sets(with data: [PictureData], isCompact: Bool) -> [JSONValue] {
    data.map { table in
      .object(["name": .text(table.table), "values": table.json(isCompact: isCompact)])
    } + derived
  }
}
