import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing
import Yams

/// Stress runs of the cases whose lost value and supply cost an independent solver found.
struct StressCaseTests {
  static let cases = ["stress", "stress-projects", "sharing-pooled", "sharing-quota", "pro-rata"]

  @Test(
    "a stress case has the lost value and supply cost that an independent solver found",
    arguments: cases)
  func reachesKnownLosses(name: String) throws {
    let folder = TestPaths.cases.appending(path: name)
    let text = try String(contentsOf: folder.appending(path: "expected.yaml"), encoding: .utf8)
    let expected = try #require(try Yams.compose(yaml: text)?["stress"]?.mapping)
    let instance = try InstanceReader.read(folder: folder.path())
    let model = try ModelReader.read(
      file: folder.appending(path: "model.yaml").path(), instance: instance)
    let planned = try Planner(solver: GLPKSolver()).plan(instance, model)
    let plan = try #require(planned.plan)
    let runner = StressRunner(
      instance: instance, model: model, plan: plan, solver: GLPKSolver())
    let outcomes = try runner.run(
      instance.disruptions, sharing: model.stress.sharing, jobs: 2
    ).disrupted
    #expect(outcomes.count == expected.count)
    for outcome in outcomes {
      let disruption = try #require(outcome.disruption)
      let figures = try #require(expected[Node(disruption)])
      let lost = try #require(figures["lost_value"]?.float)
      #expect(abs(outcome.lostValue - lost) <= 1e-5 * max(1, lost))
      // The case of `pro_rata` has no supply cost.
      let cost = figures["supply_cost"]?.float
      #expect((cost == nil) == (name == "pro-rata"))
      if let cost { #expect(abs(outcome.supplyCost - cost) <= 1e-4 * max(1, cost)) }
    }
  }

  @Test("home's range is the one that an independent solver found")
  func reachesKnownRanges() throws {
    let folder = TestPaths.cases.appending(path: "home")
    let text = try String(contentsOf: folder.appending(path: "expected.yaml"), encoding: .utf8)
    let expected = try #require(try Yams.compose(yaml: text)?["home"]?.mapping)
    let solved = try SolvedCase("home")
    let runner = try #require(StressRunner(solved.result, solver: GLPKSolver()))
    let outcomes = try runner.run(solved.instance.disruptions).disrupted
    #expect(outcomes.count == expected.count)
    for outcome in outcomes {
      let disruption = try #require(outcome.disruption)
      let figures = try #require(expected[Node(disruption)])
      let least = try #require(figures["least"]?.float)
      let most = try #require(figures["most"]?.float)
      #expect(abs(outcome.home.lostLeast - least) <= 1e-5 * max(1, least))
      #expect(abs(outcome.home.lostMost - most) <= 1e-5 * max(1, most))
    }
  }

  @Test(
    "the part of a large capacity that a disruption leaves binds",
    arguments: [("1000000", "0.00005"), ("1e15", "5e-14"), ("1e15", "1")])
  func largeCapacity(capacity: String, factor: String) throws {
    let tables = [
      "instance.yaml":
        "name: one\ncurrency: USD\nperiods: [now]\ndiscount_rate: 0\nhome: A\n",
      "regions.csv": "region\nA\n",
      "commodities.csv": "commodity,unit\ng,t\n",
      "processes.csv": "process,stage,output\np,make,g\n",
      "facilities.csv": "facility,process,region,capacity,unit_cost\nf,p,A,\(capacity),1\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,100,10\n",
      "disruptions.csv":
        "disruption,effect,region,process,factor,months\nfire,production,A,p,\(factor),12\n",
    ]
    let instance = try withTemporaryFolder { folder in
      try write(tables.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let model = Model(name: "as-is", projects: [])
    let planned = try Planner(solver: GLPKSolver()).plan(instance, model)
    let runner = StressRunner(
      instance: instance, model: model, plan: try #require(planned.plan), solver: GLPKSolver())
    let outcome = try #require(
      try runner.run(instance.disruptions, sharing: model.stress.sharing).disrupted.first)
    // 50 of 100 are left, or all.
    #expect(abs(outcome.lostValue - (factor == "1" ? 0 : 500)) < 1e-6)
  }
}
