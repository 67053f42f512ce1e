import Foundation
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Interdiction

@Suite("The search for the worst attacks")
struct SearchTests {
  private static let isLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil
  static let seeds = Array(UInt64(1)...(isLong ? 2000 : 200))

  private func search(_ problem: InterdictionProblem, jobs: Int = 1) -> InterdictionSearch {
    InterdictionSearch(problem, solver: GLPKSolver(), jobs: jobs)
  }

  private func check(
    _ ranking: InterdictionRanking, top: Int, _ all: [Enumeration.Attack]
  ) {
    #expect(ranking.isProven)
    #expect(ranking.attacks.map(\.targets) == all.prefix(top).map(\.targets))
    for (found, known) in zip(ranking.attacks, all) {
      #expect(abs(found.optimum - known.optimum) <= 1e-6)
    }
    let next = all.dropFirst(top).first?.optimum ?? -.infinity
    #expect(ranking.bound >= next - 1e-6)
  }

  @Test("it finds what an enumeration finds, in the same order", arguments: seeds)
  func equalsEnumeration(seed: UInt64) throws {
    let problem = RandomNetwork(seed: seed, nodes: 4 + Int(seed % 4)).problem
    let (size, top) = (1 + Int(seed % 3), 1 + Int(seed % 5))
    let all = try Enumeration(problem, size: size).attacks
    try #require(!all.isEmpty)
    check(try search(problem).ranking(of: size, top: top), top: top, all)
  }

  @Test(
    "of 30 targets it finds the worst three without solving most attacks",
    arguments: isLong ? Array(UInt64(1)...20) : [2])
  func manyTargets(seed: UInt64) throws {
    var problem = RandomNetwork(seed: seed, nodes: 30).problem
    // Without deliveries there are 30 targets, and with known weights bounds.
    try #require(seed.isMultiple(of: 3) || problem.targets.count == 30)
    let all = try Enumeration(problem, size: 3).attacks
    let search = search(problem, jobs: 2)
    check(try search.ranking(of: 3, top: 10), top: 10, all)
    if !seed.isMultiple(of: 4) { #expect(search.evaluations < all.count / 2) }
    problem.weights = problem.weights.map { _ in .infinity }
    problem.ceiling = .infinity
    check(
      try self.search(problem, jobs: 2).ranking(of: 2, top: 3), top: 3,
      try Enumeration(problem, size: 2).attacks)
  }

  @Test(
    "of 82,160 or 19,900 attacks few are solved, and none that is tried costs more",
    arguments: [(80, 3), (200, 2)])
  func veryManyTargets(targets: Int, size: Int) throws {
    let problem = RandomNetwork(seed: 2, nodes: targets).problem
    try #require(problem.targets.count == targets)
    let search = search(problem, jobs: 2)
    let found = try search.ranking(of: size, top: 10)
    #expect(found.isProven && found.attacks.count == 10 && search.evaluations < 1000)
    let worst = try #require(found.attacks.first)
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<30 {
      // A target of the worst attack and others drawn by lot.
      var attack = Set(worst.targets.shuffled(using: &numbers).prefix(1))
      while attack.count < size { attack.insert(Int.random(in: 0..<targets, using: &numbers)) }
      #expect(try search.optimum(of: attack.sorted()) <= worst.optimum + 1e-6)
    }
  }

  @Test("each solved attack bounds every attack from above, and from below those that contain it")
  func boundsHold() throws {
    var compared = 0
    for seed in UInt64(1)...12 {
      let problem = RandomNetwork(seed: seed, nodes: 5).problem
      let evaluator = AttackEvaluator(problem, solver: GLPKSolver(), options: .standard)
      let known = try (0...2).flatMap { try Enumeration(problem, size: $0).attacks }
      for attack in known.prefix(20) {
        let solved = try evaluator.evaluate(attack.targets, from: nil)
        #expect(abs(solved.optimum - attack.optimum) <= 1e-6)
        for other in known {
          let bound = other.targets.reduce(solved.value) { $0 + solved.uses[$1] }
          #expect(other.optimum <= bound + 1e-6)
          if Set(attack.targets).isSubset(of: other.targets) {
            #expect(other.optimum >= solved.optimum - 1e-6)
          }
          compared += 1
        }
      }
    }
    #expect(compared > 2000)
  }

  @Test("the number of threads changes no bit", arguments: [1, 2, 3, 4, 6, 9])
  func threads(seed: UInt64) throws {
    let problem = RandomNetwork(seed: seed, nodes: 12).problem
    let (one, two) = (search(problem), search(problem, jobs: 2))
    for size in 1...3 {
      let (first, second) = (
        try one.ranking(of: size, top: 4), try two.ranking(of: size, top: 4)
      )
      #expect(first.attacks.map(\.targets) == second.attacks.map(\.targets))
      #expect(
        first.attacks.map(\.optimum.bitPattern) == second.attacks.map(\.optimum.bitPattern))
      #expect(first.bound.bitPattern == second.bound.bitPattern)
    }
    #expect(one.evaluations == two.evaluations)
  }

  @Test(
    "when the time is over no attack is above the bound or the attacks found", arguments: 1...12)
  func timeOver(seed: UInt64) throws {
    let problem = RandomNetwork(seed: seed, nodes: 8).problem
    let all = try Enumeration(problem, size: 2).attacks
    var unproven = 0
    for solves in stride(from: 2, through: 80, by: 6) {
      let solver = ScriptedSolver(GLPKSolver()) { request in
        request.number < solves ? .honest : .ends(.timeLimit)
      }
      let ranking = try InterdictionSearch(problem, solver: solver, jobs: 1)
        .ranking(of: 2, top: 2)
      let found = ranking.attacks.map(\.targets)
      for attack in all {
        if let place = found.firstIndex(of: attack.targets) {
          #expect(abs(ranking.attacks[place].optimum - attack.optimum) <= 1e-6)
        } else {
          #expect(attack.optimum <= ranking.bound + 1e-6)
        }
      }
      if ranking.isProven {
        #expect(found == all.prefix(2).map(\.targets))
      } else {
        unproven += 1
      }
    }
    #expect(unproven > 0)
  }

  @Test("pairs of the worst single targets are solved first, so an early answer is good")
  func earlyAnswer() throws {
    for seed in UInt64(1)...20 {
      let problem = RandomNetwork(seed: seed, nodes: 12).problem
      let singles = try Enumeration(problem, size: 1).attacks
      // The pairs of the worst target with the next three.
      let allowed = try Enumeration(problem, size: 2).attacks
      let pairs = singles.dropFirst().prefix(3).map { (singles[0].targets + $0.targets).sorted() }
      let worst = allowed.filter { pairs.contains($0.targets) }.map(\.optimum)
      let counting = ScriptedSolver(GLPKSolver())
      try InterdictionSearch(problem, solver: counting, jobs: 1).evaluateAll(of: 1)
      let most = counting.requests.count + 2 * 8
      let solver = ScriptedSolver(GLPKSolver()) { request in
        request.number < most ? .honest : .ends(.timeLimit)
      }
      let search = InterdictionSearch(problem, solver: solver, jobs: 1)
      try search.evaluateAll(of: 1)
      let found = try #require(try search.ranking(of: 2).attacks.first)
      #expect(found.optimum >= (worst.max() ?? 0) - 1e-6)
    }
  }

  @Test("without time for the program itself it says so")
  func noTime() {
    let solver = ScriptedSolver(GLPKSolver()) { _ in .ends(.timeLimit) }
    let search = InterdictionSearch(RandomNetwork(seed: 1, nodes: 5).problem, solver: solver)
    #expect(throws: NoOptimum.self) { try search.ranking(of: 2) }
  }

  @Test("attacks at or below a floor do not matter")
  func floor() throws {
    let problem = RandomNetwork(seed: 5, nodes: 8).problem
    let all = try Enumeration(problem, size: 2).attacks
    let floor = all[3].optimum
    let above = all.filter { $0.optimum > floor + 1e-6 }.map(\.targets)
    let found = try search(problem).ranking(of: 2, top: 10, above: floor + 1e-6)
    #expect(found.attacks.map(\.targets) == above && found.isProven)
    #expect(try search(problem).ranking(of: 2, above: 1e9).attacks.isEmpty)
  }

  @Test("solving all attacks first changes no answer")
  func evaluatesAll() throws {
    let problem = RandomNetwork(seed: 7, nodes: 7).problem
    let (direct, all) = (search(problem), search(problem))
    try all.evaluateAll(of: 2)
    #expect(all.evaluations > problem.attacks(of: 2).reduce(0) { count, _ in count + 1 })
    let (first, second) = (
      try direct.ranking(of: 2, top: 5), try all.ranking(of: 2, top: 5)
    )
    #expect(first.attacks.map(\.targets) == second.attacks.map(\.targets))
  }

  @Test("no target, fewer targets than cuts, and no cut")
  func degenerate() throws {
    var problem = RandomNetwork(seed: 1, nodes: 4).problem
    #expect(try search(problem).ranking(of: problem.targets.count + 1, top: 3).attacks.isEmpty)
    let none = try search(problem).ranking(of: 0, top: 3)
    #expect(none.attacks.map(\.targets) == [[]] && none.isProven)
    #expect(try search(problem).ranking(of: 2, top: 0).attacks.isEmpty)
    problem.targets = []
    let nothing = try search(problem).ranking(of: 1, top: 3)
    #expect(nothing.attacks.isEmpty && nothing.isProven && nothing.bound == -.infinity)
    #expect(try search(problem).ranking(of: 0).attacks.map(\.targets) == [[]])
  }

  @Test("targets that change nothing are ranked by name, and not all are looked at")
  func ties() throws {
    var program = LinearProgram()
    let need = program.addRow(lower: 1, upper: 1)
    program.add(1, program.addColumn(upper: 1, cost: 1), to: need)
    let only = program.addColumn(upper: 1)
    program.add(1, only, to: need)
    // 200 idle columns: 1,313,400 attacks on three of the 200 cost nothing.
    let idle = (0..<200).map { _ in program.addColumn(upper: 1) }
    var names = (0..<200).map { "idle \($0)" }.sorted()
    var targets = zip(names, idle).map {
      InterdictionProblem.Target(name: $0, columns: [$1])
    }
    let weights = [0, 1] + idle.map { _ in 0.0 }
    let idleOnly = InterdictionProblem(
      program, targets: targets, weights: weights, ceiling: 1, resolution: 1e-9)
    let none = try search(idleOnly).ranking(of: 3, top: 2)
    #expect(none.attacks.map(\.targets) == [[0, 1, 2], [0, 1, 3]])
    #expect(none.attacks.map(\.optimum) == [0, 0] && none.bound == 0 && none.isProven)
    targets.append(.init(name: "only", columns: [only]))
    names.append("only")
    let withOnly = InterdictionProblem(
      program, targets: targets, weights: weights, ceiling: 1, resolution: 1e-9)
    let search = search(withOnly)
    let found = try search.ranking(of: 3, top: 2)
    #expect(found.attacks.map(\.targets) == [[0, 1, 200], [0, 2, 200]])
    #expect(found.attacks.map(\.optimum) == [1, 1] && search.evaluations < 10)
  }
}
