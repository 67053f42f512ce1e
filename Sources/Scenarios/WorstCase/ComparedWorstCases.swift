import LinearProgramming

/// The worst cases of a plan and of the plan without goals.
public struct ComparedWorstCases: Sendable {
  /// Of the plan.
  public var plan: WorstCase
  /// Of the plan without goals; nil if the plan has no goals, that plan is not known, or the time limit came first.
  public var withoutGoals: WorstCase?
  /// Whether everything that was asked for is proven and worked out. If not, the time limit came first.
  public var isComplete: Bool

  /// The worst cases of two plans. The properties describe the parameters.
  public init(plan: WorstCase, withoutGoals: WorstCase? = nil) {
    self.plan = plan
    self.withoutGoals = withoutGoals
    isComplete = plan.isComplete && withoutGoals?.isComplete ?? true
  }

  /// Finds the worst cases of two plans, for the same adversary.
  ///
  /// - Parameters:
  ///   - plan: finds those of the plan.
  ///   - withoutGoals: finds those of the plan without goals, of which the worst attack for each number of cuts is found;
  ///     nil if there is no such plan.
  ///   - top: how many attacks with the most cuts are wanted.
  ///   - jobs: the number of threads. Results do not depend on it.
  /// - Throws: `NoOptimum` if the time limit comes before the plan's window without a cut is solved; `SolverError`.
  public init(
    of plan: WorstCaseFinder, withoutGoals: WorstCaseFinder?, top: Int, jobs: Int = 1
  ) throws {
    let found = try plan.find(top: top, jobs: jobs)
    var other: WorstCase?
    do { other = try withoutGoals?.find(top: 1, jobs: jobs) } catch let stopped as NoOptimum
      where stopped.termination.isLimit
    {}
    self.init(plan: found, withoutGoals: other)
    if withoutGoals != nil, other == nil { isComplete = false }
  }
}
