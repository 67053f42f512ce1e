/// What a run of the simplex method claims. ``CheckedSolver`` proves the claim.
public enum SimplexClaim: Sendable, Equatable {
  /// The last point is optimal, no feasible point exists, or the objective has no limit.
  case optimal, infeasible, unbounded
  /// The time limit was reached, or the run was cancelled. `isFeasible`: whether the last point keeps all bounds.
  case outOfTime(isFeasible: Bool)
  /// The caller's iteration limit was reached. `isFeasible`: whether the last point keeps all bounds.
  case outOfIterations(isFeasible: Bool)
  /// The run found no answer, for this reason.
  case stuck(String)
}
