import Foundation
import TestSupport
import Testing

@Suite("plusone watch")
struct WatchCommandTests {
  private static func run(
    _ options: [String], files: [String: String] = [:], _ check: (RunResult, URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try WatchedTrade.write(to: folder)
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      try check(try runPlusOne(["watch"] + options, in: folder), folder)
    }
  }

  private static let data = ["trade.csv", "--map", "map.yaml"]
  private static let priced = data + ["--instance", "watched", "--model", "watched/model.yaml"]

  private static func object(_ text: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
  }

  @Test("ends with 3 if an alert is of class A or B, after it has printed and written everything")
  func urgent() throws {
    try Self.run(Self.priced + ["--out", "seen"]) { run, folder in
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.output.contains("most urgent of class A"), "\(run.output)")
      #expect(run.output.contains("no row has imports into JPN of nothing"))
      let alerts = try StudyFiles.rows(folder.appending(path: "seen/alerts.csv"))
      let first = try #require(alerts.first)
      #expect(first["good"] == "metal" && first["origin"] == "CHN" && first["class"] == "A")
      #expect(abs(first.number("fall") - 0.8) < 0.02)
      #expect(first.number("lost_value") > 0 && first.number("lost_value_without_goals") > 0)
      #expect(first["mirror_gap"] == "0.5")
      let json = try Self.object(Data(contentsOf: folder.appending(path: "seen/watch.json")))
      #expect(json["look_again"] as? String == "weekly")
      let stated = try #require((json["alerts"] as? [[String: Any]])?.first)
      let lines = try #require(stated["lines"] as? [String])
      #expect(lines.allSatisfy { $0.hasPrefix("trade.csv:") } && !lines.isEmpty)
      // The same again takes the place of the folder.
      let again = try runPlusOne(["watch"] + Self.priced + ["--out", "seen"], in: folder)
      #expect(again.status == 3)
    }
  }

  @Test("ends with 0 as of a year in which nothing has moved")
  func quiet() throws {
    try Self.run(Self.priced + ["--asof", "2024"]) { run, _ in
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.output.hasPrefix("No alert as of 2024"), "\(run.output)")
    }
  }

  @Test("without an instance the class is that of indicators alone")
  func withoutPlan() throws {
    try Self.run(Self.data + ["--format", "csv"]) { run, _ in
      #expect(run.status == 3, "\(run.errors)")
      #expect(run.errors.contains("most urgent of class B"), "\(run.errors)")
      let row = try #require(
        run.output.split(separator: "\n").first { $0.hasPrefix("B,metal,CHN") })
      #expect(row.contains("fall"))
    }
  }

  @Test("prices by a stored plan as by the model, whatever the number of threads")
  func storedPlan() throws {
    try Self.run(Self.priced + ["--format", "csv", "--jobs", "1"]) { run, folder in
      let solve = ["solve", "watched", "--model", "watched/model.yaml", "--out", "plan"]
      _ = try runPlusOne(solve, in: folder)
      let stored = try runPlusOne(
        ["watch"] + Self.data + [
          "--instance", "watched", "--plan", "plan", "--format", "csv", "--jobs", "3",
        ], in: folder)
      #expect(stored.status == 3, "\(stored.errors)")
      #expect(stored.output == run.output)
    }
  }

  @Test("a shorter window or another period changes the price")
  func window() throws {
    try Self.run(Self.priced + ["--months", "1", "--format", "json"]) { run, folder in
      let json = try Self.object(Data(run.output.utf8))
      #expect((json["pricing"] as? [String: Any])?["months"] as? Int == 1)
      let later = try runPlusOne(
        ["watch"] + Self.priced + ["--period", "2027", "--format", "json"], in: folder)
      let other = try Self.object(Data(later.output.utf8))
      #expect((other["pricing"] as? [String: Any])?["period"] as? String == "2027")
      let alerts = try #require(other["alerts"] as? [[String: Any]])
      let prices = alerts.compactMap { $0["price"] as? [String: Any] }
      #expect(!prices.isEmpty && prices.allSatisfy { $0["period"] as? String == "2027" })
    }
  }

  @Test(
    "each mistake has its status and says what would be right",
    arguments: [
      (["missing.csv"], 66, "missing.csv"),
      (["map.yaml"], 65, "map.yaml"),
      (["trade.csv", "--for", "JPM"], 64, "JPN"),
      (["trade.csv", "--for", "KOR"], 65, "JPN"),
      (["trade.csv", "--asof", "2030"], 64, "2016 to 2025"),
      (["trade.csv", "--asof", "2025-06"], 64, "years"),
      (["trade.csv", "--asof", "soon"], 64, "2024-06"),
      (["trade.csv", "--model", "baseline"], 64, "--instance"),
      (["trade.csv", "--months", "6"], 64, "--instance"),
      (["trade.csv", "--instance", "watched", "--months", "6"], 64, "--model or --plan"),
      (["trade.csv", "--instance", "watched", "--set", "cap=1"], 64, "--model or --plan"),
      (["trade.csv", "--map", "trade.csv"], 65, "trade.csv"),
      (priced + ["--period", "1999"], 64, "2025, 2026"),
      (priced + ["--months", "0"], 64, "--months"),
      (priced + ["--out", "watched"], 73, "watched"),
      (priced + ["--html", "trade.csv"], 73, "trade.csv"),
      (priced + ["--time-limit", "1e-9"], 75, "time limit"),
    ])
  func mistakes(_ options: [String], _ status: Int32, _ says: String) throws {
    try Self.run(options) { run, _ in
      #expect(run.status == status, "\(run.errors)")
      #expect(run.errors.contains(says), "\(run.errors)")
    }
  }
}
