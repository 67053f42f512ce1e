package import Charts
public import Foundation

/// What pages contain of other projects: the library that draws pictures, and the outlines of countries.
public struct Charting: Sendable {
  /// JavaScript that sets `vega`, `vegaLite` and `vegaEmbed`.
  public let library: Data
  /// The licences of what is in the library, as text.
  public let licences: Data
  /// Outlines of the countries: a GeoJSON FeatureCollection.
  public let outlines: Data

  /// - Parameters:
  ///   - library: JavaScript that sets `vega`, `vegaLite` and `vegaEmbed`.
  ///   - licences: the licences of what is in the library.
  ///   - outlines: a GeoJSON FeatureCollection.
  public init(library: Data, licences: Data, outlines: Data) {
    self.library = library
    self.licences = licences
    self.outlines = outlines
  }

  /// The features of the outlines.
  ///
  /// - Throws: `DecodingError` if they are no collection of features.
  package func features() throws -> [JSONValue] {
    struct Collection: Decodable { var features: [JSONValue] }
    return try JSONDecoder().decode(Collection.self, from: outlines).features
  }
}
