public import Foundation

/// A picture: what it draws, how, and what it says in words.
public struct Picture: Sendable {
  /// Lower-case words with hyphens, unique on a page: `supply-shares`. Its file is `ID.vl.json` or `ID.vg.json`.
  public var id: String
  /// Its heading.
  public let title: String
  /// One sentence that says what to see.
  public let sentence: String
  /// What it shows, for readers who do not see it.
  public let description: String
  /// What it draws.
  public let data: PictureData
  /// More data that it draws beside the first, such as the line of a goal; each under the name of its table.
  public let further: [PictureData]
  /// How it is drawn.
  public let specification: Specification

  /// How a picture is drawn.
  public enum Specification: Sendable {
    /// By Vega-Lite. Its views name the data by ``PictureData/table``.
    case vegaLite(View)
    /// By Vega, where Vega-Lite has no such mark.
    case vega(VegaView)
  }

  /// - Parameters:
  ///   - id: lower-case words with hyphens, unique on a page.
  ///   - title: its heading.
  ///   - sentence: one sentence that says what to see.
  ///   - description: what it shows, for readers who do not see it.
  ///   - data: what it draws.
  ///   - further: more data that it draws.
  ///   - specification: how it is drawn.
  public init(
    id: String, title: String, sentence: String, description: String, data: PictureData,
    further: [PictureData] = [], specification: Specification
  ) {
    self.id = id
    self.title = title
    self.sentence = sentence
    self.description = description
    self.data = data
    self.further = further
    self.specification = specification
  }

  /// Name of the file that holds the specification.
  public var fileName: String {
    switch specification {
    case .vegaLite: "\(id).vl.json"
    case .vega: "\(id).vg.json"
    }
  }

  /// The complete specification with its data, as JSON with sorted keys.
  ///
  /// - Parameters:
  ///   - isPretty: whether it is written on many lines, for people.
  ///   - isCompact: whether rows are lists without the names of their columns, which the script of a page puts in again.
  ///   - outlines: the features of the outlines of countries, for a picture that draws them; a page has them once for all
  ///     of its maps, and its script fills them in.
  /// - Throws: `EncodingError`.
  public func json(
    isPretty: Bool = false, isCompact: Bool = false, outlines: [JSONValue] = []
  ) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return try encoder.encode(Document(picture: self, isCompact: isCompact, outlines: outlines))
  }

  /// A specification with its schema, look and data.
  private struct Document: Encodable {
    let picture: Picture
    let isCompact: Bool
    let outlines: [JSONValue]

    private enum Key: String, CodingKey {
      case schema = "$schema"
      case description, datasets, config, data
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(picture.description, forKey: .description)
      try container.encode(Theme(), forKey: .config)
      let all = [picture.data] + picture.further
      switch picture.specification {
      case .vegaLite(let view):
        try container.encode("https://vega.github.io/schema/vega-lite/v6.json", forKey: .schema)
        var sets = all.reduce(into: [:]) { sets, data in
          sets[data.table] = data.json(isCompact: isCompact)
        }
        if picture.drawsOutlines { sets[Picture.outlines] = .list(outlines) }
        try container.encode(sets, forKey: .datasets)
        try view.encode(to: encoder)
      case .vega(let view):
        try container.encode("https://vega.github.io/schema/vega/v6.json", forKey: .schema)
        try container.encode(view.sets(with: all, isCompact: isCompact), forKey: .data)
        try view.encode(to: encoder)
      }
    }
  }
}
