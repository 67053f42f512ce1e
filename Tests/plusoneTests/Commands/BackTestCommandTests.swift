import Foundation
import TestSupport
import Testing

@Suite("plusone backtest")
struct BackTestCommandTests {
  /// A buys 50 t a year of `g`. B sells less each year, because it can make less from 2026 on; C sells the rest.
  static func write(to folder: URL, with further: [String: String] = [:]) throws {
    let header = "commodity,origin,destination,period,quantity\n"
    var files = [
      "instance.yaml": OneBuyer.files["instance.yaml", default: ""].replacing(
        "[2025]", with: "{from: 2025, to: 2027}"),
      "capacities.csv": "facility,period,capacity\nfb,2026,20\nfb,2027,10\n",
      "history.csv": header + "g,B,A,2025,30\ng,C,A,2025,20\n",
      "observed.csv": header + "g,B,A,2026,20\ng,C,A,2026,30\ng,B,A,2027,10\ng,C,A,2027,40\n",
      "free.yaml": "name: free\n",
    ]
    files.merge(further) { $1 }
    try OneBuyer.write(
      to: folder, goal: "kind: reliance, upon: B, commodity: g, at_most: 50%", with: files)
  }

  private func run(_ arguments: [String], with further: [String: String] = [:]) throws
    -> RunResult
  {
    try withTemporaryFolder { folder in
      try Self.write(to: folder, with: further)
      return try runPlusOne(["backtest", ".", "--model", "free.yaml"] + arguments, in: folder)
    }
  }

  @Test("says how far plans are from what happened, and that shares that stay are nearer")
  func report() throws {
    let found = try run([])
    #expect(found.status == 0, "\(found.errors)")
    for text in [
      "One buyer; model free", "Plans as of 2025, 2026.",
      "The plans are worse than shares that stay for g (1, 2 periods later)",
      "It knows the demand of",
    ] {
      #expect(found.output.contains(text), "\(found.output)")
    }
    let rows = found.output.split(separator: "\n").filter { $0.hasPrefix("  g ") }
    let cells = rows.map { $0.split(separator: " ").map(String.init) }
    let first = ["g", "1", "2", "40.00", "20.00", "10.00", "worse"]
    let second = ["g", "2", "1", "80.00", "40.00", "40.00", "worse"]
    #expect(cells == [first, second])
  }

  @Test("with --hindsight knows what B can make")
  func hindsight() throws {
    let found = try run(["--hindsight"])
    #expect(found.status == 0, "\(found.errors)")
    #expect(
      found.output.contains(
        "The plans are nowhere worse than shares that stay, and better in 2 of 2 rows."))
    #expect(found.output.contains("it knows as it came (--hindsight)"))
  }

  @Test("prints the mean errors as a table")
  func table() throws {
    let found = try run(["--format", "csv", "--ahead", "1"])
    let lines = found.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      lines.map(\.first) == ["commodity", "g", "g"] && lines.map { $0[1] }.suffix(2) == ["*", "A"])
    let numbers = try lines.dropFirst().map { try #require(Double($0[4])) }
    #expect(numbers.allSatisfy { abs($0 - 40) < 1e-6 })
    #expect(lines.dropFirst().allSatisfy { $0.last == "true" && $0[3] == "2" })
  }

  @Test(
    "is the same byte for byte with any number of threads", arguments: ["table", "csv", "json"])
  func jobs(format: String) throws {
    let outputs = try ["1", "2", "7"].map {
      try run(["--format", format, "--jobs", $0]).output
    }
    #expect(!outputs[0].isEmpty && Set(outputs).count == 1)
  }

  @Test("writes its tables into a folder, and replaces only its own")
  func folder() throws {
    try withTemporaryFolder { folder in
      try Self.write(to: folder)
      let arguments = ["backtest", ".", "--model", "free.yaml", "--out", "tested"]
      for _ in 1...2 {
        let found = try runPlusOne(arguments, in: folder)
        #expect(found.status == 0 && found.errors.contains("wrote 2 tables to tested"))
      }
      let shares = try String(
        contentsOf: folder.appending(path: "tested/backtest.csv"), encoding: .utf8)
      #expect(shares.contains("\n2025,2026,1,g,A,B,0.4,1,0.6,0.6\n"), "\(shares)")
      let plan = ["solve", ".", "--model", "free.yaml", "--out", "tested"]
      let refused = try runPlusOne(plan, in: folder)
      #expect(refused.status == 73 && refused.errors.contains("holds a back-test, not a plan"))
    }
  }

  @Test("a period as of which there is no plan is said to have none")
  func noPlan() throws {
    // A needs 300 t in 2027. As of 2025 B and C can make 200 t, and as of 2026 there is a further plant.
    let further = [
      "facilities.csv":
        "facility,process,region,capacity,unit_cost,opens\nfb,p,B,100,1,\nfc,p,C,100,2,\nfb2,p,B,500,1,2026\n",
      "demands.csv":
        "region,commodity,period,quantity,shortage_cost\nA,g,*,50,1000\nA,g,2027,300,1000\n",
      "free.yaml": "name: free\ngoals:\n  - {kind: service, commodity: g, at_least: 100%}\n",
    ]
    let found = try run([], with: further)
    #expect(found.status == 0, "\(found.errors)")
    #expect(
      found.output.contains("No plan as of 2025 (infeasible): what was known then cannot all hold"))
    #expect(found.output.contains("Plans as of 2026."))
    let none = try run(["--to", "2025", "--out", "tested"], with: further)
    #expect(none.status == 2 && none.output.contains("There is no plan."))
    #expect(!none.errors.contains("wrote"))
    let json = try run(["--to", "2025", "--format", "json"], with: further)
    #expect(json.status == 2 && json.errors.contains("free.yaml has no plan with what was known"))
    #expect(json.output.contains("\"infeasible\""))
  }

  @Test("goals of the model hold in the plans")
  func goals() throws {
    try withTemporaryFolder { folder in
      try Self.write(to: folder)
      let found = try runPlusOne(
        ["backtest", ".", "--model", "model.yaml", "--format", "json", "--to", "2025"],
        in: folder)
      #expect(found.status == 0, "\(found.errors)")
      struct Answer: Decodable {
        struct Comparison: Decodable {
          struct Origin: Decodable { var plan: Double }
          var origins: [Origin]
        }
        var comparisons: [Comparison]
      }
      let answer = try JSONDecoder().decode(Answer.self, from: Data(found.output.utf8))
      #expect(answer.comparisons.count == 2)
      for comparison in answer.comparisons {
        #expect(comparison.origins.allSatisfy { abs($0.plan - 0.5) < 1e-6 })
      }
    }
  }

  @Test(
    "arguments that are wrong",
    arguments: [
      (["--from", "2024"], "--from: unknown period `2024`"),
      (["--to", "2026", "--from", "2027"], "--to 2026 is before --from 2027"),
      (["--ahead", "0"], "--ahead takes a whole number from 1"),
      (["--jobs", "0"], "--jobs takes a whole number from 1"),
      (["--from", "2027"], "plans can be made in 2025, 2026"),
    ])
  func wrong(arguments: [String], says: String) throws {
    let found = try run(arguments)
    #expect(found.status == 64 && found.output.isEmpty)
    #expect(found.errors.contains(says), "\(found.errors)")
  }

  @Test("without flows in two periods there is nothing to compare")
  func nothing() throws {
    let header = "commodity,origin,destination,period,quantity\n"
    let found = try run([], with: ["observed.csv": header])
    #expect(found.status == 65)
    #expect(found.errors.contains("observed.csv: there is nothing to compare"), "\(found.errors)")
  }

  @Test("a time limit ends it")
  func timeLimit() throws {
    let found = try run(["--time-limit", "1e-9"])
    #expect(found.status == 75 && found.output.isEmpty, "\(found.errors)")
  }
}
