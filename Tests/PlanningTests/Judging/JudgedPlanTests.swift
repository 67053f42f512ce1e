import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Plans without a solver's answer")
struct JudgedPlanTests {
  /// Soft goals that are missed, because missing them costs almost nothing.
  private static let missed = [
    "reliance, upon: CHN, commodity: oxide, at_most: 0%",
    "reliance, upon: CHN, commodity: oxide, at_most: 1%, basis: use",
    "reliance, upon: AUS, commodity: oxide, at_least: 100%, measure: value",
    "reliance, upon: CHN, commodity: oxide, at_most: 1%, trace: chain",
    "reliance, upon: AUS, commodity: oxide, at_least: 100%, trace: chain",
    "largest_source, commodity: oxide, at_most: 1%",
    "hhi, commodity: oxide, at_most: 0.1",
    "plus_one, beyond: CHN, sources: 3, commodity: oxide, each_at_least: 30%",
    "cover, commodity: oxide, at_least: 3000",
    "service, commodity: magnet, at_least: 100%",
    "capex, at_most: 0",
    "subsidy, programme: fund, at_most: 0",
    "cost, at_most: 0",
    "resilience, commodity: magnet, against: ban, at_least: 100%",
    "resilience, commodity: magnet, against: [ban, quake], each_month_at_least: 100%",
    "resilience, commodity: magnet, against: ban, at_least: 90%, each_month_at_least: 80%",
  ]

  @Test(
    "a plan misses its soft goals by the same amounts as in the solver's answer", arguments: missed)
  func violations(goal: String) throws {
    let solved = try solved(goal)
    let judged = try PlanningResult(
      judging: try #require(solved.plan), in: solved.program, solver: GLPKSolver())
    try #require(solved.goals.contains { $0.violation > 1e-3 })
    try #require(judged.goals.count == solved.goals.count)
    for (found, wanted) in zip(judged.goals, solved.goals) {
      let tolerance = 1e-6 * max(1, wanted.violation)
      #expect(
        abs(found.violation - wanted.violation) <= tolerance,
        "\(found.violation) instead of \(wanted.violation)")
      #expect(abs(found.achieved - wanted.achieved) <= 1e-6 * max(1, abs(wanted.achieved)))
      #expect(found.shadowPrice == nil && wanted.shadowPrice != nil)
    }
  }

  /// The sample with more demand than can be served, and too little oxide without a project.
  private func solved(_ goal: String) throws -> PlanningResult {
    var files = SampleInstance.files
    let edits = [
      ("demands.csv", "JPN,magnet,*,40,1000", "JPN,magnet,*,400,1000"),
      ("facilities.csv", "s1,separate,CHN,150,10,5,,", "s1,separate,CHN,20,10,5,,"),
      ("facilities.csv", "s2,separate,AUS,50,15,,,", "s2,separate,AUS,5,15,,,"),
      ("capacities.csv", "s1,2021,140,11,", "s1,2021,20,11,"),
    ]
    for (file, old, new) in edits {
      files[file] = files[file]?.replacingOccurrences(of: old, with: new)
    }
    let instance = try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let text = "name: test\nhistory: ignore\ngoals: [{kind: \(goal), penalty: 0.001}]\n"
    let model = try ModelReader.read(
      bytes: Array(text.utf8), file: "test.yaml", instance: instance)
    // The stress windows are in the rows. In a decomposed plan, cuts would limit the violation.
    let result = try Planner(solver: GLPKSolver(), decomposition: .never).plan(instance, model)
    try #require(result.termination == .optimal)
    return result
  }
}
