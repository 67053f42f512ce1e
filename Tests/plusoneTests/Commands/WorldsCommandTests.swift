import Foundation
import TestSupport
import Testing

/// `solve --worlds` and `frontier --worlds`, on ``OneBuyer`` with assumptions.
@Suite("--worlds")
struct WorldsCommandTests {
  private static let header = "assumption,table,where,column,low,high,mode,source\n"
  private static let both =
    header + "c-cost,facilities,facility=fc,unit_cost,0.5,2,multiply,made up\n"
    + "growth,demands,,quantity,0.8,1.3,multiply,made up\n"
  private static let goal =
    "kind: largest_source, commodity: g, at_most: $cap}\nparameters: {cap: 60%"

  private func withBuyer(_ assumptions: String? = both, _ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let instance = folder.appending(path: "buyer")
      try FileManager.default.createDirectory(at: instance, withIntermediateDirectories: true)
      try OneBuyer.write(
        to: instance, goal: Self.goal,
        with: assumptions.map { ["assumptions.csv": $0] } ?? [:])
      try body(folder)
    }
  }

  private func run(_ command: String, _ options: [String], in folder: URL) throws -> RunResult {
    try runPlusOne([command, "buyer", "--model", "buyer/model.yaml"] + options, in: folder)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The ranges that `solve --format json` prints.
  private func ranges(_ options: [String], in folder: URL) throws -> [String: Any] {
    let result = try run("solve", options + ["--format", "json"], in: folder)
    try #require(result.status == 0, "\(result.errors)")
    return try #require(try json(result.output)["ranges"] as? [String: Any])
  }

  /// A figure of ranges, by its measure and key.
  private func figure(_ ranges: [String: Any], _ measure: String, _ key: String) -> Double? {
    let all = ranges["measures"] as? [[String: Any]] ?? []
    return all.first { $0["measure"] as? String == measure }?[key] as? Double
  }

  /// Whether a row of CSV has a number, up to the rounding with which JSON is read here.
  private func has(_ row: Substring, _ value: Double) -> Bool {
    row.split(separator: ",").contains { cell in
      Double(cell).map { abs($0 - value) <= 1e-12 * abs(value) } ?? false
    }
  }

  @Test("the JSON of solve has the ranges, whose nominal figures are those of the plan")
  func keys() throws {
    try withBuyer { folder in
      let result = try run("solve", ["--worlds", "30", "--format", "json"], in: folder)
      let summary = try json(result.output)
      let ranges = try #require(summary["ranges"] as? [String: Any])
      #expect(ranges["worlds"] as? Int == 30 && ranges["with_plan"] as? Int == 30)
      #expect(ranges["seed"] as? Int == 1)
      #expect(ranges["assumptions"] as? [String] == ["c-cost", "growth"])
      #expect(figure(ranges, "cost", "nominal") == summary["cost"] as? Double)
      #expect(figure(ranges, "home_bill", "nominal") == summary["bill"] as? Double)
      let ascending = ["least", "q05", "q25", "median", "q75", "q95", "greatest"].compactMap {
        figure(ranges, "extra_cost", $0)
      }
      #expect(ascending.count == 7 && ascending == ascending.sorted())
      // 20 t cost from 0 to 3 more, times 0.8 to 1.3. Below B's cost C would be bought anyway.
      #expect(ascending[0] >= -1e-9 && ascending[6] <= 78 && ascending[6] > 30)
      #expect(try json(run("solve", ["--format", "json"], in: folder).output)["ranges"] == nil)
    }
  }

  @Test("a stored plan has ranges.csv, and its report shows the same ranges")
  func stored() throws {
    try withBuyer { folder in
      let options = ["--worlds", "20", "--seed", "3", "--out", "plan"]
      let solved = try run("solve", options, in: folder)
      #expect(solved.status == 0, "\(solved.errors)")
      #expect(solved.output.contains("Ranges of the main figures: 20 worlds, seed 3"))
      #expect(solved.output.contains("All worlds have a plan."))
      let report = try runPlusOne(["report", "plan"], in: folder)
      #expect(report.output == solved.output, "\(report.errors)")
      let table = try String(
        contentsOf: folder.appending(path: "plan/ranges.csv"), encoding: .utf8)
      let rows = table.split(separator: "\n")
      #expect(rows[0].hasPrefix("measure,worlds,with_plan,nominal,mean,sd,least,q05"))
      #expect(
        rows.dropFirst().map { $0.prefix { $0 != "," } } == [
          "cost", "extra_cost", "home_bill", "extra_home_bill",
        ])
      let ranges = try self.ranges(["--worlds", "20", "--seed", "3"], in: folder)
      let median = try #require(figure(ranges, "extra_cost", "median"))
      #expect(has(rows[2], median))
    }
  }

  @Test("the number of threads changes no byte, another seed does")
  func threads() throws {
    try withBuyer { folder in
      let vary = ["--vary", "cap=100%..60%", "--steps", "3", "--worlds", "15"]
      for format in ["table", "csv", "json"] {
        let runs = try ["1", "2", "5"].map {
          try run("frontier", vary + ["--jobs", $0, "--format", format], in: folder)
        }
        #expect(runs[0].status == 0, "\(runs[0].errors)")
        #expect(Set(runs.map(\.output)).count == 1)
      }
      let reports = try ["1", "2"].map {
        try run("solve", ["--worlds", "15", "--jobs", $0], in: folder)
      }
      #expect(reports[0].output == reports[1].output)
      let other = try run("solve", ["--worlds", "15", "--seed", "2"], in: folder)
      #expect(other.output != reports[0].output)
    }
  }

  @Test("the band at each value of a frontier is the range of solve with that value")
  func band() throws {
    try withBuyer { folder in
      let vary = ["--vary", "cap=100%..60%", "--steps", "3", "--worlds", "25", "--seed", "5"]
      let result = try run("frontier", vary + ["--format", "json"], in: folder)
      let answer = try json(result.output)
      #expect(answer["worlds"] as? Int == 25 && answer["seed"] as? Int == 5)
      let steps = try #require(answer["steps"] as? [[String: Any]])
      let table = try run("frontier", vary + ["--format", "csv"], in: folder).output
      let rows = table.split(separator: "\n").dropFirst()
      #expect(rows.count == 3)
      for (step, row) in zip(steps, rows) {
        let band = try #require(step["band"] as? [String: Any])
        let text = try #require(step["text"] as? String)
        let ranges = try self.ranges(
          ["--worlds", "25", "--seed", "5", "--set", "cap=\(text)"], in: folder)
        #expect(band["with_plan"] as? Int == ranges["with_plan"] as? Int)
        for (key, quantile) in [("q05", "q05"), ("median", "median"), ("q95", "q95")] {
          for (name, measure) in [("extra_cost", "extra_cost"), ("home_bill", "home_bill")] {
            let value = try #require(band["\(name)_\(key)"] as? Double)
            let expected = try #require(figure(ranges, measure, quantile))
            #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)))
            #expect(has(row, value))
          }
        }
      }
      let plain = try run("frontier", ["--vary", "cap=100%..60%", "--format", "csv"], in: folder)
      #expect(!plain.output.contains("with_plan"))
    }
  }

  @Test("assumptions that have a place already stay there")
  func placed() throws {
    try withBuyer { folder in
      let ranges = try self.ranges(["--worlds", "10", "--assume", "c-cost=high"], in: folder)
      #expect(ranges["assumptions"] as? [String] == ["growth"])
      // 20 t cost 3 more each, times the growth.
      #expect(abs((figure(ranges, "extra_cost", "nominal") ?? 0) - 60) < 1e-6)
      #expect((figure(ranges, "extra_cost", "least") ?? 0) > 48 - 1e-6)
      #expect((figure(ranges, "extra_cost", "greatest") ?? 0) < 78 + 1e-6)
      // 0 is a place too, on the command line and in the model.
      let atZero = try self.ranges(["--worlds", "10", "--assume", "c-cost=0"], in: folder)
      #expect(atZero["assumptions"] as? [String] == ["growth"])
      // 20 t cost 1 more each, times a growth of up to 1.3.
      let most = figure(atZero, "extra_cost", "greatest") ?? 0
      #expect(most > 20 && most < 26 + 1e-6)
      let vary = ["--vary", "cap=100%..60%", "--steps", "2", "--worlds", "10"]
      let band = try run("frontier", vary + ["--assume", "c-cost=0"], in: folder).output
      #expect(band.contains("Only the one assumption"))
      #expect(band.contains("Quantiles of 10 worlds say little"))
      let held = Self.goal.replacing("{cap: 60%", with: "{cap: 60%}\nassumptions: {at: {growth: 0}")
      let buyer = folder.appending(path: "buyer")
      try OneBuyer.write(to: buyer, goal: held, with: ["assumptions.csv": Self.both])
      #expect(
        try self.ranges(["--worlds", "10"], in: folder)["assumptions"] as? [String] == ["c-cost"])
      let all = ["--assume", "c-cost=high", "--assume", "growth=0.5"]
      let none = try run("solve", ["--worlds", "10"] + all, in: folder)
      #expect(none.status == 64 && none.errors.contains("give every assumption a place"))
    }
  }

  @Test("worlds without a plan are counted")
  func withoutPlan() throws {
    let rows = Self.header + "c-room,facilities,facility=fc,capacity,0,1,multiply,made up\n"
    try withBuyer(rows) { folder in
      let model =
        "name: m\ngoals:\n  - {kind: largest_source, commodity: g, at_most: 60%}\n"
        + "  - {kind: service, commodity: g, at_least: 100%}\n"
      try write(["buyer/model.yaml": Array(model.utf8)], to: folder)
      // Of a triangle from 0 to 1 with its peak at 1, 4 % lie below 0.2.
      let ranges = try self.ranges(["--worlds", "100"], in: folder)
      #expect(ranges["with_plan"] as? Int == 96)
      let report = try run("solve", ["--worlds", "100"], in: folder)
      #expect(report.output.contains("96 of 100 worlds have a plan (96.0%)"))
      #expect(!report.output.contains("say little"))
      let goal = "largest_source, commodity: g, at_most: $cap"
      let varied = model.replacing("largest_source, commodity: g, at_most: 60%", with: goal)
      try write(["buyer/model.yaml": Array((varied + "parameters: {cap: 60%}\n").utf8)], to: folder)
      let vary = ["--vary", "cap=100%..60%", "--steps", "2", "--worlds", "100"]
      let band = try run("frontier", vary, in: folder).output
      #expect(band.contains("The rows are over different worlds"), "\(band)")
    }
  }

  @Test("an instance without assumptions, and wrong numbers, are errors that say what is right")
  func faults() throws {
    try withBuyer(nil) { folder in
      for command in [["solve"], ["frontier", "--vary", "cap=100%..60%"]] {
        let result = try run(
          command[0], Array(command.dropFirst()) + ["--worlds", "10"], in: folder)
        #expect(result.status == 64 && result.output.isEmpty)
        #expect(result.errors.contains("buyer/assumptions.csv"))
        #expect(result.errors.contains("assumption,table,where,column,low,high,mode,source"))
      }
    }
    try withBuyer { folder in
      for (options, text) in [
        (["--worlds", "0"], "whole number from 1 to 100000"),
        (["--worlds", "100001"], "whole number from 1 to 100000"),
        (["--worlds", "some"], "some"), (["--worlds", "10", "--seed", "-1"], "--seed"),
        (["--seed", "4"], "--seed is about worlds"), (["--jobs", "2"], "--jobs is about worlds"),
      ] {
        let result = try run("solve", options, in: folder)
        #expect(result.status == 64 && result.errors.contains(text), "\(result.errors)")
      }
    }
  }

  @Test("a time limit that comes first leaves the plan, without ranges, and ends with 75")
  func timeLimit() throws {
    try withBuyer { folder in
      let result = try run(
        "solve", ["--worlds", "100000", "--time-limit", "3", "--out", "plan"], in: folder)
      #expect(result.status == 75, "\(result.errors)")
      #expect(result.errors.contains("before all worlds were planned; the ranges are left out"))
      #expect(!result.output.contains("Ranges of the main figures"))
      #expect(try runPlusOne(["report", "plan"], in: folder).output == result.output)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "plan").path)
      #expect(files.contains("summary.json") && !files.contains("ranges.csv"))
    }
  }
}
