public import Analysis
import Planning

/// The costs of unilateral plans and of the joint plan, each with the goals of the model and without any goal.
public struct CoordinationAccount: Sendable {
  /// Figures of one plan, or of the sum of several plans.
  public struct Figures: Sendable {
    /// Cost of the plan over the horizon, without penalties and the cost of risk, discounted money. The joint plan and
    /// the sum cost what all regions pay; a planner's plan only what the planner pays.
    public var cost: Double
    /// Orders and idle capacity of the plan.
    public var investment: InvestmentFigures
  }

  /// A planner: a member, or all regions that are not members together.
  public struct Planner: Sendable {
    /// Id of the member's region, or `others`.
    public var name: String
    /// Its claim in the first period, a share.
    public var claim: Double
    /// Its own plan with the goals.
    public var withGoals: Figures
    /// Its own plan without goals.
    public var withoutGoals: Figures
  }

  /// The planners: the members in the order of their bloc, then the others.
  public var planners: [Planner]
  /// U_goals: the sum of the planners' plans with the goals; in periods that history fixes, the joint plan.
  public var sumWithGoals: Figures
  /// U_none: the same sum without goals.
  public var sumWithoutGoals: Figures
  /// J_goals: the joint plan with the goals.
  public var jointWithGoals: Figures
  /// J_none: the joint plan without goals.
  public var jointWithoutGoals: Figures

  /// The price of not coordinating: (U_goals − U_none) − (J_goals − J_none), discounted money of all regions.
  public var price: Double {
    (sumWithGoals.cost - sumWithoutGoals.cost) - (jointWithGoals.cost - jointWithoutGoals.cost)
  }
}

/// The key figures of a ``CoordinationAccount``, of all regions together.
public struct CoordinationFigures: Sendable, Codable {
  /// Cost of the joint plan with the goals, discounted money.
  public var jointCost: Double
  /// ``CoordinationAccount/price``, discounted money.
  public var price: Double
  /// Capex and fixed costs of the sum of the planners' plans minus those of the joint plan, both with the goals,
  /// undiscounted money.
  public var duplicatedCapex: Double
  /// Idle capacity of projects in the last period in the sum minus that in the joint plan, units of main output a
  /// year.
  public var idleCapacityBeyondJoint: Double
  /// The same difference, each unit at its capex, undiscounted money.
  public var idleCapexBeyondJoint: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case jointCost, price, duplicatedCapex, idleCapacityBeyondJoint, idleCapexBeyondJoint
  }

  /// The key figures of an account.
  public init(_ account: CoordinationAccount) {
    let (sum, joint) = (account.sumWithGoals, account.jointWithGoals)
    jointCost = joint.cost
    price = account.price
    duplicatedCapex = sum.investment.capex - joint.investment.capex
    idleCapacityBeyondJoint = sum.investment.idleCapacity - joint.investment.idleCapacity
    idleCapexBeyondJoint = sum.investment.idleCapex - joint.investment.idleCapex
  }
}
