import Formulation
public import Planning
public import Scenarios
public import Sourcing

/// What came of one run of a study.
public struct RunOutcome: Sendable {
  public enum Result: Sendable {
    case planned(PlannedRun)
    /// No plan exists; `planner` is who could not plan, where members plan alone.
    case infeasible(Infeasibility)
    /// The time limit, in seconds, came first; nil: it was stopped otherwise, as by an interruption.
    case timeLimit(seconds: Double?, planner: String?)
    /// The option's model cannot be read over the instance.
    case badInput([String])
    /// The solver failed.
    case failed(String)
  }

  public struct Infeasibility: Sendable {
    public var instance: Instance
    public var model: Model
    public var explanation: Explanation
    public var planner: String?

    /// Whether that no plan exists is only what branch and cut says.
    public var isUnproven: Bool { explanation.isUnproven }
  }

  public var run: StudyRun
  public var result: Result
  public var times: RunTimes
}

/// A plan of a study with what its stress runs found.
public struct PlannedRun: Sendable {
  /// Of a unilateral run: the planners' plans added up, over an instance in which each planner has projects
  /// of its own.
  public var planning: PlanningResult
  public var plan: Plan
  /// Discounted, without penalties and risk.
  public var cost: Double
  /// By sharing arrangement, then disruption.
  public var stress: [StressOutcome]
  /// nil of a joint run.
  public var coordination: CoordinationAccount?

  public var instance: Instance { planning.program.instance }
  public var model: Model { planning.program.model }
}

/// Wall-clock seconds of one run.
public struct RunTimes: Sendable, Codable {
  public var plan = 0.0
  public var stress = 0.0
  public var explain = 0.0
  public var write = 0.0
  public var total = 0.0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case plan, stress, explain, write, total
  }

  public init() {}
}
