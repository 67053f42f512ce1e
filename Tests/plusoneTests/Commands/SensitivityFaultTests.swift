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
      // Only the high end has a plan.
      let from = try SensitivityRun.run(
        words + ["--assume", "b-capacity=low", "--format", "json"], in: folder)
      let answer = try SensitivityRun.answer(from)
      #expect(from.status == 0 && answer.swing("b-capacity", "change_cost")?.nominal == nil)
      #expect(answer.swing("b-capacity", "change_cost")?.high != nil)
      let none = try SensitivityRun.run(
        words + ["--assume", "b-capacity=low", "--only", "c-cost"], in: folder)
      #expect(none.status == 2 && none.output.contains("In the nominal world there is no plan"))
    }
  }
}
