import LinearProgramming

/// Rows that are added while solving because a point breaks them.
enum BrokenRows {
  /// Most rounds of one solve.
  static let mostRounds = 500

  /// The rows still move the point after so many rounds.
  static var notKept: SolverError {
    .refuted("the rows that were added while solving did not converge in \(mostRounds) rounds")
  }
}
