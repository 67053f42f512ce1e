public import Analysis
import Planning

/// What it costs that members plan alone: their plans added up beside the joint plan, each with the goals
/// and without any.
public struct CoordinationAccount: Sendable {
  /// Figures of one plan, or of several added up.
  public struct Figures: Sendable {
    /// Discounted, without penalties and risk.
    public var cost: Double
    public var investment: InvestmentFigures
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

/// The key figures of it: what the goals cost more where nobody coordinates, and what is built twice.
public struct CoordinationFigures: Sendable, Codable {
  /// Discounted cost of the joint plan.
  public var jointCost: Double
  /// ``CoordinationAccount/price``, discounted.
  public var price: Double
  /// Capex beyond the joint plan's, undiscounted.
  public var duplicatedCapex: Double
  /// Idle new capacity beyond the joint plan's, main output a year.
  public var idleCapacityBeyondJoint: Double
  /// The same at its capex.
  public var idleCapexBeyondJoint: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case jointCost, price, duplicatedCapex, idleCapacityBeyondJoint, idleCapexBeyondJoint
  }

  public init(_ account: CoordinationAccount) {
    let (sum, joint) = (account.sumWithGoals, account.jointWithGoals)
    jointCost = joint.cost
    price = account.price
    duplicatedCapex = sum.investment.capex - joint.investment.capex
    idleCapacityBeyondJoint = sum.investment.idleCapacity - joint.investment.idleCapacity
    idleCapexBeyondJoint = sum.investment.idleCapex - joint.investment.idleCapex
  }
}
