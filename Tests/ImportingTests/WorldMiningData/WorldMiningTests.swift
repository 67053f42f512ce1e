import TestSupport
import Testing

@testable import Importing

@Suite("Import from World Mining Data")
struct WorldMiningTests {
  private static let map = """
    home: JPN
    commodities:
      - {commodity: nickel, wmd: nickel, unit: kt, unit_cost: 12}
      - {commodity: tungsten, wmd: Tungsten, process: mine_w, unit: t}

    """

  private func run(
    _ files: (String, [UInt8])..., map: String? = nil, existing: [String: String] = [:],
    replacing: Bool = false
  ) throws -> ImportRun {
    try importing(
      .wmd, files, map: map, home: "JPN", existing: existing, replacing: replacing)
  }

  private func csv(_ sheet: SampleWorkbook.Sheet, _ separator: String = ",") -> [UInt8] {
    Array(MiningWorkbook.csv(sheet, separator: separator).utf8)
  }

  @Test("a sheet of the workbook becomes facilities with the output of the last known year")
  func workbook() throws {
    let run = try run(("6.4.xlsx", MiningWorkbook.all.bytes()), map: Self.map)
    #expect(
      run.rows("facilities.csv", "facility", "process", "region", "capacity", "unit_cost") == [
        "mine_nickel_AUS,mine_nickel,AUS,155,12", "mine_nickel_COD,mine_nickel,COD,0.0505,12",
        "mine_nickel_IDN,mine_nickel,IDN,1040,12", "mine_w_CHN,mine_w,CHN,66500,0",
        "mine_w_PRK,mine_w,PRK,520,0",
      ])
    #expect(
      run.rows("capacities.csv", "facility", "period", "capacity") == [
        "mine_nickel_AUS,2020,169", "mine_nickel_AUS,2021,151", "mine_nickel_COD,2021,0",
        "mine_nickel_IDN,2020,771", "mine_w_CHN,2020,66000", "mine_w_CHN,2021,67000",
        "mine_w_PRK,2020,410",
      ])
    #expect(
      run.rows("facilities.csv", "source").first
        == "World Mining Data 2024, output of 2022: 155; 6.4.xlsx#Nickel:3")
    #expect(
      run.rows("processes.csv", "process", "stage", "source") == [
        "mine_nickel,mining,World Mining Data: nickel", "mine_w,mining,World Mining Data: Tungsten",
      ])
    #expect(run.files["instance.yaml"]?.contains("World Mining Data, table 6.4: 6.4.xlsx") == true)
  }

  @Test("every figure is counted, with the reason why it is left out")
  func counts() throws {
    let run = try run(("6.4.xlsx", MiningWorkbook.all.bytes()), map: Self.map)
    #expect(
      run.counts == [
        "kept: output of a country in a year": 11,
        "kept: output of 0 of a country in a year (0 or a dash)": 1,
        "left out: blank: not known": 2, "left out: not available (NA)": 1,
        "left out: world total: the sum of the others": 6, "left out: Gold: not in the map": 3,
        "left out: Natural Gas: not in the map": 3,
        "note: an estimate of the publisher (data source `e`)": 2,
        "note: a line of text below or between the rows of countries": 1,
        "note: nickel, 2020: what is kept makes 100 % of the world total": 1,
        "note: nickel, 2021: what is kept makes 100 % of the world total": 1,
        "note: nickel, 2022: what is kept makes 9.8 % of the world total": 1,
        "note: tungsten, 2020: what is kept makes 100 % of the world total": 1,
        "note: tungsten, 2021: what is kept makes 100 % of the world total": 1,
        "note: tungsten, 2022: what is kept makes 100 % of the world total": 1,
      ])
    #expect(run.example("Gold: not in the map")?.hasSuffix("6.4.xlsx#Gold:3") == true)
  }

  @Test("without a map every sheet in a unit of weight is a commodity in tons")
  func noMap() throws {
    let run = try run(("6.4.xlsx", MiningWorkbook.all.bytes()))
    #expect(
      run.rows("commodities.csv", "commodity", "name", "unit") == [
        "gold,Gold,t", "nickel,Nickel,t", "tungsten_w,Tungsten (W),t",
      ])
    #expect(run.rows("facilities.csv", "facility", "capacity").first == "mine_gold_GHA,106")
    #expect(run.counts["left out: the unit `Mio m3` is no weight in metric units"] == 3)
  }

  @Test("the smelter output of aluminium is no mining")
  func aluminium() throws {
    var sheet = MiningWorkbook.gold
    sheet.name = "Aluminium"
    let run = try run(("6.4.xlsx", SampleWorkbook([sheet]).bytes()))
    #expect(run.rows("processes.csv", "process", "stage") == ["mine_aluminium,smelting"])
  }

  @Test(
    "a sheet saved as CSV has the name of its file, or of its title", arguments: [",", ";", "\t"])
  func csvSheet(separator: String) throws {
    let file = csv(MiningWorkbook.nickel, separator)
    let named = try run(("Nickel.csv", file), map: Self.map)
    #expect(
      named.rows("facilities.csv", "region", "capacity") == [
        "AUS,155", "COD,0.0505", "IDN,1040",
      ])
    #expect(
      named.rows("facilities.csv", "source").first
        == "World Mining Data 2024, output of 2022: 155; Nickel.csv:3")
    var titled = MiningWorkbook.nickel
    titled.rows[0] = ["\(MiningWorkbook.title): Nickel"]
    let run = try run(("saved.csv", csv(titled, separator)), map: Self.map)
    #expect(run.rows("facilities.csv", "region") == ["AUS", "COD", "IDN"])
  }

  @Test("the package geopolrisk has files of another shape, which are read too")
  func otherShape() throws {
    let text = """
      Country,Country_Code,Country_ISO,2021,2022,unit,data_source
      Australia,36,AUS,150876.0,155007.0,metr. t,r
      Vietnam,704,VNM,,1050.0,metr. t,e
      Total,DELETE,DELETE,150876.0,156057.0,metr. t,nan

      """
    let run = try run(("Iron_(Fe).csv", Array(text.utf8)))
    #expect(
      run.rows("facilities.csv", "facility", "capacity") == [
        "mine_iron_fe_AUS,155007", "mine_iron_fe_VNM,1050",
      ])
    #expect(run.counts["note: iron_fe, 2022: what is kept makes 100 % of the world total"] == 1)
  }

  @Test("names of minerals are found in titles and names of files")
  func names() {
    let title = MiningWorkbook.title
    for (titles, file, name) in [
      ([title], "Iron_(Fe).csv", "Iron (Fe)"), ([], "Nickel.CSV", "Nickel"),
      ([title + " - Zinc"], "x.csv", "Zinc"), ([title, "Lead,,,"], "x.csv", "Lead"),
      (["World Mining Data 2026", "", title], "Tin.csv", "Tin"),
      ([title], "6.4. Production_of_Mineral_Raw_Materials-Cobalt.csv", "Cobalt"),
      ([title], "6.4. Production_of_Mineral_Raw_Materials.csv", ""), ([], "nickel", "nickel"),
    ] {
      #expect(WorldMiningMineral.named(in: titles, file: file) == name, "\(titles) \(file)")
    }
  }

  @Test("a file that names no mineral is left out with advice")
  func nameless() throws {
    let file = csv(MiningWorkbook.nickel)
    let found = problems { try run(("6.4.csv", file), map: Self.map) }
    #expect(found.first?.contains("name the file as the sheet that it was saved from") == true)
  }

  @Test("of several editions the latest figure counts, whatever the order of the files")
  func editions() throws {
    var newer = MiningWorkbook.nickel
    newer.rows[1] = ["Country", "unit", "2021", "2022", "2023", "data source"]
    newer.rows[2] = ["Australia", "metr. t", "151500", "156000", "149000", "r"]
    let files = [
      ("old.xlsx", try SampleWorkbook([MiningWorkbook.nickel]).bytes()),
      ("new.xlsx", try SampleWorkbook([newer]).bytes()),
    ]
    for order in [files, files.reversed()] {
      let run = try importing(.wmd, order, home: "JPN")
      let own = run.rows("capacities.csv", "facility", "period", "capacity")
      #expect(
        own.filter { $0.contains("AUS") }.map { String($0.suffix(11)) } == [
          "2020,169000", "2021,151500", "2022,156000",
        ])
      #expect(run.rows("facilities.csv", "capacity").first == "149000")
    }
    // One after the other gives the same tables.
    let both = try importing(.wmd, files, home: "JPN")
    let first = try run(files[1])
    let second = try run(files[0], existing: first.files)
    for name in ["facilities.csv", "capacities.csv"] {
      #expect(second.files[name] == both.files[name])
    }
  }

  @Test("figures of the USGS are not replaced, since the two count different things")
  func twoPublishers() throws {
    let map = "commodities: [{commodity: ore, usgs: Nickel, wmd: Nickel, unit: t}]\n"
    let usgs = "Country,Type,Prod_t_2021\nAustralia,\"Nickel, mine production\",151000\n"
    let before = try importing(
      .usgs, [("mcs2023-nicke_world.csv", Array(usgs.utf8))], map: map, home: "JPN")
    let book = try MiningWorkbook.all.bytes()
    #expect(throws: ImportConflict.self) {
      try run(("6.4.xlsx", book), map: map, existing: before.files)
    }
    let after = try run(("6.4.xlsx", book), map: map, existing: before.files, replacing: true)
    #expect(after.rows("facilities.csv", "facility", "capacity").contains("mine_ore_AUS,155000"))
    #expect(
      after.rows("capacities.csv", "facility", "period").filter { $0.hasPrefix("mine_ore_AUS") }
        == ["mine_ore_AUS,2020", "mine_ore_AUS,2021"])
  }
}
