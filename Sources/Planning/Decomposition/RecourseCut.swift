package import LinearProgramming

/// A valid inequality `expression ≤ 0` for one recourse function V.
package struct RecourseCut: Sendable {
  /// The position of the recourse in the program.
  package var recourse: Int
  /// V(z*) + Σ g·(z − z*) − bound.
  package var expression: LinearExpression
  /// How a higher target moves the row's right-hand side, by place among the goals' constraints.
  package var sensitivities: [(constraint: Int, rate: Double)]
}

/// The error that the decomposition did not converge. The LP with all windows in its rows is solved instead.
struct DecompositionStalled: Error, CustomStringConvertible {
  var description: String { "the cuts of stress windows did not converge" }
}
