/// How a goal stands in a plan, for one region or bloc, commodity, period and bound.
public struct GoalOutcome: Sendable {
  /// What a plan reaches of a goal.
  public enum Achievement: Sendable, Hashable {
    /// In the goal's unit.
    case value(Double)
    /// It would be a share of nothing: the goal holds by itself.
    case vacuous
  }

  /// Place of the goal in the model.
  public var goal: GoalIndex
  public var subject: RegionSet
  public var commodity: CommodityGroup?
  public var period: PeriodIndex?
  public var disruption: DisruptionIndex?
  /// Of a resilience goal, whether the target holds in every month rather than over the window.
  public var isEachMonth: Bool
  public var direction: Goal.Direction
  /// In the goal's unit: a share, days of use, or money.
  public var target: Double
  /// What the plan reaches, computed from the plan itself.
  public var achievement: Achievement
  /// Discounted cost change per unit of the target; of a MIP, with the integers fixed. nil where the plan
  /// did not come from a solve of cost.
  public var shadowPrice: Double?
  /// How much a soft goal's constraint is broken, in the constraint's own units.
  public var violation: Double
  /// Whether the subject goes short of the commodity in the period.
  public var isUnderserved: Bool
  /// What is much in the goal's unit whatever the target is: 1 of a share or a day; of money a part of the plan's
  /// cost, for a currency has no size of its own.
  public var usual: Double

  public init(
    goal: GoalIndex, subject: RegionSet, commodity: CommodityGroup?, period: PeriodIndex?,
    disruption: DisruptionIndex?,
    isEachMonth: Bool = false, direction: Goal.Direction, target: Double, achievement: Achievement,
    shadowPrice: Double?, violation: Double, isUnderserved: Bool, usual: Double = 1
  ) {
    self.goal = goal
    self.subject = subject
    self.commodity = commodity
    self.period = period
    self.disruption = disruption
    self.isEachMonth = isEachMonth
    self.direction = direction
    self.target = target
    self.achievement = achievement
    self.shadowPrice = shadowPrice
    self.violation = violation
    self.isUnderserved = isUnderserved
    self.usual = usual
  }

  /// What the plan reaches, in the goal's unit; a share of nothing is 0.
  public var achieved: Double {
    switch achievement {
    case .value(let value): value
    case .vacuous: 0
    }
  }

  /// Whether the goal is about a share of nothing, and holds by itself.
  public var isVacuous: Bool { achievement == .vacuous }

  /// How far the target is kept, in its unit: negative where it is missed, never where the goal holds by
  /// itself.
  public var slack: Double {
    let slack = direction == .atMost ? target - achieved : achieved - target
    return isVacuous ? max(0, slack) : slack
  }

  /// What counts as rounding, in the goal's unit: a millionth of the target, or of ``usual``.
  private var roundOff: Double { 1e-6 * max(usual, abs(target)) }

  /// Whether the target is missed by more than rounding.
  public var isMissed: Bool { slack < -roundOff }

  /// Whether the goal is kept, and may be kept only, because the subject goes without: its commodity goes unserved
  /// there while the goal binds or holds as a share of nothing.
  public var isMetByServingLess: Bool { isUnderserved && !isMissed && (isBinding || isVacuous) }

  /// Whether the plan stands at the target.
  public var isBinding: Bool { !isVacuous && abs(slack) <= roundOff }
}
