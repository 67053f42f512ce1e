import Foundation
import TestSupport
import Testing

/// Stored plans and models of a moved world, on ``MovedRegions``.
@Suite("Plans of a moved world")
struct MovedPlanCommandTests {
  private static let high = ["--assume", "dear=high", "--assume", "growth=high"]
  private static let sentence =
    "Assumptions: dear at high (+1), growth at high (+1); all else as in the tables."

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func json(_ folder: URL, _ path: String) throws -> [String: Any] {
    try json(String(contentsOf: folder.appending(path: path), encoding: .utf8))
  }

  // MARK: Models

  @Test("a model's assumptions move the instance as --assume does")
  func model() throws {
    try MovedRegions.with { folder in
      let bare = MovedRegions.changes["world.yaml", default: ""]
        .replacing("assumptions: {at: {dear: $dear}, high: [growth]}\n", with: "")
        .replacing("parameters: {dear: 1}\n", with: "")
      try Data(bare.utf8).write(to: folder.appending(path: "instance/bare.yaml"))
      let format = ["--format", "csv"]
      let given = try ThreeRegions.run("solve", in: folder, model: "world.yaml", format)
      let assumed = try ThreeRegions.run(
        "solve", in: folder, model: "bare.yaml", format + Self.high)
      let nominal = try ThreeRegions.run("solve", in: folder, model: "bare.yaml", format)
      #expect(given.status == 0 && given.output == assumed.output, "\(given.errors)")
      #expect(given.errors == "note: \(Self.sentence)\n" && assumed.errors == given.errors)
      #expect(nominal.output != given.output && nominal.errors.isEmpty)
      let zero = try ThreeRegions.run(
        "solve", in: folder, model: "world.yaml",
        format + ["--set", "dear=0", "--assume", "growth=0"])
      #expect(zero.output == nominal.output && zero.errors.isEmpty, "\(zero.errors)")
    }
  }

  @Test("--assume goes before the model for the same assumption only")
  func precedence() throws {
    try MovedRegions.with { folder in
      let run = try ThreeRegions.run(
        "solve", in: folder, model: "world.yaml",
        ["--format", "json", "--assume", "dear=-0.5", "--assume", "loss=low"])
      #expect(run.status == 0, "\(run.errors)")
      let places = try json(run.output)["assumptions"] as? [String: Double]
      #expect(places == ["dear": -0.5, "growth": 1, "loss": -1])
    }
  }

  @Test(
    "every command that reads a model moves its assumptions", arguments: AssumeCommandTests.commands
  )
  func commands(command: String, options: [String]) throws {
    try MovedRegions.with { folder in
      let options =
        command == "frontier" ? ["--vary", "others_keep=0%..1%", "--steps", "2"] : options
      let run = try ThreeRegions.run(command, in: folder, model: "world.yaml", options)
      #expect([0, 2].contains(run.status), "\(run.errors)")
      let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.contains(Self.sentence), "\(run.output)")
    }
  }

  @Test("a frontier over the place of an assumption is refused: it has one instance")
  func frontier() throws {
    try MovedRegions.with { folder in
      let run = try ThreeRegions.run(
        "frontier", in: folder, model: "world.yaml", ["--vary", "dear=0..1", "--steps", "2"])
      #expect(run.status == 64 && run.output.isEmpty)
      #expect(run.errors.contains("sets where assumptions of the model stand"), "\(run.errors)")
    }
  }

  @Test("an unknown assumption of a model is bad data with its line")
  func unknown() throws {
    try MovedRegions.with { folder in
      let text = "name: m\nassumptions:\n  low: [deer]\n"
      try Data(text.utf8).write(to: folder.appending(path: "instance/bad.yaml"))
      let run = try ThreeRegions.run("solve", in: folder, model: "bad.yaml")
      #expect(run.status == 65)
      #expect(
        run.errors.contains(
          "instance/bad.yaml:3: low: unknown assumption `deer`; the most similar"),
        "\(run.errors)")
    }
  }

  // MARK: Stored plans

  @Test("a stored plan says its world, and is tested in it")
  func stored() throws {
    try MovedRegions.with { folder in
      let fresh = try ThreeRegions.run("stress", in: folder, Self.high + ["--format", "csv"])
      #expect(try ThreeRegions.run("solve", in: folder, Self.high + ["--out", "plan"]).status == 0)
      for file in ["plan/summary.json", "plan/without_goals/summary.json"] {
        let places = try json(folder, file)["assumptions"] as? [String: Double]
        #expect(places == ["dear": 1, "growth": 1])
      }
      let report = try runPlusOne(["report", "plan"], in: folder)
      #expect(report.output.contains(Self.sentence))
      let stress = ["stress", "instance", "--plan", "plan", "--format", "csv"]
      let stored = try runPlusOne(stress, in: folder)
      #expect(stored.status == 0 && stored.output == fresh.output, "\(stored.errors)")
      #expect(stored.errors.contains("note: the instance is moved as for the stored plan"))
      let same = try runPlusOne(stress + Self.high, in: folder)
      #expect(same.status == 0 && same.output == fresh.output, "\(same.errors)")
    }
  }

  @Test("a stored plan in another world is an error, or with --allow-changed a warning")
  func conflict() throws {
    try MovedRegions.with { folder in
      #expect(try ThreeRegions.run("solve", in: folder, Self.high + ["--out", "plan"]).status == 0)
      #expect(try ThreeRegions.run("solve", in: folder, ["--out", "nominal"]).status == 0)
      let cases = [
        ("plan", "dear=low", "assumption `dear` was at high (+1), is at low (-1)"),
        ("plan", "growth=0", "assumption `growth` was at high (+1), is as in the tables"),
        ("nominal", "growth=0.5", "assumption `growth` was as in the tables, is at 0.5"),
      ]
      for (plan, place, message) in cases {
        let words = ["stress", "instance", "--plan", plan, "--assume", place]
        let refused = try runPlusOne(words, in: folder)
        #expect(refused.status == 65 && refused.output.isEmpty)
        #expect(
          refused.errors.contains("the instance has changed since this plan was made: \(message)"),
          "\(refused.errors)")
        let allowed = try runPlusOne(words + ["--allow-changed"], in: folder)
        #expect(allowed.status == 0 && allowed.errors.contains("warning: "), "\(allowed.errors)")
        #expect(allowed.errors.contains(message))
      }
    }
  }

  @Test("a stored plan whose assumption is gone is a changed instance")
  func gone() throws {
    try MovedRegions.with { folder in
      #expect(try ThreeRegions.run("solve", in: folder, Self.high + ["--out", "plan"]).status == 0)
      let path = folder.appending(path: "instance/assumptions.csv")
      let rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
      try (rows.filter { !$0.hasPrefix("growth") }.joined(separator: "\n") + "\n")
        .write(to: path, atomically: true, encoding: .utf8)
      let run = try runPlusOne(["stress", "instance", "--plan", "plan"], in: folder)
      #expect(run.status == 65)
      #expect(
        run.errors.contains("assumption `growth` was at high (+1), is as in the tables"),
        "\(run.errors)")
    }
  }

  @Test("a stored plan without goals is for an instance that is moved alike")
  func baseline() throws {
    try MovedRegions.with { folder in
      let stored = try ThreeRegions.run("solve", in: folder, Self.high + ["--out", "base"])
      #expect(stored.status == 0)
      let again = try ThreeRegions.run("solve", in: folder, Self.high + ["--baseline", "base"])
      #expect(again.status == 0 && again.output == stored.output, "\(again.errors)")
      let nominal = try ThreeRegions.run("solve", in: folder, ["--baseline", "base"])
      #expect(nominal.status == 65)
      #expect(
        nominal.errors.contains("assumption `dear` was at high (+1), is as in the tables"),
        "\(nominal.errors)")
    }
  }

  // MARK: Studies

  @Test("the runs of a study plan the world of their option")
  func study() throws {
    try MovedRegions.with { folder in
      try Data(MovedRegions.study.utf8).write(to: folder.appending(path: "study.yaml"))
      let run = try runPlusOne(["study", "study.yaml", "--out", "out"], in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
      #expect(
        words.contains("The option dear is planned for another world. \(Self.sentence)"),
        "\(run.output)")
      #expect(!words.contains("The option plain is planned"))
      let solved = try ThreeRegions.run(
        "solve", in: folder, model: "world.yaml", ["--format", "json"])
      let wanted = try #require(json(solved.output)["cost"] as? Double)
      for (name, places) in [("dear", ["dear": 1.0, "growth": 1]), ("plain", nil)] {
        for variation in ["as-is", "little"] {
          let place = "out/runs/\(name)/\(variation)/joint"
          let summary = try json(folder, "\(place)/summary.json")
          #expect(summary["assumptions"] as? [String: Double] == places)
          let record = try json(folder, "\(place)/run.json")
          #expect(record["assumptions"] as? [String: Double] == places)
        }
      }
      let summary = try json(folder, "out/runs/dear/as-is/joint/summary.json")
      #expect(summary["cost"] as? Double == wanted)
      // Growth adds to what the edit halves: 5 + 10 in each region.
      let demands = try StudyFiles.rows(
        folder.appending(path: "out/runs/dear/little/joint/allocation.csv"))
      let sent = demands.filter { $0["period"] == "2025" }.reduce(0) { $0 + $1.number("quantity") }
      let short = try StudyFiles.rows(
        folder.appending(path: "out/runs/dear/little/joint/shortages.csv")
      ).filter { $0["period"] == "2025" }.reduce(0) { $0 + $1.number("shortage") }
      #expect(abs(sent + short - 30) < 1e-6)
    }
  }

  @Test("a run is stored under its places: other ones are other runs")
  func keys() throws {
    try MovedRegions.with { folder in
      try Data(MovedRegions.study.utf8).write(to: folder.appending(path: "study.yaml"))
      let words = ["study", "study.yaml", "--out", "out", "--resume"]
      let first = try runPlusOne(words, in: folder)
      #expect(first.status == 0, "\(first.errors)")
      let key = {
        try #require(try json(folder, "out/runs/dear/as-is/joint/run.json")["key"] as? String)
      }
      let before = try key()
      let model = folder.appending(path: "instance/world.yaml")
      let text = try String(contentsOf: model, encoding: .utf8)
      try text.replacing("high: [growth]", with: "low: [growth]")
        .write(to: model, atomically: true, encoding: .utf8)
      #expect(try runPlusOne(words, in: folder).status == 0)
      let after = try key()
      #expect(after != before)
      let set = MovedRegions.study.replacing("name: dear}", with: "name: dear, set: {dear: 0.5}}")
      try Data(set.utf8).write(to: folder.appending(path: "study.yaml"))
      #expect(try runPlusOne(words, in: folder).status == 0)
      #expect(try key() != after)
      let places = try json(folder, "out/runs/dear/as-is/joint/run.json")["assumptions"]
      #expect(places as? [String: Double] == ["dear": 0.5, "growth": -1])
    }
  }
}
