import Testing

@testable import Importing

@Suite("Import from the mineral commodity summaries")
struct USGSTests {
  private func run(
    _ files: (String, String)..., map: String? = nil, existing: [String: String] = [:]
  ) throws -> ImportRun {
    try importing(
      .usgs, files.map { ($0.0, Array($0.1.utf8)) }, map: map, home: "JPN", existing: existing)
  }

  @Test("the edition of 2022 is read")
  func edition2022() throws {
    let run = try run(("mcs2022-raree_world.csv", Downloads.usgs2022))
    #expect(
      run.rows("facilities.csv", "facility", "region", "capacity") == [
        "mine_rare_earths_MMR,MMR,26000", "mine_rare_earths_USA,USA,43000",
      ])
    #expect(
      run.rows("capacities.csv", "facility", "period", "capacity") == [
        "mine_rare_earths_MMR,2020,31000", "mine_rare_earths_USA,2020,39000",
      ])
  }

  @Test("the edition of 2023 is read: thousands, W, NA, dashes and bounds")
  func edition2023() throws {
    let run = try run(("mcs2023-raree_world.csv", Downloads.usgs2023))
    #expect(
      run.rows("facilities.csv", "region", "capacity") == [
        "AUS,18000", "CAN,0", "MMR,12000", "USA,43000",
      ])
    #expect(
      run.counts == [
        "kept: output of a country in a year": 5, "left out: withheld (W)": 1,
        "left out: not available (NA)": 1,
        "kept: output of 0 of a country in a year (0 or a dash)": 1,
        "left out: world total: the sum of the others": 2,
        "left out: Other countries: not a country (areas of the map may name a region for it)": 2,
        "note: a bound such as >95, taken at its number": 1,
        "note: rare_earths, 2021: what is kept makes 26.6 % of the world total": 1,
        "note: rare_earths, 2022: what is kept makes 24.3 % of the world total": 1,
      ])
    #expect(run.imported.summary.readCount == 12)
    #expect(run.example("withheld (W)")?.hasSuffix("mcs2023-raree_world.csv:3") == true)
  }

  @Test("the edition of 2024 with its blank columns is read, and a later edition's figure counts")
  func edition2024() throws {
    let run = try run(
      ("mcs2023-raree_world.csv", Downloads.usgs2023),
      ("mcs2024-raree_world.csv", Downloads.usgs2024.replacing(",42000,", with: ",42500,")))
    #expect(run.rows("facilities.csv", "region").contains("CHN"))
    #expect(
      run.rows("capacities.csv", "facility", "period", "capacity").contains(
        "mine_rare_earths_USA,2022,42500"))
    #expect(
      run.counts[
        "set aside: an earlier figure for the same country and year: the latest edition counts"]
        == 1
    )
  }

  @Test("the wide edition of 2025 is read in the map's units, and so are other kinds of production")
  func edition2025() throws {
    let map = """
      commodities:
        - {commodity: cobalt_ore, usgs: Cobalt, process: mine_co, unit: t, unit_cost: 16}
        - {commodity: cobalt, usgs: Cobalt, type: Refinery production, process: refine_co, unit: kt}
      """
    let run = try run(("MCS2025_World_Data.csv", Downloads.usgs2025), map: map)
    #expect(
      run.rows("facilities.csv", "facility", "capacity", "unit_cost") == [
        "mine_co_COD,220000,16", "refine_co_FIN,0.002,0",
      ])
    #expect(run.rows("processes.csv", "process", "stage").contains("refine_co,refining"))
    #expect(run.counts["left out: Rare earths: not in the map"] == 6)
    let all = try self.run(("MCS2025_World_Data.csv", Downloads.usgs2025))
    #expect(
      all.counts["left out: the unit `thousand carats` is no weight in metric units"] == 2)
  }

  @Test("the long edition of 2026, which is in Windows-1252, is read")
  func edition2026() throws {
    let run = try importing(
      .usgs, [("MCS2026_Commodities_Data.csv", Downloads.usgs2026)], home: "USA")
    #expect(run.rows("facilities.csv", "region", "capacity") == ["GRL,0", "USA,51000"])
    #expect(run.rows("capacities.csv", "period", "capacity") == ["2024,45500"])
    #expect(run.counts["kept: output of 0 of a country in a year (0 or a dash)"] == 1)
    #expect(run.counts["note: file read as Windows-1252, since it is not UTF-8"] == 1)
    #expect(run.files["instance.yaml"]?.contains("home: USA") == true)
  }

  @Test("\"other countries\" become the region that the map names")
  func others() throws {
    let map = """
      commodities: [{commodity: ore, usgs: raree, unit: kt}, {commodity: ree, usgs: Rare earths}]
      areas: {Other countries: ROW, Burma: omit}
      """
    let run = try run(("mcs2023-raree_world.csv", Downloads.usgs2023), map: map)
    #expect(
      run.rows("facilities.csv", "region", "capacity") == ["AUS,18", "CAN,0", "ROW,0.08", "USA,43"])
  }

  @Test(
    "countries are found without footnotes and words about goods",
    arguments: [
      ("Congo (Kinshasa)", "COD"), ("Congo (Kinshasa)e", "COD"), ("Congo (Kinshasa)5", "COD"),
      ("Congo (Kinshasa) (e)", "COD"), ("Congo (Kinshasa), crude ore", "COD"),
      ("Congo (Kinshasa)e, crude ore", "COD"), ("Congo (Brazzaville)e", "COG"), ("Congoe", "COG"),
      ("Congo (Dem. Rep.)", nil), ("Congo, Dem. Rep.", nil), ("Chinae", "CHN"), ("China5", "CHN"),
      ("China⁵", "CHN"), ("China e 5", "CHN"), ("France (crude)", "FRA"),
      ("Francee (crude)", "FRA"),
      ("Argentina, crude ore", "ARG"), ("Korea, Republic of (e)", "KOR"), ("Korea, Northe", "PRK"),
      ("Ukraine", "UKR"), ("Atlantis", nil), ("", nil),
    ] as [(String, String?)])
  func country(text: String, code: String?) {
    #expect(USGSCountry.named(text)?.code == code)
  }

  @Test("rows with too many or too few cells are left out and counted")
  func wrongRows() throws {
    let short = "MCS2022,Chile\r\n"
    let text = Downloads.usgs2022.replacing("MCS2022,Burma", with: short + "MCS2022,Burma")
    let run = try run(("mcs2022-raree_world.csv", text))
    #expect(run.rows("facilities.csv", "region", "capacity") == ["MMR,26000", "USA,43000"])
    let entry = run.imported.summary.entries.first { $0.example.hasSuffix("_world.csv:3") }
    #expect(entry?.fate == .leftOut && entry?.count == 1)
    #expect(entry?.reason.contains("cells") == true)
  }

  @Test(
    "figures are read as they are printed",
    arguments: [
      ("1,234", ProductionValue.amount(1234, isBound: false)), (">95", .amount(95, isBound: true)),
      ("e1,200", .amount(1200, isBound: false)), ("12r", .amount(12, isBound: false)),
      ("—", .nothing), ("--", .nothing), ("0", .nothing), ("", .blank), ("W", .withheld),
      ("NA", .notAvailable), ("nan", .notAvailable), ("XX", .notAvailable), ("about 5", nil),
      ("-3", nil), ("1e999", nil), ("(4)", nil), ("45,500 (4)", .amount(45500, isBound: false)),
      ("1,200⁵", .amount(1200, isBound: false)), (" e24,000", .amount(24000, isBound: false)),
      ("Less than ½ unit.", .amount(0.5, isBound: true)), ("<1", .amount(1, isBound: true)),
      ("Large", nil), ("1,200 4", nil), ("1 200", nil), ("1,5", nil), ("12,34", nil),
      ("1,2345", nil), ("1,200,000", .amount(1_200_000, isBound: false)),
      ("1,200.5 r", .amount(1200.5, isBound: false)), ("> 95", .amount(95, isBound: true)),
      ("e 3,900", .amount(3900, isBound: false)), ("n. a.", .notAvailable),
    ] as [(String, ProductionValue?)])
  func value(text: String, expected: ProductionValue?) {
    #expect(ProductionValue(usgs: text) == expected)
  }
}
