import Foundation
import SourcingFiles
import Tables
import TestSupport
import Testing

/// Kinds of files and folders, also of foreign, other-named and broken ones.
@Suite("Recognition of kinds")
struct RecognitionTests {
  /// The kind of a file or folder after files are written.
  private func kind(_ files: [String: String], of path: String = "") throws -> InputKind? {
    try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return InputKind.of(path.isEmpty ? folder.path : folder.path + "/" + path)
    }
  }

  @Test("a folder is one of the program's own if its list of files says so")
  func lists() throws {
    let list = { (holds: String) in #"{"program": "plusone", "format": 1, "holds": "\#(holds)"}"# }
    #expect(try kind(["plusone.json": list("plan")]) == .plan)
    #expect(try kind(["plusone.json": list("study")]) == .results)
    #expect(try kind(["plusone.json": list("stockpiles"), "summary.json": "{}"]) == nil)
    #expect(try kind(["plusone.json": "{\"program\": \"other\", \"holds\": \"plan\"}"]) == nil)
  }

  @Test("without its list of files it is recognised by what its summary or manifest has")
  func withoutList() throws {
    let source = #"{"name": "x", "hash": "0"}"#
    let summary = #"{"instance": \#(source), "model": \#(source), "status": "optimal"}"#
    #expect(try kind(["summary.json": summary]) == .plan)
    let manifest = #"{"runs": [{"run": "a", "status": "optimal"}]}"#
    #expect(try kind(["manifest.json": manifest]) == .results)
  }

  @Test(
    "a foreign or broken file of the same name is no sign",
    arguments: [
      ("manifest.json", #"{"name": "app"}"#), ("manifest.json", "{"), ("manifest.json", ""),
      ("summary.json", #"{"status": "ok"}"#), ("summary.json", "[]"), ("plusone.json", "plan"),
      ("run.json", "{}"),
    ])
  func foreign(name: String, text: String) throws {
    #expect(try kind([name: text]) == nil)
    #expect(try kind([name: text], of: name) == nil)
    #expect(try kind([name: text, "a.csv": "x,y\n"], of: "a.csv") == .table)
  }

  @Test("a table in one of the program's own folders is a file of it")
  func resultTables() throws {
    let list = #"{"program": "plusone", "holds": "study"}"#
    let files = ["plusone.json": list, "comparison.csv": "run,cost\n", "demands.csv": "a\n"]
    #expect(try kind(files, of: "comparison.csv") == .record)
    #expect(try kind(files, of: "demands.csv") == .record)
    #expect(
      try kind(["instance.yaml": "", "demands.csv": ""], of: "demands.csv") == .instanceTable)
  }

  @Test(
    "a file in YAML is of a kind if all its keys are, whatever its name",
    arguments: [
      ("name: m\ngoals: []\n", InputKind.model), ("max_decline: 5%\n", .model),
      ("instance: x\noptions: [{model: m}]\n", .study), ("periods: [2025]\n", .instanceFile),
      ("home: JPN\ncommodities: [{commodity: ore}]\n", .importMap),
    ])
  func yaml(text: String, kind: InputKind) throws {
    for name in ["x.yaml", "x.yml", "x.txt", "plan"] {
      #expect(try self.kind([name: text], of: name) == kind)
    }
  }

  @Test(
    "one misplaced key makes no other kind of a file, and neither does a broken file",
    arguments: [
      "name: m\ncommodities: all\n", "name: m\noptions: {}\n", "goals: []\noptions: [{model: m}]\n",
      "gaols: []\noptions: [{model: m}]\n", "goals: [\n", "", "- a\n", "goals: []\nperiods: [1]\n",
    ])
  func misplaced(text: String) throws {
    #expect(try kind(["m.yaml": text], of: "m.yaml") == nil)
  }

  @Test(
    "a table of coalitions is recognised by its header, whatever separates its cells",
    arguments: [
      ("coalition,value\n", InputKind.game), ("coalition;value\nA;1\n", .game),
      ("sep=;\ncoalition;value\n", .game), ("\u{FEFF}Coalition\tValue\r\n", .game),
      ("value,coalition\n", .game), ("coalition,values\n", .game), ("member,weight\n", .weights),
      ("Member;Weight\n", .weights), ("year,figure\n", .table), ("", .table),
    ])
  func tables(header: String, kind: InputKind) throws {
    #expect(try self.kind(["g.csv": header], of: "g.csv") == kind)
  }

  @Test("the command in a message has the path as a shell takes it")
  func quotedPath() throws {
    try withTemporaryFolder { folder in
      let results = folder.appending(path: "my runs")
      try FileManager.default.createDirectory(at: results, withIntermediateDirectories: true)
      let list = #"{"program": "plusone", "holds": "study"}"#
      try write(["plusone.json": Array(list.utf8)], to: results)
      let problem = try #require(InputKind.mistaken(results.path, for: .instance))
      #expect(
        problem.message.hasPrefix(
          "this is the folder of a study's results, not the folder of an instance; "
            + "show them with `plusone study results '/"))
    }
  }
}
