import Foundation
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Trade records from BACI")
struct BACIRecordsTests {
  /// The rows of the files as they are, read in another way than the reader's.
  private struct Plain {
    var year: Int
    var exporter, importer, code: String
    var value: Double
    var tons: Double?

    static func rows(_ files: [String]) throws -> [Plain] {
      try files.flatMap { file in
        try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
          let cells = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          return Plain(
            year: try #require(Int(cells[0])), exporter: cells[1], importer: cells[2],
            code: cells[3], value: 1000 * (try #require(Double(cells[4]))), tons: Double(cells[5]))
        }
      }
    }
  }

  /// Writes rows to a file and reads it.
  private func records(
    _ rows: [String], map: String? = nil, goods: Set<String>? = nil,
    touching: Set<String>? = nil
  ) throws -> TradeRecords {
    try withTemporaryFolder { folder in
      try write(
        [
          "baci.csv": Array(Downloads.baci(rows).utf8),
          "list.csv": Array(Downloads.countries.utf8), "map.yaml": Array((map ?? "").utf8),
        ], to: folder)
      let path = { (name: String) in folder.appending(path: name).path }
      return try TradeRecords.readBACI(
        files: [path("baci.csv")], countries: path("list.csv"),
        map: map == nil ? nil : ImportMap.read(file: path("map.yaml")), goods: goods,
        touching: touching)
    }
  }

  private func lines(_ records: TradeRecords) -> [String] {
    records.records.map { record in
      let figures = record.imports ?? .none
      return
        "\(record.good) \(record.period.text) \(record.origin) \(record.destination) \(figures.value) \(figures.tons ?? -1)"
    }
  }

  @Test("imports of Japan and exports of the world are the sums of the rows of the excerpt")
  func excerpt() throws {
    let (files, countries) = Downloads.excerpt(2005...2024)
    let found = try TradeRecords.readBACI(files: files, countries: countries, touching: ["JPN"])
    let rows = try Plain.rows(files)
    #expect(found.source == .baci && found.frequency == .year)
    #expect(found.goods.map(\.id) == ["280530", "283691", "284610", "284690"])
    #expect(Set(found.records.map(\.period.year)) == Set(2005...2024))
    var compared = 0
    for good in found.goods.map(\.id) {
      for year in 2005...2024 {
        let period = TradePeriod(year: year)
        let japan = rows.filter { $0.code == good && $0.year == year && $0.importer == "392" }
        let own = found.records.filter {
          $0.good == good && $0.period == period && $0.destination == "JPN"
        }
        #expect(own.count == japan.count)
        let sums = own.reduce(into: TradeFigures.none) { $0 += $1.imports ?? .none }
        let value = japan.reduce(0) { $0 + $1.value }
        #expect(abs(sums.value - value) <= 1e-9 * value)
        let tons = japan.reduce(0) { $0 + ($1.tons ?? 0) }
        #expect(abs((sums.tons ?? 0) - tons) <= 1e-9 * tons)
        let all = rows.filter { $0.code == good && $0.year == year }.reduce(0) { $0 + $1.value }
        let world = (found.worldExports[good]?[period] ?? [:]).values.reduce(0) { $0 + $1.value }
        #expect(abs(world - all) <= 1e-9 * all)
        compared += japan.count
      }
    }
    #expect(compared == rows.filter { $0.importer == "392" }.count && compared > 900)
    #expect(found.records.allSatisfy { $0.exports == nil })
    #expect(found.placeNames["TWN"] == "Taiwan" && found.placeNames["USA"] == "United States")
    #expect(found.summary.readCount == rows.count && found.summary.keptCount == rows.count)
  }

  @Test(
    "shares and unit values of what Japan buys in China are the published ones",
    arguments: [(2010, 0.868, 0.752), (2019, 0.664, 0.488), (2024, 0.761, 0.581)])
  func japan(year: Int, byTons: Double, byValue: Double) throws {
    let (files, countries) = Downloads.excerpt(2005...2024)
    let found = try TradeRecords.readBACI(
      files: files, countries: countries, goods: ["284690"], touching: ["JPN"])
    let imports = found.records.filter { $0.period.year == year && $0.destination == "JPN" }
    let china = try #require(imports.first { $0.origin == "CHN" }?.imports)
    let all = imports.reduce(into: TradeFigures.none) { $0 += $1.imports ?? .none }
    #expect(abs((china.tons ?? 0) / (all.tons ?? 0) - byTons) < 5e-4)
    #expect(abs(china.value / all.value - byValue) < 5e-4)
  }

  @Test("what the European Union buys outside and sells has the published ratios")
  func union() throws {
    let (files, countries) = Downloads.excerpt(2024...2024)
    let members: Set = [
      "AUT", "BEL", "BGR", "HRV", "CYP", "CZE", "DNK", "EST", "FIN", "FRA", "DEU", "GRC", "HUN",
      "IRL", "ITA", "LVA", "LTU", "LUX", "MLT", "NLD", "POL", "PRT", "ROU", "SVK", "SVN", "ESP",
      "SWE",
    ]
    let found = try TradeRecords.readBACI(
      files: files, countries: countries, goods: ["283691"], touching: members)
    let value = { (isCounted: (TradeRecord) -> Bool) in
      found.records.filter(isCounted).reduce(0) { $0 + ($1.imports?.value ?? 0) }
    }
    let outside = value { members.contains($0.destination) && !members.contains($0.origin) }
    #expect(abs(outside / value { members.contains($0.destination) } - 0.803) < 5e-4)
    #expect(abs(outside / value { members.contains($0.origin) } - 2.63) < 5e-3)
  }

  @Test("without a map each code is a good; flows between others count in the exports of the world")
  func withoutMap() throws {
    let found = try records(Downloads.baciRows, touching: ["JPN"])
    #expect(found.goods.map(\.id) == ["250410", "280530", "284610", "284690"])
    #expect(found.goods.allSatisfy { !$0.isCommodity && $0.codes == [$0.id] })
    #expect(
      lines(found) == [
        "250410 2023 USA JPN 7000.0 7.0", "280530 2023 USA JPN 1000.0 -1.0",
        "284610 2022 CHN JPN 2000000.0 400.0", "284610 2023 CHN JPN 5000000.0 500.0",
        "284610 2023 FRA JPN 300000.0 -1.0", "284610 2023 TWN JPN 80000.0 8.0",
        "284690 2023 CHN JPN 4000000.0 100.0",
      ])
    let world = try #require(found.worldExports["284610"]?[TradePeriod(year: 2023)])
    #expect(
      world.mapValues(\.value) == ["CHN": 5_600_000, "FRA": 300_000, "DEU": 20_000, "TWN": 80_000])
    #expect(world["CHN"]?.tons == 560 && world["FRA"]?.tons == nil)
    let counts = found.summary.entries.map { "\($0.count) \($0.reason)" }
    #expect(
      counts == [
        "7 a flow, as BACI reconciles it",
        "2 a flow between others: it counts in the exports of the world",
      ])
    #expect(found.records.first?.place.text.hasSuffix("baci.csv:10") == true)
    // A good that no row has is told.
    let some = try records(Downloads.baciRows, goods: ["284690", "999999"])
    #expect(lines(some) == ["284690 2023 CHN JPN 4000000.0 100.0"])
    let reasons = some.summary.entries.map { "\($0.count) \($0.reason)" }
    #expect(
      reasons == [
        "1 a flow, as BACI reconciles it", "8 HS codes that are not asked for",
        "1 HS 999999: no row has it",
      ])
  }

  @Test("a map joins codes and countries, but not the countries of `others`")
  func withMap() throws {
    let map = Downloads.tradeMap + "regions: {EUR: [DEU, FRA], ROW: others}\n"
    let found = try records(Downloads.baciRows, map: map)
    #expect(found.goods.map(\.id) == ["compounds", "metal"])
    #expect(found.goods.first?.codes == ["284610", "284690"])
    #expect(found.goods.first?.name == "Rare-earth compounds")
    #expect(
      lines(found) == [
        "compounds 2022 CHN JPN 2000000.0 400.0", "compounds 2023 CHN EUR 600000.0 60.0",
        "compounds 2023 CHN JPN 9000000.0 600.0", "compounds 2023 EUR JPN 300000.0 -1.0",
        "compounds 2023 TWN JPN 80000.0 8.0", "metal 2023 USA JPN 1000.0 -1.0",
      ])
    let world = try #require(found.worldExports["compounds"]?[TradePeriod(year: 2023)])
    #expect(world.mapValues(\.value) == ["CHN": 9_600_000, "EUR": 300_000, "TWN": 80_000])
    #expect(found.placeNames["CHN"] == "China" && found.placeNames["EUR"] == nil)
    let inner = try #require(found.intraTrade["compounds"]?[TradePeriod(year: 2023)])
    #expect(inner == ["EUR": TradeFigures(value: 20_000, tons: 2)])
    let inside = found.summary.entries.first { $0.reason == "inside one region of the map (EUR)" }
    #expect(inside?.fate == .kept)
  }

  @Test("files of which nothing can be used are an error that says why")
  func nothing() {
    let error = #expect(throws: InputProblems.self) {
      try records(["2023,996,392,284610,1,1"])
    }
    #expect(error?.description.contains("1 × exporter 996 is not known") == true)
  }

  @Test("the order of rows and files does not matter", arguments: [3, 4, 5])
  func order(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let rows = try Plain.rows(Downloads.excerpt(2024...2024).files).count
    #expect(rows > 500)
    let text = try String(contentsOfFile: Downloads.excerpt(2024...2024).files[0], encoding: .utf8)
    let lines = text.split(separator: "\n").dropFirst().map(String.init)
    let plain = try records(lines, touching: ["JPN"])
    let shuffled = try records(lines.shuffled(using: &generator), touching: ["JPN"])
    #expect(self.lines(shuffled) == self.lines(plain))
    #expect(shuffled.worldExports.keys == plain.worldExports.keys)
    for (good, periods) in plain.worldExports {
      for (period, origins) in periods {
        for (origin, figures) in origins {
          let other = try #require(shuffled.worldExports[good]?[period]?[origin])
          #expect(abs(other.value - figures.value) <= 1e-9 * figures.value)
        }
      }
    }
  }
}
