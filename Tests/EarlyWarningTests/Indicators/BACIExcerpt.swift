import Foundation
import Importing
import TestSupport

/// The excerpt of BACI in `Tests/Downloads/baci`, read by the plainest means: a second way beside the importer's.
enum BACIExcerpt {
  static let folder = TestPaths.package.appending(path: "Tests/Downloads/baci")

  /// The members of the European Union.
  static let union: Set<String> = [
    "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN",
    "IRL",
    "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE",
  ]

  private static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// One good in some years.
  static func records(of code: String, in years: [Int]) throws -> TradeRecords {
    let countries = try Dictionary(
      rows("country_codes_V202401b.csv").map { ($0[0], $0[$0.count - 1]) }
    ) { first, _ in first }
    let flows = try years.flatMap { year in
      try rows("BACI_HS92_Y\(year)_V202401b.csv").filter { $0[3] == code }.map { row in
        TradeRecord(
          good: code, origin: countries[row[1]] ?? row[1], destination: countries[row[2]] ?? row[2],
          period: TradePeriod(year: year),
          imports: TradeFigures(value: Double(row[4]).map { 1000 * $0 }, tons: Double(row[5])),
          exports: nil, place: FilePlace(file: "baci", line: 1))
      }
    }
    return TradeRecords(
      source: .baci, frequency: .year,
      goods: [TradeGood(id: code, codes: [code], isCommodity: false)], records: flows)
  }
}
