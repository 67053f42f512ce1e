import Foundation
import Importing
import Tables
import TestSupport
import Testing

/// The excerpt of BACI in `Tests/Downloads/baci`, read by the plainest means: a second way beside the importer's.
enum BACIExcerpt {
  static let folder = TestPaths.package.appending(path: "Tests/Downloads/baci")

  /// The members of the European Union.
  static let union: Set<String> = [
    "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN",
    "IRL",
    "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP", "SWE",
  ]

  private static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appending(path: name)))
  }

  /// One good in some years.
  static func records(of code: String, in years: [Int]) throws -> TradeRecords {
    let list = CSVTable(
      file: "countries", bytes: try bytes("country_codes_V202401b.csv"), problems: ProblemLog())
    let (number, iso) = try (
      #require(list.column("country_code")), #require(list.column("country_iso3"))
    )
    let countries = Dictionary(
      (0..<list.rowCount).map { row in
        (list.text(row: row, column: number), list.text(row: row, column: iso))
      }
    ) { first, _ in first }
    let flows = try years.flatMap { year in
      let name = "BACI_HS92_Y\(year)_V202401b.csv"
      return try BACIRows(name, bytes(name)).all.filter { $0.code == code }.map { row in
        row.record(
          of: code, from: countries[row.exporter] ?? row.exporter,
          to: countries[row.importer] ?? row.importer)
      }
    }
    return TradeRecords(
      source: .baci, frequency: .year,
      goods: [TradeGood(id: code, codes: [code], isCommodity: false)], records: flows)
  }
}

/// The rows of a file of BACI.
struct BACIRows {
  struct Row {
    var year: Int
    var exporter, importer, code: String
    /// Thousand US dollars, and metric tons.
    var value, tons: Double?
    var place: FilePlace

    /// The row as a record of places.
    func record(of good: String, from origin: String, to destination: String) -> TradeRecord {
      TradeRecord(
        good: good, origin: origin, destination: destination, period: TradePeriod(year: year),
        imports: TradeFigures(value: value.map { 1000 * $0 }, tons: tons), exports: nil,
        place: place)
    }
  }

  let all: [Row]

  init(_ name: String, _ bytes: [UInt8]) throws {
    let table = CSVTable(file: name, bytes: bytes, problems: ProblemLog())
    let columns = try ["t", "i", "j", "k", "v", "q"].map { try #require(table.column($0)) }
    all = try (0..<table.rowCount).map { row in
      let cells = columns.map { table.text(row: row, column: $0) }
      return Row(
        year: try #require(Int(cells[0])), exporter: cells[1], importer: cells[2], code: cells[3],
        value: Double(cells[4]), tons: Double(cells[5]),
        place: FilePlace(file: name, line: table.line(of: row)))
    }
  }
}
