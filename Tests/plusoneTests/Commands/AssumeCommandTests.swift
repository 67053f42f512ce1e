import Foundation
import TestSupport
import Testing

/// `--assume`, on ``MovedRegions``.
@Suite("--assume")
struct AssumeCommandTests {
  private static let sentence =
    "Assumptions: dear at high (+1), growth at 0.5; all else as in the tables."
  private static let options = ["--assume", "dear=high", "--assume", "growth=0.5"]

  /// Every command that reads an instance and plans it, with what else it needs.
  static let commands: [(command: String, options: [String])] = [
    ("solve", []), ("explain", []), ("alternatives", []),
    ("frontier", ["--vary", "service=0%..1%", "--steps", "2"]),
    ("stress", []), ("chokepoints", []), ("worst", []), ("backtest", []),
    ("stockpile", ["--members", "two", "--service", "50%"]),
    ("validate", []),
  ]

  @Test(
    "is said at the start of every report, and only where something is moved", arguments: commands)
  func reports(command: String, options: [String]) throws {
    try MovedRegions.with { folder in
      let moved = try ThreeRegions.run(command, in: folder, options + Self.options)
      #expect([0, 2].contains(moved.status), "\(moved.errors)")
      #expect(
        lines(moved.output).prefix(14).joined(separator: " ").contains(Self.sentence),
        "\(moved.output)")
      let plain = try ThreeRegions.run(command, in: folder, options)
      #expect(!plain.output.contains("all else as in the tables"))
      #expect(plain.output != moved.output)
      let zero = try ThreeRegions.run(
        command, in: folder, options + ["--assume", "dear=0", "--assume", "growth=0"])
      #expect(
        zero.output == plain.output && zero.errors == plain.errors && zero.status == plain.status)
    }
  }

  /// The lines of a report, each without blanks at its ends.
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test(
    "is a key of JSON, and a note beside tables",
    arguments: commands.filter { $0.command != "validate" })
  func formats(command: String, options: [String]) throws {
    try MovedRegions.with { folder in
      let table = try ThreeRegions.run(
        command, in: folder, options + Self.options + ["--format", "csv"])
      #expect(table.errors.contains("note: \(Self.sentence)"), "\(table.errors)")
      let json = try ThreeRegions.run(
        command, in: folder, options + Self.options + ["--format", "json"])
      if command == "chokepoints" {
        #expect(json.errors.contains("note: \(Self.sentence)"), "\(json.errors)")
      } else {
        let object = try #require(
          JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["assumptions"] as? [String: Double] == ["dear": 1, "growth": 0.5])
      }
    }
  }

  @Test("moves what export writes, and its title says so")
  func exported() throws {
    try MovedRegions.with { folder in
      let options = ["--format", "lp"]
      let plain = try ThreeRegions.run("export", in: folder, options)
      let moved = try ThreeRegions.run("export", in: folder, options + Self.options)
      #expect(plain.status == 0 && moved.status == 0, "\(moved.errors)")
      #expect(
        moved.output.hasPrefix("\\* three_cap_dear=1_growth=0.5 *\\"), "\(moved.output.prefix(80))")
      #expect(plain.output.hasPrefix("\\* three_cap *\\"))
      #expect(moved.errors.contains("note: \(Self.sentence)"))
    }
  }

  @Test("at an end gives the cost of the case with that world")
  func costs() throws {
    let folder = TestPaths.case("tornado")
    try withTemporaryFolder { here in
      for (place, cost) in [("capex=low", 5353.67073), ("capex=1", 5476.53062)] {
        let run = try runPlusOne(
          [
            "solve", folder, "--model", "\(folder)/model.yaml", "--assume", place, "--format",
            "json",
          ],
          in: here)
        #expect(abs(try ThreeRegions.number("cost", run) - cost) < 1e-6 * cost)
      }
    }
  }

  @Test(
    "with a wrong place or id is wrong usage",
    arguments: [
      (["dear"], "write the id of an assumption, = and low, high or a number"),
      (["dear=1.5"], "found `1.5`; must be low, high, or a number from -1 (low)"),
      (["dear=-1.01"], "found `-1.01`; must be low, high, or a number from -1 (low)"),
      (["dear=hihg"], "found `hihg`; must be low, high, or a number"),
      (
        ["deer=high"],
        "unknown assumption `deer`; the most similar name is `dear` (known: dear, growth, loss)"
      ),
      (["dear=high", "dear=low"], "--assume gives `dear` twice, `high` and `low`; give it once"),
    ])
  func mistakes(places: [String], message: String) throws {
    try MovedRegions.with { folder in
      for command in ["solve", "stress", "validate"] {
        let run = try ThreeRegions.run(command, in: folder, places.flatMap { ["--assume", $0] })
        #expect(run.status == 64 && run.output.isEmpty, "\(run.status)")
        #expect(run.errors.contains(message), "\(run.errors)")
      }
    }
  }

  @Test("of an instance without assumptions is wrong usage")
  func withoutAssumptions() throws {
    try ThreeRegions.with { folder in
      let run = try ThreeRegions.run("solve", in: folder, ["--assume", "dear=high"])
      #expect(run.status == 64 && run.errors.contains("the instance has no assumptions.csv"))
    }
  }

  @Test("that breaks a rule of the tables is bad data, and names the assumption")
  func brokenRule() throws {
    let rows = """
      assumption,table,where,column,low,high,source
      small,facilities,facility=fc,capacity,0.1,1,assumption: made up

      """
    let facilities =
      "facility,process,region,capacity,unit_cost,minimum\nfb,p,B,100,10,\nfc,p,C,10,10,5\n"
    try ThreeRegions.with(["assumptions.csv": rows, "facilities.csv": facilities]) { folder in
      #expect(try ThreeRegions.run("solve", in: folder).status == 0)
      let run = try ThreeRegions.run("solve", in: folder, ["--assume", "small=-0.9"])
      #expect(run.status == 65 && run.output.isEmpty)
      #expect(
        run.errors.contains(
          "assumptions.csv:2: low: at z = -0.9 of `small`, instance/facilities.csv:3: minimum"),
        "\(run.errors)")
    }
  }

  @Test("an answer without a plan says which world it is about, and how to ask why")
  func noPlan() throws {
    let model = "name: m\ngoals: [{kind: service, commodity: metal, at_least: 100%}]\n"
    let changes = MovedRegions.changes.merging([
      "service.yaml": model,
      "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,5,10\nfc,p,C,10,10\n",
    ]) { $1 }
    try ThreeRegions.with(changes) { folder in
      #expect(try ThreeRegions.run("solve", in: folder, model: "service.yaml").status == 0)
      let run = try ThreeRegions.run(
        "solve", in: folder, model: "service.yaml", ["--assume", "growth=high"])
      #expect(run.status == 2)
      #expect(
        run.errors.contains("note: Assumptions: growth at high (+1); all else as in the tables."))
      #expect(
        run.errors.contains("--model instance/service.yaml --assume growth=high"), "\(run.errors)")
    }
  }
}
