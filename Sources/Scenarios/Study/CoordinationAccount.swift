import Planning

/// What it costs that members plan alone: their plans added up beside the joint plan, each with the goals
/// and without any.
public struct CoordinationAccount: Sendable {
  /// Figures of one plan, or of several added up.
  public struct Figures: Sendable {
    /// Discounted, without penalties and risk.
    public var cost = 0.0
    /// Capex and fixed costs of all orders, undiscounted.
    public var capex = 0.0
    /// What programmes pay of it.
    public var support = 0.0
    /// Capacity of projects that stands idle in the last period, in units of main output a year.
    public var unusedCapacity = 0.0
    /// The same at its capex.
    public var unusedCapex = 0.0
  }

  public struct Planner: Sendable {
    public var name: String
    /// Its claim in the first period.
    public var claim: Double
    public var withGoals: Figures
    public var withoutGoals: Figures
  }

  public var planners: [Planner]
  /// The planners' plans added up, with what stands of the joint plan in periods that history fixes.
  public var sumWithGoals: Figures
  public var sumWithoutGoals: Figures
  public var jointWithGoals: Figures
  public var jointWithoutGoals: Figures

  /// (U_goals − U_none) − (J_goals − J_none).
  public var price: Double {
    (sumWithGoals.cost - sumWithoutGoals.cost) - (jointWithGoals.cost - jointWithoutGoals.cost)
  }
}
