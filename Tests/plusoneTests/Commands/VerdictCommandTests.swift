import Foundation
import TestSupport
import Testing

@Suite("The verdict that explain and alternatives print first")
struct VerdictCommandTests {
  /// Runs a command on the buyer with one goal; what it prints.
  private func output(
    of command: [String], goal: String, with further: [String: String] = [:]
  ) throws -> String {
    try withTemporaryFolder { folder in
      try OneBuyer.write(to: folder, goal: goal, with: further)
      let run = try runPlusOne(
        command.prefix(1) + [".", "--model", "model.yaml"] + command.dropFirst(), in: folder)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
  }

  private func firstLines(_ output: String) -> String {
    String(output.prefix(upTo: output.range(of: "\n\n")?.lowerBound ?? output.startIndex))
  }

  @Test(
    "is that of solve",
    arguments: [
      ("kind: largest_source, commodity: g, at_most: 60%", "Goal met in every period: "),
      (
        "kind: reliance, of: A, upon: C, commodity: g, at_most: 50%",
        "Goal met in every period, and holds without the goals too (it does not bind): "
      ),
      (
        "kind: reliance, of: A, upon: B, commodity: g, at_most: 0%, penalty: 0.001", "Goal missed"
      ),
      ("kind: largest_source, commodity: g, at_most: 33.3%", "Goal met in every period, but "),
      (
        "kind: largest_source, commodity: g, at_most: 100%",
        "No goal of the model limits anything"
      ),
    ])
  func same(goal: String, start: String) throws {
    let solve = firstLines(try output(of: ["solve"], goal: goal))
    #expect(solve.hasPrefix(start), "\(solve)")
    for command in ["explain", "alternatives"] {
      let text = firstLines(try output(of: [command], goal: goal))
      #expect(solve.hasPrefix(text) && text.hasPrefix(start), "\(command): \(text)")
    }
  }

  @Test("alternatives compares with the plan without goals only if a goal limits something")
  func noComparison() throws {
    let free = try output(
      of: ["alternatives"], goal: "kind: largest_source, commodity: g, at_most: 100%")
    #expect(free.contains("All plans that cost at most ") && !free.contains("The goals cost"))
    let bound = try output(
      of: ["alternatives"], goal: "kind: largest_source, commodity: g, at_most: 60%")
    #expect(bound.contains("All plans that meet the goals and cost at most "))
    #expect(bound.contains("The goals cost"))
  }

  @Test("alternatives says where nothing is supplied")
  func noSupply() throws {
    let none = [
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,0,1000\n"
    ]
    let text = try output(
      of: ["alternatives"], goal: "kind: largest_source, commodity: g, at_most: 60%", with: none)
    #expect(text.contains("None of these plans has a supply of g to A in 2025."))
    #expect(!text.contains("direct supplier"))
  }

  @Test(
    "sums of money that limit nothing are no parameters worth showing",
    arguments: [
      "solve", "explain", "alternatives",
    ])
  func idleParameter(command: String) throws {
    let goal = "kind: capex, at_most: $most}\nparameters: {most: 1000000000, other: 60%"
    #expect(try !output(of: [command], goal: goal).contains("most = "))
  }

  @Test("explain has what is saved in the row of the goal that binds")
  func savedOfBinding() throws {
    let folder = TestPaths.case("goal-monthly")
    let run = try runPlusOne(
      ["explain", folder, "--model", folder + "/model.yaml"], environment: ["COLUMNS": "140"])
    let rows = run.output.split(separator: "\n").filter { $0.contains(" >= ") }
    let binding = rows.filter { $0.contains("(binding)") }
    #expect(rows.count == 4 && binding.count < 4)
    let cells = { (row: Substring) in row.split(separator: " ", omittingEmptySubsequences: true) }
    let first = try #require(binding.first)
    // Target, achieved, slack in two words, shadow price, saved; other rows have no saved sum.
    let tail = { (row: Substring) in cells(row).drop { $0 != ">=" }.count }
    #expect(tail(first) == 7, "\(first)")
    for row in rows where row != first {
      #expect(tail(row) == (row.contains("(binding)") ? 6 : 5), "\(row)")
    }
  }

  @Test("frontier has no column for what no value has")
  func frontierColumns() throws {
    let goal = "kind: largest_source, commodity: g, at_most: $cap}\nparameters: {cap: 60%"
    let kept = try output(
      of: ["frontier", "--vary", "others_keep=0%..100%", "--steps", "2"], goal: goal)
    #expect(kept.contains("extra bill") && !kept.contains("achieved"))
    #expect(!kept.contains("shadow price"))
    let capped = try output(of: ["frontier", "--vary", "cap=90%..60%", "--steps", "2"], goal: goal)
    #expect(capped.contains("achieved: ") && capped.contains("shadow price: "))
  }
}
