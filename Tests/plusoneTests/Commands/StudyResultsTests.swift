import Foundation
import TestSupport
import Testing

@Suite("plusone study results: pivots and orders")
struct StudyResultsTests {
  private static let study = """
    name: pivoted
    instance: \(TestPaths.case("everything"))
    options:
      - model: \(TestPaths.model("baseline"))
      - model: \(TestPaths.model("reliance-cap"))
        name: below-60
        set: {cap: 60%}
    variations:
      - name: demand-up
        edit:
          - {table: demands, where: {region: [R0, R2], period: 2021..2022}, column: quantity, multiply: 1.2}
      - name: none
        set: {cap: 0%, by: 2020}
        probability: 20%
    combine: all
    sharing:
      - {mode: own}
    disruptions: [plant]

    """

  @Test("a figure is shown by options and variations, without a plan as a blank cell")
  func pivots() throws {
    try withTemporaryFolder { folder in
      let run = try runStudy(Self.study, in: folder)
      #expect(run.status == 0, "\(run.errors)")
      let results = { (arguments: [String]) in
        try runPlusOne(["study", "results", "out"] + arguments, in: folder)
      }
      let comparison = try StudyFiles.rows(folder.appending(path: "out/comparison.csv"))
      #expect(
        comparison.map { $0["variation"] }
          == Array(
            repeating: ["as-is", "demand-up", "none", "demand-up+none"], count: 2
          ).flatMap(\.self))
      let cost = { (option: String, variation: String) in
        comparison.first { $0["option"] == option && $0["variation"] == variation }?["cost"] ?? ""
      }
      #expect(cost("baseline", "none") == cost("baseline", "as-is"))
      #expect(cost("baseline", "demand-up+none") == cost("baseline", "demand-up"))
      #expect(cost("below-60", "none").isEmpty && cost("below-60", "demand-up+none").isEmpty)

      let pivot = try results(["--pivot", "cost", "--format", "csv"])
      #expect(pivot.status == 0, "\(pivot.errors)")
      let variations = ["as-is", "demand-up", "none", "demand-up+none"]
      let rows = ["baseline", "below-60"].map { option in
        ([option, "joint"] + variations.map { cost(option, $0) }).joined(separator: ",")
      }
      let header = "option,coordination,as-is,demand-up,none,demand-up+none"
      #expect(pivot.output == ([header] + rows).map { $0 + "\n" }.joined())
      let json = try results(["--pivot", "cost", "--format", "json"])
      #expect(json.output.contains("\"none\" : null") && json.output.contains("\"pivot\""))
      let table = try results(["--pivot", "change_cost"])
      #expect(table.output.hasPrefix("change_cost (discounted money); "), "\(table.output)")
      #expect(table.output.split(separator: "no plan").count == 3)

      // Under one rule of sharing its name may be left out.
      for name in ["service_worst", "change_service_worst"] {
        let short = try results(["--pivot", name, "--format", "csv"])
        #expect(short.status == 0, "\(short.errors)")
        #expect(
          short.output == (try results(["--pivot", name + "_own", "--format", "csv"])).output)
        let chosen = { (end: String) in
          try results([
            "--columns", "run,\(name)\(end)", "--sort=-\(name)\(end)", "--format", "csv",
          ])
        }
        #expect(try chosen("").status == 0)
        #expect(try chosen("").output == chosen("_own").output)
      }
      #expect(try results(["--pivot", "service_wrost"]).status != 0)
      #expect(
        run.output.contains(
          "The variation none sets cap to 0%, which wins over the value of the options: below-60 (60%)."
        ), "\(run.output)")

      let some = try results([
        "--pivot", "cost", "--where", "variation = demand-up+none or option = baseline",
        "--sort=-option", "--format", "csv",
      ])
      let lines = some.output.split(separator: "\n")
      #expect(lines[0] == "\(header)")
      #expect(lines[1] == "below-60,joint,,,,")
      #expect(lines[2].hasPrefix("baseline,joint,"))
      // A run that is filtered out is no run without a plan.
      let shown = try results([
        "--pivot", "cost", "--where", "option = below-60 and status != optimal",
      ])
      #expect(shown.output.split(separator: "no plan").count == 3, "\(shown.output)")
      #expect(!shown.output.contains("baseline") && !shown.output.contains("as-is"))

      let combined = try runPlusOne(
        ["study", "study.yaml", "--out", "out", "--only", "baseline/demand-up+none"], in: folder)
      #expect(combined.status == 0 && combined.errors.contains("1 run is stored already"))
      let edits = try StudyFiles.rows(folder.appending(path: "out/edits.csv"))
      #expect(
        edits.map { $0["variation"] } == Array(repeating: "demand-up", count: 8)
          + Array(repeating: "demand-up+none", count: 8))
      let manifest = try String(
        contentsOf: folder.appending(path: "out/manifest.json"), encoding: .utf8)
      #expect(manifest.contains("\"probability\" : 0.2") && manifest.contains("\"by\" : \"2020\""))
    }
  }

  @Test("rows are sorted by a column, numbers by value, blank cells last")
  func orders() throws {
    try withTemporaryFolder { folder in
      _ = try runStudy(Self.study, in: folder)
      let runs = { (order: [String]) in
        let run = try runPlusOne(
          ["study", "results", "out", "--columns", "run,cost", "--format", "csv"] + order,
          in: folder)
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split(separator: "\n").dropFirst().map {
          let cells = $0.split(separator: ",", omittingEmptySubsequences: false)
          return (run: String(cells[0]), cost: Double(cells[1]))
        }
      }
      let plain = try runs([])
      let costs = plain.compactMap(\.cost)
      #expect(costs.count == 6 && plain.count == 8)
      for (order, isRising) in [("cost", true), ("-cost", false)] {
        let sorted = try runs(["--sort", order])
        #expect(try runs(["--sort=\(order)"]).map(\.run) == sorted.map(\.run))
        #expect(sorted.compactMap(\.cost) == costs.sorted { isRising ? $0 < $1 : $0 > $1 })
        #expect(sorted.suffix(2).allSatisfy { $0.cost == nil })
        // Equal rows stay in the order of the study.
        let equal = sorted.filter { $0.cost == costs[0] }.map(\.run)
        #expect(equal == plain.filter { $0.cost == costs[0] }.map(\.run) && equal.count >= 2)
      }
      #expect(try runs(["--sort", "-run"]).map(\.run) == plain.map(\.run).sorted(by: >))
    }
  }

  @Test("the page has the table of the report, whatever is printed")
  func page() throws {
    try withTemporaryFolder { folder in
      _ = try runStudy(Self.study, in: folder, "--only", "*/as-is")
      let headings = try ["table", "csv", "json"].map { format in
        let run = try runPlusOne(
          ["study", "results", "out", "--format", format, "--html", "page.html"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let page = try String(contentsOf: folder.appending(path: "page.html"), encoding: .utf8)
        return page.matches(of: /<th [^>]*>[^<]*/).map { String($0.output) }
      }
      #expect(!headings[0].isEmpty && Set(headings).count == 1)
    }
  }

  @Test("unknown names are errors with similar ones")
  func mistakes() throws {
    try withTemporaryFolder { folder in
      _ = try runStudy(Self.study, in: folder, "--only", "*/as-is")
      for (arguments, pieces) in [
        (["--pivot", "costs"], ["--pivot: unknown figure `costs`", "`cost`"]),
        (["--pivot", "status"], ["--pivot: unknown figure `status`"]),
        (["--sort", "costs"], ["--sort: unknown column `costs`", "`cost`"]),
        (["--sort", "-costs"], ["--sort: unknown column `costs`", "`cost`"]),
        (["--pivot", "cost", "--sort", "cost"], ["--sort: unknown column `cost`"]),
        (["--pivot", "cost", "--columns", "run"], ["give one of them"]),
      ] {
        let run = try runPlusOne(["study", "results", "out"] + arguments, in: folder)
        #expect(run.status == 64, "\(arguments): \(run.output)")
        for piece in pieces { #expect(run.errors.contains(piece), "\(run.errors)") }
      }
    }
  }
}
