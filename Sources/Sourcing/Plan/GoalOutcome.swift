/// How a goal stands in a plan, for one region or bloc, commodity, period and bound.
public struct GoalOutcome: Sendable {
  /// What a plan achieves.
  public enum Achievement: Sendable, Hashable {
    /// An amount, in the goal's unit.
    case value(Double)
    /// A share of nothing: the goal is met whatever its target is.
    case vacuous
  }

  /// The goal's place in the model.
  public var goal: GoalIndex
  /// The regions for which it holds.
  public var subject: RegionSet
  /// The commodities for which it holds; nil for sums of money.
  public var commodity: CommodityGroup?
  /// The period in which it holds; nil for sums of money.
  public var period: PeriodIndex?
  /// The disruption in which it holds, or the attack in which service is least of those in which it holds; nil for goals
  /// on undisturbed supply.
  public var threat: Threat?
  /// For a resilience goal, whether the target holds in every month and not over the window.
  public var isEachMonth: Bool
  /// The side of the target that is allowed.
  public var direction: Goal.Direction
  /// In the goal's unit: a share, days of use, or money.
  public var target: Double
  /// What the plan achieves, computed from the plan and not from the program's rows.
  public var achievement: Achievement
  /// Change of the total cost if the target rises by one in the goal's unit; with whole projects, for the same
  /// decisions of yes or no. nil if the plan was not solved for the least cost.
  public var shadowPrice: Double?
  /// By how much a soft goal is missed, in the units of its row.
  public var violation: Double
  /// The part of demand that the subject lacks in the period, from 0 to 1: the larger of the shares for the
  /// commodities of the goal together and for each good that the subject can make from them. 0 for sums of money.
  public var unservedShare: Double
  /// A usual amount in the goal's unit: 1 for a share, an index or days; for money a part of the plan's cost.
  public var usual: Double
  /// Whether every plan meets the target, because it is at the end of what is possible: a share or an index of at most
  /// 1, at least 0 of anything, or more capex than projects can take.
  public var limitsNothing: Bool
  /// How the plan without goals stands; nil if it was not judged.
  public var withoutGoals: WithoutGoals?

  /// How the plan without goals stands by the same goal.
  public struct WithoutGoals: Sendable, Hashable {
    /// What it achieves, in the goal's unit; a share of nothing is 0.
    public var achieved: Double
    /// Whether it meets the target, up to rounding.
    public var isMet: Bool
    /// ``GoalOutcome/unservedShare`` of that plan.
    public var unservedShare: Double

    /// How a plan without goals stands.
    public init(achieved: Double, isMet: Bool, unservedShare: Double) {
      self.achieved = achieved
      self.isMet = isMet
      self.unservedShare = unservedShare
    }
  }

  /// An outcome.
  ///
  /// - Parameters:
  ///   - goal: the goal's place in the model.
  ///   - subject: the regions for which it holds.
  ///   - commodity: the commodities for which it holds.
  ///   - period: the period in which it holds.
  ///   - threat: the disruption in which it holds, or the worst attack.
  ///   - isEachMonth: whether the target holds in every month and not over the window.
  ///   - direction: the side of the target that is allowed.
  ///   - target: the target, in the goal's unit.
  ///   - achievement: what the plan achieves.
  ///   - shadowPrice: change of the total cost if the target rises by one.
  ///   - violation: by how much a soft goal is missed.
  ///   - unservedShare: the part of demand that the subject lacks.
  ///   - usual: a usual amount in the goal's unit.
  ///   - limitsNothing: whether every plan meets the target.
  public init(
    goal: GoalIndex, subject: RegionSet, commodity: CommodityGroup?, period: PeriodIndex?,
    threat: Threat?,
    isEachMonth: Bool = false, direction: Goal.Direction, target: Double, achievement: Achievement,
    shadowPrice: Double?, violation: Double, unservedShare: Double = 0,
    usual: Double = 1, limitsNothing: Bool = false
  ) {
    self.goal = goal
    self.subject = subject
    self.commodity = commodity
    self.period = period
    self.threat = threat
    self.isEachMonth = isEachMonth
    self.direction = direction
    self.target = target
    self.achievement = achievement
    self.shadowPrice = shadowPrice
    self.violation = violation
    self.unservedShare = unservedShare
    self.usual = usual
    self.limitsNothing = limitsNothing
  }

  /// What the plan achieves, in the goal's unit; a share of nothing is 0.
  public var achieved: Double {
    switch achievement {
    case .value(let value): value
    case .vacuous: 0
    }
  }

  /// Whether the goal is met because it is about a share of nothing.
  public var isVacuous: Bool { achievement == .vacuous }

  /// The distance from the target on the allowed side, in the goal's unit. It is negative where the target is missed;
  /// a share of nothing never misses it.
  public var slack: Double {
    let slack = direction == .atMost ? target - achieved : achieved - target
    return isVacuous ? max(0, slack) : slack
  }

  /// What counts as rounding, in the goal's unit: a millionth of the larger of the target and ``usual``.
  private var roundOff: Double { 1e-6 * max(usual, abs(target)) }

  /// Whether the target is missed by more than rounding.
  public var isMissed: Bool { slack < -roundOff }

  /// Whether more than a millionth of demand is not served.
  public var isUnderserved: Bool { unservedShare > 1e-6 }

  /// Whether the goal is met and may be met only by serving less: the subject has a shortage while the goal binds or is
  /// about a share of nothing, or the shortage is larger than in the plan without goals.
  public var isMetByServingLess: Bool {
    guard isUnderserved, !isMissed, !limitsNothing else { return false }
    let isDueToGoals = withoutGoals.map { unservedShare > $0.unservedShare + 1e-6 } ?? false
    return isBinding || isVacuous || isDueToGoals
  }

  /// Whether the plan achieves exactly the target, up to rounding.
  public var isBinding: Bool { !isVacuous && abs(slack) <= roundOff }
}
