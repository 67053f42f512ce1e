/// The progress of a running solve. Objectives are those of the program as it was given: without any scaling, with its
/// constant and its real costs.
public struct SolveProgress: Sendable, Hashable {
  /// Simplex iterations so far.
  public var iterations: Int
  /// Wall-clock time so far.
  public var elapsed: Duration
  /// For a MIP: what is known of its optimum; nil of a linear program.
  public var search: Search?
  /// ``SolveOptions/objectiveIsResult`` of the solve.
  public var objectiveIsResult: Bool

  /// What is known of the optimum of a MIP while it is solved.
  public struct Search: Sendable, Hashable {
    /// The objective of the best integer feasible point; nil if there is none yet, or if its objective is not known.
    public var incumbent: Double?
    /// The proven bound: no integer feasible point is better. Nil if there is none yet.
    public var bound: Double?
    /// Whether an integer feasible point is known.
    public var hasPoint: Bool

    /// What is known.
    public init(incumbent: Double? = nil, bound: Double? = nil, hasPoint: Bool? = nil) {
      self.incumbent = incumbent
      self.bound = bound
      self.hasPoint = hasPoint ?? (incumbent != nil)
    }

    /// The relative gap |incumbent − bound| / |incumbent|; nil if one of them is not known, or the incumbent is 0 and
    /// the bound is not.
    public var gap: Double? {
      guard let incumbent, let bound else { return nil }
      if incumbent == bound { return 0 }
      return incumbent == 0 ? nil : abs(incumbent - bound) / abs(incumbent)
    }
  }

  /// A report of progress.
  public init(
    iterations: Int, elapsed: Duration, search: Search? = nil, objectiveIsResult: Bool = false
  ) {
    self.iterations = iterations
    self.elapsed = elapsed
    self.search = search
    self.objectiveIsResult = objectiveIsResult
  }
}
