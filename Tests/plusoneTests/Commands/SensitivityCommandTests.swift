import Foundation
import TestSupport
import Testing

@Suite("plusone sensitivity")
struct SensitivityCommandTests {
  private static let tornado = SensitivityRun.tornado

  /// The values of expected.yaml by `assumption end measure`.
  private static func expected() throws -> [String: Double] {
    let file = TestPaths.case("tornado") + "/expected.yaml"
    var path: [String] = []
    var values: [String: Double] = [:]
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      let depth = line.prefix { $0 == " " }.count / 2
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      path = path.prefix(depth) + [parts[0]]
      if depth == 3, let value = Double(parts[1]) {
        values[path.dropFirst().joined(separator: " ")] = value
      }
    }
    return values
  }

  @Test("has the known values with each assumption at its ends")
  func known() throws {
    let run = try SensitivityRun.run(
      Self.tornado + ["--measure", "cost", "--measure", "change_cost", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let answer = try SensitivityRun.answer(run)
    let expected = try Self.expected()
    #expect(expected.count == 16 && answer.tornado.count == 8)
    for entry in answer.tornado {
      for (end, value) in [("low", entry.low), ("high", entry.high)] {
        let known = try #require(expected["\(entry.assumption) \(end) \(entry.measure)"])
        #expect(abs(try #require(value) - known) <= 1e-6 * max(1, abs(known)) + 1e-5)
      }
    }
  }

  @Test("the nominal values are those of `solve`, bit for bit, also where an end moves nothing")
  func nominal() throws {
    let solved = try runPlusOne(["solve"] + Self.tornado + ["--format", "json"])
    let summary =
      try JSONSerialization.jsonObject(with: Data(solved.output.utf8)) as? [String: Any]
    let run = try SensitivityRun.run(Self.tornado + ["--measure", "cost", "--format", "json"])
    let freight = try #require(try SensitivityRun.answer(run).swing("freight", "cost"))
    #expect(freight.nominal == summary?["cost"] as? Double && freight.nominal != nil)
    #expect(freight.low == freight.nominal)
  }

  @Test(
    "is the same byte for byte with any number of threads", arguments: ["table", "csv", "json"])
  func jobs(format: String) throws {
    try withTemporaryFolder { folder in
      let outputs = try ["1", "2", "5"].map { jobs in
        try SensitivityRun.run(
          Self.tornado + [
            "--claim", "change_cost < 50", "--samples", "20", "--sobol", "--format", format,
            "--jobs",
            jobs, "--out", "o\(jobs)",
          ], in: folder
        ).output
      }
      #expect(!outputs[0].isEmpty && Set(outputs).count == 1)
      let files = try ["o1", "o2", "o5"].map {
        try StudyFiles.bytes(of: folder.appending(path: $0))
      }
      #expect(files[0].count == 9 && Set(files).count == 1)
    }
  }

  @Test("says where a claim breaks, with what the numbers are there")
  func claims() throws {
    // Half from B, half from C: 25·1.1 + 25·2.1 = 80; without the goal 50·1.1 = 55. C's cost at z = 0.5 is 3.
    let assumptions = "c-cost,facilities,region=C,unit_cost,1,2,multiply,Cost in C,made up\n"
    let run = try SensitivityRun.run(
      ["--claim", "change_cost < 50", "--claim", "cost<=1", "--format", "json"],
      assumptions: assumptions)
    #expect(run.status == 0, "\(run.errors)")
    let answer = try SensitivityRun.answer(run)
    // 25·(2·(1 + z) - 1) = 50 at z = 0.5.
    #expect(answer.claims.map(\.nominal) == [true, false])
    #expect(answer.claims.map(\.claim) == ["change_cost < 50", "cost <= 1"])
    let found = try #require(answer.claims[0].breaks.first)
    #expect(
      found.assumption == "c-cost" && abs(found.z - 0.5) <= 1e-3 && found.amount == "factor 1.5")
    #expect(answer.claims[1].breaks.isEmpty)
    let table = try SensitivityRun.run(
      ["--claim", "change_cost < 50", "--samples", "50"], assumptions: assumptions)
    for text in [
      "In the nominal world: change_cost 25.00.", "`change_cost < 50` holds in the nominal world",
      "It stops to hold where `c-cost` is above z 0.5", "It fails most where `c-cost` is above z",
      "50 sampled worlds (seed 1)", "c-cost: Cost in C",
    ] {
      #expect(table.output.contains(text), "\(text)\n\(table.output)")
    }
  }

  @Test("an assumption on what no plan can use has no swing, and unit costs raise the cost")
  func laws() throws {
    let run = try SensitivityRun.run(
      ["--measure", "cost", "--format", "json"],
      assumptions: """
        idle,facilities,region=D,unit_cost,0.5,2,multiply,,made up
        b-cost,facilities,region=B,unit_cost,0.5,1.5,multiply,,made up
        freight,lanes,,unit_cost,0,0.4,add,,made up

        """)
    let answer = try SensitivityRun.answer(run)
    let idle = try #require(answer.swing("idle", "cost"))
    let nominal = try #require(idle.nominal)
    #expect(try abs(#require(idle.low) - nominal) <= 1e-9 * nominal)
    #expect(try abs(#require(idle.high) - nominal) <= 1e-9 * nominal)
    let cost = try #require(answer.swing("b-cost", "cost"))
    #expect(try #require(cost.low) < nominal && nominal < #require(cost.high))
    let freight = try #require(answer.swing("freight", "cost"))
    #expect(try freight.low == nominal && abs(#require(freight.high) - nominal - 20) < 1e-6)
    #expect(answer.tornado.map(\.assumption) == ["b-cost", "freight", "idle"])
  }

  @Test("narrower ranges give narrower results")
  func narrower() throws {
    let widths = try ["0.5,1.5", "0.8,1.2", "0.95,1.05"].map { range in
      let run = try SensitivityRun.run(
        ["--measure", "cost", "--samples", "30", "--format", "json"],
        assumptions: "b-cost,facilities,,unit_cost,\(range),multiply,,made up\n")
      let measure = try #require(try SensitivityRun.answer(run).measures.first)
      return try #require(measure.q95) - #require(measure.q05)
    }
    #expect(widths[0] > widths[1] && widths[1] > widths[2] && widths[2] > 0)
  }

  @Test("compares changes with the plan of another model")
  func against() throws {
    try withTemporaryFolder { folder in
      try SensitivityRun.write(
        to: folder, assumptions: "c-cost,facilities,region=C,unit_cost,1,2,multiply,,made up\n")
      try write(
        [
          "other.yaml": Array(
            "name: other\ngoals:\n  - {kind: largest_source, commodity: g, at_most: 60%}\n".utf8)
        ], to: folder)
      let change = { (other: String) in
        let run = try SensitivityRun.run(
          [".", "--model", "model.yaml", "--against", other, "--format", "json"], in: folder)
        return try #require(try SensitivityRun.answer(run).swing("c-cost", "change_cost"))
      }
      let same = try change("model.yaml")
      #expect(same.low == 0 && same.nominal == 0 && same.high == 0)
      // 5 t more from C, 1 dearer, or 3 at the high end.
      let other = try change("other.yaml")
      #expect(try abs(#require(other.nominal) - 5) < 1e-6 && abs(#require(other.high) - 15) < 1e-6)
    }
  }

  @Test("an assumption with a place, also 0, is held there; the others move")
  func assumed() throws {
    let assumptions = """
      b-cost,facilities,region=B,unit_cost,0.5,2,multiply,,made up
      c-cost,facilities,region=C,unit_cost,1,2,multiply,,made up

      """
    let words = ["--measure", "cost", "--claim", "cost < 140", "--samples", "20"]
    for (place, text, nominal) in [
      ("high", "c-cost held at high (+1)", 130.0), ("0", "c-cost held at 0", 80),
    ] {
      let options = words + ["--assume", "c-cost=\(place)"]
      let run = try SensitivityRun.run(options + ["--format", "json"], assumptions: assumptions)
      let answer = try SensitivityRun.answer(run)
      let b = try #require(answer.swing("b-cost", "cost"))
      #expect(try abs(#require(b.nominal) - nominal) < 1e-6)
      #expect(try abs(#require(b.high) - nominal - 25) < 1e-6)
      #expect(answer.tornado.map(\.assumption) == ["b-cost"])
      #expect(!answer.claims[0].breaks.contains { $0.assumption == "c-cost" })
      let table = try SensitivityRun.run(options, assumptions: assumptions)
      #expect(table.output.contains("Assumptions: \(text). They do not move."), "\(table.output)")
      #expect(table.output.contains("with 1 assumption."))
    }
  }

  @Test("only correlations above the critical value are named")
  func important() throws {
    let assumptions = """
      idle,facilities,region=D,unit_cost,0.5,2,multiply,,made up
      c-cost,facilities,region=C,unit_cost,1,2,multiply,,made up

      """
    let run = try SensitivityRun.run(
      ["--measure", "cost", "--samples", "40"], assumptions: assumptions)
    #expect(run.output.contains("Most important for cost, by partial rank correlation: c-cost +"))
    #expect(!run.output.contains("correlation: idle") && !run.output.contains(", idle +"))
    #expect(run.output.contains("how steadily a figure moves"))
  }

  @Test("what is said where a claim breaks is never the number of the table itself")
  func digits() throws {
    let assumptions = """
      b-cost,facilities,region=B,unit_cost,1,3,set,,made up
      freight,lanes,,unit_cost,0,0.4,add,,made up

      """
    let run = try SensitivityRun.run(
      ["--claim", "cost <= 80.001", "--format", "json"], assumptions: assumptions)
    let breaks = try SensitivityRun.answer(run).claims[0].breaks
    let amounts = Dictionary(breaks.map { ($0.assumption, $0.amount) }, uniquingKeysWith: { $1 })
    #expect(amounts["b-cost"]?.hasPrefix("unit_cost 1.00") ?? false, "\(amounts)")
    #expect(amounts["freight"]?.hasSuffix("money/unit added") ?? false, "\(amounts)")
  }
}
