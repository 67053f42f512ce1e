public import Analysis

/// What is kept of a finished run. Times are kept apart, so that the same inputs give the same bytes.
public struct RunRecord: Codable, Sendable {
  /// How the run ended.
  public enum Status: String, Codable, Sendable {
    case optimal, infeasible
    case timeLimit = "time-limit"
    case badInput = "bad-input"
    case failed
  }

  /// `option/variation/coordination`.
  public var run: String
  /// Names of its option, variation and coordination.
  public var option: String
  public var variation: String
  public var coordination: String
  /// Hash of everything that the result depends on.
  public var key: String
  /// How it ended.
  public var status: Status
  /// Why there is no plan; empty where there is one.
  public var reason: String
  /// True where branch and cut found no plan, but to prove that takes too many branches; else nil.
  public var unproven: Bool?
  /// Seconds that the plan was given; nil: no limit.
  public var timeLimit: Double?
  /// nil without a plan.
  public var figures: RunFigures?
  /// Of the plan's LP; nil without a plan.
  public var sizes: ProgramSizes?
  /// What must be known of the plan's goals: which ask for nothing, which are met by serving less. Nil of none.
  public var warnings: [String]?
  /// Iterations over all solves of the plan.
  public var iterations = 0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case run, option, variation, coordination, key, status, reason, unproven, timeLimit, figures
    case sizes, warnings, iterations
  }

  /// A record without figures.
  public init(
    _ run: StudyRun, in study: Study, key: String, status: Status, reason: String,
    timeLimit: Double?
  ) {
    self.run = run.name
    option = study.options[run.option].name
    variation = study.variations[run.variation].name
    coordination = run.coordination.rawValue
    self.key = key
    self.status = status
    self.reason = reason
    self.timeLimit = timeLimit
  }

  /// The value of a figure; nil where the run has none.
  public subscript(figure: RunFigure) -> Double? { figures?[figure] }

  /// Whether the result still stands: its inputs are the same, and it is an answer rather than a mishap or
  /// a time limit that is longer now.
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
