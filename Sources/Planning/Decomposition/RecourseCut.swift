package import Formulation
package import LinearProgramming

/// A cut `expression ≤ 0`, which holds for every plan: V(z*) + Σ_n γ_n·(z_n − z*_n) − bound ≤ 0, the tangent of one
/// recourse's function V at z*.
package struct RecourseCut: Sendable {
  /// The position of the recourse in the program.
  package var recourse: Int
  /// The left-hand side, at most 0.
  package var expression: LinearExpression
  /// How a higher target moves the row's right-hand side, by the goals' constraints.
  package var sensitivities: [(constraint: GoalConstraintIndex, rate: Double)]
}

/// What was found of the recourses of a program.
package struct KnownRecourses: Sendable {
  /// The last basis of each recourse, by its position; empty: none is known.
  var bases: [Basis?] = []
  /// Cuts, each of which holds for every plan.
  var cuts: [RecourseCut] = []

  /// Nothing is known.
  package init() {}

  init(bases: [Basis?], cuts: [RecourseCut]) { (self.bases, self.cuts) = (bases, cuts) }
}

/// The decomposition did not end; the program with its windows in the rows is solved instead.
struct DecompositionStalled: Error, CustomStringConvertible {
  var description: String { "the cuts of stress windows did not converge" }
}
