import CaseSupport
import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import TestSupport
import Testing

@testable import Scenarios
@testable import Sourcing

@Suite("Limits of the worst case")
struct WorstCaseLimitTests {
  private func isSame(_ a: Double, _ b: Double, _ found: WorstCase) -> Bool {
    abs(a - b) <= 1e-6 * max(a, b, 1e-3 * found.demandValue)
  }

  @Test(
    "under rules that depend on the disruption all attacks are solved",
    arguments: [Sharing.ModeName.iep, .own], [2, 6, 10])
  func dependentRules(mode: Sharing.ModeName, seed: Int) throws {
    var network = try AttackedNetwork(seed: seed)
    let members = try #require(network.runner.instance.blocs.first)
    network.runner.options.sharing =
      mode == .iep
      ? Sharing(mode: .iep, members: members)
      : Sharing(members: members, fairness: .maxMin)
    network.budget = AttackBudget(cuts: 2, kinds: [.regions])
    for measure in WorstCase.Measure.allCases {
      network.measure = measure
      let all = try AllLosses(network)
      let found = try network.worst()
      #expect(found.isProven && found.solved == all.losses.count)
      for worst in found.worst {
        #expect(
          isSame(try #require(worst.outcome).loss, try #require(all.largest(worst.cuts)), found))
      }
      #expect(found.top.count == min(4, all.sorted(2).count))
      for (outcome, known) in zip(found.top, all.sorted(2)) {
        #expect(isSame(outcome.loss, known, found))
      }
    }
  }

  @Test("more cuts than targets: the last attack is that on all targets")
  func fewTargets() throws {
    var network = try AttackedNetwork(seed: 2)
    network.measure = .world
    network.budget = AttackBudget(cuts: 5, kinds: [.regions])
    let found = try network.worst()
    let count = found.targets.count
    try #require((1..<5).contains(count))
    #expect(found.largestAttack == count && found.attackCount == 1 && found.top.count == 1)
    #expect(found.worst.map(\.cuts) == Array(1...count) && found.isProven)
    #expect(found.curve.map(\.cuts) == Array(0...count))
    #expect(found.ranked.map(\.cuts) == Array(1...count))
    let last = try #require(found.worst.last?.outcome)
    #expect(last.attack.targets.count == count && last.loss == found.top[0].loss)
    #expect(found.top[0].attack.targets == found.targets)
  }

  @Test("a region that costs more than any of its parts is the worst attack with few targets")
  func nested() throws {
    var network = try AttackedNetwork(seed: 2)
    network.measure = .world
    // One region and its parts: an attack on two targets has two parts.
    network.budget = AttackBudget(
      cuts: 3, kinds: [.regions, .stages, .exports], by: RegionSet(id: "R0", members: [0]))
    let all = try AllLosses(network).losses.filter { attack in
      attack.key.allSatisfy { $0.contains(":R0") }
    }
    let found = try network.worst(top: 100)
    let instance = network.runner.instance
    #expect(found.targets.count > 3)
    for worst in found.worst {
      let known = all.filter { (1...worst.cuts).contains($0.key.count) }.values.max()
      #expect(isSame(try #require(worst.outcome).loss, try #require(known), found))
    }
    for outcome in found.top {
      #expect(!outcome.attack.targets.contains { $0.kind == .regions })
      #expect(all[outcome.attack.targets.map { $0.name(in: instance) }] != nil)
    }
    #expect(found.top.count == all.keys.count { $0.count == 3 })
    // The first of the list is the worst with at most three targets, also if it has fewer.
    let ranked = found.ranked.filter { $0.cuts == 3 }
    let losses = ranked.map(\.outcome.loss)
    let (first, largest) = (try #require(losses.first), try #require(all.values.max()))
    #expect(isSame(first, largest, found))
    #expect(ranked.map(\.rank) == Array(1...ranked.count))
    #expect(losses == losses.sorted(by: >))
    #expect(ranked.count == found.top.count + (found.worseOnFewer == nil ? 0 : 1))
    let isRegionWorst = largest > (all.filter { $0.key.count == 3 }.values.max() ?? 0) + 1e-3
    #expect(isRegionWorst == (found.worseOnFewer != nil))
  }

  @Test("without targets, or without cuts, nothing is worse than the window itself")
  func noTargets() throws {
    var network = try AttackedNetwork(seed: 2)
    network.budget = AttackBudget(cuts: 2, by: network.runner.instance.home)
    let found = try network.worst()
    #expect(found.targets.isEmpty && found.top.isEmpty && found.isProven)
    #expect(found.worst.isEmpty && found.curve.map(\.cuts) == [0] && found.isComplete)
    network.budget = AttackBudget(cuts: 0)
    let none = try network.worst()
    #expect(none.worst.isEmpty && none.top.count <= 1 && none.undisturbed == found.undisturbed)
  }

  @Test("ties are in the order of the names, and of equal attacks the one with more targets counts")
  func ties() throws {
    var network = try AttackedNetwork(seed: 2)
    network.measure = .world
    // Nobody minds a shortage: every attack costs nothing.
    var instance = network.runner.instance
    for region in instance.regions.indices {
      for commodity in instance.commodities.indices {
        instance.demands[region: region, commodity: commodity, period: 0].shortageCost = 0
      }
    }
    network.runner = StressRunner(
      instance: instance, model: network.runner.model, plan: network.runner.plan,
      options: network.runner.options, solver: GLPKSolver())
    network.budget = AttackBudget(cuts: 2, kinds: [.stages])
    let found = try network.worst(top: 100)
    let names = found.top.map { $0.attack.targets.map { $0.name(in: network.runner.instance) } }
    #expect(names.count > 5 && names == names.sorted { $0.lexicographicallyPrecedes($1) })
    #expect(found.worst[1].outcome?.attack.targets.count == 2)
    #expect(found.top.allSatisfy { $0.loss == 0 })
  }

  @Test("a loss that is round-off is 0")
  func roundOff() throws {
    for seed in 1...12 {
      let found = try AttackedNetwork(seed: seed).worst(top: 100)
      let outcomes = found.top + found.worst.compactMap(\.outcome)
      let losses =
        [found.undisturbed, max(0, found.topBound)] + found.worst.map(\.bound)
        + outcomes.map(\.loss) + outcomes.flatMap { $0.singleLosses ?? [] }
      #expect(losses.allSatisfy { $0 == 0 || $0 > 1e-9 * found.demandValue })
    }
  }

  @Test("when the time is over the bound is not below any loss", arguments: [2, 3, 4, 6])
  func timeOver(seed: Int) throws {
    var network = try AttackedNetwork(seed: seed)
    network.measure = .world
    network.budget = AttackBudget(cuts: 2, kinds: [.stages, .exports])
    let all = try AllLosses(network)
    var (unproven, incomplete) = (0, 0)
    for solves in [3, 8, 20, 50, 90, 150] {
      network.runner.solver = ScriptedSolver(GLPKSolver()) { request in
        request.number < solves ? .honest : .ends(.timeLimit)
      }
      let found = try network.worst()
      for worst in found.worst {
        let known = try #require(all.largest(worst.cuts))
        #expect(worst.bound >= known - 1e-6 * found.demandValue)
        #expect(worst.outcome.map { $0.loss <= known + 1e-6 * found.demandValue } ?? true)
        if worst.isProven { #expect(isSame(try #require(worst.outcome).loss, known, found)) }
      }
      unproven += found.isProven ? 0 : 1
      incomplete += found.top.contains { $0.home == nil } ? 1 : 0
    }
    #expect(unproven > 1 && incomplete > 0)
  }

  @Test("the search ends before the time limit: a fifth of it, or ten seconds, is for home")
  func searchDeadline() throws {
    #expect(WorstCaseFinder.searchDeadline(before: .none).timeLeft == nil)
    for (limit, search) in [(40, 32), (3600, 3590)] {
      var options = SolveOptions.standard
      options.timeLimit = .seconds(limit)
      let end = WorstCaseFinder.searchDeadline(before: Deadline(options))
      let left = try #require(end.timeLeft)
      #expect(left <= .seconds(search) && left > .seconds(search - 3))
    }
    #expect(WorstCaseFinder.searchDeadline(before: .over).isOver)
  }

  @Test("when the time is over home's figures of the first attacks are kept")
  func homeInTime() throws {
    var network = try AttackedNetwork(seed: 4)
    network.measure = .world
    network.budget = AttackBudget(cuts: 2, kinds: [.stages, .exports])
    let whole = try network.worst()
    let finder = try WorstCaseFinder(runner: network.runner, budget: network.budget)
    let attacks = whole.top.map(\.attack)
    try #require(attacks.count > 2)
    let stress = StressProgram(
      instance: finder.runner.instance, model: finder.runner.model, plan: finder.runner.plan,
      period: finder.runner.period, options: finder.runner.options)
    var counts: Set<Int> = []
    for solves in 2...30 {
      network.runner.solver = ScriptedSolver(GLPKSolver()) { request in
        request.number < solves ? .honest : .ends(.timeLimit)
      }
      guard let windows = try ifInTime({ try network.runner.homeWindows(stress) }) else { continue }
      #expect(windows.undisturbed.home.lostMost == whole.undisturbedHome?.lostMost)
      let found = try windows.losses(under: attacks, jobs: 1)
      let known = found.prefix { $0 != nil }
      #expect(found.dropFirst(known.count).allSatisfy { $0 == nil })
      for (loss, outcome) in zip(known, whole.top) {
        #expect(loss?.home.lostMost == outcome.home?.lostMost)
      }
      counts.insert(known.count)
    }
    #expect(counts.contains(0) && counts.contains(1) && counts.contains(attacks.count))
  }

  @Test("without time for the window itself the answer is missing")
  func noTime() throws {
    var network = try AttackedNetwork(seed: 2)
    var options = SolveOptions.standard
    options.timeLimit = .zero
    network.runner.solver = Deadline(options).limiting(GLPKSolver())
    #expect(throws: NoOptimum.self) { try network.worst() }
  }

  @Test("a budget that makes no sense is refused")
  func badBudget() throws {
    var network = try AttackedNetwork(seed: 2)
    for budget in [
      AttackBudget(cuts: 21), AttackBudget(cuts: -1), AttackBudget(cuts: 1, kinds: []),
      AttackBudget(cuts: 1, by: RegionSet(id: "nowhere", members: [99])),
    ] {
      network.budget = budget
      #expect(throws: ValueProblems.self) { try network.worst() }
    }
  }
}
