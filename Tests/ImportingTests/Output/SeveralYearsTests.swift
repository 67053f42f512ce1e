import Tables
import Testing

@testable import Importing

@Suite("Imports of several years into one folder")
struct SeveralYearsTests {
  private static let map = """
    home: JPN
    commodities: [{commodity: re, hs: [284690], unit: t}]

    """

  /// Imports of Japan from China and the United States, in kg and USD.
  private static func year(_ year: Int, _ china: (Int, Int), _ usa: (Int, Int)) -> String {
    Downloads.comtrade([
      Downloads.row(year, 392, "M", 156, "284690", kg: "\(china.0)", value: "\(china.1)"),
      Downloads.row(year, 392, "M", 842, "284690", kg: "\(usa.0)", value: "\(usa.1)"),
    ])
  }

  private static let early = ("y2022.csv", year(2022, (1_000_000, 1_000_000), (500_000, 600_000)))
  private static let high = ("y2023.csv", year(2023, (1_200_000, 1_200_000), (900_000, 900_000)))
  private static let low = ("low.csv", year(2023, (800_000, 800_000), (400_000, 480_000)))

  private func add(
    _ files: [(String, String)], to folder: [String: String] = [:], replacing: Bool = false
  ) throws -> ImportRun {
    try importing(
      .comtrade, files.map { ($0.0, Array($0.1.utf8)) }, map: Self.map, existing: folder,
      replacing: replacing)
  }

  @Test(
    "the order of years does not matter, nor whether they come at once", arguments: [high, low])
  func order(later: (String, String)) throws {
    let once = try add([Self.early, later])
    let forward = try add([later], to: add([Self.early]).files)
    let backward = try add([Self.early], to: add([later]).files)
    for run in [forward, backward] {
      #expect(Set(run.files.keys) == Set(once.files.keys))
      for (name, text) in run.files where name != "instance.yaml" {
        #expect(text == once.files[name], "\(name)")
      }
      // Only the lists of sources differ.
      let settings = { (text: String?) in
        text?.split(separator: "\n").filter { !$0.hasPrefix("  - ") }
      }
      #expect(settings(run.files["instance.yaml"]) == settings(once.files["instance.yaml"]))
    }
    #expect(forward.files["instance.yaml"]?.contains("periods: {from: 2022, to: 2024}") == true)
    #expect(
      forward.files["instance.yaml"]?.hasSuffix(
        "  - \"UN Comtrade, files y2022.csv\"\n  - \"UN Comtrade, files \(later.0)\"\n") == true)
    let plan = try PlannedImport(forward.files)
    #expect(plan.isOptimal)
    #expect(plan.warnings == [])
  }

  @Test("stubs cover all years: the largest exports, each year's imports, the later unit value")
  func stubs() throws {
    let run = try add([Self.early], to: add([Self.low]).files)
    #expect(run.rows("facilities.csv", "region", "capacity") == ["CHN,1000", "USA,500"])
    #expect(run.rows("demands.csv", "period", "quantity") == ["*,1200", "2022,1500"])
    #expect(run.rows("lanes.csv", "origin", "unit_cost") == ["CHN,1", "USA,1.2"])
    // Half of the quantity of 2023 has at most 1, so a shortage costs 10.
    #expect(run.rows("demands.csv", "shortage_cost") == ["10", "10"])
    #expect(run.rows("commodities.csv", "price") == ["1"])
  }

  @Test("the same import again changes nothing")
  func again() throws {
    let files = try add([Self.early, Self.high]).files
    #expect(try add([Self.early, Self.high], to: files).files == files)
  }

  @Test(
    "a stub that the user changed is a conflict, and --replace makes it anew",
    arguments: [
      ("facilities.csv", "CHN,1000,0,", "CHN,1100,0,"), ("demands.csv", ",1500,", ",1600,"),
      ("lanes.csv", "JPN,,1,", "JPN,,2,"),
    ])
  func changedStub(name: String, text: String, changed: String) throws {
    var files = try add([Self.early]).files
    let before = try #require(files[name])
    files[name] = before.replacing(text, with: changed)
    #expect(files[name] != before)
    let conflict = #expect(throws: ImportConflict.self) { try add([Self.high], to: files) }
    #expect(conflict?.problems.count == 1)
    #expect(conflict?.problems.first?.file.hasSuffix(name) == true)
    let replaced = try add([Self.high], to: files, replacing: true)
    let wanted = try add([Self.early, Self.high])
    #expect(replaced.files[name] == wanted.files[name])
  }

  @Test("what the user wrote stays: costs of stand-ins, and demand with its own source")
  func ownRows() throws {
    var files = try add([Self.early]).files
    files["facilities.csv"] = files["facilities.csv"]?.replacing("CHN,1000,0,", with: "CHN,1000,3,")
    files["demands.csv"] =
      "region,commodity,period,quantity,shortage_cost,source\nJPN,re,*,2500,9,survey\n"
    let run = try add([Self.high], to: files)
    #expect(
      run.rows("facilities.csv", "region", "capacity", "unit_cost") == ["CHN,1200,3", "USA,900,0"])
    #expect(run.rows("demands.csv", "quantity", "source") == ["2500,survey"])
    #expect(try PlannedImport(run.files).isOptimal)
  }

  @Test("an own demand of one year stays, and the stubs of other years are made anew")
  func ownYear() throws {
    var files = try add([Self.early, Self.high]).files
    files["demands.csv"]? += "JPN,re,2023,2500,9,survey\n"
    let latest = ("y2024.csv", Self.year(2024, (3_000_000, 3_000_000), (1_000_000, 1_000_000)))
    let run = try add([latest], to: files)
    #expect(
      run.rows("demands.csv", "period", "quantity", "source").map { String($0.prefix(16)) } == [
        "*,4000,assumptio", "2022,1500,assump", "2023,2500,survey",
      ])
    #expect(try PlannedImport(run.files).isOptimal)
    #expect(try add([latest], to: run.files).files == run.files)
  }

  @Test("an own demand of one year counts where the stub for every period comes later")
  func ownYearFirst() throws {
    let usa = Downloads.comtrade([
      Downloads.row(2023, 842, "M", 156, "284690", kg: "700000", value: "700000")
    ])
    var files = try add([Self.early, ("usa.csv", usa)]).files
    let rows = (files["demands.csv"] ?? "").split(separator: "\n")
    let stubs = rows.filter { !$0.hasPrefix("JPN") }
    #expect(stubs.count == 2)
    files["demands.csv"] = stubs.joined(separator: "\n") + "\nJPN,re,2022,2500,9,survey\n"
    let run = try add([Self.high], to: files)
    #expect(
      run.rows("demands.csv", "region", "period", "quantity") == [
        "JPN,*,2100", "USA,*,700", "JPN,2022,2500",
      ])
    #expect(try PlannedImport(run.files).isOptimal)
  }

  @Test(
    "own demands of blocs, of groups and of all regions or commodities are about what they name",
    arguments: ["asia,re", "JPN,rare", "*,re", "world,re", "JPN,*", "asia,rare"])
  func ownSets(place: String) throws {
    var files = try add([Self.early, Self.high]).files
    files["blocs.csv"] = "bloc,region\nasia,JPN\nasia,CHN\n"
    files["groups.csv"] = "group,commodity\nrare,re\n"
    files["demands.csv"]? += "\(place),2023,2500,9,survey\n"
    let latest = ("y2024.csv", Self.year(2024, (3_000_000, 3_000_000), (1_000_000, 1_000_000)))
    let year = try add([latest], to: files)
    #expect(
      year.rows("demands.csv", "region", "period", "quantity").sorted()
        == [
          "\(place.prefix { $0 != "," }),2023,2500", "JPN,*,4000", "JPN,2022,1500",
        ].sorted())
    // With `*` as period the whole demand of Japan is the user's.
    files["demands.csv"] = files["demands.csv"]?.replacing("\(place),2023", with: "\(place),*")
    let all = try add([latest], to: files)
    #expect(all.files["demands.csv"] == files["demands.csv"])
  }

  @Test("periods that the user wrote stay, and a year outside them is left out with what to write")
  func ownPeriods() throws {
    var files = try add([Self.early]).files
    let note = OwnManifest.note + "\n"
    files["instance.yaml"] = files["instance.yaml"]?.replacing(note, with: "")
    let run = try add([Self.high], to: files)
    #expect(run.files["instance.yaml"] == files["instance.yaml"])
    let narrow = files["instance.yaml"]?.replacing("to: 2023}", with: "to: 2022}")
    files["instance.yaml"] = narrow
    let left = try add([Self.early, Self.high], to: files)
    #expect(
      left.counts[
        "left out: 2023 is no period of the instance; to use it, write `periods: {from: 2022, to: 2023}` in instance.yaml"
      ] == 2)
  }

  @Test("periods that the user made longer are extended where data need it, and never shortened")
  func longerPeriods() throws {
    var files = try add([Self.high]).files
    files["instance.yaml"] = files["instance.yaml"]?.replacing("to: 2024}", with: "to: 2030}")
    let run = try add([Self.early], to: files)
    #expect(run.files["instance.yaml"]?.contains("periods: {from: 2022, to: 2030}") == true)
  }

  @Test("the largest supplier of all years is the rival, until the user names another")
  func rival() throws {
    let usa = ("usa.csv", Self.year(2024, (1000, 1000), (9_000_000, 9_000_000)))
    var files = try add([Self.early]).files
    #expect(files["instance.yaml"]?.contains("{rival: CHN, focus: re}") == true)
    #expect(
      try add([usa], to: files).files["instance.yaml"]?.contains("{rival: USA, focus: re}") == true)
    files["instance.yaml"] = files["instance.yaml"]?.replacing("rival: CHN", with: "rival: JPN")
    #expect(try add([usa], to: files).files["instance.yaml"]?.contains("rival: JPN") == true)
  }
}
