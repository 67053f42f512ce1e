import Foundation
import TestSupport
import Testing

@Suite("plusone stress and chokepoints")
struct StressCommandTests {
  private static func run(_ command: String, _ options: String..., case name: String = "stress")
    throws -> RunResult
  {
    let folder = TestPaths.case(name)
    return try runPlusOne([command, folder, "--model", folder + "/model.yaml"] + options)
  }

  private static func object(_ run: RunResult) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(json as? [String: Any])
  }

  private static func lines(_ run: RunResult) -> [Substring] {
    run.output.split(separator: "\n")
  }

  @Test("stress prints a report, the markets as CSV, and every figure as JSON")
  func formats() throws {
    let report = try Self.run("stress")
    #expect(report.status == 0 && report.errors == "")
    for disruption in ["cut", "plant", "surge", "strait"] {
      #expect(report.output.contains(disruption))
    }
    #expect(report.output.split(separator: "\n").allSatisfy { $0.count <= 100 })

    let table = Self.lines(try Self.run("stress", "--format", "csv"))
    #expect(table.first?.hasPrefix("disruption,") == true && table.count > 4)

    let figures = try Self.object(try Self.run("stress", "--format", "json"))
    let entries = try #require(
      figures.values.compactMap { $0 as? [[String: Any]] }.first { $0.first?["markets"] != nil })
    #expect(entries.map { $0["disruption"] as? String } == ["cut", "plant", "surge", "strait"])
    for entry in entries {
      let markets = try #require(entry["markets"] as? [[String: Any]])
      #expect(!markets.isEmpty)
      let lost = markets.compactMap { ($0["lost_value"] ?? $0["lostValue"]) as? Double }
      let total = try #require((entry["lost_value"] ?? entry["lostValue"]) as? Double)
      #expect(abs(lost.reduce(0, +) - total) <= 1e-5 * max(1, total))
    }
  }

  @Test("a stored plan is stressed like a fresh one, and the tables are written")
  func storedPlan() throws {
    try withTemporaryFolder { scratch in
      let plan = scratch.appending(path: "plan").path
      #expect(try Self.run("solve", "--out", plan).status == 0)
      let fresh = try Self.run("stress", "--disruption", "plant", "--format", "csv")
      let stored = try Self.run(
        "stress", "--disruption", "plant", "--plan", plan, "--format", "csv", "--out",
        scratch.appending(path: "stressed").path)
      #expect(stored.status == 0 && stored.output == fresh.output)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: scratch.appending(path: "stressed").path)
      #expect(
        Set(files).isSuperset(of: [
          "stress.csv", "stress_home.csv", "stress_months.csv", "allocation.csv", "summary.json",
        ]))
    }
  }

  @Test(
    "home's figures come before the world's, and the allocation is that of the command line or the model"
  )
  func homeFirst() throws {
    let efficient = try Self.run("stress", "--allocation", "efficient", case: "pro-rata")
    let home = try #require(
      efficient.output.range(of: "What each disruption costs home: Region R0 (R0)"))
    let world = try #require(efficient.output.range(of: "What each disruption costs the world"))
    #expect(home.lowerBound < world.lowerBound)
    #expect(efficient.output.contains("(efficient)"))
    let lost = { (options: [String]) in
      let folder = TestPaths.case("pro-rata")
      let run = try runPlusOne(
        ["stress", folder, "--model", folder + "/model.yaml", "--format", "json"] + options)
      let figures = try Self.object(run)
      let entries = try #require(figures["disruptions"] as? [[String: Any]])
      let values = entries.compactMap { $0["lost_value"] as? Double }
      return (rule: figures["allocation"] as? String, value: values.reduce(0, +))
    }
    let (model, asked) = (try lost([]), try lost(["--allocation", "efficient"]))
    #expect(model.rule == "pro_rata" && asked.rule == "efficient")
    #expect(model.value > asked.value + 1)
  }

  @Test(
    "no report shows the model's allocation where the command line replaces it",
    arguments: [
      ["stress"], ["chokepoints"],
      ["stockpile", "--service", "50%", "--members", "allies", "--sharing", "own"],
    ])
  func replacedAllocation(command: [String]) throws {
    let question =
      [command[0], TestPaths.case("pro-rata"), "--model", TestPaths.model("baseline")]
      + command.dropFirst()
    let own = try runPlusOne(question)
    #expect(own.output.contains("allocation = efficient") && own.output.contains("(efficient)"))
    let replaced = try runPlusOne(question + ["--allocation", "pro_rata"])
    #expect(replaced.output.contains("(pro rata)"), "\(replaced.errors)")
    #expect(!replaced.output.contains("allocation ="))
  }

  @Test("HHI·risk is blank if no risk is given")
  func unknownRisk() throws {
    let run = try Self.run("chokepoints", "--format", "csv")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let place = try #require(lines.first?.firstIndex(of: "hhi_risk"))
    #expect(lines.count > 1 && lines.dropFirst().allSatisfy { $0[place].isEmpty })
    #expect(lines.dropFirst().allSatisfy { $0.last?.isEmpty == true })
  }

  @Test(
    "unknown names are wrong usage, with the nearest known name",
    arguments: [
      (["stress", "--disruption", "plan"], "the most similar name is `plant`"),
      (["stress", "--period", "2023"], "must be one of 2020, 2021, 2022, first, last"),
      (
        ["stress", "--members", "nobody", "--sharing", "pooled"], "unknown region or bloc `nobody`"
      ),
      (["stress", "--sharing", "all"], "the rules are own, pooled, quota=SHARE and iep"),
      (["stress", "--sharing", "pooled"], "needs --members"),
      (["stress", "--allocation", "fair"], "the rules are efficient and pro_rata"),
      (["stress", "--sharing", ","], "blank rule"),
      (["stress", "--sharing", "own,,own"], "blank rule"),
      (["stress", "--months", "0"], "from 1 to 1200"),
      (["stress", "--jobs", "0"], "from 1"),
      (["chokepoints", "--of", "R9"], "unknown region or bloc `R9`"),
      (["chokepoints", "--commodity", "k9"], "unknown commodity or group `k9`"),
    ])
  func unknownNames(options: [String], says: String) throws {
    let folder = TestPaths.case("stress")
    let run = try runPlusOne(
      [options[0], folder, "--model", folder + "/model.yaml"] + options.dropFirst())
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(says), "\(run.errors)")
  }

  @Test("if there is no plan, the status is 2")
  func noPlan() throws {
    for command in ["stress", "chokepoints"] {
      let run = try Self.run(command, case: "infeasible")
      #expect(run.status == 2 && run.output == "" && run.errors.contains("plusone explain"))
    }
  }

  @Test("a folder that is not a stored plan has status 66")
  func noStoredPlan() throws {
    let run = try Self.run("stress", "--plan", "/nowhere")
    #expect(run.status == 66 && run.output == "" && run.errors.contains("/nowhere"))
  }

  @Test("chokepoints are ranked by the world's lost value")
  func chokepoints() throws {
    let table = Self.lines(try Self.run("chokepoints", "--format", "csv"))
    let header = try #require(table.first).split(separator: ",", omittingEmptySubsequences: false)
    let place = try #require(header.firstIndex(of: "lost_value"))
    let lost = table.dropFirst().compactMap {
      Double($0.split(separator: ",", omittingEmptySubsequences: false)[place])
    }
    #expect(lost.count == table.count - 1 && lost.count > 5)
    #expect(zip(lost, lost.dropFirst()).allSatisfy { $0 >= $1 - 1e-6 * max(1, $0) })
    let report = try Self.run("chokepoints")
    #expect(report.status == 0 && report.output.contains("R1"))
  }

  @Test(
    "a time limit ends every command that stresses a plan with status 75",
    arguments: [
      ["stress"], ["chokepoints"],
      ["stockpile", "--service", "90%", "--members", "quad", "--sharing", "pooled", "--split"],
    ])
  func endsAtTheTimeLimit(command: [String]) throws {
    let run = try runPlusOne(
      [
        command[0], TestPaths.instance("japan-rare-earths"), "--model",
        TestPaths.model("baseline"), "--time-limit", "0.001",
      ] + command.dropFirst())
    #expect(run.status == 75)
    #expect(run.output == "" && run.errors.contains("time limit"))
  }
}
