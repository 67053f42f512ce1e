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
  /// The attacks that were found to matter.
  package var attacks = KnownAttacks()

  /// Nothing is known.
  package init() {}

  /// Only attacks are known.
  package init(_ attacks: KnownAttacks) { self.attacks = attacks }
}

/// The decomposition did not end; the program with its windows in the rows is solved instead.
package struct DecompositionStalled: Error, CustomStringConvertible {
  /// The attacks that were found to matter.
  package var attacks = KnownAttacks()
  /// The failure of the solver that ended it; nil if the cuts did not converge.
  package var cause: SolverError?

  /// For people.
  package var description: String {
    cause.map { "\($0)" } ?? "the cuts of stress windows did not converge"
  }
}
