import Analysis
import Foundation
import Reporting
import Sourcing
import Storage
import TestSupport
import Testing

@Suite("plusone solve")
struct SolveCommandTests {
  @Test("a model whose only goal holds in no period is not reported as one without goals")
  func idleGoal() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: reliance, upon: B, commodity: g, at_most: 10%",
        with: ["history.csv": OneBuyer.history])
      let arguments = [".", "--model", "model.yaml"]
      let report = try runPlusOne(["solve"] + arguments, in: folder).output
      #expect(report.contains("Goal without effect: reliance-1; see the warning."))
      #expect(report.contains("Warning: goal reliance-1 applies to no period"))
      #expect(!report.contains("The model has no goal"))
      let json = try runPlusOne(["solve"] + arguments + ["--format", "json"], in: folder).output
      #expect(json.contains("\"goal reliance-1 applies to no period"))
      #expect(json.contains("\"goal\" : \"reliance-1\""))
      let table = try runPlusOne(["solve"] + arguments + ["--out", "out"], in: folder)
      #expect(table.status == 0)
      let goals = try String(contentsOf: folder.appending(path: "out/goals.csv"), encoding: .utf8)
      #expect(goals.hasSuffix("\nreliance-1,reliance,,at_most,,,,false,,,,,false,,\n"))
      let stored = try runPlusOne(["report", "out"], in: folder).output
      #expect(stored.contains("Warning: goal reliance-1 applies to no period"))
      for format in ["table", "json"] {
        let explained = try runPlusOne(["explain"] + arguments + ["--format", format], in: folder)
        #expect(explained.output.contains("goal reliance-1 applies to no period"))
      }
    }
  }

  @Test("a goal that is met by serving nothing is reported, in report, explanation and frontier")
  func servingNothing() throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: "kind: largest_source, commodity: g, at_most: $cap")
      let model = folder.appending(path: "model.yaml")
      let text = try String(contentsOf: model, encoding: .utf8)
      try Data((text + "parameters: {cap: 33.3%}\n").utf8).write(to: model)
      let sentence =
        "goal largest_source-1 is met without any supply while 100.0% of the demand of g in A is not served (2025)"
      for command in ["solve", "explain", "alternatives"] {
        for format in ["table", "json"] {
          let run = try runPlusOne(
            [command, ".", "--model", "model.yaml", "--format", format], in: folder)
          #expect(run.output.replacing("\n  ", with: " ").contains(sentence), "\(command)")
        }
      }
      for command in ["solve", "explain", "alternatives"] {
        let report = try runPlusOne([command, ".", "--model", "model.yaml"], in: folder).output
        #expect(
          report.hasPrefix("Goal met in every period, but only by serving no demand"),
          "\(report)")
      }
      let frontier = try runPlusOne(
        [
          "frontier", ".", "--model", "model.yaml", "--vary", "cap=60%..30%", "--steps", "2",
          "--format", "csv",
        ], in: folder)
      let rows = frontier.output.split(separator: "\n")
      try #require(rows.count == 3, "\(frontier.errors)")
      let drawn = try runPlusOne(
        ["frontier", ".", "--model", "model.yaml", "--vary", "cap=60%..30%", "--steps", "2"],
        in: folder)
      #expect(
        drawn.output.hasPrefix("At 1 of 2 values goals are met only with shortages: cap = 30%."))
      #expect(rows[1].contains(",false,") && rows[2].contains(",true,"), "\(frontier.output)")
    }
  }

  private static func solve(_ name: String, _ options: String...) throws -> RunResult {
    let folder = TestPaths.case(name)
    return try runPlusOne(["solve", folder, "--model", folder + "/model.yaml"] + options)
  }

  private static func entries(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("only the report goes to standard output, and the tables are written")
  func tables() throws {
    try withTemporaryFolder { scratch in
      let run = try Self.solve("goal-reliance", "--out", scratch.appending(path: "plan").path)
      #expect(run.status == 0)
      #expect(run.output.contains("Goal met"))
      #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
      #expect(run.errors.hasPrefix("wrote 14 tables and summary.json to "))
      let files = try Self.entries(scratch.appending(path: "plan"))
      let wanted = PlanFolder.fileNames.union(["plusone.json", "without_goals"])
      #expect(Set(files).isSubset(of: wanted))
      #expect(files.count == 18)
      #expect(try Self.entries(scratch) == ["plan"])
      let again = try runPlusOne(["report", scratch.appending(path: "plan").path])
      #expect(again.status == 0 && again.output == run.output)
    }
  }

  @Test("the allocation is printed as CSV")
  func csv() throws {
    let run = try Self.solve("goal-reliance", "--format", "csv")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("period,commodity,origin,destination,quantity,unit_cost,cost\n"))
  }

  @Test("the summary is printed as JSON, with and without a plan")
  func json() throws {
    let summary = { (run: RunResult) in
      try JSONDecoder().decode(Summary.self, from: Data(run.output.utf8))
    }
    let solved = try summary(try Self.solve("goal-reliance", "--format", "json"))
    #expect(solved.status == "optimal")
    #expect(abs((solved.objective ?? 0) - 35280.467068) < 0.1)
    #expect(solved.categories.values.reduce(0, +) > 0 && solved.sizes.rows > 0)
    let run = try Self.solve("infeasible", "--format", "json")
    #expect(run.status == 2)
    #expect(try summary(run).status == "infeasible")
    #expect(run.output.contains("\"objective\" : null"))
    #expect(run.errors.contains("plusone explain"))
  }

  @Test("without a plan the status is 2 and nothing is written")
  func noPlan() throws {
    try withTemporaryFolder { scratch in
      let run = try Self.solve("infeasible", "--out", scratch.appending(path: "plan").path)
      #expect(run.status == 2 && run.output == "")
      #expect(try Self.entries(scratch) == [])
    }
  }

  @Test(
    "wrong usage has status 64",
    arguments: [
      ["solve"], ["solve", "x"], ["solve", "x", "--model", "m", "--format", "pdf"],
      ["solve", "x", "--model", "m", "--set", "cap"],
      ["solve", "x", "--model", "m", "--time-limit", "0"],
      ["solve", "x", "--model", "m", "--time-limit", "nan"], ["export", "x", "--model", "m"],
      ["new", "bad name"], ["new", "--from"], ["report"], ["nonsense"],
    ])
  func usage(arguments: [String]) throws {
    let run = try runPlusOne(arguments)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains("Usage:") || run.errors.contains("See `plusone help"))
  }

  @Test("bad data has status 65, and a missing input 66")
  func inputs() throws {
    let model = TestPaths.case("plain") + "/model.yaml"
    let unknown = try Self.solve("plain", "--set", "nonsense=1")
    #expect(unknown.status == 65 && unknown.output == "")
    try withTemporaryFolder { scratch in
      let bad = scratch.appending(path: "bad.yaml").path
      try Data("goals: [{kind: relaince}]\n".utf8).write(to: URL(filePath: bad))
      let run = try runPlusOne(["solve", TestPaths.case("plain"), "--model", bad])
      #expect(run.status == 65 && run.errors.contains("bad.yaml:1"))
      let missing = scratch.appending(path: "missing").path
      #expect(try runPlusOne(["solve", missing, "--model", model]).status == 66)
      #expect(
        try runPlusOne(["solve", TestPaths.case("plain"), "--model", missing]).status == 66)
      #expect(try runPlusOne(["report", missing]).status == 66)
      #expect(try runPlusOne(["report", TestPaths.case("plain")]).status == 65)
    }
  }

  @Test("an output that cannot be written has status 73, and nothing changes")
  func unwritable() throws {
    try withTemporaryFolder { scratch in
      let file = scratch.appending(path: "file")
      try Data("mine".utf8).write(to: file)
      for out in [file.path, file.path + "/plan", scratch.path] {
        let run = try Self.solve("plain", "--out", out)
        #expect(run.status == 73 && run.output == "", "\(out)")
        #expect(run.errors.contains(out))
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
      #expect(try Self.entries(scratch) == ["file"])
    }
  }

  @Test("a time limit has status 75")
  func timeLimit() throws {
    let run = try runPlusOne([
      "solve", TestPaths.case("plain"), "--model", TestPaths.case("plain") + "/model.yaml",
      "--time-limit", "0.0001", "--format", "json",
    ])
    #expect(run.status == 75)
    #expect(run.output.contains("\"status\" : \"time-limit\""))
  }

  @Test("the help of each command has an example")
  func help() throws {
    for command in ["solve", "export", "new", "report"] {
      let run = try runPlusOne(["help", command])
      #expect(run.status == 0 && run.output.contains("Example"), "\(command)")
    }
  }
}
