package import LinearProgramming
import Parallel

/// Finds the attacks with the highest optima, with proof: it solves a part of the attacks and bounds all others.
///
/// A set of attacks is written as some targets and a number of further ones that come after them. The set with the
/// highest upper bound is taken first. A single attack is solved; a larger set is split by its next target, after its
/// own targets alone were solved, which bounds all attacks that contain them. An attack that comes first and is known
/// exactly has a rank: all others have a bound that is not higher. Land and Doig, Econometrica 28 (1960); the bounds are
/// those of Benders' decomposition for interdiction: Israeli and Wood, Networks 40 (2002).
package final class InterdictionSearch {
  private let problem: InterdictionProblem
  private let evaluator: AttackEvaluator
  private let solver: any Solver
  private let jobs: Int
  private var bounds: AttackBounds

  /// Attacks that are solved together. It does not depend on the number of threads, so that results do not either.
  private static let batch = 8

  /// A search. It remembers what it solves.
  ///
  /// - Parameter jobs: the number of threads. Results do not depend on it.
  package init(
    _ problem: InterdictionProblem, solver: any Solver, options: SolveOptions = .standard,
    jobs: Int = .max
  ) {
    self.problem = problem
    self.solver = solver
    self.jobs = jobs
    bounds = AttackBounds(ceiling: problem.ceiling)
    evaluator = AttackEvaluator(problem, solver: solver, options: options)
  }

  /// How many attacks were solved so far.
  package var evaluations: Int { bounds.count }

  /// L of one attack.
  ///
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package func optimum(of attack: [Int]) throws -> Double {
    let attack = attack.sorted()
    try evaluate([attack])
    return bounds[attack]?.optimum ?? .nan
  }

  /// Solves every attack of a size, in parallel, so that a ranking of this size needs no bounds.
  ///
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  package func evaluateAll(of size: Int) throws {
    var attacks = problem.attacks(of: size)
    let count = attacks.reduce(0) { count, _ in count + 1 }
    try solver.progress.step("attacks on \(targetCount(size))", parts: count) { step in
      try evaluateLikely(of: size)
      while case let batch = attacks.next(Self.batch), !batch.isEmpty {
        try evaluate(batch)
        for _ in batch { step.endPart() }
      }
    }
  }

  /// Solves attacks that are not known yet, each from the most similar one. What is solved before the time ends is
  /// kept.
  private func evaluate(_ attacks: [[Int]]) throws {
    if bounds.count == 0 { bounds.add(try evaluator.evaluate([], from: nil)) }
    var open = attacks.filter { bounds[$0] == nil }[...]
    while !open.isEmpty {
      let starts = open.prefix(Self.batch).map { ($0, bounds.nearest(to: $0)?.basis) }
      open = open.dropFirst(Self.batch)
      let found = concurrently(starts, jobs: jobs) { [evaluator] attack, basis in
        Result { try evaluator.evaluate(attack, from: basis) }
      }
      for case .success(let attack) in found { bounds.add(attack) }
      for attack in found { _ = try attack.get() }
    }
  }

  // MARK: Search

  /// The `top` attacks of exactly `size` targets with the highest optima. A time limit is no error: the best that were
  /// found have a bound then.
  ///
  /// - Parameters:
  ///   - size: the number of targets.
  ///   - top: the number of attacks that are asked for.
  ///   - floor: attacks with an optimum of at most this do not matter.
  /// - Throws: `SolverError`; `NoOptimum` if not even the program without an attack was solved in time.
  package func ranking(
    of size: Int, top: Int = 1, above floor: Double = -.infinity
  )
    throws -> InterdictionRanking
  {
    try evaluate([[]])
    return try solver.progress.step("the worst attacks on \(targetCount(size))") { step in
      var search = SetSearch(
        size: size, top: top, floor: floor, problem: problem)
      do {
        try evaluateSingles(search)
        if size > 1, floor == -.infinity { try evaluateLikely(of: size) }
        while try advance(&search) { note(search, step) }
      } catch let stopped as NoOptimum where stopped.termination.isLimit {
        return search.unproven(bounds)
      }
      return search.ranking
    }
  }

  /// Solves the single targets that matter: they bound most attacks on several.
  private func evaluateSingles(_ search: SetSearch) throws {
    guard search.size > 1 else { return }
    let lowest = bounds[[]].map { $0.optimum + problem.resolution } ?? 0
    let open = problem.targets.indices.filter { target in
      bounds.upper([target], more: 0, from: 0) > lowest
        && bounds.upper([target], more: search.size - 1, from: 0) > search.floor
    }
    try evaluate(open.map { [$0] })
  }

  /// Solves the attacks of a size that are likely to be among the worst, if they can be.
  private func evaluateLikely(of size: Int) throws {
    guard size > 0 else { return }
    if bounds.count == 0 { try evaluate([[]]) }
    let likely = problem.likelyAttacks(of: size, bounds, count: Self.batch)
    try evaluate(likely.filter { isOpen($0, below: bounds.upper($0, more: 0, from: 0)) })
  }

  /// Takes sets until enough attacks are to be solved, and solves them; false if the search is over.
  private func advance(_ search: inout SetSearch) throws -> Bool {
    var batch: [[Int]] = []
    var waiting: [AttackSet] = []
    defer { for set in waiting { search.insert(set) } }
    while batch.count < Self.batch, let set = search.popFirst(bounds) {
      waiting.append(set)
      if search.isOver(at: set.bound) { break }
      try solver.deadline.check("the worst attacks")
      if isToSolve(set) {
        batch.append(set.targets)
      } else if set.more > 0 {
        waiting.removeLast()
        for child in search.children(of: set, bounds) { search.insert(child) }
      } else if batch.isEmpty {
        waiting.removeLast()
        let optimum = bounds[set.targets]?.optimum ?? bounds.lower(set.targets)
        search.found.append(.init(targets: set.targets, optimum: optimum))
      }
    }
    guard !batch.isEmpty else { return false }
    try evaluate(batch)
    return true
  }

  /// Whether the attack of a set's own targets is open: its bounds differ by more than round-off.
  private func isToSolve(_ set: AttackSet) -> Bool {
    guard !set.targets.isEmpty else { return false }
    let upper = set.more == 0 ? set.bound : bounds.upper(set.targets, more: 0, from: 0)
    return isOpen(set.targets, below: upper)
  }

  private func isOpen(_ attack: [Int], below upper: Double) -> Bool {
    bounds[attack] == nil && bounds.lower(attack) < upper - problem.resolution / 10
  }

  private func note(_ search: SetSearch, _ step: WorkStep) {
    guard let bound = search.highestBound, bound.isFinite, bound > 0 else { return }
    let best = bounds.evaluated.reduce(0) { max($0, $1.optimum) }
    let gap = max(0, bound - best) / bound
    step.note("\(bounds.count) solved, gap \((gap * 1000).rounded() / 10) %")
  }
}
