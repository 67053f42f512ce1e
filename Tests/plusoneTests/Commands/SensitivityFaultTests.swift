import Foundation
import TestSupport
import Testing

@Suite("Mistakes in the arguments of plusone sensitivity")
struct SensitivityFaultTests {
  private static let cost = "c-cost,facilities,region=C,unit_cost,1,2,multiply,,made up\n"

  @Test(
    "are wrong usage, and the message says what would be right",
    arguments: [
      (
        ["--only", "c-kost"],
        "--only: unknown assumption `c-kost`; the most similar name is `c-cost`"
      ),
      (["--measure", "chnge_cost"], "the most similar name is `change_cost`"),
      (["--claim", "cost"], "such as change_cost < 50"),
      (["--claim", "kost < 5"], "unknown measure `kost`"),
      (["--claim", "cost < 5%"], "is no share"),
      (
        ["--claim", "largest_share <= 50"],
        "`largest_share` is a share, which is not 50; write 50% (or 0.5)"
      ),
      (["--measure", "service_worst"], "--measure: `service_worst` needs disruptions"),
      (["--claim", "lost_expected < 1"], "--claim: `lost_expected` needs disruptions"),
      (["--assume", "c-cost=0"], "give every assumption a place"),
      (["--assume", "c-cost=0", "--only", "c-cost"], "--only: `c-cost` cannot move"),
      (["--seed", "3"], "--seed is about random worlds"),
      (["--sobol"], "--sobol needs worlds: give --samples too"),
      (["--samples", "-1"], "--samples takes a whole number from 0"),
      (["--resume"], "name their folder with --out"),
      (["--resume", "--replace", "--out", "o"], "give one of them"),
      (["--measure", "price_of_not_coordinating"], "unknown measure"),
    ])
  func usage(arguments: [String], message: String) throws {
    let run = try SensitivityRun.run(arguments, assumptions: Self.cost)
    #expect(run.status == 64 && run.errors.contains(message), "\(run.errors)")
  }

  @Test("an instance without assumptions is told how to write them")
  func noAssumptions() throws {
    let run = try SensitivityRun.run([], assumptions: "")
    #expect(run.status == 65)
    #expect(run.errors.contains("assumptions.csv") && run.errors.contains("assumption,table,where"))
  }

  @Test("an assumption called as another column of worlds.csv is named with its row")
  func columns() throws {
    for id in ["world", "ending", "change_cost"] {
      let run = try SensitivityRun.run(
        [],
        assumptions: Self.cost
          + Self.cost.replacing("c-cost", with: id).replacing("region=C", with: "region=B"))
      #expect(
        run.status == 65 && run.errors.contains("assumptions.csv:3: assumption: "), "\(run.errors)")
      #expect(run.errors.contains("cannot be called `\(id)`"))
    }
  }

  @Test("a world whose tables break a rule is named by where its assumptions stand")
  func brokenWorld() throws {
    // Each end alone is right. Together the least output is above the capacity.
    let assumptions = """
      room,facilities,facility=fc,capacity,0.5,1,multiply,,made up
      least,facilities,facility=fc,minimum,0,80,set,,made up

      """
    let run = try SensitivityRun.run(["--samples", "200"], assumptions: assumptions)
    #expect(run.status == 65, "\(run.errors)")
    #expect(run.errors.contains("in the world with `room` at -0."), "\(run.errors)")
  }

  @Test("a model to compare with that has no plan in the nominal world is said")
  func otherWithoutPlan() throws {
    try withTemporaryFolder { folder in
      try SensitivityRun.write(to: folder, assumptions: Self.cost)
      let model =
        "name: strict\ngoals:\n  - {kind: largest_source, commodity: g, at_most: 10%}\n"
        + "  - {kind: service, of: A, commodity: g, at_least: 100%}\n"
      try write(["strict.yaml": Array(model.utf8)], to: folder)
      let words = [".", "--model", "model.yaml", "--against", "strict.yaml"]
      let table = try SensitivityRun.run(words, in: folder)
      #expect(table.output.contains("strict, the model of --against, has no plan in the nominal"))
      let csv = try SensitivityRun.run(words + ["--format", "csv"], in: folder)
      #expect(csv.errors.contains("note: strict, the model of --against, has no plan"))
    }
  }

  @Test("a missing model to compare with is a missing input")
  func missing() throws {
    let run = try SensitivityRun.run(["--against", "no.yaml"], assumptions: Self.cost)
    #expect(run.status == 66 && run.errors.contains("no.yaml"), "\(run.errors)")
  }

  @Test("an end without a plan is said, and comes first; without any plan the status is 2")
  func noPlan() throws {
    let bound = "b-capacity,facilities,region=C,capacity,0.1,1,multiply,,made up\n"
    let goal = "kind: service, of: A, commodity: g, at_least: 100%"
    try withTemporaryFolder { folder in
      try SensitivityRun.write(to: folder, assumptions: Self.cost + bound)
      let model =
        "name: m\ngoals:\n  - {kind: largest_source, commodity: g, at_most: 50%}\n  - {\(goal)}\n"
      try write(["model.yaml": Array(model.utf8)], to: folder)
      let words = [".", "--model", "model.yaml"]
      let csv = try SensitivityRun.run(words + ["--format", "csv"], in: folder)
      let lines = csv.output.split(separator: "\n")
      #expect(csv.status == 0 && lines[1].hasPrefix("b-capacity,,change_cost,,25"), "\(csv.output)")
      #expect(lines[1].hasSuffix(",,no plan,planned"))
      let table = try SensitivityRun.run(words, in: folder)
      #expect(table.output.contains("no plan"))
      // Of sampled worlds, those with little room have no plan.
      let sampled = try SensitivityRun.run(
        words + ["--samples", "200", "--out", "out"], in: folder)
      #expect(
        sampled.output.contains("There is most often no plan where `b-capacity` is below z"),
        "\(sampled.output)")
      let boxes = try String(contentsOf: folder.appending(path: "out/boxes.csv"), encoding: .utf8)
      #expect(boxes.split(separator: "\n").last?.hasPrefix("no plan,b-capacity,-1,") ?? false)
      let none = try SensitivityRun.run(
        words + ["--assume", "b-capacity=low"], in: folder)
      #expect(none.status == 2 && none.output.contains("In the nominal world there is no plan"))
    }
  }
}
