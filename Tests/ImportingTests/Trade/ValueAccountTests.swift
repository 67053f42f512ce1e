import Testing

@testable import Importing

/// What the summary says about the value, and the flows and unit values behind it.
@Suite("The account of value, and values of both countries")
struct ValueAccountTests {
  private static let map =
    "home: JPN\ncommodities: [{commodity: g, hs: 2504}]\nareas: {849: USA}\nregions: {EUR: [DEU, FRA]}\n"
  private static let notKept =
    "note: a commodity into a region in a year: more than 10 % of the value is not kept, and counts as 0"

  private func run(_ rows: String..., map: String = map) throws -> ImportRun {
    let header =
      "refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue,qty,qtyUnitCode"
    let text = ([header] + rows).joined(separator: "\n") + "\n"
    return try importing(.comtrade, [("t.csv", Array(text.utf8))], map: map)
  }

  private func share(_ run: ImportRun) throws -> ValueShare {
    try #require(run.imported.summary.values.first)
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 * max(1, abs(b)) }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "quantity")
  }

  // MARK: The account

  @Test("trade inside a region is taken off, also if only its exporter reports a weight")
  func inside() throws {
    let run = try run(
      "2023,276,M,0,2504,,1050000,,", "2023,276,M,251,2504,,1000000,,",
      "2023,251,X,276,2504,100000,1000000,,", "2023,276,M,156,2504,10000,50000,,",
      map: Self.map.replacing("JPN", with: "EUR"))
    let share = try share(run)
    #expect(share.destination == "EUR" && share.total == 50_000 && share.weighed == 50_000)
    #expect(run.counts[Self.notKept] == nil)
  }

  @Test("trade inside a region that only the exporter reports is no part of the row for the world")
  func insideOfExporters() throws {
    let run = try run(
      "2023,276,M,0,2504,,1050000,,", "2023,251,X,276,2504,100000,1000000,,",
      "2023,156,X,276,2504,10000,50000,,", map: Self.map.replacing("JPN", with: "EUR"))
    let share = try share(run)
    #expect(share.total == 50_000 && share.weighed == 50_000 && share.basis == "World row")
  }

  @Test("exporters' reports fill what the row for the world has beyond the importer's rows")
  func onlyWorld() throws {
    let exporter = "2023,156,X,392,2504,10000,95000,,"
    let only = try share(run("2023,392,M,0,2504,,100000,,", exporter))
    #expect(only.total == 100_000 && only.weighed == 95_000 && only.basis == "World row")
    let larger = try share(run("2023,392,M,0,2504,,90000,,", exporter))
    #expect(larger.total == 95_000 && larger.basis == "World row and exporters' reports")
    // The row of the United States explains the row for the world: China's exports come on top.
    let explained = try share(
      run("2023,392,M,0,2504,,100000,,", "2023,392,M,842,2504,1000,100000,,", exporter))
    #expect(explained.total == 195_000 && explained.weighed == 195_000)
    // USD 60,000 are not in the importer's rows, and China's exports are USD 35,000 more.
    let partly = try share(
      run("2023,392,M,0,2504,,100000,,", "2023,392,M,842,2504,1000,40000,,", exporter))
    #expect(partly.total == 135_000 && partly.weighed == 135_000)
  }

  @Test("an exporter's report counts for the importer's value, its estimated part too")
  func ofBothCountries() throws {
    let run = try run(
      "2023,392,M,842,2504,,100000,,", "2023,842,X,392,2504,10000,60000,,",
      "2023,849,X,392,2504,,30000,,")
    let share = try share(run)
    #expect(share.total == 100_000)
    #expect(isClose(share.weighedShare, 2.0 / 3) && isClose(share.estimatedShare, 1.0 / 3))
    #expect(run.counts[Self.notKept] == nil)
    #expect(history(run) == ["USA,JPN,15"])
  }

  // MARK: Values and weights

  @Test("an exporter's weight without a value has the importer's value")
  func exportersWeight() throws {
    let run = try run(
      "2023,392,M,156,2504,,100000,,", "2023,156,X,392,2504,20000,,,",
      "2023,392,M,842,2504,10000,50000,,")
    #expect(history(run) == ["CHN,JPN,20", "USA,JPN,10"])
    #expect(run.rows("lanes.csv", "origin", "unit_cost") == ["CHN,5", "USA,5"])
    #expect(
      run.rows("history.csv", "source").first
        == "UN Comtrade, HS 2504, imports (CIF) and exports (FOB) as reported; t.csv:3")
    let share = try share(run)
    #expect(share.total == 150_000 && share.weighed == 150_000 && share.basis == "rows read")
    #expect(run.counts[Self.notKept] == nil)
    #expect(
      run.counts[
        "set aside: the importer's report without a weight: only its value counts, with the exporter's weight"
      ] == 1)
  }

  @Test("a weight without a value has no part in a unit value, nor in an estimate")
  func unpricedWeight() throws {
    let run = try run(
      "2023,392,M,842,2504,10000,100000,,", "2023,392,M,849,2504,90000,,,",
      "2023,392,M,156,2504,,100000,,")
    // At 10 USD/kg, that of the rows with both.
    #expect(history(run) == ["CHN,JPN,10", "USA,JPN,100"])
    #expect(run.rows("lanes.csv", "origin", "unit_cost") == ["CHN,10", "USA,10"])
  }

  @Test("an exporter's unit value is that of its rows with a weight and a value")
  func exportersUnitValue() throws {
    let run = try run(
      "2023,392,M,842,2504,,1000000,,", "2023,842,X,392,2504,10000,100000,,",
      "2023,849,X,392,2504,90000,,,")
    #expect(history(run) == ["USA,JPN,100"])
    #expect(run.rows("lanes.csv", "unit_cost") == ["10"])
  }

  @Test("a lane at the exporter's unit value keeps this value in the next year")
  func laneAtExportersUnitValue() throws {
    let first = try run("2023,392,M,156,2504,,1000000,,", "2023,156,X,392,2504,10000,50000,,")
    #expect(first.rows("lanes.csv", "unit_cost") == ["5"])
    #expect(first.rows("commodities.csv", "price") == ["5"])
    #expect(first.rows("demands.csv", "shortage_cost") == ["50"])
    let next = Downloads.comtrade([
      Downloads.row(2024, 392, "M", 156, "2504", kg: "", value: "1000000"),
      Downloads.row(2024, 156, "X", 392, "2504", kg: "10000", value: "60000"),
    ])
    let both = try importing(
      .comtrade, [("next.csv", Array(next.utf8))], map: Self.map, existing: first.files)
    #expect(both.rows("lanes.csv", "unit_cost") == ["6"])
  }

  @Test("a quantity in kilograms is a weight, also if its unit is written 8.0")
  func unitOfQuantity() throws {
    let run = try run(
      "2023,392,M,156,2504,,50000,10000,8.0", "2023,392,M,842,2504,10000,100000,,")
    #expect(history(run) == ["CHN,JPN,10", "USA,JPN,10"])
  }

  @Test("re-exports that weigh more than the exports have their own remark")
  func largerReexports() throws {
    let run = try run("2023,344,X,392,2504,50000,250000,,", "2023,344,RX,392,2504,60000,200000,,")
    let remark =
      "weight of re-exports larger than that of the exports: taken off in proportion to their value"
    #expect(run.counts["note: \(remark)"] == 1)
    #expect(run.rows("history.csv", "source").first?.contains("(\(remark))") == true)
  }
}
