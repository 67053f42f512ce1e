import Foundation
import TestSupport
import Testing

@testable import plusone

@Suite("--markdown")
struct MarkdownReportTests {
  private static let everything = [
    TestPaths.case("everything"), "--model", TestPaths.case("everything") + "/model.yaml",
  ]
  private static let sharing = ["--sharing", "own,pooled", "--members", "allies"]

  /// A run of each command that prints a report, in a folder with some small inputs.
  private static let commands: [[String]] =
    [
      ["solve"] + everything + ["--out", "plan"], ["report", "plan"], ["explain"] + everything,
      [
        "explain", TestPaths.case("infeasible"), "--model",
        TestPaths.case("infeasible") + "/model.yaml",
      ],
      ["solve"] + SensitivityRun.tornado + ["--worlds", "3"],
      [
        "frontier", TestPaths.case("tornado"), "--model", TestPaths.model("reliance-cap"),
        "--vary", "cap=90%..50%", "--steps", "2", "--worlds", "3",
      ],
      ["alternatives"] + everything, ["stress"] + everything + sharing,
      ["chokepoints", "first", "--model", "first/model.yaml"],
      ["worst"] + everything + ["--targets", "stages"],
      [
        "stockpile", "goods", "--model", "goods/model.yaml", "--members", "pair", "--service",
        "75%", "--sharing", "own,pooled", "--split",
      ],
      ["sensitivity"] + SensitivityRun.tornado + ["--samples", "20", "--sobol"],
      ["backtest", "past", "--model", "past/free.yaml"], ["split", "game.csv"],
      ["validate", "first", "--provenance"],
      ["validate", TestPaths.case("tornado"), "--assumptions"],
      ["validate", "checked", "--checks"],
      ["study", "study.yaml", "--out", "results", "--resume"], ["study", "results", "results"],
      ["hedge", "doubt/study.yaml", "--option", "half", "--until", "2026", "--explain"],
      ["study", "results", "results", "--pivot", "cost"], WatchedTrade.command,
    ]

  private static func prepare(_ folder: URL) throws {
    #expect(try runPlusOne(["new", "first"], in: folder).status == 0)
    for name in ["goods", "past", "checked"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try write(ThreeGoods.bytes, to: folder.appending(path: "goods"))
    try BackTestCommandTests.write(to: folder.appending(path: "past"))
    try OneBuyer.write(
      to: folder.appending(path: "checked"), goal: "kind: service, commodity: g, at_least: 50%",
      with: ["checks.csv": OneBuyer.checks, "history.csv": OneBuyer.history])
    try Data("coalition,value\nA,0\nB,0\nA;B,4\n".utf8).write(
      to: folder.appending(path: "game.csv"))
    try HedgeTown.write(
      to: folder.appending(path: "doubt"), [HedgeTown.late, HedgeTown.never],
      further: "worlds: {samples: 3, seed: 1}\n")
    try WatchedTrade.write(to: folder)
    try Data(StudyFiles.small.utf8).write(to: folder.appending(path: "study.yaml"))
    // A report on stored runs says how many they are, so they are stored before.
    #expect(try runPlusOne(["study", "study.yaml", "--out", "results"], in: folder).status == 0)
  }

  @Test("has the words and cells of the report in their order, and its tables as tables")
  func sameWords() throws {
    try withTemporaryFolder { folder in
      try Self.prepare(folder)
      var tableCount = 0
      for command in Self.commands {
        let plain = try runPlusOne(command, in: folder, environment: ["COLUMNS": "1000"])
        let marked = try runPlusOne(command + ["--markdown"], in: folder)
        #expect(marked.status == plain.status, "\(command): \(marked.errors)")
        let page = MarkdownPage(marked.output)
        #expect(page.tables.count > 0, "\(command)")
        tableCount += page.tables.count
        #expect(page.words == MarkdownPage.words(ofTerminal: plain.output), "\(command)")
        let rows = page.tables.joined().map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
        let lines = Set(
          plain.output.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
          })
        for row in rows { #expect(lines.contains(row), "\(command): \(row)") }
      }
      #expect(tableCount > 40)
    }
  }

  @Test("names that look like markup stay names")
  func hostile() throws {
    let title = "<script>alert(1)</script> | *bold* [x](http://x) `code` & # 1. _a_"
    let instance = ThreeRegions.files["instance.yaml", default: ""]
      .replacing("title: Three regions", with: "title: '\(title)'")
    let regions = "region,name\nA,# <b>A</b> | x\nB,*B*\nC,`C`\n"
    try ThreeRegions.with(["instance.yaml": instance, "regions.csv": regions]) { folder in
      let run = try runPlusOne(
        ["solve", "instance", "--model", "instance/model.yaml", "--markdown"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(!run.output.contains("<") && !run.output.contains("*bold*"))
      let page = MarkdownPage(run.output)
      #expect(page.headings.contains(title))
      #expect(page.tables.joined().contains { $0.first == "C `C`" })
      #expect(page.tables.allSatisfy { table in table.allSatisfy { $0.count == table[0].count } })
    }
  }

  @Test(
    "is refused beside a format that is no report",
    arguments: [
      ["solve"] + everything, ["study", "results", "results"], ["list"],
      ["validate", TestPaths.case("tornado"), "--assumptions"],
    ])
  func otherFormat(command: [String]) throws {
    for format in ["csv", "json"] {
      let run = try runPlusOne(command + ["--markdown", "--format", format])
      #expect(run.status == ExitStatus.wrongUsage.rawValue)
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("--markdown is a form of the report"), "\(run.errors)")
    }
    let run = try runPlusOne(["list", "--markdown", "--format", "table"])
    #expect(run.status == 0 && run.output.hasPrefix("## Instances"), "\(run.output)")
  }

  @Test("of validate is about what it shows besides")
  func validate() throws {
    let run = try runPlusOne(["validate", TestPaths.case("tornado"), "--markdown"])
    #expect(run.status == ExitStatus.wrongUsage.rawValue)
    #expect(run.errors.contains("--markdown is the form of what --assumptions"))
  }
}

/// Markdown as the program writes it, taken apart.
private struct MarkdownPage {
  /// Each table with its header as its first row.
  private(set) var tables: [[[String]]] = []
  private(set) var headings: [String] = []
  /// All words in their order, without those that name ids at the end: on a terminal fewer may be needed.
  private(set) var words: [String] = []

  init(_ text: String) {
    var isInTable = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("| ") else {
        isInTable = false
        addText(line)
        continue
      }
      let cells = Self.cells(line)
      if cells.allSatisfy({ ["---", "---:"].contains($0) }) { continue }
      if !isInTable { tables.append([]) }
      isInTable = true
      tables[tables.count - 1].append(cells)
      words += Self.words(cells.joined(separator: " "))
    }
  }

  /// The words of a report on a terminal, without dashes of lists.
  static func words(ofTerminal text: String) -> [String] {
    text.split(separator: "\n").filter { !isLegendOfNames($0) }.flatMap { line in
      let isItem = line.drop { $0 == " " }.hasPrefix("- ")
      return isItem ? Array(words(String(line)).dropFirst()) : words(String(line))
    }
  }

  private mutating func addText(_ line: Substring) {
    guard !Self.isLegendOfNames(line) else { return }
    var line = line.drop { $0 == " " }
    if line.hasPrefix("## ") { headings.append(Self.plain(line.dropFirst(3))) }
    for mark in ["## ", "- "] where line.hasPrefix(mark) { line = line.dropFirst(mark.count) }
    if line.hasPrefix("**") {
      line = Substring(line.dropFirst(2).replacing("**", with: "", maxReplacements: 1))
    }
    words += Self.words(Self.plain(line))
  }

  private static func isLegendOfNames(_ line: Substring) -> Bool {
    ["Regions: ", "Commodities: ", "Blocs: "].contains { line.hasPrefix($0) }
  }

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
  }

  /// The cells of a row: what is between bars that no backslash precedes.
  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line.dropFirst(2) {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.dropLast().map { cell in
      let cell = cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      let text = plain(Substring(String(cell)))
      guard text.hasPrefix("`"), text.hasSuffix("`"), !String(cell).hasPrefix("\\") else {
        return text
      }
      return text.dropFirst().dropLast().split(separator: "\u{A0}").joined(separator: " ")
    }
  }

  /// The text that a browser shows.
  private static func plain(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }
}
