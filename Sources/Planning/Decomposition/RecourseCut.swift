package import LinearProgramming

/// A valid inequality `expression ≤ 0` for the function of one recourse.
package struct RecourseCut: Sendable {
  /// Place among the recourses.
  package var recourse: Int
  package var expression: LinearExpression
  /// How a higher target moves the row's right-hand side, by place among the goals' constraints.
  package var sensitivities: [(constraint: Int, rate: Double)]
}

/// The decomposition came to no end; the monolithic LP answers instead.
struct DecompositionStalled: Error, CustomStringConvertible {
  var description: String { "the cuts of stress windows did not converge" }
}
