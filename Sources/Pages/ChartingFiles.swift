public import Foundation

/// The files of other projects that pages contain: the library that draws pictures, and the outlines of countries.
public struct ChartingFiles: Sendable {
  /// The text of the library: Vega, Vega-Lite and vega-embed.
  public let library: Data
  /// The outlines of countries, as GeoJSON.
  public let outlines: Data

  /// - Parameters:
  ///   - library: the text of the library.
  ///   - outlines: the outlines of countries.
  public init(library: Data, outlines: Data) {
    self.library = library
    self.outlines = outlines
  }
}
