public import Analysis
import Formulation
public import Planning
public import Scenarios
public import Sourcing

/// How one run of a study ended.
public struct RunOutcome: Sendable {
  /// How the run ended.
  public enum Result: Sendable {
    /// There is a plan.
    case planned(PlannedRun)
    /// No plan exists; `planner` is who could not plan, where members plan alone.
    case infeasible(Infeasibility)
    /// No plan exists in a sampled world, where nobody looks for the reason; `planner` as of `Infeasibility`.
    case noPlanInWorld(planner: String?)
    /// The time limit, in seconds, came first; nil: the run was stopped in another way, such as by an interruption.
    case timeLimit(seconds: Double?, planner: String?)
    /// The option's model cannot be read over the instance.
    case badInput([String])
    /// The solver failed.
    case failed(String)
  }

  /// Why no plan exists.
  public struct Infeasibility: Sendable {
    /// The instance for which there is no plan.
    public var instance: Instance
    /// The model for which there is no plan.
    public var model: Model
    /// What conflicts, and what would help.
    public var explanation: Explanation
    /// Who has no plan, of a unilateral run; nil of a joint run.
    public var planner: String?

    /// Whether it is not proven that there is no plan.
    public var isUnproven: Bool { explanation.isUnproven }
  }

  /// The run.
  public var run: StudyRun
  /// How it ended.
  public var result: Result
  /// How long it took.
  public var times: RunTimes
}

/// A plan of a study with the outcomes of its stress runs.
public struct PlannedRun: Sendable {
  /// Of a unilateral run: the planners' plans added up, over an instance in which each planner has projects
  /// of its own.
  public var planning: PlanningResult
  /// The plan.
  public var plan: Plan
  /// Discounted, without penalties and risk.
  public var cost: Double
  /// By sharing arrangement, then disruption.
  public var stress: [StressOutcome]
  /// The plan without goals, with which the cost is compared; nil of a unilateral run, and where the model has no goals
  /// or the time limit came first.
  public var withoutGoals: PlanningResult?
  /// The window without a disruption under each sharing arrangement.
  public var undisturbed: [StressOutcome] = []
  /// nil of a joint run.
  public var coordination: CoordinationAccount?
  /// How many checks against published figures hold in the plan without goals; nil of a unilateral run, under a
  /// variation other than `as-is`, where an assumption is moved, and if the instance has none.
  public var checks: CheckStanding?

  /// The instance of the plan.
  public var instance: Instance { planning.program.instance }
  /// The model of the plan.
  public var model: Model { planning.program.model }
}

/// Wall-clock seconds of one run.
public struct RunTimes: Sendable, Codable {
  /// To find the plan.
  public var plan = 0.0
  /// To disturb it.
  public var stress = 0.0
  /// To explain why there is no plan.
  public var explain = 0.0
  /// To write its folder.
  public var write = 0.0
  /// All together.
  public var total = 0.0

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case plan, stress, explain, write, total
  }

  /// Times of 0.
  public init() {}
}
