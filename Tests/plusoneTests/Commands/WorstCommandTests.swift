import Foundation
import TestSupport
import Testing
import Yams

@Suite("plusone worst")
struct WorstCommandTests {
  private static func run(
    _ options: [String], case name: String = "worst-4", model: String? = nil, in folder: URL? = nil
  ) throws -> RunResult {
    let path = TestPaths.case(name)
    return try runPlusOne(
      ["worst", path, "--model", model ?? path + "/model.yaml"] + options, in: folder)
  }

  private static func object(_ run: RunResult) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(json as? [String: Any])
  }

  /// The rows of a table, by column.
  private static func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  @Test(
    "finds the known losses of each number of cuts, and the third attack",
    arguments: ["worst-1", "worst-2", "worst-3", "worst-4"])
  func known(name: String) throws {
    let text = try String(
      contentsOfFile: TestPaths.case(name) + "/expected.yaml", encoding: .utf8)
    let expected = try #require(try Yams.load(yaml: text) as? [String: Any])
    let arguments = try #require(expected["arguments"] as? [String: Any])
    let options = arguments.flatMap { ["--\($0.key)", "\($0.value)"] }
    let worst = try #require(expected["worst"] as? [AnyHashable: [String: Double]])
    let run = try Self.run(options + ["--format", "csv"], case: name)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let rows = Self.rows(run.output)
    for (cuts, known) in worst {
      let row = try #require(rows.first { $0["cuts"] == "\(cuts)" && $0["rank"] == "1" })
      let loss = try #require(row["loss"].flatMap(Double.init))
      let wanted = try #require(known["loss"])
      #expect(abs(loss - wanted) <= 1e-5 * max(1, wanted), "\(cuts) cuts: \(loss), not \(wanted)")
      #expect(row["proven"] == "true")
    }
    let third = try #require(rows.first { $0["rank"] == "3" }?["loss"].flatMap(Double.init))
    let wanted = try #require(expected["third"] as? Double)
    #expect(abs(third - wanted) <= 1e-5 * max(1, wanted))
  }

  @Test("CSV and JSON have the same attacks, and the report names the worst one")
  func formats() throws {
    let options = ["--targets", "regions,exports"]
    let rows = Self.rows(try Self.run(options + ["--format", "csv"]).output)
    let object = try Self.object(try Self.run(options + ["--format", "json"]))
    let attacks = try #require(object["attacks"] as? [[String: Any]])
    #expect(rows.count == attacks.count && rows.count == 11)
    #expect(object["proven"] as? Bool == true)
    for (row, attack) in zip(rows, attacks) {
      let targets = try #require(attack["targets"] as? [String])
      #expect(row["targets"] == targets.joined(separator: ";"))
      for key in [
        "cuts", "rank", "loss", "home_lost_least", "home_lost_most", "service", "synergy",
      ] {
        let cell = try #require(row[key].flatMap(Double.init))
        let value = try #require(attack[key] as? Double)
        // The reader of JSON may round the last digit.
        #expect(abs(cell - value) <= 1e-12 * abs(cell), "\(key)")
      }
      let singles = try #require(attack["single_losses"] as? [Double])
      let (loss, none) = (attack["loss"] as? Double, object["loss_without_cuts"] as? Double)
      let synergy = singles.reduce((loss ?? .nan) - (none ?? .nan)) { $0 - $1 + (none ?? .nan) }
      let written = try #require(attack["synergy"] as? Double)
      #expect(singles.count == targets.count && abs(synergy - written) < 1e-6 * (loss ?? 1))
    }
    let curve = try #require(object["curve"] as? [[String: Any]])
    #expect(
      curve.map { $0["plan"] as? String } == Array(repeating: "with_goals", count: 3)
        + Array(repeating: "without_goals", count: 3))
    let losses = curve.compactMap { $0["loss"] as? Double }
    #expect(losses.count == 6 && losses[0] <= losses[1] && losses[1] <= losses[2])
    let report = try Self.run(options)
    #expect(report.status == 0 && report.errors.isEmpty)
    #expect(report.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    #expect(!report.output.contains("\u{1B}"))
    let whole = report.output.split { $0.isWhitespace }.joined(separator: " ")
    let worst = try #require(rows.first { $0["cuts"] == "2" }?["targets"])
    let names = worst.split(separator: ";").joined(separator: " and ")
    #expect(whole.contains("the worst attack with at most 2 cuts is on \(names): all regions"))
    #expect(whole.contains("This is proven: no attack with at most 2 cuts costs more."))
    #expect(whole.contains("Under the plan without goals the worst attack with at most 2 cuts"))
  }

  @Test("a region that costs more than two of its exports has rank 1 for two cuts")
  func fewerTargets() throws {
    let options = ["--targets", "regions,exports", "--by", "R1", "--cuts", "2", "--top", "2"]
    let rows = Self.rows(try Self.run(options + ["--format", "csv"], case: "bills-1").output)
    #expect(rows.map { $0["cuts"] } == ["1", "2", "2", "2"])
    #expect(rows.map { $0["rank"] } == ["1", "1", "2", "3"])
    let losses = rows.compactMap { $0["loss"].flatMap(Double.init) }
    try #require(losses.count == 4)
    #expect(rows[0]["targets"] == "region:R1" && rows[1]["targets"] == "region:R1")
    #expect(losses[0] == losses[1] && losses[1] > losses[2] + 1 && losses[2] >= losses[3])
    #expect(rows[2]["targets"]?.contains(";exports:") == true)
    let report = try Self.run(options, case: "bills-1").output
    #expect(report.contains("The 2 worst attacks on 2 targets, after one on fewer that costs more"))
  }

  @Test("several rules of sharing are refused before anything is solved")
  func severalRules() throws {
    // There is no such instance: what is wrong with the options is said first.
    let run = try runPlusOne([
      "worst", "nowhere", "--model", "none.yaml", "--sharing", "own,pooled", "--members", "x",
    ])
    #expect(run.status == 64 && run.errors.contains("worst takes one rule of --sharing"))
  }

  @Test("a stored plan gives the same answer, and the tables are written beside the plan's")
  func stored() throws {
    try withTemporaryFolder { folder in
      let path = TestPaths.case("worst-4")
      let solve = ["solve", path, "--model", path + "/model.yaml", "--out", "plan"]
      #expect(try runPlusOne(solve, in: folder).status == 0)
      for format in ["table", "csv", "json"] {
        let options = ["--targets", "stages", "--format", format]
        let fresh = try Self.run(options)
        let stored = try runPlusOne(["worst", path, "--plan", "plan"] + options, in: folder)
        #expect(stored.status == 0 && stored.errors == "" && stored.output == fresh.output)
      }
      let write = ["worst", path, "--plan", "plan", "--out", "worst", "--format", "csv"]
      let run = try runPlusOne(write, in: folder)
      #expect(run.status == 0 && run.errors.contains("worst.csv and worst_curve.csv to worst"))
      let table = { (name: String) in
        try String(contentsOf: folder.appending(path: "worst/\(name)"), encoding: .utf8)
      }
      #expect(try table("worst.csv") == run.output)
      let curve = Self.rows(try table("worst_curve.csv"))
      #expect(curve.map { $0["cuts"] } == ["0", "1", "2", "0", "1", "2"])
      #expect(curve.filter { $0["targets"] == "" }.map { $0["cuts"] } == ["0", "0"])
      let report = try runPlusOne(["report", "worst"], in: folder)
      #expect(report.status == 0, "\(report.errors)")
      #expect(report.output == (try runPlusOne(["report", "plan"], in: folder)).output)
      let again = try runPlusOne(["worst", path, "--plan", "worst", "--format", "csv"], in: folder)
      #expect(again.output == run.output && again.errors == "")
      let bare = ["worst", path, "--plan", "plan/without_goals", "--format", "json"]
      let other = try Self.object(try runPlusOne(bare, in: folder))
      let points = try #require(other["curve"] as? [[String: Any]])
      let losses = points.compactMap { $0["loss"] as? Double }
      #expect(losses.map { "\($0)" }.count == 3)
      let compared = curve.suffix(3).compactMap { $0["loss"].flatMap(Double.init) }
      #expect(zip(losses, compared).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, $0) })
    }
  }

  @Test("without its plan without goals a stored plan is attacked alone, and a note says so")
  func alone() throws {
    try withTemporaryFolder { folder in
      let path = TestPaths.case("worst-4")
      let solve = ["solve", path, "--model", path + "/model.yaml", "--out", "plan"]
      #expect(try runPlusOne(solve, in: folder).status == 0)
      try FileManager.default.removeItem(at: folder.appending(path: "plan/without_goals"))
      let run = try runPlusOne(["worst", path, "--plan", "plan", "--top", "1"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("note: plan has no plan without goals to compare with"))
      #expect(run.output.contains("There is no plan without goals to compare with."))
    }
  }

  @Test("a model without goals has one plan, and home's loss is its best case")
  func baseline() throws {
    let baseline = TestPaths.model("baseline")
    let run = try Self.run(["--measure", "home", "--cuts", "1"], model: baseline)
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    let whole = run.output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(whole.contains("the world serves it first, whatever that costs others."))
    #expect(!whole.contains("plan without goals"))
    let all = try Self.object(
      try Self.run(["--cuts", "1", "--format", "json"], model: baseline))
    let home = try Self.object(
      try Self.run(["--cuts", "1", "--measure", "home", "--format", "json"], model: baseline))
    let loss = { (object: [String: Any]) in
      (object["attacks"] as? [[String: Any]])?.first?["loss"] as? Double
    }
    let (most, least) = (try #require(loss(all)), try #require(loss(home)))
    #expect(least <= most)
  }

  @Test("--by narrows the targets; where none is left the report says so")
  func narrowed() throws {
    let by = try Self.object(
      try Self.run(["--targets", "stages,exports", "--by", "R1", "--format", "json"]))
    let targets = try #require(by["targets"] as? [String])
    #expect(!targets.isEmpty && targets.allSatisfy { $0.contains(":R1/") })
    #expect(by["by"] as? String == "R1")
    let none = try Self.run(["--by", "R0"])
    #expect(none.status == 0 && none.output.contains("There is nothing to cut"), "\(none.output)")
    let empty = try Self.object(try Self.run(["--by", "R0", "--format", "json"]))
    #expect((empty["attacks"] as? [Any])?.isEmpty == true && empty["proven"] as? Bool == true)
    let many = try Self.run(["--by", "R1", "--cuts", "3"])
    #expect(many.output.contains("Only 1 target can be cut at once, so no attack has more."))
    let figures = try Self.object(
      try Self.run(["--by", "R1", "--cuts", "3", "--format", "json"]))
    let curve = try #require(figures["curve"] as? [[String: Any]])
    #expect(Set(curve.compactMap { $0["cuts"] as? Int }) == [0, 1])
  }

  @Test(
    "wrong arguments are wrong usage, with what is right",
    arguments: [
      (["--cuts", "0"], "--cuts takes a whole number from 1 to 20"),
      (["--cuts", "21"], "--cuts takes a whole number from 1 to 20"),
      (["--cuts", "1.5"], "--cuts"), (["--top", "0"], "--top takes a whole number from 1"),
      (["--targets", "region"], "unknown kind `region`; the most similar name is `regions`"),
      (["--targets", "mines"], "the kinds are regions, stages and exports"),
      (["--targets", "stages,stages"], "the kind `stages` is given twice"),
      (["--targets", "stages,"], "blank kind"),
      (["--by", "R9"], "--by: unknown region or bloc `R9`"),
      (["--measure", "all"], "--measure"), (["--period", "1999"], "--period"),
      (
        ["--sharing", "own,pooled", "--members", "allies"],
        "worst takes one rule of --sharing"
      ),
      (["--months", "0"], "from 1 to 1200"),
    ])
  func wrongArguments(options: [String], says: String) throws {
    let run = try Self.run(options)
    #expect(run.status == 64 && run.output == "")
    #expect(run.errors.contains(says), "\(run.errors)")
  }

  @Test("without a plan the status is 2, and after the time limit 75")
  func noAnswer() throws {
    let none = try Self.run([], case: "infeasible")
    #expect(none.status == 2 && none.output == "" && none.errors.contains("plusone explain"))
    let late = try runPlusOne([
      "worst", TestPaths.instance("japan-rare-earths"), "--model", TestPaths.model("baseline"),
      "--time-limit", "0.001",
    ])
    #expect(late.status == 75 && late.output == "" && late.errors.contains("time limit"))
  }

  @Test("a folder that holds other things is not replaced")
  func foreign() throws {
    try withTemporaryFolder { folder in
      let mine = folder.appending(path: "mine")
      try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: false)
      try Data("x".utf8).write(to: mine.appending(path: "notes.txt"))
      let run = try Self.run(["--out", "mine"], in: folder)
      #expect(run.status == 73 && run.output == "" && run.errors.contains("notes.txt"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: mine.path) == ["notes.txt"])
    }
  }
}
