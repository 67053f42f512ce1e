import Foundation
import TestSupport
import Testing

@testable import plusone

@Suite("The width of reports")
struct TerminalWidthTests {
  @Test("is that of the terminal, else COLUMNS, else 100")
  func order() {
    #expect(TerminalWidth.columns(ofTerminal: 80, environment: "120") == 80)
    #expect(TerminalWidth.columns(ofTerminal: 0, environment: "120") == 120)
    #expect(TerminalWidth.columns(ofTerminal: nil, environment: "120") == 120)
    for text in [nil, "", "wide", "0", "-5"] as [String?] {
      #expect(TerminalWidth.columns(ofTerminal: nil, environment: text) == 100)
    }
    #expect(TerminalWidth.columns(ofTerminal: 3, environment: nil) == 40)
    #expect(TerminalWidth.columns(ofTerminal: nil, environment: "99999") == 1000)
  }

  private static let question = [
    TestPaths.case("everything"), "--model", TestPaths.case("everything") + "/model.yaml",
  ]
  private static let capped = [
    TestPaths.case("everything"), "--model", TestPaths.model("reliance-cap"),
  ]

  /// A run of each command that prints a report.
  private static let commands: [[String]] = [
    ["solve"] + question, ["explain"] + question, ["stress"] + question, ["list"],
    [
      "explain", TestPaths.case("infeasible"), "--model",
      TestPaths.case("infeasible") + "/model.yaml",
    ],
    ["frontier"] + capped + ["--vary", "cap=90%..50%", "--steps", "2"],
    ["alternatives"] + question,
    ["chokepoints", "first", "--model", "first/model.yaml"],
    ["worst", "first", "--model", "first/model.yaml", "--targets", "stages"],
    ["list", "japan-rare-earths"], ["list", "japan-rare-earths", "--model", "reliance-cap"],
    ["study", "study.yaml", "--out", "results", "--resume"], ["study", "results", "results"],
    ["hedge", "doubt/study.yaml", "--option", "half", "--until", "2026", "--explain"],
    WatchedTrade.command,
  ]

  @Test("is kept by every report, and used", arguments: [60, 80, 120, 200])
  func reports(width: Int) throws {
    try withTemporaryFolder { scratch in
      #expect(try runPlusOne(["new", "first"], in: scratch).status == 0)
      try HedgeTown.write(to: scratch.appending(path: "doubt"), [HedgeTown.late, HedgeTown.never])
      try WatchedTrade.write(to: scratch)
      try Data(StudyFiles.small.utf8).write(to: scratch.appending(path: "study.yaml"))
      var longest = 0
      for command in Self.commands {
        let run = try runPlusOne(command, in: scratch, environment: ["COLUMNS": "\(width)"])
        let lines = run.output.split(separator: "\n")
        #expect(lines.count > 3, "\(command): \(run.errors)")
        for line in lines where !Self.cannotBreak(line, width) {
          #expect(line.count <= width, "\(command[0]): \(line)")
        }
        longest = max(longest, lines.map(\.count).max() ?? 0)
      }
      #expect(longest > min(width, 140) * 9 / 10)
    }
  }

  /// Whether a line has one word that is too long, as a path.
  private static func cannotBreak(_ line: Substring, _ width: Int) -> Bool {
    line.split(separator: " ").contains { $0.count > width - 6 }
  }

  @Test("is read from the terminal, and does not change what goes elsewhere")
  func terminal() throws {
    #if os(Linux)
      let command = ([executableURL.path, "solve"] + Self.question).map { "'\($0)'" }
        .joined(separator: " ")
      let narrow = try shell("NO_COLOR=1 script -qec \"stty cols 64; \(command)\" /dev/null")
      let lines = narrow.split { $0.isNewline }
      #expect(lines.count > 10)
      #expect(lines.allSatisfy { $0.count <= 64 })
    #endif
    let piped = try runPlusOne(["solve"] + Self.question, environment: ["COLUMNS": ""])
    #expect(piped.output.split(separator: "\n").contains { $0.count > 80 })
  }
}
