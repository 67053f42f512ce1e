import Foundation
import TestSupport
import Testing

@Suite("plusone study: sampled worlds")
struct StudyWorldsTests {
  private static let study = """
    name: sampled
    options:
      - {model: model.yaml, name: free, set: {cap: 100%}}
      - {model: model.yaml, name: capped, set: {cap: 40%}}
      - {model: model.yaml, name: strict, set: {cap: 10%}}
    worlds: {samples: 12, seed: 7}
    claims: [change_cost < 20, cost < 1000000]

    """

  private static let assumptions = """
    assumption,table,where,column,low,high,distribution,source
    b-cost,facilities,facility=fb,unit_cost,0.5,3,triangular,assumption: made up
    c-capacity,facilities,facility=fc,capacity,0,1,uniform,assumption: made up

    """

  private static let goals =
    "kind: reliance, of: A, upon: B, commodity: g, at_most: $cap, in: 2025}\n"
    + "  - {kind: service, of: A, commodity: g, at_least: 100%, in: 2025}\nparameters: {cap: 100%"

  private func inFolder(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: Self.goals, with: ["assumptions.csv": Self.assumptions])
      try body(folder)
    }
  }

  private func run(
    in folder: URL, _ out: String, _ options: String...
  ) throws -> RunResult {
    try Data(Self.study.utf8).write(to: folder.appending(path: "study.yaml"))
    let run = try runPlusOne(["study", "study.yaml", "--out", out] + options, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    return run
  }

  @Test("the same bytes come from one thread and two, anew and after an interruption")
  func sameBytes() throws {
    try inFolder { folder in
      let bytes = { (out: String) in try StudyFiles.bytes(of: folder.appending(path: out)) }
      _ = try run(in: folder, "one", "--jobs", "1")
      _ = try run(in: folder, "two", "--jobs", "2")
      let whole = try bytes("one")
      #expect(whole.count > 3 * 13 * 2)
      #expect(try bytes("two") == whole)
      // A run that never was, and one that was cut, are made as if nothing had happened; the run as-is is stored.
      let runs = folder.appending(path: "two/runs")
      try FileManager.default.removeItem(at: runs.appending(path: "capped/world-003"))
      try FileManager.default.removeItem(
        at: runs.appending(path: "strict/world-012/joint/run.json"))
      let resumed = try run(in: folder, "two", "--resume", "--jobs", "1")
      #expect(resumed.output.contains("37 were stored already"), "\(resumed.output)")
      #expect(try bytes("two") == whole)
    }
  }

  @Test("runs of worlds store their record only, and the tables of the study say the rest")
  func files() throws {
    try inFolder { folder in
      let report = try run(in: folder, "out").output
      let out = folder.appending(path: "out")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: out.appending(path: "runs/free/world-001/joint").path)
      #expect(names.sorted() == ["plusone.json", "run.json", "times.json"])
      let runs = try StudyFiles.rows(out.appending(path: "comparison.csv"))
      #expect(runs.count == 3 * 13)
      let worlds = try StudyFiles.rows(out.appending(path: "sampled_worlds.csv"))
      #expect(worlds.count == 12 * 2 && worlds[1]["assumption"] == "c-capacity")
      // C can make 100·(1 + z) t, of which strict needs 45 and capped 30.
      let capacities = worlds.filter { $0["assumption"] == "c-capacity" }.map {
        100 * (1 + $0.number("z"))
      }
      let possible = [50.0, 30, 45].map { need in
        need == 50 ? 12 : capacities.count { $0 >= need }
      }
      #expect(possible[1] > possible[2] && possible[2] > 0 && possible[1] < 12)
      let robust = try StudyFiles.rows(out.appending(path: "robustness.csv"))
      let costs = robust.filter { $0["measure"] == "cost" }
      #expect(costs.map { $0.number("with_plan") } == possible.map(Double.init))
      #expect(costs.map { $0["largest_regret"] == "" } == [false, true, true])
      #expect(costs.map { $0.number("no_plan_regret") } == possible.map { Double(12 - $0) })
      #expect(costs.map { $0.number("worlds") } == [12, 12, 12])
      let claims = robust.filter { $0["claim"] == "cost < 1000000" }
      let shares = claims.map { $0.number("share_holds") }
      #expect(Array(shares.dropFirst()) == possible.dropFirst().map { Double($0) / 12 })
      // Figures by a second way: from the table of runs.
      let values = runs.filter { $0["option"] == "free" && $0["variation"] != "as-is" }
        .map { $0.number("cost") }
      #expect(values.count == 12)
      let mean = values.reduce(0, +) / 12
      #expect(abs(costs[0].number("mean") - mean) <= 1e-12 * mean)
      #expect(
        costs[0].number("least") == values.min() && costs[0].number("greatest") == values.max())

      #expect(report.contains("Which option stays good: 12 sampled worlds"), "\(report)")
      #expect(report.contains("The option with the least largest regret: cost: free (0)"))
      #expect(report.contains("no plan") && report.contains("36 are of sampled worlds"))
      let changes = robust.filter { $0["measure"] == "change_cost" }
      #expect(changes.map { $0["mean"] == "" } == [true, false, false])
      #expect(changes.map { $0["share_best"] == "" } == [true, false, false])
      let against = robust.filter { $0["claim"] == "change_cost < 20" }
      #expect(against.map { $0["share_holds"] == "" } == [true, false, false])
      #expect(report.contains("against free in the same world; for free itself"), "\(report)")
      #expect(report.contains("share of all worlds"))
      // No table has a column or line for each world.
      #expect(!report.contains("world-0"))
      let shown = try runPlusOne(
        ["study", "results", "out", "--robustness", "--where", "measure = cost", "--sort=-mean"],
        in: folder)
      #expect(shown.status == 0 && shown.output.contains("strict"), "\(shown.errors)")
      let table = try runPlusOne(
        ["study", "results", "out", "--robustness", "--format", "csv"], in: folder)
      let written = try String(
        contentsOf: out.appending(path: "robustness.csv"), encoding: .utf8)
      #expect(table.output == written)
    }
  }

  @Test("worlds whose data contradict each other are told apart from runs without a plan")
  func contradictions() throws {
    try withTemporaryFolder { folder in
      // A minimum above the capacity is no right instance; C may have both, but at no end of one assumption alone.
      try OneBuyer.write(
        to: folder, goal: Self.goals,
        with: [
          "facilities.csv":
            "facility,process,region,capacity,unit_cost,minimum\nfb,p,B,100,1,\nfc,p,C,100,2,45\n",
          "assumptions.csv": """
          assumption,table,where,column,low,high,distribution,source
          capacity,facilities,facility=fc,capacity,0.6,1,uniform,assumption: made up
          least,facilities,facility=fc,minimum,1,2.1,uniform,assumption: made up

          """,
        ])
      let report = try run(in: folder, "out").output
      let out = folder.appending(path: "out")
      let bad = try StudyFiles.rows(out.appending(path: "comparison.csv"))
        .filter { $0["status"] == "bad-input" }
      let worlds = bad.filter { $0["option"] == "free" }.count
      #expect(worlds > 0 && worlds < 12 && bad.count == 3 * worlds)
      #expect(
        report.contains("\(worlds) of 12 worlds: the data contradict each other"), "\(report)")
      #expect(!report.contains("ended without an answer"))
      let shares = try StudyFiles.rows(out.appending(path: "robustness.csv"))
      #expect(shares.allSatisfy { $0["without_answer"] == "0" })
    }
  }

  @Test("a part of the runs is compared over the worlds that all options have")
  func part() throws {
    try inFolder { folder in
      _ = try run(in: folder, "out", "--only", "*/world-001")
      _ = try run(in: folder, "out", "--only", "free/world-00?")
      let robust = try StudyFiles.rows(folder.appending(path: "out/robustness.csv"))
      let costs = robust.filter { $0["measure"] == "cost" }
      #expect(costs.map { $0.number("worlds") } == [1, 1, 1])
      // Without worlds the table of worlds goes.
      try Data(Self.study.replacing("worlds: {samples: 12, seed: 7}\n", with: "").utf8)
        .write(to: folder.appending(path: "study.yaml"))
      let fewer = try runPlusOne(["study", "study.yaml", "--out", "out"], in: folder)
      #expect(fewer.status == 0, "\(fewer.errors)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "out").path)
      #expect(!names.contains("sampled_worlds.csv") && names.contains("robustness.csv"))
      #expect(fewer.output.contains("Which option stays good: the variations as worlds, 1 of them"))
    }
  }
}
