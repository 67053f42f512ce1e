public import Analysis

/// What is stored of a finished run. Times are in another file, so that the same inputs give the same bytes.
public struct RunRecord: Codable, Sendable {
  /// How the run ended.
  public enum Status: String, Codable, Sendable {
    /// There is a plan.
    case optimal
    /// No plan exists, or branch and cut found none; see ``RunRecord/unproven``.
    case infeasible
    /// The time limit came first.
    case timeLimit = "time-limit"
    /// The option's model cannot be read over the instance.
    case badInput = "bad-input"
    /// The solver failed.
    case failed
  }

  /// `option/variation/coordination`.
  public var run: String
  /// Name of its option.
  public var option: String
  /// Name of its variation.
  public var variation: String
  /// `joint` or `unilateral`.
  public var coordination: String
  /// Hash of everything that the result depends on.
  public var key: String
  /// How it ended.
  public var status: Status
  /// Why there is no plan; empty if there is one.
  public var reason: String
  /// True where branch and cut found no plan, but to prove that takes too many branches; else nil.
  public var unproven: Bool?
  /// Seconds that the plan was given; nil: no limit.
  public var timeLimit: Double?
  /// nil without a plan.
  public var figures: RunFigures?
  /// Of the plan's LP; nil without a plan.
  public var sizes: ProgramSizes?
  /// Warnings for the goals of the plan: goals without effect, and goals that are met by serving less. Nil for none.
  public var warnings: [String]?
  /// How many checks against published figures hold in the plan without goals; only of joint runs of the world as it
  /// is. Nil if the instance has none.
  public var checks: CheckStanding?
  /// The place z of each assumption that is moved, by id; nil if none is, and without a plan.
  public var assumptions: [String: Double]?
  /// True of the run of a sampled world; else nil.
  public var sampled: Bool?
  /// True of the run of a sampled world for Sobol indices; else nil.
  public var sobol: Bool?
  /// Iterations over all solves of the plan.
  public var iterations = 0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case run, option, variation, coordination, key, status, reason, unproven, timeLimit, figures
    case sizes, warnings, checks, assumptions, sampled, sobol, iterations
  }

  /// A record without figures.
  public init(
    _ run: StudyRun, in study: Study, key: String, status: Status, reason: String,
    timeLimit: Double?
  ) {
    self.run = run.name
    option = study.options[run.option].name
    variation = study.variationName(of: run)
    coordination = run.coordination.rawValue
    self.key = key
    self.status = status
    self.reason = reason
    self.timeLimit = timeLimit
    sampled = study.isSampled(run) ? true : nil
    sobol = study.isForIndices(run) ? true : nil
  }

  /// Whether it is the run of a sampled world.
  public var isSampled: Bool { sampled == true }

  /// Whether it is the run of a world for Sobol indices.
  public var isForIndices: Bool { sobol == true }

  /// Whether it is the run of a sampled world over which options are compared.
  public var isCounted: Bool { isSampled && !isForIndices }

  /// Whether it is known if there is a plan. There is none where the data cannot be read, such as those of a sampled world
  /// that contradict each other; it is not known after a time limit or a failure of the solver.
  public var isAnswered: Bool {
    switch status {
    case .optimal, .infeasible, .badInput: true
    case .timeLimit, .failed: false
    }
  }

  /// The value of a figure; nil if the run has none.
  public subscript(figure: RunFigure) -> Double? { figures?[figure] }

  /// Whether the result is still valid: the inputs are the same, and the run ended with an answer, bad input, or a time
  /// limit that is not shorter than the present one.
  public func stands(for key: String, timeLimit: Double?) -> Bool {
    guard self.key == key else { return false }
    switch status {
    case .optimal, .infeasible, .badInput: return true
    case .failed: return false
    case .timeLimit:
      guard let limit = self.timeLimit, let timeLimit else { return false }
      return timeLimit <= limit
    }
  }
}
