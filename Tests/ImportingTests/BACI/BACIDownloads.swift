import Foundation
import TestSupport

@testable import Importing

extension Downloads {
  /// The list of countries of a release of BACI, cut.
  static let countries = """
    country_code,country_name,country_iso2,country_iso3
    156,China,CN,CHN
    251,France,FR,FRA
    276,Germany,DE,DEU
    392,Japan,JP,JPN
    490,"Other Asia, nes",,S19
    842,USA,US,USA
    891,Serbia and Montenegro (...2005),CS,SCG

    """

  static func baci(_ rows: [String]) -> String {
    (["t,i,j,k,v,q"] + rows).joined(separator: "\n") + "\n"
  }

  /// Trade of Japan and Europe in two years: line 2 on.
  static let baciRows = [
    "2022,156,392,284610,2000,400",  // 2
    "2023,156,276,284610,600,60",  // 3
    "2023,156,392,284610,5000,500",  // 4
    "2023,156,392,284690,4000,100",  // 5
    "2023,251,392,284610,300,",  // 6: no weight
    "2023,276,251,284610,20,2",  // 7: inside Europe
    "2023,490,392,284610,80,8",  // 8
    "2023,842,392,280530,1,NA",  // 9: no weight at all
    "2023,842,392,250410,7,7",  // 10: not in the map
  ]

  /// The name of a file of the release 202401b.
  static func baciName(_ year: Int, edition: String = "HS92", release: String = "202401b") -> String
  {
    "BACI_\(edition)_Y\(year)_V\(release).csv"
  }

  /// Paths of the files of the excerpt of BACI, and of its list of countries.
  static func excerpt(_ years: ClosedRange<Int>) -> (files: [String], countries: String) {
    let folder = TestPaths.package.appending(path: "Tests/Downloads/baci")
    return (
      years.map { folder.appending(path: baciName($0)).path },
      folder.appending(path: "country_codes_V202401b.csv").path
    )
  }
}
