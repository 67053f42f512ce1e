import Foundation

/// The files that come with the program for the pictures of reports. `scripts/fetch-charting` makes them.
struct ChartingFiles: Equatable {
  /// The folder that holds all of them.
  let folder: String

  /// The charting library: JavaScript that sets `vega`, `vegaLite` and `vegaEmbed`.
  var library: String { "\(folder)/vega-embed.js" }
  /// The licences of what is in the library, as text. A page that has the library has them too.
  var licences: String { "\(folder)/vega-embed.LICENSE.txt" }
  /// Outlines of the countries: a GeoJSON FeatureCollection whose features have the properties `id` (the alpha-3 code of ISO
  /// 3166, or that of Natural Earth for a country without one) and `name`, in degrees.
  var outlines: String { "\(folder)/countries.geojson" }

  /// Nil if one of the files is missing.
  init?(folder: String) {
    self.folder = folder
    guard
      [library, licences, outlines].allSatisfy({ FileManager.default.fileExists(atPath: $0) })
    else { return nil }
  }
}
