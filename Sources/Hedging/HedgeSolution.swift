package import LinearProgramming

/// The best common decisions of a ``HedgeProblem``.
package struct HedgeSolution: Sendable {
  /// The value of each common decision.
  package var common: [Double]
  /// The cost of each world with these decisions.
  package var costs: [Double]
  /// A value for each column of each world's program, with which it costs that.
  package var points: [[Double]]
  /// No common decisions have a smaller value of the criterion: the largest regret, or the expected cost.
  package var bound: Double
  /// Whether the solution is proven to be the best one, to within round-off. If not, the time ended first.
  package var isProven: Bool
  /// The number of times that a program over all worlds was solved.
  package var rounds: Int
}

/// How the search for common decisions ended.
package enum HedgeOutcome: Sendable {
  /// Common decisions were found.
  case solved(HedgeSolution)
  /// No decisions are possible in all worlds.
  case impossible
  /// A limit came before any common decisions were found.
  case stopped(Termination)

  /// The solution, if there is one.
  package var solution: HedgeSolution? {
    if case .solved(let solution) = self { solution } else { nil }
  }
}
