import LinearProgramming

extension Array where Element == Int {
  /// A part of the places that has a property, and of which no part with one place less has it: one place after another
  /// is left out, as long as the rest has the property.
  package func smallestPart(where holds: ([Int]) throws -> Bool) rethrows -> [Int] {
    var kept = self
    for place in self where kept.count > 1 {
      let rest = kept.filter { $0 != place }
      if try holds(rest) { kept = rest }
    }
    return kept
  }
}

extension HedgeProblem {
  /// The few worlds that decide about the least largest regret.
  ///
  /// - Parameters:
  ///   - solution: the best decisions for all worlds, proven.
  ///   - leastRegret: the least largest regret over some of the worlds; nil if a limit came first.
  /// - Returns: their places; empty if the regret is 0.
  /// - Throws: `NoOptimum` at a limit; the errors of `leastRegret`.
  package func decidingWorlds(
    of solution: HedgeSolution, leastRegret: ([Int]) throws -> Double?
  ) throws -> [Int] {
    let largest = worstRegret(of: solution.costs)
    let least = largest - (1e-6 * largest + 10 * resolution)
    guard least > 0 else { return [] }
    func decide(_ places: [Int]) throws -> Bool {
      guard let value = try leastRegret(places) else {
        throw NoOptimum("which worlds decide", .timeLimit)
      }
      return value >= least
    }
    let all = Array(worlds.indices)
    // Ties by expected cost move the regret of worlds that meet the largest one a little.
    let met = all.filter { solution.costs[$0] - worlds[$0].ownCost >= 0.999 * largest }
    return try (decide(met) ? met : all).smallestPart { try decide($0) }
  }
}
