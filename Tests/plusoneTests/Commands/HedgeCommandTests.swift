import Foundation
import TestSupport
import Testing

@Suite("plusone hedge")
struct HedgeCommandTests {
  private static func run(_ options: [String], in folder: URL) throws -> RunResult {
    try runPlusOne(["hedge", "study.yaml", "--option", "half"] + options, in: folder)
  }

  private static func object(_ run: RunResult) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(json as? [String: Any])
  }

  private static func inTown(
    _ variations: [String], further: String = "", _ body: (URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try HedgeTown.write(to: folder, variations, further: further)
      try body(folder)
    }
  }

  @Test("orders at once what is needed if construction is late, and says whom it costs what")
  func answer() throws {
    try Self.inTown([HedgeTown.late]) { folder in
      let run = try Self.run(["--until", "2026", "--explain", "--out", "out"], in: folder)
      #expect(run.status == 0 && run.errors.contains("wrote 4 tables to out"), "\(run.errors)")
      let table = { (name: String) in
        try StudyFiles.rows(folder.appending(path: "out/\(name).csv"))
      }
      let orders = try table("hedge")
      #expect(orders.map { $0["project"] } == ["p"] && orders.map { $0["period"] } == ["2026"])
      #expect(orders[0]["common"] == "true" && abs(orders[0].number("capacity") - 25) < 1e-9)
      #expect(orders[0]["least"] == orders[0]["greatest"])
      let regrets = try table("regrets")
      #expect(regrets.map { $0["world"] } == ["as-is", "late"])
      #expect(regrets.map { $0.number("probability") } == [0.8, 0.2])
      for row in regrets {
        let regret = row.number("hedge_cost") - row.number("own_cost")
        #expect(abs(row.number("regret") - regret) < 1e-9)
      }
      #expect(regrets[0].number("regret") > 1 && regrets[1].number("regret") == 0)
      // The orders of the plan as it is come too late for the other world.
      let options = try table("hedge_options")
      #expect(options.map { $0["option"] } == ["(nothing)", "half", "tenth"])
      #expect(options.map { $0["worst_regret"] } == ["", "", ""])
      #expect(options.map { $0["worlds_without_plan"] } == ["1", "1", "1"])
      let report = run.output
      for text in [
        "Order capacity of 1 project up to 2026.", "This is proven", "The largest regret is",
        "Over these 2 worlds alone", "- late: projects.lead_years from 1 to 2",
        "- as-is: as in the tables", "What it is worth to wait",
        "more than if each world were known",
      ] {
        #expect(report.contains(text), "\(text)\n\(report)")
      }
      // These orders need not have the least expected cost.
      #expect(!report.contains("value of knowing"), "\(report)")
    }
  }

  @Test("says in which world other orders are regretted most")
  func worstWorld() throws {
    let dear =
      "  - {name: dear, edit: [{table: facilities, column: unit_cost, set: 60}]}\n"
    try Self.inTown([dear]) { folder in
      let options = ["--until", "2026"]
      let run = try Self.run(options + ["--out", "out"], in: folder)
      let table = { (name: String) in
        try StudyFiles.rows(folder.appending(path: "out/\(name).csv"))
      }
      let regrets = try table("regrets")
      let worst = try #require(
        regrets.max { $0.number("own_orders_regret") < $1.number("own_orders_regret") })
      try #require(worst.number("own_orders_regret") > 1)
      let own = try table("hedge_options")
      #expect(own.map { $0["option"] } == ["(nothing)", "half", "tenth"])
      #expect(own[1]["worst_world"] == worst["world"])
      #expect(own.map { $0["worst_world"] } == ["dear", "dear", "dear"])
      let json = try Self.object(try Self.run(options + ["--format", "json"], in: folder))
      let stated = try #require(json["options"] as? [[String: Any]])
      #expect(stated.map { $0["worst_world"] as? String } == ["dear", "dear", "dear"])
      let lines = run.output.split(separator: "\n")
      let heading = try #require(lines.first { $0.contains("orders of  ") })
      #expect(heading.contains("met in"))
      let row = try #require(lines.first { $0.hasPrefix("  (nothing)") })
      #expect(row.contains("dear"), "\(run.output)")
    }
  }

  @Test("CSV, JSON and the report have the same figures")
  func formats() throws {
    try Self.inTown([HedgeTown.late]) { folder in
      let options = ["--until", "2026", "--minimise", "expected"]
      let csv = try Self.run(options + ["--format", "csv", "--out", "out"], in: folder)
      #expect(csv.status == 0)
      let written = try String(
        contentsOf: folder.appending(path: "out/hedge.csv"), encoding: .utf8)
      #expect(csv.output == written)
      let json = try Self.object(try Self.run(options + ["--format", "json"], in: folder))
      #expect(json["status"] as? String == "found" && json["minimise"] as? String == "expected")
      #expect(json["deciding"] is NSNull && json["proven"] as? Bool == true)
      let worlds = try #require(json["worlds"] as? [[String: Any]])
      let expected = worlds.reduce(0.0) {
        $0 + ($1["probability"] as? Double ?? 0) * ($1["hedge_cost"] as? Double ?? 0)
      }
      let stated = try #require(json["expected_cost"] as? Double)
      #expect(abs(stated - expected) < 1e-9 * expected)
      let own = try #require(json["expected_own_cost"] as? Double)
      let knowing = try #require(json["value_of_knowing"] as? Double)
      #expect(abs(stated - own - knowing) < 1e-9 && knowing > 1)
      let waiting = try #require(json["waiting"] as? [[String: Any]])
      #expect(waiting.map { $0["common"] as? String } == ["none", "until", "all"])
      let values = waiting.compactMap { $0["value"] as? Double }
      #expect(values.count == 3 && values == values.sorted())
      let report = try Self.run(options, in: folder).output
      #expect(report.contains("no orders up to 2026 have a smaller expected cost"), "\(report)")
      #expect(report.contains("the value of knowing"), "\(report)")
    }
  }

  @Test(
    "worlds that cannot share orders are named, and nothing is written",
    arguments: ["2026", "last"])
  func conflict(until: String) throws {
    try Self.inTown([HedgeTown.late, HedgeTown.shut]) { folder in
      let options = ["--until", until]
      let run = try Self.run(options + ["--out", "out"], in: folder)
      #expect(run.status == 2)
      #expect(run.output.contains("These 2 worlds cannot share orders"), "\(run.output)")
      #expect(run.output.contains("- late: ") && run.output.contains("- shut: projects.earliest"))
      #expect(!run.output.contains("- as-is"))
      #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out").path))
      let json = try Self.run(options + ["--format", "json"], in: folder)
      #expect(json.status == 2 && json.errors.contains("late and shut"))
      let object = try Self.object(json)
      #expect(object["status"] as? String == "no_common_orders")
      let worlds = try #require(object["conflict"] as? [[String: Any]])
      #expect(worlds.map { $0["world"] as? String } == ["late", "shut"])
    }
  }

  @Test("a world without a plan of its own is left out and named")
  func leftOut() throws {
    try Self.inTown([HedgeTown.late, HedgeTown.never]) { folder in
      let options = ["--until", "2026"]
      let run = try Self.run(options, in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("left out: never"), "\(run.output)")
      let csv = try Self.run(options + ["--format", "csv", "--out", "out"], in: folder)
      #expect(csv.errors.contains("note: left out, since they have no plan of their own: never"))
      let rows = try StudyFiles.rows(folder.appending(path: "out/regrets.csv"))
      #expect(rows.map { $0["world"] } == ["as-is", "late"])
      // As-is and the world that is left out had 40 % each.
      let sum = rows.reduce(0) { $0 + $1.number("probability") }
      #expect(abs(sum - 1) < 1e-12 && abs(rows[1].number("probability") - 1 / 3.0) < 1e-12)
      let json = try Self.object(try Self.run(options + ["--format", "json"], in: folder))
      #expect(json["left_out"] as? [String] == ["never"])
    }
  }

  @Test("if no world has a plan, the status is 2")
  func noPlan() throws {
    try Self.inTown([]) { folder in
      let text = try String(
        contentsOf: folder.appending(path: "town/projects.csv"), encoding: .utf8)
      try write(
        ["projects.csv": Array(text.replacing(",60,", with: ",20,").utf8)],
        to: folder.appending(path: "town"))
      let run = try Self.run(["--until", "2026"], in: folder)
      #expect(run.status == 2 && run.output.contains("No world has a plan of its own"))
      let json = try Self.run(["--until", "2026", "--format", "json"], in: folder)
      #expect(json.status == 2 && json.errors.contains("no world has a plan"))
      #expect(try Self.object(json)["status"] as? String == "no_plan")
    }
  }

  @Test("one world alone regrets nothing")
  func oneWorld() throws {
    try Self.inTown([]) { folder in
      let run = try Self.run(["--until", "last", "--explain", "--format", "json"], in: folder)
      let json = try Self.object(run)
      #expect(run.status == 0 && json["worst_regret"] as? Double == 0)
      #expect(run.errors.contains("the instance as it is is the only world"), "\(run.errors)")
      #expect((json["worst_worlds"] as? [String])?.isEmpty == true)
      #expect((json["deciding"] as? [Any])?.isEmpty == true)
      #expect(json["value_of_knowing"] as? Double == 0)
      let report = try Self.run(["--until", "last"], in: folder).output
      #expect(report.contains("No world regrets it"), "\(report)")
    }
  }

  @Test("with --until none each world orders by itself")
  func none() throws {
    try Self.inTown([HedgeTown.late, HedgeTown.shut]) { folder in
      let run = try Self.run(["--until", "none", "--minimise", "expected"], in: folder)
      #expect(run.output.contains("No orders need be the same"), "\(run.output)")
      let json = try Self.object(
        try Self.run(
          ["--until", "none", "--minimise", "expected", "--format", "json"], in: folder))
      #expect(json["until"] is NSNull)
      #expect(json["expected_cost"] as? Double == json["expected_own_cost"] as? Double)
      let orders = try #require(json["orders"] as? [[String: Any]])
      #expect(!orders.isEmpty && orders.allSatisfy { $0["common"] as? Bool == false })
      let last = try #require((json["waiting"] as? [[String: Any]])?.last)
      #expect(last["common"] as? String == "all" && last["value"] is NSNull)
    }
  }

  @Test("sampled worlds count, and the deciding ones say where their assumptions stand")
  func sampled() throws {
    let further = "worlds: {samples: 5, seed: 3}\n"
    try Self.inTown([HedgeTown.late], further: further) { folder in
      let run = try Self.run(["--until", "2026", "--explain", "--out", "out"], in: folder)
      let rows = try StudyFiles.rows(folder.appending(path: "out/regrets.csv"))
      #expect(rows.count == 7 && rows[2]["world"] == "world-001")
      #expect(run.output.contains("(Cost of plants)"), "\(run.output)")
      let jobs = ["1", "3"].map { ["--until", "2026", "--format", "json", "--jobs", $0] }
      let outputs = try jobs.map { try Self.run($0, in: folder).output }
      #expect(outputs[0] == outputs[1] && !outputs[0].isEmpty)
    }
  }

  @Test("a time limit that is over at once ends with 75")
  func limit() throws {
    try Self.inTown([HedgeTown.late]) { folder in
      let run = try Self.run(["--until", "2026", "--time-limit", "1e-9"], in: folder)
      #expect(run.status == 75 && run.errors.contains("--time-limit"), "\(run.errors)")
    }
  }

  @Test("mistakes in options say what there is")
  func mistakes() throws {
    try Self.inTown([HedgeTown.late]) { folder in
      let study = ["hedge", "study.yaml"]
      for (options, status, text) in [
        (["--until", "2026"], 64, "the study has 2 options; choose one by --option: half, tenth"),
        (["--option", "hlaf", "--until", "2026"], 64, "the most similar name is `half`"),
        (
          ["--option", "half", "--until", "2030"], 64,
          "unknown period `2030`; must be one of 2026, 2027, 2028, first, last, or none"
        ),
        (["--option", "half"], 64, "--until"),
        (
          ["--option", "half", "--until", "2026", "--minimise", "cost"], 64, "unknown value `cost`"
        ),
        (
          ["--option", "half", "--until", "2026", "--minimise", "expected", "--explain"], 64,
          "in the expected cost all worlds count"
        ),
        (["--option", "half", "--until", "2026", "--out", "town"], 73, "town"),
      ] {
        let run = try runPlusOne(study + options, in: folder)
        #expect(
          run.status == Int32(status) && run.errors.contains(text), "\(options): \(run.errors)")
      }
      let missing = try runPlusOne(["hedge", "none.yaml", "--until", "2026"], in: folder)
      #expect(missing.status == 66, "\(missing.errors)")
    }
  }

  @Test("an option may be left out if there is only one, and the study be that of an instance")
  func shortForm() throws {
    try Self.inTown([]) { folder in
      let study = "options: [{model: model.yaml}]\ndisruptions: none\n" + "variations:\n"
      try write(
        ["study.yaml": Array((study + HedgeTown.late).utf8)], to: folder.appending(path: "town"))
      let run = try runPlusOne(["hedge", "town", "--until", "first"], in: folder)
      #expect(run.status == 0 && run.output.contains("Option model of the study"), "\(run.errors)")
    }
  }

  @Test("a model whose costs cannot be compared is an error with file and line")
  func refused() throws {
    try Self.inTown([HedgeTown.late]) { folder in
      let model = HedgeTown.files["model.yaml", default: ""]
      try write(
        ["model.yaml": Array((model + "objective: [cost, capex]\n").utf8)],
        to: folder.appending(path: "town"))
      let run = try Self.run(["--until", "2026"], in: folder)
      #expect(run.status == 65 && run.errors.contains("2 stages"), "\(run.errors)")
      #expect(run.errors.contains("study.yaml:4"), "\(run.errors)")
    }
  }

  @Test("the shell completes the options of the study")
  func completion() throws {
    try Self.inTown([HedgeTown.late]) { folder in
      let words = [
        "---completion", "hedge", "--", "--option", "4", "0", "plusone", "hedge", "study.yaml",
        "--option", "",
      ]
      let run = try runPlusOne(words, in: folder, environment: ["SAP_SHELL": "fish"])
      #expect(run.output.split(separator: "\n") == ["half", "tenth"], "\(run)")
    }
  }
}
