import Testing

@testable import Importing

/// Months of UN Comtrade in an import, which has years only.
@Suite("Months of UN Comtrade")
struct MonthsOfYearsTests {
  private func run(_ files: [[String]], columns: String? = nil) throws -> ImportRun {
    let texts = files.map { rows in
      columns.map { ([$0] + rows).joined(separator: "\n") } ?? Downloads.comtrade(rows)
    }
    return try importing(
      .comtrade, texts.enumerated().map { ("t\($0).csv", Array($1.utf8)) },
      map: "home: JPN\ncommodities: [{commodity: compounds, hs: 284610, unit: t}]\n")
  }

  /// Month m of Japan's imports from China: m tons at USD 10 a kg.
  private func month(_ month: Int, kg: Int? = nil, year: Int = 2023, partner: Int = 156) -> String {
    let kg = kg ?? 1000 * month
    return Downloads.month(
      year, month, 392, "M", partner, "284610", kg: String(kg), value: String(10 * kg))
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "period", "quantity")
  }

  private static let sum = "note: a month: the year is the sum of its 12 months"

  @Test("twelve months are a year, in any order and in several files")
  func wholeYear() throws {
    let months = [7, 3, 12, 1, 9, 5, 2, 11, 4, 10, 8, 6].map { month($0) }
    for files in [[months], [Array(months[..<5]), Array(months[5...])]] {
      let run = try run(files)
      #expect(history(run) == ["CHN,JPN,2023,78"])
      #expect(run.counts[Self.sum] == 12)
      #expect(run.counts["kept: a flow as its importer reports it"] == 12)
      #expect(
        run.rows("history.csv", "source").allSatisfy {
          $0.hasPrefix("UN Comtrade, HS 284610, imports as reported, CIF, sum of months; t0.csv:2")
        })
      #expect(run.rows("lanes.csv", "unit_cost") == ["10"])
      let share = try #require(run.imported.summary.values.first)
      #expect(share.total == 780_000 && share.weighedShare == 1)
    }
  }

  @Test("a year that lacks months is left out, and the summary says how many")
  func incomplete() throws {
    let run = try run([(1...12).map { month($0) } + (1...7).map { month($0, year: 2024) }])
    #expect(history(run) == ["CHN,JPN,2023,78"])
    #expect(
      run.counts[
        "left out: monthly: 5 months are missing of the imports of JPN in 2024, and a part of a year is no year"
      ] == 7)
    #expect(throws: (any Error).self) { try self.run([(1...11).map { month($0) }]) }
  }

  @Test("a month without a flow is whole if the reporter has other rows of it, of any goods")
  func otherGoods() throws {
    let other = Downloads.month(2023, 6, 392, "M", 842, "870323", kg: "1", value: "1")
    let months = (1...12).filter { $0 != 6 }.map { month($0) }
    let run = try run([months + [other]])
    #expect(history(run) == ["CHN,JPN,2023,72"])
    // An export of the month does not tell that its imports are reported.
    let export = other.replacing(",M,,842", with: ",X,,842")
    #expect(throws: (any Error).self) { try self.run([months + [export]]) }
  }

  @Test("where a flow has an annual figure it counts, and flows that have none are sums of months")
  func annualToo() throws {
    let year = Downloads.row(2023, 392, "M", 156, "284610", kg: "80000", value: "800000")
    let months = (1...12).flatMap { [month($0), month($0, kg: 500, partner: 842)] }
    let run = try run([months + [year]])
    #expect(history(run) == ["CHN,JPN,2023,80", "USA,JPN,2023,6"])
    #expect(
      run.counts["set aside: a month of a year whose annual figure is there, which counts"] == 12)
    #expect(run.counts[Self.sum] == 12)
  }

  @Test("months of another edition of the HS than the annual figures of the pair are set aside")
  func otherEdition() throws {
    // In an older edition the same goods have another code.
    let year = Downloads.row(2023, 392, "M", 156, "284690", kg: "78000", value: "780000")
    let months = (1...12).map { month($0).replacing(",H6,HS,True,", with: ",H5,HS,True,") }
    let map = "home: JPN\ncommodities: [{commodity: compounds, hs: [284610, 284690], unit: t}]\n"
    let run = try importing(
      .comtrade, [("t.csv", Array(Downloads.comtrade(months + [year]).utf8))], map: map)
    #expect(history(run) == ["CHN,JPN,2023,78"])
    #expect(
      run.counts[
        "set aside: a month in another edition of the HS than the annual figures of the two countries, which count"
      ] == 12)
    // In the same edition they are other goods.
    let same = try importing(
      .comtrade,
      [("t.csv", Array(Downloads.comtrade((1...12).map { month($0) } + [year]).utf8))], map: map)
    #expect(history(same) == ["CHN,JPN,2023,156"])
  }

  @Test(
    "of a month that is revised the figure read last counts, and the same row again counts once")
  func revised() throws {
    let run = try run([(1...12).map { month($0) }, [month(2, kg: 3000), month(5)]])
    #expect(history(run) == ["CHN,JPN,2023,79"])
    #expect(
      run.counts["set aside: another figure for the same flow: the row read last counts"] == 1)
    #expect(run.counts["set aside: the same row again"] == 1)
  }

  @Test("months with the same figures are no figure given twice")
  func equalMonths() throws {
    let run = try run([(1...12).map { month($0, kg: 1000) }])
    #expect(history(run) == ["CHN,JPN,2023,12"])
    #expect(run.counts.keys.allSatisfy { !$0.contains("two codes") })
  }

  @Test("months without a weight are estimated from the others")
  func withoutWeight() throws {
    let bare = Downloads.month(2023, 12, 392, "M", 156, "284610", kg: "0", value: "120000")
    let run = try run([(1...11).map { month($0) } + [bare]])
    #expect(history(run) == ["CHN,JPN,2023,78"])
    #expect(run.rows("history.csv", "source").allSatisfy { $0.hasPrefix("assumption: 15.4 %") })
  }

  @Test(
    "a month is known by its frequency, its period, its number or its date",
    arguments: [
      ("freqCode,refYear,period", "M,2023,2023MM"), ("freqCode,refYear,refMonth", "M,2023,MM"),
      ("freqCode,refPeriodId", "M,2023MM01"), ("refYear,period", "2023,2023MM"),
      ("refYear,refMonth", "2023,MM"), ("period", "2023MM"), ("Year,Period", "2023,2023MM"),
      ("yr,period,periodDesc", "2023,2023MM,a month"), ("refYear,refMonth", "2023.0,MM.0"),
    ])
  func shapes(columns: String, cells: String) throws {
    let rows = (1...12).map { month in
      let digits = "\(month < 10 ? "0" : "")\(month)"
      return "\(cells.replacing("MM", with: digits)),392,M,156,284610,1000,10000"
    }
    let all = columns + ",reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue"
    let run = try run([rows], columns: all)
    #expect(history(run) == ["CHN,JPN,2023,12"] && run.counts[Self.sum] == 12)
  }

  @Test("a quarter, and a month that is none, are left out with a line")
  func wrongPeriods() throws {
    let good = (1...12).map { month($0) }
    let quarter = Downloads.month(
      2023, 1, 392, "M", 156, "284610", kg: "1", value: "1", frequency: "Q")
    let none = month(1).replacing("202301", with: "202313").replacing(",1,2023", with: ",13,2023")
    let run = try run([good + [quarter, none]])
    #expect(history(run) == ["CHN,JPN,2023,78"])
    #expect(run.counts["left out: frequency Q: only years (A) and months (M) are read"] == 1)
    #expect(run.counts["left out: the month is no month such as 202307"] == 1)
  }
}
