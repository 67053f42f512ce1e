import Foundation
import Sourcing
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("plusone import")
struct ImportCommandTests {
  private static let header =
    "refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue\n"
  private static let trade =
    header + "2023,392,M,156,284610,500000,5000000\n2023,392,M,0,284610,900000,9000000\n"
  private static let map = "commodities: [{commodity: compounds, hs: 284610}]\n"
  private static let mines = """
    Source,Country,Type,Prod_t_2022,Prod_t_est_2023
    MCS2024,China,"Lithium, mine production",22600,33000
    MCS2024,Chile,"Lithium, mine production",38000,44000

    """

  private func run(
    _ arguments: [String], _ files: [String: [UInt8]], _ check: (RunResult, URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let texts = ["trade.csv": Self.trade, "map.yaml": Self.map, "mines.csv": Self.mines]
      try write(texts.mapValues { Array($0.utf8) }.merging(files) { $1 }, to: folder)
      try check(runPlusOne(["import"] + arguments, in: folder), folder)
    }
  }

  private let comtrade = ["comtrade", "trade.csv", "--into", "mine", "--map", "map.yaml"]

  @Test("the imported instance is valid and can be solved with a model")
  func comtradeToPlan() throws {
    try run(comtrade, [:]) { result, folder in
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.hasPrefix("mine: 2 figures read from 1 file, 1 kept\n"))
      #expect(result.output.contains("trade.csv:3"))
      let check = try runPlusOne(["validate", "mine"], in: folder)
      #expect(check.output.hasSuffix("0 errors, 0 warnings\n"), "\(check.output)")
      let cap = TestPaths.model("reliance-cap")
      let plan = try runPlusOne(
        ["solve", "mine", "--model", cap, "--set", "cap=60%", "--set", "by=2024"], in: folder)
      #expect(plan.status == 0, "\(plan.output)\(plan.errors)")
      let usgs = try runPlusOne(["import", "usgs", "mines.csv", "--into", "mine"], in: folder)
      #expect(usgs.status == 0, "\(usgs.errors)")
      #expect(try runPlusOne(["validate", "mine"], in: folder).status == 0)
    }
  }

  @Test("a home that is not in the data is wrong usage, or bad data of the map")
  func home() throws {
    let usgs = ["usgs", "mines.csv", "--into", "mine"]
    for words in [comtrade, usgs] {
      try run(words + ["--home", "zz"], [:]) { result, folder in
        #expect(result.status == 64 && result.output == "")
        #expect(result.errors.hasPrefix("--home: "), "\(result.errors)")
        #expect(result.errors.contains("`zz`") && !result.errors.contains("map.yaml"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/mine"))
      }
    }
    try run(comtrade, ["map.yaml": Array(("home: zz\n" + Self.map).utf8)]) { result, _ in
      #expect(result.status == 65 && result.errors.hasPrefix("map.yaml: home: "))
    }
    try run(comtrade, [:]) { result, folder in
      #expect(result.status == 0)
      let again = try runPlusOne(["import"] + comtrade + ["--home", "CHN"], in: folder)
      #expect(again.status == 0)
      #expect(again.errors.contains("note: --home is for a new instance"), "\(again.errors)")
    }
  }

  @Test("a folder with a pipe, which cannot be copied, is refused and stays as it is")
  func pipe() throws {
    try run(comtrade, [:]) { result, folder in
      #expect(result.status == 0)
      let inner = folder.appending(path: "mine/notes")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: inner.appending(path: "link").path, withDestinationPath: "nowhere")
      let again = ["import"] + comtrade + ["--replace"]
      #expect(try runPlusOne(again, in: folder).status == 0)
      #expect(mkfifo(inner.appending(path: "pipe").path, 0o600) == 0)
      let refused = try runPlusOne(again, in: folder)
      #expect(refused.status == 65)
      #expect(refused.errors.hasPrefix("mine/notes/pipe: neither a file nor a folder nor a link"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(Set(names) == ["trade.csv", "map.yaml", "mines.csv", "mine"])
    }
  }

  @Test("the summary is printed as CSV and JSON")
  func formats() throws {
    try run(comtrade + ["--format", "csv"], [:]) { result, _ in
      #expect(
        result.output == """
          fate,reason,count,example,commodity,destination,year,value,with_weight,estimated
          kept,a flow as its importer reports it,1,trade.csv:2,,,,,,
          left out,"partner is World, an aggregate",1,trade.csv:3,,,,,,
          note,"a commodity into a region in a year: more than 10 % of the value is not kept, and counts as 0",1,trade.csv:2,,,,,,
          value,of World row,,,compounds,JPN,2023,9000000,0.5555555555555556,0

          """)
    }
    try run(comtrade + ["--format", "json"], [:]) { result, _ in
      let json = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let rows = try #require((json as? [String: Any])?["import"] as? [[String: Any]])
      #expect(rows.map { $0["fate"] as? String } == ["kept", "left out", "note", "value"])
      #expect(rows.last?["value"] as? Double == 9_000_000)
    }
  }

  @Test("a folder stays as it is if rows disagree, or if it is not an instance")
  func refusals() throws {
    try run(comtrade, [:]) { _, folder in
      let history = folder.appending(path: "mine/history.csv")
      let text = try String(contentsOf: history, encoding: .utf8)
      try Data(text.replacing(",500,", with: ",501,").utf8).write(to: history)
      let again = try runPlusOne(["import"] + comtrade, in: folder)
      #expect(again.status == 73)
      #expect(again.errors.contains("mine/history.csv:2: quantity: has `501`, the import `500`"))
      #expect(again.errors.contains("--replace"))
      #expect(try String(contentsOf: history, encoding: .utf8).contains(",501,"))
      #expect(try runPlusOne(["import"] + comtrade + ["--replace"], in: folder).status == 0)
      #expect(try String(contentsOf: history, encoding: .utf8) == text)
    }
    try run(["comtrade", "trade.csv", "--into", ".", "--map", "map.yaml"], [:]) { result, folder in
      #expect(result.status == 73 && result.errors.contains("the folder that you work in"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(names.count == 3)
      let other = folder.appending(path: "other")
      try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
      try write(["notes.txt": Array("mine".utf8)], to: other)
      let again = try runPlusOne(
        ["import", "comtrade", "trade.csv", "--into", "other", "--map", "map.yaml"], in: folder)
      #expect(again.status == 73 && again.errors.contains("notes.txt, which plusone did not write"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["notes.txt"])
    }
  }

  @Test(
    "mistakes are reported with file and line",
    arguments: [
      ("trade.csv", "a,b\n1,2\n", 65, "trade.csv:1: not a file of UN Comtrade"),
      (
        "trade.csv", header + "2023,392,M,998,284610,5,5\n", 65,
        "trade.csv:2: nothing in it could be used: 1 × partner 998 is not known: say in the map"
      ),
      (
        "trade.csv", header + "2023,392,M,156,284610,\"5,0\",5\n", 65,
        "1 × no weight: a value alone is not a quantity (first: trade.csv:2)"
      ),
      (
        "trade.csv", header + "23,392,M,156,284610,5,5\n", 65,
        "1 × the year is no year such as 2023"
      ),
      (
        "trade.csv", header + "2023,392,M,156,2504,5,5\n", 65,
        "trade.csv:2: nothing in it could be used"
      ),
      ("trade.csv", header + "2023,392,M,156\n", 65, "1 × the row has 4 cells, the header has 7"),
      ("trade.csv", "", 65, "trade.csv:1: the file is empty"),
      (
        "map.yaml", "commodities: [{commodity: a, hs: 28461}]\n", 65,
        "map.yaml:1: hs: found `28461`"
      ),
      (
        "map.yaml", "commodities:\n  - {commodity: a, hs: 2846}\n  - {commodity: b, hs: 284610}\n",
        65, "map.yaml:3: hs: `284610` and `2846`"
      ),
      (
        "map.yaml", "commodities: [{commodity: a, hs: 284610}]\nregions: {EUR: [GER]}\n", 65,
        "map.yaml:2: EUR: unknown country `GER`"
      ),
      ("map.yaml", "commodity: x\n", 65, "map.yaml:1: commodity: unknown key"),
    ] as [(String, String, Int32, String)])
  func mistakes(file: String, text: String, status: Int32, says: String) throws {
    try run(comtrade, [file: Array(text.utf8)]) { result, folder in
      #expect(result.status == status && result.errors.contains(says), "\(result.errors)")
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "mine").path))
    }
  }

  @Test("mistakes in files of minerals are reported with file and line")
  func mineMistakes() throws {
    let usgs = ["usgs", "mines.csv", "--into", "mine", "--home", "JPN"]
    let cases = [
      (
        "DataSource,Commodity,Year\nMCS2023,Lithium,2022\n",
        "mines.csv:1: nothing in it could be used: 1 × a file of salient statistics"
      ),
      ("Country,Type\nChile,Mine production\n", "mines.csv:1: not a world file"),
      (
        Self.mines.replacing("Chile", with: "Atlantis").replacing("China", with: "Atlantis"),
        "mines.csv:2: nothing in it could be used: 4 × unknown country `Atlantis`"
      ),
    ]
    for (text, says) in cases {
      try run(usgs, ["mines.csv": Array(text.utf8)]) { result, _ in
        #expect(result.status == 65 && result.errors.contains(says), "\(result.errors)")
      }
    }
    try run(usgs, ["mines.csv": [0x43, 0x81, 0x0A]]) { result, _ in
      #expect(result.status == 65 && result.errors.contains("neither UTF-8 nor Windows-1252"))
    }
    try run(["usgs", "nowhere.csv", "--into", "mine", "--home", "JPN"], [:]) { result, _ in
      #expect(result.status == 66 && result.errors.contains("nowhere.csv: the file does not exist"))
    }
    try run(["usgs", "mines.csv", "--into", "mine"], [:]) { result, _ in
      #expect(result.status == 65 && result.errors.contains("--home"))
    }
  }

  @Test("the help has an example", arguments: ["comtrade", "baci", "usgs", "wmd"])
  func help(source: String) throws {
    let result = try runPlusOne(["import", source, "--help"])
    #expect(result.output.contains("plusone import \(source) ") && result.output.contains("map"))
  }
}
