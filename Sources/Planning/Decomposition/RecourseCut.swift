package import Formulation
package import LinearProgramming
import Sourcing

/// A cut `expression ≤ 0`, which holds for every plan: V(z*) + Σ_n γ_n·(z_n − z*_n) − bound ≤ 0, the tangent of one
/// recourse's function V at z*.
package struct RecourseCut: Sendable {
  /// What the recourse measures; no other recourse of the program has the same subject.
  package var subject: RecourseSubject
  /// The left-hand side, at most 0.
  package var expression: LinearExpression
  /// How a higher target moves the row's right-hand side, by the goals' constraints.
  package var sensitivities: [(constraint: GoalConstraintIndex, rate: Double)]
}

/// What was found of the recourses of a program.
package struct KnownRecourses: Sendable {
  /// The last basis of each recourse.
  var bases: [RecourseSubject: Basis] = [:]
  /// Cuts, each of which holds for every plan of the program in which it was found.
  var cuts: [RecourseCut] = []
  /// The attacks whose windows were added, with the place of their goal.
  var attacks: [(place: Int, attack: Attack)] = []

  /// Nothing is known.
  package init() {}
}

/// The decomposition did not end; the program with its windows in the rows is solved instead.
struct DecompositionStalled: Error, CustomStringConvertible {
  /// The attacks whose windows were added, with the place of their goal.
  var attacks: [(place: Int, attack: Attack)] = []

  var description: String { "the cuts of stress windows did not converge" }
}
