/// What a run of the simplex method claims.
public enum SimplexClaim: Sendable, Equatable {
  case optimal, infeasible, unbounded
  /// The time is over, or the run was cancelled; whether the last point keeps all bounds.
  case outOfTime(isFeasible: Bool)
  /// The caller's iterations are used up; whether the last point keeps all bounds.
  case outOfIterations(isFeasible: Bool)
  /// It came to no end, for this reason.
  case stuck(String)
}
