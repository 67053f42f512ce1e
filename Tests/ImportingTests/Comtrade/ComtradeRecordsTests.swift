import Foundation
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Trade records from UN Comtrade")
struct ComtradeRecordsTests {
  static let map = """
    commodities:
      - {commodity: compounds, name: Rare-earth compounds, hs: [284610, 284690], unit: t}
    regions: {EUR: [DEU, FRA], ROW: others}

    """

  static func records(
    _ files: [[String]], map: String? = map, touching: Set<String>? = nil
  ) throws -> TradeRecords {
    try withTemporaryFolder { folder in
      var paths: [String] = []
      for (place, rows) in files.enumerated() {
        let file = folder.appending(path: "t\(place).csv")
        try Data(Downloads.comtrade(rows).utf8).write(to: file)
        paths.append(file.path)
      }
      let mapFile = folder.appending(path: "map.yaml")
      try Data((map ?? "").utf8).write(to: mapFile)
      return try TradeRecords.read(
        files: paths, map: map == nil ? nil : ImportMap.read(file: mapFile.path),
        touching: touching)
    }
  }

  /// Good, period, places, and value and tons of both reports.
  static func lines(_ records: TradeRecords) -> [String] {
    let text = { (figures: TradeFigures?) in
      figures.map { "\($0.value)/\($0.tons.map { "\($0)" } ?? "-")" } ?? "none"
    }
    return records.records.map {
      "\($0.good) \($0.period.text) \($0.origin) \($0.destination) \(text($0.imports)) \(text($0.exports))"
    }
  }

  private func month(
    _ month: Int, _ reporter: Int, _ flow: String, _ partner: Int, _ code: String = "284610",
    kg: String = "1000", value: String = "10000", year: Int = 2024
  ) -> String {
    Downloads.month(year, month, reporter, flow, partner, code, kg: kg, value: value)
  }

  @Test("a flow has both reports, re-exports taken off, codes of one commodity added up")
  func bothReports() throws {
    let found = try Self.records([
      [
        month(2, 392, "M", 156), month(2, 392, "M", 156, "284690", kg: "", value: "500"),
        month(2, 156, "X", 392, kg: "1000", value: "8000"),
        month(2, 156, "RX", 392, kg: "500", value: "2000"), month(1, 392, "M", 842, kg: "7"),
        month(2, 344, "X", 392, kg: "5", value: "6"), month(2, 344, "RX", 392, kg: "5", value: "6"),
      ]
    ])
    #expect(
      Self.lines(found) == [
        "compounds 2024-01 USA JPN 10000.0/0.007 none",
        "compounds 2024-02 CHN JPN 10500.0/1.0 6000.0/0.5",
      ])
    #expect(found.source == .comtrade && found.frequency == .month)
    #expect(found.placeNames["CHN"] == "China")
    #expect(found.goods.map(\.id) == ["compounds"] && found.goods.allSatisfy(\.isCommodity))
    let counts = Dictionary(
      uniqueKeysWithValues: found.summary.entries.map { ("\($0.fate): \($0.reason)", $0.count) })
    #expect(
      counts == [
        "kept: what an importer reports": 3, "kept: what an exporter reports": 1,
        "setAside: re-exports, taken off the exporter's exports": 2,
        "leftOut: exports that are all re-exports": 1,
      ])
    #expect(found.summary.readCount == 7)
    let figures = try #require(found.records.last?.imports)
    #expect(figures.weighedValue == 10000 && figures.pricedTons == 1)
  }

  @Test("which countries report is known of each place, by rows of any goods and partners")
  func reporters() throws {
    let found = try Self.records([
      [
        month(1, 276, "M", 156), month(1, 251, "M", 276), month(2, 251, "M", 0),
        month(3, 251, "M", 156, "010121"), month(2, 276, "X", 251), month(1, 392, "M", 156),
      ]
    ])
    let months = { (values: [Int: Double]) in
      Dictionary(
        uniqueKeysWithValues: values.map { (TradePeriod(year: 2024, month: $0.key), $0.value) })
    }
    #expect(
      found.reporters == [
        "EUR": ["DEU": months([1: 10000]), "FRA": months([1: 0, 2: 0, 3: 0])],
        "JPN": ["JPN": months([1: 10000])],
      ])
  }

  @Test("countries of a region are one place, those of the others stay apart")
  func places() throws {
    let found = try Self.records([
      [
        month(1, 392, "M", 276), month(1, 392, "M", 251), month(1, 276, "M", 251),
        month(1, 276, "M", 156), month(1, 156, "X", 251, kg: "2000", value: "3000"),
        month(1, 392, "M", 36),
      ]
    ])
    // France does not report what it buys from China, but China does.
    #expect(
      Self.lines(found) == [
        "compounds 2024-01 AUS JPN 10000.0/1.0 none",
        "compounds 2024-01 CHN EUR 13000.0/3.0 3000.0/2.0",
        "compounds 2024-01 EUR JPN 20000.0/2.0 none",
      ])
    let inner = try #require(found.intraTrade["compounds"]?[TradePeriod(year: 2024, month: 1)])
    #expect(inner == ["EUR": TradeFigures(value: 10_000, tons: 1)])
  }

  @Test("without a map each code of six digits is a good")
  func withoutMap() throws {
    let found = try Self.records(
      [
        [
          month(1, 392, "M", 156), month(1, 392, "M", 156, "2846"),
          month(1, 392, "M", 156, "TOTAL"), month(1, 392, "M", 276, "10121", kg: "3"),
        ]
      ], map: nil)
    #expect(
      Self.lines(found) == [
        "010121 2024-01 DEU JPN 10000.0/0.003 none", "284610 2024-01 CHN JPN 10000.0/1.0 none",
      ])
    #expect(found.goods.map(\.isCommodity) == [false, false])
    #expect(found.goods.map(\.name) == ["", ""])
    let described = month(1, 392, "M", 156).replacing(
      ",284610,,", with: ",284610,Cerium compounds,")
    let named = try Self.records([[described, month(1, 392, "M", 36)]], map: nil)
    #expect(named.goods.map(\.name) == ["Cerium compounds"])
    let reason = "no HS code of six digits; without a map only these are goods"
    #expect(found.summary.entries.first { $0.reason == reason }?.count == 2)
  }

  @Test("where files have months and years, years are set aside")
  func yearsToo() throws {
    let year = Downloads.row(2023, 392, "M", 156, "284610", kg: "12000", value: "120000")
    let both = try Self.records([[month(1, 392, "M", 156)], [year]])
    #expect(Self.lines(both) == ["compounds 2024-01 CHN JPN 10000.0/1.0 none"])
    let reason = "a year: the files have months, which count"
    #expect(both.summary.entries.first { $0.reason == reason }?.fate == .setAside)
    let years = try Self.records([[year]])
    #expect(years.frequency == .year && years.records.map(\.period) == [TradePeriod(year: 2023)])
  }

  @Test("the order of files and rows does not matter, but for what is given twice")
  func order() throws {
    var rows = (1...12).flatMap { number in
      [156, 276, 842].map { month(number, 392, "M", $0, kg: "\(number)00") }
    }
    let first = try Self.records([rows])
    var generator = SeededGenerator(state: 5)
    rows.shuffle(using: &generator)
    let second = try Self.records([Array(rows[20...]), Array(rows[..<20])])
    #expect(Self.lines(first) == Self.lines(second) && first.records.count == 36)
    let revised = try Self.records([rows, [month(3, 392, "M", 156, kg: "5000")]])
    #expect(Self.lines(revised).contains("compounds 2024-03 CHN JPN 10000.0/5.0 none"))
    #expect(revised.records.count == 36)
  }

  @Test("flows that do not touch the importer are no records")
  func touching() throws {
    let rows = [
      month(1, 392, "M", 156), month(1, 392, "X", 842), month(1, 842, "M", 156),
      month(1, 156, "X", 392), month(1, 156, "X", 276), month(1, 842, "M", 392),
    ]
    let found = try Self.records([rows], touching: ["JPN"])
    #expect(
      Self.lines(found) == [
        "compounds 2024-01 CHN JPN 10000.0/1.0 10000.0/1.0",
        "compounds 2024-01 JPN USA 10000.0/1.0 10000.0/1.0",
      ])
    let reason = "a flow between others: it counts for the exports of the world only"
    #expect(found.summary.entries.first { $0.reason == reason }?.count == 2)
    #expect(found.summary.readCount == 6)
  }
}
