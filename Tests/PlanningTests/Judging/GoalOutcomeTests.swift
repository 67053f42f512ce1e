import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

struct GoalOutcomeTests {
  @Test(
    "a goal about a share of nothing is met",
    arguments: [
      "kind: reliance, of: AUS, upon: AUS, commodity: magnet, at_least: 90%",
      "kind: reliance, of: AUS, upon: AUS, commodity: magnet, at_least: 90%, trace: chain",
      "kind: reliance, of: AUS, upon: AUS, commodity: magnet, at_least: 90%, basis: use",
      "kind: plus_one, of: AUS, beyond: CHN, commodity: magnet, each_at_least: 10%",
      "kind: cover, of: CHN, commodity: magnet, at_least: 30",
      "kind: service, of: AUS, commodity: magnet, at_least: 90%",
    ])
  func holdsByItself(goal: String) throws {
    for outcome in try outcomes(goal) {
      #expect(outcome.slack >= 0)
      #expect(outcome.violation == 0)
    }
  }

  @Test(
    "where nothing is demanded, no share is achieved or missed",
    arguments: [
      "kind: service, of: AUS, commodity: magnet, at_least: 90%",
      "kind: resilience, of: AUS, commodity: magnet, against: ban, at_least: 90%",
      "kind: resilience, of: AUS, commodity: magnet, against: ban, each_month_at_least: 90%",
    ])
  func nothingDemanded(goal: String) throws {
    for outcome in try outcomes(goal) {
      #expect(outcome.achievement == .vacuous && outcome.achieved == 0)
      #expect(!outcome.isMissed && !outcome.isBinding)
    }
  }

  @Test("a sum of money is compared in proportion to its own size", arguments: [1e-8, 1, 1e10])
  func money(size: Double) {
    let outcome = { (spent: Double) in
      GoalOutcome(
        goal: 0, subject: RegionSet(id: "AUS", members: [0]), commodity: nil, period: nil,
        threat: nil, direction: .atMost, target: size, achievement: .value(spent),
        shadowPrice: nil, violation: 0, usual: 1e-3 * spent)
    }
    #expect(outcome(2 * size).isMissed && !outcome(2 * size).isBinding)
    #expect(!outcome(0.5 * size).isMissed && !outcome(0.5 * size).isBinding)
    #expect(!outcome(size).isMissed && outcome(size).isBinding)
  }

  @Test("a share of a positive amount is compared with its target")
  func judges() throws {
    let found = try outcomes("kind: service, of: JPN, commodity: magnet, at_least: 0%")
    #expect(found.allSatisfy { !$0.isVacuous && $0.achieved > 0 })
  }

  private func outcomes(_ goal: String) throws -> [GoalOutcome] {
    let instance = try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let text = "name: test\nhistory: ignore\ngoals: [{\(goal)}]\n"
    let model = try ModelReader.read(
      bytes: Array(text.utf8), file: "test.yaml", instance: instance)
    let result = try Planner(solver: GLPKSolver()).plan(instance, model)
    #expect(result.termination == .optimal)
    #expect(!result.goals.isEmpty)
    return result.goals
  }
}
