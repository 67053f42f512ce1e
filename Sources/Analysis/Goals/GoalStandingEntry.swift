import Sourcing

extension GoalStanding {
  /// The values in one period. Target, achieved and slack are in the goal's ``GoalStanding/unit``.
  public struct Entry: Sendable, Codable {
    /// The period's label; nil if the goal is one for several periods together.
    public var period: String?
    /// The target of the bound.
    public var target: Double
    /// What the plan achieves, computed from the plan; 0 for a share of nothing.
    public var achieved: Double
    /// target − achieved for `at_most`, achieved − target for `at_least`; negative if the target is missed. For
    /// a share of nothing at least 0.
    public var slack: Double
    /// Whether |slack| is no more than rounding.
    public var isBinding: Bool
    /// Whether the target is missed by more than rounding.
    public var isMissed: Bool
    /// Change of the objective, discounted money, if the target rises by one step of the unit
    /// (`Goal.Unit.step`); nil if the plan has no dual values.
    public var shadowPrice: Double?
    /// Whether the target is met while demand for the goal's commodity is not served, as
    /// `GoalOutcome.isMetByServingLess` defines it.
    public var isMetByServingLess: Bool
    /// The part of demand that is not served (`GoalOutcome.unservedShare`); nil if it is at most a millionth.
    public var unservedShare: Double?
    /// How the plan without goals stands; nil if it was not judged.
    public var withoutGoals: WithoutGoals?
    /// `GoalOutcome.attack(in:)`: of a goal against any attack, the name of the worst one.
    public var attack: String?

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case period, target, achieved, slack
      case isBinding = "binding"
      case isMissed = "missed"
      case shadowPrice = "shadow_price"
      case isMetByServingLess = "met_by_serving_less"
      case unservedShare = "unserved"
      case withoutGoals = "without_goals"
      case attack
    }
  }

  /// How the plan without goals stands in one period.
  public struct WithoutGoals: Sendable, Codable, Hashable {
    /// What it achieves, in the goal's ``GoalStanding/unit``; 0 for a share of nothing.
    public var achieved: Double
    /// Whether it meets the target, up to rounding.
    public var isMet: Bool
    /// The part of demand that it leaves unserved, as `GoalOutcome.unservedShare` defines it.
    public var unservedShare: Double

    package enum CodingKeys: String, CodingKey, CaseIterable {
      case achieved
      case isMet = "met"
      case unservedShare = "unserved"
    }
  }
}

extension GoalStanding.Entry {
  init(_ outcome: GoalOutcome, unit: Goal.Unit, in instance: Instance) {
    period = outcome.period.map { instance.horizon[$0].label }
    target = outcome.target
    achieved = outcome.achieved
    slack = outcome.slack
    isBinding = outcome.isBinding
    isMissed = outcome.isMissed
    shadowPrice = outcome.shadowPrice(in: unit)
    isMetByServingLess = outcome.isMetByServingLess
    unservedShare = outcome.isUnderserved ? outcome.unservedShare : nil
    withoutGoals = outcome.withoutGoals.map {
      .init(achieved: $0.achieved, isMet: $0.isMet, unservedShare: $0.unservedShare)
    }
    attack = outcome.attack(in: instance)
  }
}
