import Testing

@testable import Importing

/// Files of every kind that UN Comtrade has given out: what is kept, what is not, and why.
@Suite("Files of UN Comtrade as downloaded")
struct ComtradeFileTests {
  private func run(_ file: String, map: String = "map.yaml") throws -> ImportRun {
    try importing(
      .comtrade, [(file, DownloadedFile.bytes("comtrade/\(file)"))],
      map: DownloadedFile.text("comtrade/\(map)"))
  }

  /// Fates without notes.
  private func fates(_ run: ImportRun) -> [String: Int] {
    run.counts.filter { !$0.key.hasPrefix("note: ") }
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "commodity", "origin", "period", "quantity")
  }

  private func share(_ run: ImportRun) throws -> ValueShare {
    try #require(run.imported.summary.values.first)
  }

  private static let world = "left out: partner is World, an aggregate"
  private static let importers = "kept: a flow as its importer reports it"
  private static let estimated =
    "kept: a flow without a weight: estimated from its value (assumption:)"
  private static let exporters =
    "set aside: the exporter's report of a flow that its importer reports"

  @Test("comtradeplus.un.org with names: a comma too many in each row")
  func comtradeplus() throws {
    let run = try run("comtradeplus.csv")
    #expect(
      history(run) == [
        "compounds,CHN,2023,610", "compounds,FRA,2023,12", "compounds,VNM,2023,150",
      ])
    #expect(
      fates(run) == [
        Self.importers: 3, Self.exporters: 1, Self.world: 1,
        "left out: partner is Areas, nes: not a country": 1,
      ])
    #expect(run.counts["note: weight estimated by the UN"] == 1)
    let share = try share(run)
    #expect(share.basis == "World row" && share.total == 9_100_000 && share.weighed == 9_080_000)
  }

  @Test("comtradeplus.un.org without names: a weight in `qty`, and one that is missing")
  func comtradeplusCodes() throws {
    let run = try run("comtradeplus-codes.csv")
    // USD 200,000 at the mean of the others: 235 t for USD 1.9 million.
    #expect(
      history(run) == [
        "compounds,CHN,2023,210", "compounds,DEU,2023,24.7368421", "compounds,TWN,2023,25",
      ])
    #expect(fates(run) == [Self.importers: 2, Self.estimated: 1, Self.world: 1])
    let sources = run.rows("history.csv", "origin", "source")
    #expect(
      sources.filter { $0.contains("assumption:") }.map { $0.prefix(15) } == ["DEU,assumption:"])
  }

  @Test("the preview of the API: parts by second partner and mode do not count")
  func preview() throws {
    let run = try run("api-preview.csv")
    #expect(history(run) == ["compounds,CHN,2022,300"])
    #expect(
      fates(run) == [
        Self.importers: 1, Self.world: 1,
        "left out: part of a total (by second partner, customs procedure or transport)": 3,
        "left out: part of a total that the files lack: download the totals (C00, all modes)": 1,
      ])
    #expect(try share(run).weighedShare == 2_400_000 / 2_460_000)
  }

  @Test("a data frame of the API: numbers of rows, codes such as 156.0, nan, re-exports")
  func dataFrame() throws {
    let run = try run("api-data-frame.csv")
    // Half of Hong Kong's exports are re-exports by value: 4.5 of 9 t remain. Vietnam: USD 110,000 at the mean of the
    // others, 45.5 t for USD 3,750,000.5.
    #expect(
      history(run) == [
        "metal,CHN,2023,41", "metal,HKG,2023,4.5", "metal,VNM,2023,1.33466649",
      ])
    #expect(
      fates(run) == [
        Self.importers: 1, Self.estimated: 1,
        "kept: a flow as its exporter reports it (no importer's weight)": 1,
        "set aside: re-exports, taken off the exporter's exports": 1,
        "left out: domestic exports: a part of the reporter's exports": 1,
        "left out: re-imports: the reporter's own goods come back": 1,
      ])
    #expect(run.counts["note: weight `nan`: read as not known"] == 2)
  }

  @Test("the bulk files: tabs, editions of the HS, headings and processing")
  func bulk() throws {
    let run = try run("bulk.txt")
    #expect(
      history(run) == ["compounds,CHN,2020,500", "compounds,USA,2020,15", "metal,CHN,2020,30"])
    #expect(
      fates(run) == [
        Self.importers: 3, "left out: HS 2846 is not in the map": 1,
        "left out: imports for processing: a part of the reporter's imports": 1,
        "set aside: edition H4 of the HS: the flow is in H5 too, which counts": 1,
      ])
  }

  @Test(
    "comtrade.un.org: its names of columns, flows by number, months, SITC, a code of no country")
  func legacy() throws {
    let run = try run("legacy.csv")
    #expect(history(run) == ["compounds,CHN,2016,900", "compounds,FRA,2016,30"])
    #expect(
      fates(run) == [
        Self.importers: 2, Self.exporters: 1, Self.world: 1,
        "left out: classification S3 is not HS": 1,
        "set aside: a month of a year whose annual figure is there, which counts": 1,
        "left out: re-imports: the reporter's own goods come back": 1,
        "left out: partner 849 is not known: say in the map what it is, `areas: {849: REGION}`, or `omit`":
          1,
      ])
    #expect(run.counts["note: weight estimated by the UN"] == 1)
    #expect(try share(run).weighedShare == 20_600_000 / 23_600_000)
    let note =
      "note: a commodity into a region in a year: more than 10 % of the value is not kept, and counts as 0"
    #expect(run.counts[note] == 1)
  }

  @Test(
    "the API of comtrade.un.org: names of columns for machines, quantities in tons and in pieces")
  func legacyAPI() throws {
    let run = try run("legacy-api.csv")
    #expect(
      history(run) == [
        "compounds,CHN,2013,1200", "compounds,USA,2013,30", "compounds,VNM,2013,8.64457831",
      ])
    #expect(fates(run) == [Self.importers: 2, Self.estimated: 1, Self.exporters: 1])
  }

  @Test("tidy files in snake case: NA and numbers of rows")
  func tidy() throws {
    let run = try run("tidy.csv")
    #expect(
      history(run) == [
        "compounds,CHN,2023,80", "compounds,DEU,2023,0.5", "compounds,VNM,2023,14.2058824",
      ])
    #expect(fates(run) == [Self.importers: 2, Self.estimated: 1, Self.world: 1])
  }

  @Test("several years, areas by letters: a missing weight is estimated from the nearest year")
  func severalYears() throws {
    let run = try run("several-years.csv", map: "map-chips.yaml")
    // Taiwan and Japan in 2014 at their unit values of 2016, China at that of 2017.
    #expect(
      history(run) == [
        "chips,AND,2014,0.074", "chips,CHN,2014,107.78", "chips,JPN,2014,11.6666667",
        "chips,TWN,2014,24", "chips,CHN,2016,90", "chips,JPN,2016,10", "chips,TWN,2016,20",
        "chips,CHN,2017,98", "chips,JPN,2017,10", "chips,TWN,2017,25",
      ])
    #expect(
      fates(run) == [
        Self.importers: 6, Self.estimated: 4, Self.world: 3,
        "set aside: edition H4 of the HS: the flow is in H5 too, which counts": 1,
      ])
    #expect(
      run.imported.summary.valueLines == [
        "  commodity  year  into  with weight  estimated       of USD  taken from",
        "  chips      2014  THA      < 0.01 %     99.4 %  9.6 billion  World row",
        "  chips      2016  THA        43.8 %     56.2 %  8.0 billion  World row",
        "  chips      2017  THA         100 %        0 %  9.0 billion  World row",
      ])
  }

  @Test("odd cells are not known and end nothing")
  func oddCells() throws {
    let run = try run("odd-cells.csv")
    // Values without a weight are at 10 USD/kg, as all that have both.
    #expect(
      history(run) == [
        "compounds,AUS,2023,60", "compounds,CHN,2023,50", "compounds,DEU,2023,8",
        "compounds,FRA,2023,9", "compounds,IDN,2023,0.02", "compounds,IND,2023,3",
        "compounds,MYS,2023,10", "compounds,USA,2023,20", "compounds,VNM,2023,12",
      ])
    #expect(
      fates(run) == [
        Self.importers: 5, Self.estimated: 4, Self.world: 1,
        "left out: neither weight nor value": 3,
        "left out: partner 996 is not known: say in the map what it is, `areas: {996: REGION}`, or `omit`":
          1,
        "left out: partner is not told": 1,
        "left out: the row has 8 cells, the header has 7; numbers have no commas, such as 1000 and not 1,000":
          1,
        "left out: the year is no year such as 2023": 1,
      ])
    #expect(run.counts["note: weight with a footnote or commas: read as a plain number"] == 4)
    #expect(
      run.counts[
        "note: weight that is negative, too small, too large or no number: read as not known"] == 2)
    #expect(run.counts["note: weight `(4)`: read as not known"] == 1)
    let share = try share(run)
    #expect(share.total == 2_000_000 && share.weighed == 1_220_200 && share.estimated == 470_000)
  }
}
