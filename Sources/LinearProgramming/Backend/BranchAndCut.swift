/// The settings of one run of branch and cut.
public struct BranchRequest: Sendable {
  /// Relative gap |objective − bound| / |objective| at which it may stop.
  public var gap: Double
  /// Largest distance from a whole number at which a value counts as whole.
  public var integrality: Double
  /// A feasible starting point, one value per column; its integer columns are exact whole numbers. Nil: none.
  public var start: [Double]?
  /// Whether to leave out cuts and heuristics, because a run with them has failed.
  public var isCareful: Bool

  /// Settings with the values given.
  public init(
    gap: Double, integrality: Double, start: [Double]? = nil, isCareful: Bool = false
  ) {
    self.gap = gap
    self.integrality = integrality
    self.start = start
    self.isCareful = isCareful
  }
}

/// The result of one run of branch and cut.
public struct BranchOutcome: Sendable {
  /// Why the run ended.
  public enum Ending: Sendable {
    /// The whole tree was searched: the incumbent is optimal.
    case searched
    /// The incumbent is within the gap of the bound.
    case withinGap
    /// The whole tree was searched and has no integer feasible point.
    case infeasible
    /// The time limit was reached, or the search was cancelled.
    case stopped
    /// As `stopped`, but the call was interrupted: all problems loaded on this thread are lost and must be loaded
    /// again.
    case stoppedHard
  }

  /// Why the run ended.
  public var ending: Ending
  /// The best point, integral to within ``BranchRequest/integrality``; nil if there is none, or none better than the
  /// starting point.
  public var incumbent: [Double]?
  /// The proven bound on the objective; nil if there is none.
  public var bound: Double?

  /// A result with the values given.
  public init(ending: Ending, incumbent: [Double]? = nil, bound: Double? = nil) {
    self.ending = ending
    self.incumbent = incumbent
    self.bound = bound
  }
}
