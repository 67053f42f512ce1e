/// What branch and cut is to do.
public struct BranchRequest: Sendable {
  /// Relative gap at which it may stop.
  public var gap: Double
  /// The most by which a value may differ from a whole number and count as whole.
  public var integrality: Double
  /// A feasible point to begin with, its whole columns exactly whole.
  public var start: [Double]?
  /// Without cuts and heuristics: it has failed with them.
  public var isCareful: Bool

  public init(
    gap: Double, integrality: Double, start: [Double]? = nil, isCareful: Bool = false
  ) {
    self.gap = gap
    self.integrality = integrality
    self.start = start
    self.isCareful = isCareful
  }
}

/// What branch and cut ended with.
public struct BranchOutcome: Sendable {
  public enum Ending: Sendable {
    /// The whole tree is searched: the incumbent is an optimum.
    case searched
    /// The incumbent is within the gap of the bound.
    case withinGap
    /// The whole tree is searched, and has no whole point.
    case infeasible
    /// The time is over, or the search was cancelled.
    case stopped
    /// As `stopped`, and all problems of this thread are gone: they are to be loaded anew.
    case stoppedHard
  }

  public var ending: Ending
  /// The best point, whole to within the integrality asked for; nil: none, or none better than the start.
  public var incumbent: [Double]?
  /// Proven bound on the objective; nil: none.
  public var bound: Double?

  public init(ending: Ending, incumbent: [Double]? = nil, bound: Double? = nil) {
    self.ending = ending
    self.incumbent = incumbent
    self.bound = bound
  }
}
