import CaseSupport
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import SourcingFiles
import TestSupport
import Testing
import Yams

@testable import Scenarios
@testable import Sourcing

@Suite("The worst case")
struct WorstCaseTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  static let seeds = Array(1...(isLong ? 1000 : 200))

  private func names(_ attack: Attack, _ instance: Instance) -> [String] {
    attack.targets.map { $0.name(in: instance) }
  }

  @Test(
    "a case has the losses that an independent solver found",
    arguments: ["worst-1", "worst-2", "worst-3", "worst-4"])
  func cases(name: String) throws {
    let text = try String(
      contentsOf: TestPaths.cases.appending(path: "\(name)/expected.yaml"), encoding: .utf8)
    let expected = try #require(try Yams.compose(yaml: text))
    let arguments = try #require(expected["arguments"])
    let solved = try SolvedCase(name)
    let kinds = try #require(arguments["targets"]?.string).split(separator: ",").map {
      try #require(AttackTarget.Kind(rawValue: String($0)))
    }
    let cuts = try #require(arguments["cuts"]?.int)
    let measure = WorstCase.Measure(rawValue: try #require(arguments["measure"]?.string))
    let found = try WorstCaseFinder(
      runner: try #require(StressRunner(solved.result, solver: GLPKSolver())),
      budget: AttackBudget(cuts: cuts, kinds: Set(kinds)), measure: try #require(measure)
    ).find(top: 3, jobs: 2)
    let losses = try #require(expected["worst"]?.mapping)
    #expect(losses.count == cuts && found.worst.count == cuts && found.isProven)
    for worst in found.worst {
      let loss = try #require(losses[Node("\(worst.cuts)")]?["loss"]?.float)
      #expect(isClose(try #require(worst.outcome).loss, loss, within: 1e-5))
    }
    let third = try #require(expected["third"]?.float)
    #expect(isClose(try #require(found.top.last).loss, third, within: 1e-5))
    #expect(found.top.count == 3)
  }

  @Test(
    "it is the largest loss of all attacks, each run by itself, whether all are solved or a part is bounded",
    arguments: seeds)
  func equalsBruteForce(seed: Int) throws {
    let network = try AttackedNetwork(seed: seed)
    let all = try AllLosses(network)
    let bounded = try network.worst(jobs: 1 + seed % 2, few: 0)
    try check(bounded, network, all)
    let solved = try network.worst(jobs: 1 + seed % 2, few: .max)
    try check(solved, network, all)
    #expect(bounded.solved <= solved.solved)
  }

  private func check(_ found: WorstCase, _ network: AttackedNetwork, _ all: AllLosses) throws {
    let instance = network.runner.instance
    #expect(found.targets.map { $0.name(in: instance) } == all.cuts.map(\.name))
    #expect(found.isProven && found.worst.map(\.cuts) == Array(1..<found.largestAttack + 1))
    let size = found.demandValue
    let isSame = { (a: Double, b: Double) in abs(a - b) <= 1e-6 * max(a, b, 1e-3 * size) }
    #expect(isSame(found.undisturbed, all.undisturbed))
    var last = all.undisturbed
    for worst in found.worst {
      let known = all.largest(worst.cuts)
      #expect((worst.outcome == nil) == (known == nil))
      #expect(isSame(worst.bound, known ?? all.undisturbed))
      guard let known, let outcome = worst.outcome else { continue }
      #expect(isSame(outcome.loss, known) && outcome.loss <= size * (1 + 1e-9))
      #expect(outcome.loss >= last - 1e-8 * size)
      last = outcome.loss
    }
    let largest = all.losses.keys.map(\.count).max() ?? 0
    #expect(found.largestAttack == largest)
    let ranked = largest == 0 ? [] : all.sorted(largest)
    #expect(found.attackCount == max(1, ranked.count) && found.top.count == min(4, ranked.count))
    for (outcome, known) in zip(found.top, ranked) { #expect(isSame(outcome.loss, known)) }
    if ranked.count > 4 { #expect(found.topBound >= ranked[4] - 1e-6 * size) }
    for outcome in found.top + found.worst.compactMap(\.outcome) {
      let cuts = names(outcome.attack, instance)
      #expect(isSame(outcome.loss, try #require(all.losses[cuts])))
      let singles = try cuts.map { try #require(all.losses[[$0]]) }
      #expect(zip(try #require(outcome.singleLosses), singles).allSatisfy(isSame))
      let synergy =
        outcome.loss - all.undisturbed - singles.map { $0 - all.undisturbed }.reduce(0, +)
      let stated = try #require(outcome.synergy(beyond: found.undisturbed))
      #expect(abs(stated - synergy) <= 1e-5 * size)
      let home = try #require(outcome.home)
      #expect(home.lostLeast <= home.lostMost + 1e-9 * size)
      if network.measure == .home { #expect(isSame(home.lostLeast, outcome.loss)) }
    }
  }

  @Test(
    "of 30 targets the worst three are found as by solving every attack",
    .enabled(if: isLong), arguments: UInt64(1)...3)
  func manyTargets(seed: UInt64) throws {
    let files = SyntheticInstance(
      size: try #require(SyntheticInstance.Size("10x3x2")), seed: seed
    ).files(name: "many-targets")
    let (instance, model) = try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let file = "\(folder.path)/model.yaml"
      return (instance, try ModelReader.read(file: file, instance: instance, settings: [:]))
    }
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    let runner = StressRunner(
      instance: instance, model: model, plan: plan,
      options: StressOptions(horizonMonths: 3, rerouteMonths: 1), solver: GLPKSolver())
    var finder = try WorstCaseFinder(
      runner: runner, budget: AttackBudget(cuts: 3, kinds: [.stages, .exports]))
    try #require((25...60).contains(finder.targets.count), "\(finder.targets.count) targets")
    let bounded = try finder.find(top: 10, jobs: 2)
    finder.few = .max
    let solved = try finder.find(top: 10, jobs: 2)
    let count = try #require(bounded.attackCount)
    #expect(bounded.solved < solved.solved && solved.solved > count)
    #expect(bounded.isProven && bounded.worst.count == 3)
    let room = 1e-6 * solved.demandValue
    for (worst, known) in zip(bounded.worst, solved.worst) {
      let losses = (try #require(worst.outcome).loss, try #require(known.outcome).loss)
      #expect(abs(losses.0 - losses.1) <= room)
    }
    try #require(bounded.top.count == 10 && solved.top.count == 10)
    for (outcome, known) in zip(bounded.top, solved.top) {
      #expect(abs(outcome.loss - known.loss) <= room)
      let alone = try runner.lostValues(
        [outcome.attack.disruption(in: instance, months: 3)], sharing: runner.options.sharing)
      #expect(abs(outcome.loss - alone[0]) <= room)
    }
  }

  @Test("one cut is the worst chokepoint", arguments: 1...12)
  func equalsChokepoints(seed: Int) throws {
    var network = try AttackedNetwork(seed: seed)
    network.measure = .world
    network.runner.options.allocation = .efficient
    let sharing = network.runner.options.sharing
    let instance = network.runner.instance
    let points = try ChokepointMap(
      runner: network.runner, of: instance.home,
      commodity: CommodityGroup(id: "all", members: Array(instance.commodities.indices))
    ).chokepoints(sharing: sharing)
    for kind in [AttackTarget.Kind.regions, .stages] {
      network.budget = AttackBudget(cuts: 1, kinds: [kind])
      let same = points.filter { ($0.node.stage == nil) == (kind == .regions) }
      let found = try network.worst(top: 100)
      #expect(found.top.count == same.count && !same.isEmpty)
      for (outcome, point) in zip(found.top, same) {
        #expect(isClose(outcome.loss, point.planned.lostValue))
      }
    }
  }

  @Test("other units and money change losses as they should", arguments: 1...6)
  func restated(seed: UInt64) throws {
    var files = RandomInstance.files(seed: seed)
    files["model.yaml"] = Array("name: test\nstockpiles: free\n".utf8)
    let original = InstanceFiles(files)
    let restatement = Restatement(
      quantities: ["ore": 1e5, "oxide": 1e-4], money: Restatement.power(Int(seed)))
    let answers = try [original, original.restated(restatement)].map { files in
      let (instance, model) = try withTemporaryFolder { folder in
        try write(files.bytes, to: folder)
        let instance = try InstanceReader.read(folder: folder.path)
        let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
        return (instance, model)
      }
      let result = try Planner(solver: GLPKSolver()).plan(instance, model)
      let runner = try #require(StressRunner(result, solver: GLPKSolver()))
      return try WorstCaseFinder(
        runner: runner, budget: AttackBudget(cuts: 2, kinds: [.stages])
      ).find(top: 3)
    }
    let (first, second) = (answers[0], answers[1])
    #expect(isClose(first.demandValue * restatement.money, second.demandValue))
    try #require(first.top.count == 3 && second.top.count == 3)
    for (a, b) in zip(
      first.top + first.worst.compactMap(\.outcome),
      second.top + second.worst.compactMap(\.outcome))
    {
      let room = 1e-6 * second.demandValue
      #expect(abs(a.loss * restatement.money - b.loss) <= room)
    }
  }
}
