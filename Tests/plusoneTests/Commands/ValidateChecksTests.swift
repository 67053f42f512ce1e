import Foundation
import TestSupport
import Testing

@Suite("plusone validate --checks")
struct ValidateChecksTests {
  private static func inOneBuyer(
    with further: [String: String] = ["checks.csv": OneBuyer.checks], _ body: (URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: largest_source, commodity: g, at_most: 55%", with: further)
      try body(folder)
    }
  }

  @Test("sets published figures beside those of the plan, and warns of what is beyond")
  func report() throws {
    try Self.inOneBuyer { folder in
      let run = try runPlusOne(["validate", ".", "--checks"], in: folder)
      #expect(run.status == 0 && run.errors == "")
      #expect(
        run.output.contains(
          "./checks.csv:2: warning: published: `from-b`: the plan without goals has 100.0%, published is 90.0%: 10.0 "
            + "points more, the tolerance is 5.0 points\n"))
      #expect(run.output.contains("0 errors, "))
      #expect(
        run.output.contains(
          "\nChecks against published figures: 2 of 3 hold in the plan without goals, which has no figure for 1"
        ))
      // The model's goals do not change the plan without goals.
      let same = try runPlusOne(
        ["validate", ".", "--checks", "--model", "model.yaml"], in: folder)
      #expect(same.output == run.output)
    }
  }

  @Test("without the option no plan is made and no figure is compared")
  func plain() throws {
    try Self.inOneBuyer { folder in
      let run = try runPlusOne(["validate", "."], in: folder)
      #expect(run.status == 0 && !run.output.contains("published"))
    }
  }

  @Test("as a table or JSON it stands alone on standard output")
  func formats() throws {
    try Self.inOneBuyer { folder in
      let csv = try runPlusOne(["validate", ".", "--checks", "--format", "csv"], in: folder)
      let rows = csv.output.split(separator: "\n").map { $0.split(separator: ",") }
      #expect(csv.status == 0 && rows.map { $0[0] } == ["check", "from-b", "used", "cost", "of-c"])
      #expect(csv.errors.contains("warning: published: `from-b`"))
      #expect(csv.errors.contains("0 errors, "))
      let json = try runPlusOne(["validate", ".", "--checks", "--format", "json"], in: folder)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let checks = try #require((object as? [String: [[String: Any]]])?["checked_figures"])
      #expect(
        checks.compactMap { $0["plan"] as? Double }.map { ($0 * 1e6).rounded() } == [
          1e6, 50e6, 1.1e6,
        ])
      #expect(checks.map { $0["holds"] as? String } == ["no", "yes", "yes", nil])
    }
  }

  @Test("with an option of the model the plan is that of the model without its goals")
  func model() throws {
    try Self.inOneBuyer(with: [
      "checks.csv": OneBuyer.checks, "history.csv": OneBuyer.history.replacing("B", with: "C"),
    ]) { folder in
      // History has all of it from C.
      let fixed = try runPlusOne(["validate", ".", "--checks", "--format", "csv"], in: folder)
      let share = fixed.output.split(separator: "\n")[1].split(
        separator: ",", omittingEmptySubsequences: false)
      #expect(share[9...14] == ["0", "history", "no", "0", "-0.9", "no"])
      try Data("name: free\nhistory: ignore\n".utf8).write(to: folder.appending(path: "free.yaml"))
      let free = try runPlusOne(
        ["validate", ".", "--checks", "--model", "free.yaml", "--format", "csv"], in: folder)
      let other = free.output.split(separator: "\n")[1].split(
        separator: ",", omittingEmptySubsequences: false)
      #expect(other[9...12] == ["0", "history", "no", "1"])
    }
  }

  @Test("of an instance without checks says so")
  func none() throws {
    try Self.inOneBuyer(with: [:]) { folder in
      let run = try runPlusOne(["validate", ".", "--checks"], in: folder)
      #expect(run.status == 0 && run.errors == "")
      #expect(run.output.contains("one-buyer has no checks.csv"))
      let csv = try runPlusOne(["validate", ".", "--checks", "--format", "csv"], in: folder)
      #expect(csv.status == 0 && csv.output.split(separator: "\n").count == 1)
    }
  }

  @Test("without a plan the instance is judged by itself, with status 2")
  func infeasible() throws {
    // A contract that no facility can keep.
    try Self.inOneBuyer(with: [
      "checks.csv": OneBuyer.checks,
      "contracts.csv": "contract,commodity,origin,destination,quantity\nc,g,B,A,5000\n",
    ]) { folder in
      let run = try runPlusOne(["validate", ".", "--checks"], in: folder)
      #expect(run.status == 2)
      #expect(run.output.contains("there is no plan to compare with"))
      #expect(run.errors.contains("  plusone explain . --model baseline\n"))
    }
  }

  @Test("after its time limit the instance is judged by itself, with status 75")
  func timeLimit() throws {
    try Self.inOneBuyer { folder in
      let run = try runPlusOne(["validate", ".", "--checks", "--time-limit", "1e-9"], in: folder)
      #expect(run.status == 75)
    }
  }

  @Test("its options are refused without it")
  func usage() throws {
    let limited = try runPlusOne(["validate", ".", "--time-limit", "5"])
    #expect(limited.status == 64 && limited.errors.contains("give --checks too"))
    let formed = try runPlusOne(["validate", ".", "--format", "csv"])
    #expect(formed.status == 64 && formed.errors.contains("--provenance or --checks shows"))
    let run = try runPlusOne(["validate", ".", "--checks", "--time-limit", "0"])
    #expect(run.status == 64)
  }

  @Test("solve, report and study say how many checks hold")
  func reports() throws {
    try Self.inOneBuyer { folder in
      let sentence = "Checks against published figures: 2 of 3 hold in the plan without goals"
      let solved = try runPlusOne(
        ["solve", ".", "--model", "model.yaml", "--out", "plan"], in: folder)
      #expect(solved.status == 0)
      #expect(
        Self.joined(solved.output).contains(
          "\(sentence), which has no figure for 1 more (plusone validate --checks)."))
      let report = try runPlusOne(["report", "plan"], in: folder)
      #expect(report.output == solved.output)
      let json = try runPlusOne(
        ["solve", ".", "--model", "model.yaml", "--format", "json"], in: folder)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      let counts = try #require((object as? [String: Any])?["checks"] as? [String: Int])
      #expect(counts == ["count": 4, "judged": 3, "held": 2])

      let study = """
        name: two
        instance: .
        options: [{model: model.yaml}, {model: free.yaml}]
        variations: [{name: more, edit: [{table: demands, column: quantity, multiply: 1.5}]}]

        """
      try write(
        ["study.yaml": Array(study.utf8), "free.yaml": Array("name: free\n".utf8)], to: folder)
      let run = try runPlusOne(["study", "study.yaml", "--out", "results"], in: folder)
      #expect(run.status == 0)
      #expect(
        Self.joined(run.output).contains(
          "Checks against published figures: 2 of 3 hold in the plans without goals as the world is, which has no "
            + "figure for 1 more (plusone validate --checks)."))
      let of = { (variation: String) in
        let file = folder.appending(path: "results/runs/model/\(variation)/joint/run.json")
        return try #require(
          try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
      }
      #expect(try of("as-is")["checks"] as? [String: Int] == counts)
      #expect(try of("more")["checks"] == nil)
    }
  }

  @Test("a study whose options plan differently says how many hold for the first and for all")
  func differentOptions() throws {
    try Self.inOneBuyer(with: [
      "checks.csv": OneBuyer.checks, "history.csv": OneBuyer.history.replacing("B", with: "C"),
      "free.yaml": "name: free\nhistory: ignore\n",
      "study.yaml": "name: two\ninstance: .\noptions: [{model: model.yaml}, {model: free.yaml}]\n",
    ]) { folder in
      let run = try runPlusOne(["study", "study.yaml", "--out", "results"], in: folder)
      #expect(run.status == 0)
      #expect(
        Self.joined(run.output).contains(
          "Checks against published figures: 1 of 2 hold in the plan of model without goals as the world is, which has "
            + "no figure for 2 more; 1 to 2 in those of all options (plusone validate --checks)."))
    }
  }

  /// Text whose lines are joined, since reports break long sentences.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: { $0 == " " || $0.isNewline }).joined(separator: " ")
  }

  @Test("an instance without checks has no word about them")
  func silent() throws {
    try Self.inOneBuyer(with: [:]) { folder in
      let run = try runPlusOne(["solve", ".", "--model", "model.yaml"], in: folder)
      #expect(run.status == 0 && !run.output.contains("published"))
      let json = try runPlusOne(
        ["solve", ".", "--model", "model.yaml", "--format", "json"], in: folder)
      #expect(!json.output.contains("\"checks\""))
    }
  }
}
