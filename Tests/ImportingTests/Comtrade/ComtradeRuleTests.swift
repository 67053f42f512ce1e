import Tables
import Testing

@testable import Importing

/// What is one observation, what is not the HS, what is estimated, and what is compared with what.
@Suite("Rules for UN Comtrade")
struct ComtradeRuleTests {
  private static let map = "home: JPN\ncommodities: [{commodity: re, hs: [284690], unit: t}]\n"

  private func run(_ rows: [String], map: String = map, home: String? = nil) throws -> ImportRun {
    let text =
      "refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue,classificationCode\n"
      + rows.joined(separator: "\n") + "\n"
    return try importing(.comtrade, [("trade.csv", Array(text.utf8))], map: map, home: home)
  }

  private func history(_ run: ImportRun) -> [String] {
    run.rows("history.csv", "origin", "destination", "period", "quantity")
  }

  private func problem(_ rows: [String], map: String = map) -> String {
    do {
      _ = try run(rows, map: map)
      return "no problem"
    } catch let problems as InputProblems {
      return problems.problems.map(\.description).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  // MARK: Identity

  @Test("two codes that the map or the list of areas joins add up")
  func joinedCodes() throws {
    let rows = [
      "2023,392,M,842,284690,1000000,5000000,H6", "2023,392,M,849,284690,5,10,H6",
      "2023,392,M,250,284690,1000,5000,H6", "2023,392,M,251,284690,2000,9000,H6",
      "2023,392,M,736,284690,4000,20000,H6", "2023,392,M,729,284690,8000,40000,H6",
      "2023,392,M,158,284690,16000,80000,H6", "2023,392,M,490,284690,32000,160000,H6",
    ]
    let run = try run(rows, map: Self.map + "areas: {849: USA}\n")
    #expect(
      history(run) == [
        "FRA,JPN,2023,3", "SDN,JPN,2023,12", "TWN,JPN,2023,48", "USA,JPN,2023,1000.005",
      ])
    #expect(run.counts == ["kept: a flow as its importer reports it": 8])
  }

  @Test("two codes with the same figures add up, with a note")
  func sameFigures() throws {
    let run = try run([
      "2023,392,M,380,284690,1000,5000,", "2023,392,M,381,284690,1000,5000,",
    ])
    #expect(history(run) == ["ITA,JPN,2023,2"])
    #expect(
      run.counts.keys.contains { $0.hasPrefix("note: two codes of one country have the same") })
  }

  @Test("of two rows with the same codes the last counts, and the summary shows both figures")
  func twoFigures() throws {
    let run = try run([
      "2023,392,M,156,284690,5000,50000,", "2023,392,M,156,284690,6000,,",
      "2023,392,M,842,284690,1000,9000,", "2023,392,M,842,284690,1000,9000,",
    ])
    #expect(history(run) == ["CHN,JPN,2023,6", "USA,JPN,2023,1"])
    #expect(
      run.counts == [
        "kept: a flow as its importer reports it": 2, "set aside: the same row again": 1,
        "set aside: another figure for the same flow: the row read last counts": 1,
        "note: two figures in one file for HS 284690, imports of JPN, partner 156, 2023: 5 t and 50000 USD, then 6 t on line 3, which counts":
          1,
      ])
  }

  @Test("only 20 pairs of figures are shown, the others are counted")
  func manyPairs() throws {
    let partners = Country.all.filter { ![842, 251, 757, 579, 699, 490].contains($0.number) }
      .map(\.number).filter { $0 != 392 }.prefix(30)
    let rows = partners.flatMap {
      ["2023,392,M,\($0),284690,1,1,", "2023,392,M,\($0),284690,2,1,"]
    }
    let counts = try run(rows).counts
    #expect(counts.keys.filter { $0.hasPrefix("note: two figures") }.count == 20)
    #expect(counts["note: further pairs of figures for one flow in one file"] == 10)
  }

  // MARK: Classification

  @Test(
    "other classifications than the HS are left out", arguments: ["S4", "S1", "B5", "BE", "EB"])
  func otherClassifications(code: String) throws {
    let other = "2023,392,M,156,284690,9000000,100,\(code)"
    #expect(
      problem([other]).contains(
        "trade.csv:2: nothing in it could be used: 1 × classification \(code) is not HS"))
    let run = try run([other, "2023,392,M,842,284690,1000,5000,H6", "2023,392,M,36,284690,2000,1,"])
    #expect(history(run) == ["AUS,JPN,2023,2", "USA,JPN,2023,1"])
    #expect(run.counts["left out: classification \(code) is not HS"] == 1)
  }

  @Test("a flow is read in one edition of the HS, so that goods that moved do not count twice")
  func editions() throws {
    let map = "home: JPN\ncommodities: [{commodity: re, hs: [284690, 284610], unit: t}]\n"
    let run = try run(
      [
        "2023,392,M,156,284690,7000,70000,H5", "2023,392,M,156,284610,7000,70000,H6",
        "2023,392,M,842,284690,1000,9000,H5",
      ], map: map)
    #expect(history(run) == ["CHN,JPN,2023,7", "USA,JPN,2023,1"])
    #expect(
      run.counts["set aside: edition H5 of the HS: the flow is in H6 too, which counts"] == 1)
  }

  @Test("a heading and its parts do not count twice, in the map or in a file")
  func levels() throws {
    let heading = Self.map.replacing("284690", with: "2846")
    let run = try run(
      ["2023,392,M,156,2846,9000,90000,", "2023,392,M,156,284690,7000,70000,"], map: heading)
    #expect(history(run) == ["CHN,JPN,2023,9"])
    let parts = problem(["2023,392,M,156,284690,7000,70000,"], map: heading)
    #expect(parts.contains("HS 284690 is a part of 2846 of the map"), "\(parts)")
    let both = Self.map.replacing("284690", with: "2846, 284690")
    #expect(problem([], map: both).contains("hold the same goods, which would count twice"))
  }

  @Test("codes of the map that only occur as parts are named with their parts")
  func parts() throws {
    let map = "home: JPN\ncommodities: [{commodity: re, hs: [284690, 2805], unit: t}]\n"
    let run = try run(
      [
        "2023,392,M,156,284690,1000,1,", "2023,392,M,156,280530,1,1,",
        "2023,392,M,156,280519,1,1,",
      ], map: map)
    let note =
      "note: HS 2805 of the map: no usable row has it; its parts in the files are 280519, 280530: name them instead"
    #expect(run.counts[note] == 1)
  }

  // MARK: Weights and values

  @Test("a value without a weight keeps its share: the others do not become everything")
  func weightless() throws {
    let run = try run([
      "2023,392,M,156,284690,,9000000,", "2023,392,M,842,284690,1000,5000,",
      "2023,392,M,0,284690,,9005000,",
    ])
    // At 5 USD/kg, the only unit value that the file has.
    #expect(history(run) == ["CHN,JPN,2023,1800", "USA,JPN,2023,1"])
    let source = try #require(run.rows("history.csv", "source").first)
    #expect(
      source.contains(
        "assumption: 100 % of the quantity is estimated (value without a weight, at 5 USD/kg, the mean of HS 284690 into JPN in 2023)"
      ), "\(source)")
    #expect(
      run.imported.summary.valueLines.last
        == "  re         2023  JPN        0.06 %     99.9 %  9.0 million  World row")
    let note =
      "note: a commodity into a region in a year: more than 10 % of the value has an estimated weight"
    #expect(run.counts[note] == 1)
  }

  @Test("the unit value is that of the flow, of the destination, of the code, or of the commodity")
  func unitValues() throws {
    let map = "home: JPN\ncommodities: [{commodity: re, hs: [284690, 284610], unit: t}]\n"
    let run = try run(
      [
        // Of the flow, in the nearest year; of two that are as near the earlier one.
        "2018,392,M,156,284690,1000,2000,", "2020,392,M,156,284690,,4000,",
        "2022,392,M,156,284690,1000,8000,", "2023,392,M,156,284690,,16000,",
        // Of the destination in the year.
        "2022,392,M,36,284690,,800,",
        // Of the code: 6,000 kg for USD 30,000.
        "2018,410,M,36,284690,,5000,", "2019,410,M,842,284690,4000,20000,",
        // Of the commodity.
        "2018,410,M,156,284610,,5000,",
      ], map: map)
    let rows = run.rows("history.csv", "origin", "destination", "period", "quantity")
    for row in [
      "CHN,JPN,2020,2", "CHN,JPN,2023,2", "AUS,JPN,2022,0.1", "AUS,KOR,2018,1", "CHN,KOR,2018,1",
    ] {
      #expect(rows.contains(row), "\(row) is not in \(rows)")
    }
  }

  @Test("a flow without a weight is left out where no flow of the commodity has one")
  func noUnitValue() {
    let text = problem(["2023,392,M,156,284690,,9000000,", "2023,392,M,842,284690,0,5,"])
    #expect(text.contains("2 × no weight: a value alone is not a quantity"), "\(text)")
  }

  @Test("an exporter's weight stands for an importer's value only where the values agree")
  func farValues() throws {
    let near = try run(["2023,392,M,156,284690,,90000,", "2023,156,X,392,284690,10000,80000,"])
    #expect(history(near) == ["CHN,JPN,2023,10"])
    #expect(
      near.counts["set aside: the importer's report without a weight: the exporter's counts"] == 1)
    // The exporter reports a hundredth of the value: at its 8 USD/kg the importer's value is 1,000 t.
    let far = try run(["2023,392,M,156,284690,,8000000,", "2023,156,X,392,284690,10000,80000,"])
    #expect(history(far) == ["CHN,JPN,2023,1000"])
    #expect(far.rows("history.csv", "source").first?.hasPrefix("assumption: 100 %") == true)
    #expect(far.imported.summary.values.first?.estimatedShare == 1)
  }

  @Test("re-exports without a weight reduce weight and value alike")
  func reexports() throws {
    let run = try run(["2023,344,X,392,284690,50000,250000,", "2023,344,RX,392,284690,,200000,"])
    #expect(history(run) == ["HKG,JPN,2023,10"])
    #expect(run.rows("lanes.csv", "unit_cost") == ["5"])
    #expect(run.rows("history.csv", "source").first?.hasPrefix("assumption: 100 %") == true)
    let none = problem(["2023,344,RX,392,284690,50000,250000,"])
    #expect(none.contains("re-exports of exports that the files lack"), "\(none)")
  }

  @Test("a unit value is that of the part with a value")
  func partlyWithoutValue() throws {
    let map = Self.map + "regions: {EUR: [DEU, FRA], JPN: JPN}\n"
    let run = try run(
      ["2023,392,M,276,284690,1000,7000,", "2023,392,M,251,284690,6000,,"], map: map)
    #expect(history(run) == ["EUR,JPN,2023,7"])
    #expect(run.rows("lanes.csv", "unit_cost") == ["7"])
  }

  // MARK: The account of value

  @Test("imports from the country itself and inside its region are no part of the value")
  func inside() throws {
    let map = "home: EUR\ncommodities: [{commodity: re, hs: 284690}]\nregions: {EUR: [DEU, FRA]}\n"
    let run = try run(
      [
        "2023,276,M,0,284690,,1000,", "2023,276,M,276,284690,1,100,",
        "2023,276,M,251,284690,1,300,", "2023,276,M,156,284690,1,450,",
        "2023,276,M,998,284690,1,150,",
      ], map: map)
    let share = try #require(run.imported.summary.values.first)
    #expect(share.destination == "EUR" && share.total == 600 && share.weighed == 450)
    #expect(share.basis == "World row")
  }

  @Test("without a row for the world the value is that of all rows, and of exporters' reports")
  func withoutWorld() throws {
    let run = try run([
      "2023,392,M,156,284690,1000,600,", "2023,392,M,899,284690,1000,300,",
      "2023,842,X,392,284690,1000,100,",
    ])
    let share = try #require(run.imported.summary.values.first)
    #expect(share.total == 1000 && share.weighed == 700)
    #expect(share.basis == "exporters' reports and rows read")
  }

  @Test("percentages never say all or nothing for a part")
  func percentages() {
    let texts = [0, 0.00001, 0.0006, 0.0999, 0.99949, 0.9999, 1 - 1e-12, 1.2].map(
      ImportSummary.percent)
    #expect(
      texts == ["0 %", "< 0.01 %", "0.06 %", "10.0 %", "99.9 %", "> 99.9 %", "100 %", "120 %"])
  }

  // MARK: The map

  @Test("home and the regions that areas name are none of the others", arguments: [true, false])
  func others(inMap: Bool) throws {
    let rows = [
      "2023,392,M,156,284690,1000000,5000000,", "2023,392,M,276,284690,5000,10000,",
      "2023,392,M,36,284690,7000,10000,", "2023,392,M,490,284690,2000,10000,",
      "2023,410,X,392,284690,3000,10000,",
    ]
    let map =
      (inMap ? Self.map : Self.map.replacing("home: JPN\n", with: ""))
      + "regions: {EUR: [DEU, FRA, ITA], ROW: others}\nareas: {490: TWN, 899: KOR}\n"
    let run = try run(rows, map: map, home: inMap ? nil : "JPN")
    #expect(
      history(run) == [
        "EUR,JPN,2023,5", "KOR,JPN,2023,3", "ROW,JPN,2023,1007", "TWN,JPN,2023,2",
      ])
  }

  @Test("home inside a region of the map is an error that names the region")
  func homeInRegion() {
    let map = Self.map + "regions: {ASIA: [JPN, CHN]}\n"
    #expect(
      problem(["2023,392,M,842,284690,1000,5000,"], map: map).contains(
        "home: `JPN` is in the region `ASIA` of `regions`; name `ASIA`, or take JPN out of it")
    )
  }

  @Test("codes in letters mean the same as numbers, and can be named in areas")
  func letters() throws {
    let map = Self.map + "areas: {PUS: USA}\n"
    let text = """
      refYear,reporterISO,flowDesc,partnerISO,cmdCode,netWgt,primaryValue
      2023,JPN,Import,USA,284690,1000,10
      2023,JPN,Import,PUS,284690,1000,10
      2023,JPN,Import,S19,284690,1000,10
      2023,JPN,Import,W00,284690,,100
      2023,JPN,Import,XYZ,284690,1000,10

      """
    let numbers = """
      refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue
      2023,392,M,842,284690,3000,30

      """
    let run = try importing(
      .comtrade, [("a.csv", Array(text.utf8)), ("b.csv", Array(numbers.utf8))], map: map)
    #expect(history(run) == ["TWN,JPN,2023,1", "USA,JPN,2023,4"])
    #expect(
      run.counts["set aside: another figure for the same flow: the row read last counts"] == 1)
    #expect(run.counts["left out: partner is World, an aggregate"] == 1)
    #expect(run.counts.keys.contains { $0.hasPrefix("left out: partner XYZ is not known") })
  }

  @Test("a union of countries that the map makes a region has a note")
  func groups() throws {
    let run = try run(
      ["2023,97,X,392,284690,1000,10,", "2023,276,X,392,284690,1000,10,"],
      map: Self.map + "areas: {97: EUR}\n")
    let note =
      "note: area 97 is a union of countries (European Union): if the files have its members too, they count twice"
    #expect(run.counts[note] == 1)
  }

  @Test("an import of many rows does not end because of cells that cannot be read")
  func manyRows() throws {
    var rows = (1...2000).map { "2023,392,M,156,284690,x\($0),-1," }
    rows += (1...1000).map { "20\($0 % 10),\($0),M,156,284690,1,1," }
    rows.append("2023,392,M,842,284690,1000,5000,")
    let run = try run(rows)
    #expect(history(run) == ["USA,JPN,2023,1"])
    #expect(run.imported.summary.readCount == 3001)
  }
}
