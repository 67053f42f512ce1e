public import Analysis
public import Sourcing

/// How much the plans differ that cost almost as little as the cheapest plan.
public struct Alternatives: Sendable {
  /// The values of a quantity in these plans.
  public struct Range: Sendable {
    /// The least value in one of the plans.
    public var least: Double
    /// The greatest value in one of the plans.
    public var greatest: Double
    /// The value in the cheapest plan.
    public var optimum: Double
  }

  /// In which of the plans a project is built.
  public enum Verdict: String, Sendable {
    /// Every plan builds it.
    case must
    /// Some plans build it.
    case option
    /// No plan builds it.
    case never
  }

  /// How much of a project some plans build.
  public struct Built: Sendable {
    /// Σ_t b[p,t], the capacity ordered in all periods together, units of main output a year.
    public var capacity: Range
    /// In which of the plans it is built.
    public var verdict: Verdict
  }

  /// The capacity of a project in these plans.
  public struct Project: Sendable {
    /// The project.
    public var project: ProjectIndex
    /// How much of it these plans build.
    public var built: Built
    /// How much of it the plans without goals build that cost at most ``Alternatives/allowance`` more than the cheapest
    /// of them; nil if the model has no goals.
    public var withoutGoals: Built?
    /// Whether it is built because of the goals: all plans build it, but not all of those without goals. What all
    /// of both build is built anyway.
    public var isDueToGoals: Bool {
      built.verdict == .must && withoutGoals.map { $0.verdict != .must } ?? false
    }
  }

  /// The share of a region i in home's supply in these plans.
  public struct Origin: Sendable {
    /// The region.
    public var region: RegionIndex
    /// F({i},M) / F(W,M), with M home and the commodity in focus, from 0 to 1.
    public var share: Range
  }

  /// The optimum of the last stage of the objective. If that stage is cost, it is the discounted cost of all regions
  /// with penalties and the cost of risk.
  public var optimum: Double
  /// How much more than the cheapest plan a plan may cost, discounted money of all regions together.
  public var allowance: Double
  /// The most that a plan may cost, discounted money of all regions: optimum + allowance, or, if the last stage is not
  /// cost, the cost of the cheapest plan + allowance.
  public var limit: Double
  /// The extra cost of the goals: the cost of the cheapest plan, as in ``limit``, minus that of the plan without
  /// goals, discounted money of all regions; nil if the model has no goals.
  public var costOfGoals: Double?
  /// The part of ``costOfGoals`` that is no cost of the plan: penalties for missed goals, and the cost of risk.
  public var costOfGoalsBeyondPlan: Double?
  /// All projects that the model allows, in its order.
  public var projects: [Project]
  /// All regions; empty if no commodity is in focus.
  public var origins: [Origin]
  /// The commodity or group in focus (`Focus/first(of:in:)`); nil if there is none.
  public var commodity: CommodityGroup?
  /// The period of the shares: the last one.
  public var period: PeriodIndex
  /// How the cheapest plan meets the goals, one for each bound.
  public var goals: [GoalStanding]
  /// Warnings for the goals of the cheapest plan (`GoalWarnings`), a sentence each.
  public var warnings: [String]
}
