import Interdiction
import LinearProgramming
import Parallel
import Sourcing

/// Ranks attacks by what they cost. Attacks are the places of their targets, ascending.
protocol AttackRanker {
  /// How many attacks were solved.
  var evaluations: Int { get }

  /// The loss under one attack.
  func optimum(of attack: [Int]) throws -> Double

  /// The worst attacks of a size.
  ///
  /// - Parameter count: the number of attacks of this size.
  func ranking(of size: Int, top: Int, count: Int) throws -> InterdictionRanking
}

/// Solves all attacks of a size if they are few; of many it solves a part and bounds the others.
struct FewOrBounded: AttackRanker {
  let search: InterdictionSearch
  /// At most so many attacks are all solved.
  let few: Int

  var evaluations: Int { search.evaluations }

  func optimum(of attack: [Int]) throws -> Double { try search.optimum(of: attack) }

  func ranking(of size: Int, top: Int, count: Int) throws -> InterdictionRanking {
    if count <= few {
      do { try search.evaluateAll(of: size) } catch let stopped as NoOptimum
        where stopped.termination.isLimit
      {}
    }
    return try search.ranking(of: size, top: top)
  }
}

/// Solves every attack as a disruption of its own, under rules of sharing that depend on it.
final class AllAttacks: AttackRanker {
  private let problem: InterdictionProblem
  private let runner: StressRunner
  private let targets: [AttackTarget]
  private let measure: WorstCase.Measure
  private let jobs: Int
  private var losses: [[Int]: Double] = [:]

  private static let batch = 16

  init(
    _ problem: InterdictionProblem, runner: StressRunner, targets: [AttackTarget],
    measure: WorstCase.Measure, jobs: Int
  ) {
    self.problem = problem
    self.runner = runner
    self.targets = targets
    self.measure = measure
    self.jobs = jobs
  }

  var evaluations: Int { losses.count }

  func optimum(of attack: [Int]) throws -> Double {
    if losses[attack] == nil { try solve([attack], .none) }
    return losses[attack] ?? .nan
  }

  private func solve(_ attacks: [[Int]], _ step: WorkStep) throws {
    let named = attacks.map { Attack(inOrder: $0.map { targets[$0] }) }
    let found = try runner.leastLosses(under: named, measure, jobs: jobs, step)
    for (attack, loss) in zip(attacks, found) { losses[attack] = loss }
  }

  func ranking(of size: Int, top: Int, count: Int) throws -> InterdictionRanking {
    var attacks = problem.attacks(of: size)
    var isProven = true
    try runner.solver.progress.step("attacks on \(targetCount(size))", parts: count) { step in
      while case let batch = attacks.next(Self.batch), !batch.isEmpty {
        do { try solve(batch, step) } catch let stopped as NoOptimum
          where stopped.termination.isLimit
        {
          isProven = false
          return
        }
      }
    }
    let solved = losses.filter { $0.key.count == size }
    let ranked = problem.inOrder(solved.map { .init(targets: $0.key, optimum: $0.value) })
    let next = ranked.count > top ? ranked[top].optimum : -.infinity
    return InterdictionRanking(
      attacks: Array(ranked.prefix(top)), bound: isProven ? next : problem.ceiling,
      isProven: isProven)
  }
}
