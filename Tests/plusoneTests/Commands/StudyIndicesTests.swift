import Foundation
import TestSupport
import Testing

@Suite("plusone study: boxes and Sobol indices")
struct StudyIndicesTests {
  private static let study = """
    name: decided
    options:
      - {model: model.yaml, name: free, set: {cap: 100%}}
      - {model: model.yaml, name: capped, set: {cap: 40%}}
    worlds: {samples: 40, seed: 7, sobol: 12}
    claims: [cost < 80, extra_cost < 25]

    """

  private static let assumptions = """
    assumption,table,where,column,low,high,distribution,title,source
    b-cost,facilities,facility=fb,unit_cost,0.5,3,triangular,Cost of B,assumption: made up
    c-capacity,facilities,facility=fc,capacity,0,1,uniform,,assumption: made up

    """

  private static let goals =
    "kind: reliance, of: A, upon: B, commodity: g, at_most: $cap, in: 2025}\n"
    + "  - {kind: service, of: A, commodity: g, at_least: 100%, in: 2025}\nparameters: {cap: 100%"

  private func inFolder(
    _ study: String = study, _ body: (URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: Self.goals,
        with: ["assumptions.csv": Self.assumptions, "study.yaml": study])
      try body(folder)
    }
  }

  private func plusone(_ arguments: [String], in folder: URL) throws -> RunResult {
    let run = try runPlusOne(arguments, in: folder)
    #expect(run.status == 0, "\(arguments.joined(separator: " "))\n\(run.errors)")
    return run
  }

  @Test("the same bytes come from one thread and two, anew and after an interruption")
  func sameBytes() throws {
    try inFolder { folder in
      let bytes = { (out: String) in try StudyFiles.bytes(of: folder.appending(path: out)) }
      for (out, jobs) in [("one", "1"), ("two", "2")] {
        _ = try plusone(["study", "study.yaml", "--out", out, "--jobs", jobs], in: folder)
      }
      let whole = try bytes("one")
      #expect(try bytes("two") == whole)
      #expect(whole["boxes.csv"] != nil && whole["indices.csv"] != nil)
      let runs = folder.appending(path: "two/runs")
      try FileManager.default.removeItem(at: runs.appending(path: "capped/sobol-0003"))
      try FileManager.default.removeItem(
        at: runs.appending(path: "free/sobol-0048/joint/run.json"))
      try FileManager.default.removeItem(at: folder.appending(path: "two/indices.csv"))
      let resumed = try plusone(
        ["study", "study.yaml", "--out", "two", "--resume", "--jobs", "1"], in: folder)
      // 2·(1 + 40 + 12·4) runs.
      #expect(resumed.output.contains("176 were stored already"), "\(resumed.output)")
      #expect(try bytes("two") == whole)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: runs.appending(path: "free/sobol-0001/joint").path)
      #expect(names.sorted() == ["plusone.json", "run.json", "times.json"])
    }
  }

  @Test("indices are those of sensitivity, and count for nothing else")
  func indices() throws {
    try inFolder { folder in
      _ = try plusone(["study", "study.yaml", "--out", "out"], in: folder)
      let arguments = [
        "sensitivity", ".", "--model", "model.yaml", "--set", "cap=100%", "--samples", "12",
        "--seed", "7",
        "--sobol", "--measure", "cost", "--measure", "home_bill", "--out", "alone",
      ]
      _ = try plusone(arguments, in: folder)
      let alone = try StudyFiles.rows(folder.appending(path: "alone/indices.csv"))
        .filter { $0["index"] != "prcc" }
      let study = try StudyFiles.rows(folder.appending(path: "out/indices.csv"))
      let free = study.filter {
        $0["option"] == "free" && ["cost", "home_bill"].contains($0["measure"] ?? "")
      }
      #expect(alone.count == 8)
      #expect(
        free.map { $0.filter { !["option", "coordination"].contains($0.key) } }.sorted(
          by: Self.order)
          == alone.sorted(by: Self.order))
      #expect(free.allSatisfy { $0["coordination"] == "joint" && $0["value"] != "" })
      // C can make less than the capped option needs in some worlds.
      let capped = study.filter { $0["option"] == "capped" && $0["measure"] == "cost" }
      #expect(capped.allSatisfy { $0["value"] == "" && $0.number("missing") > 0 })
      // The table over the sampled worlds is that of a study without indices.
      let robustness = try Data(contentsOf: folder.appending(path: "out/robustness.csv"))
      let boxes = try Data(contentsOf: folder.appending(path: "out/boxes.csv"))
      try Data(Self.study.replacing(", sobol: 12", with: "").utf8)
        .write(to: folder.appending(path: "study.yaml"))
      _ = try plusone(["study", "study.yaml", "--out", "out"], in: folder)
      #expect(try Data(contentsOf: folder.appending(path: "out/robustness.csv")) == robustness)
      #expect(try Data(contentsOf: folder.appending(path: "out/boxes.csv")) == boxes)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "out").path)
      #expect(!names.contains("indices.csv"))
      let gone = try runPlusOne(["study", "results", "out", "--indices"], in: folder)
      #expect(gone.status == 64 && gone.errors.contains("sobol: 50"), "\(gone.errors)")
    }
  }

  private static func order(_ a: [String: String], _ b: [String: String]) -> Bool {
    let key = { (row: [String: String]) in
      ["measure", "assumption", "index"].map { row[$0] ?? "" }
    }
    return key(a).lexicographicallyPrecedes(key(b))
  }

  @Test("the report says where claims fail and what decides, and results show the tables")
  func shown() throws {
    try inFolder { folder in
      let report = try plusone(["study", "study.yaml", "--out", "out"], in: folder).output
      let words = report.split { $0.isWhitespace }.joined(separator: " ")
      #expect(words.contains("Where claims fail in the sampled worlds"), "\(report)")
      #expect(words.contains("- `cost < 80` of free fails most where `b-cost` is above z 0."))
      #expect(words.contains("- capped has most often no plan where `c-capacity` is below z -0."))
      #expect(words.contains("Which assumptions decide: Sobol indices over 48 further worlds"))
      #expect(words.contains("No indices, since some of the worlds have no value: "))
      #expect(words.contains("80 are of sampled worlds; 96 are of worlds for Sobol indices"))
      for table in ["boxes", "indices"] {
        let printed = try plusone(
          ["study", "results", "out", "--\(table)", "--format", "csv"], in: folder)
        let written = try String(
          contentsOf: folder.appending(path: "out/\(table).csv"), encoding: .utf8)
        #expect(printed.output == written)
      }
      let boxes = try plusone(
        [
          "study", "results", "out", "--boxes", "--where", "claim = 'no plan'", "--html",
          "page.html",
        ], in: folder)
      #expect(boxes.output.contains("c-capacity") && !boxes.output.contains("b-cost"))
      let page = try String(contentsOf: folder.appending(path: "page.html"), encoding: .utf8)
      #expect(page.contains("Where claims fail most") && page.contains("of boxes.csv"))
      let both = try runPlusOne(
        ["study", "results", "out", "--boxes", "--pivot", "cost"], in: folder)
      #expect(
        both.status == 64 && both.errors.contains("--pivot and --boxes make different tables"))
    }
  }
}
