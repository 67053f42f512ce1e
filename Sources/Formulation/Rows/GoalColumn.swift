public import Sourcing

/// The meaning of a column that is no quantity of the plan: it states goals, `risk` or an explanation. The violations
/// of soft goals are in ``GoalConstraint/violation``.
public enum GoalColumn: Hashable, Sendable {
  /// z_i of `plus_one`: 1 if the source is chosen.
  case isSource(Source, constraint: GoalConstraintIndex)
  /// a_i of `plus_one`: how much of what the source sends counts.
  case countedPart(Source, constraint: GoalConstraintIndex)
  /// w of `plus_one`: the least that each chosen source sends.
  case leastPart(constraint: GoalConstraintIndex)
  /// x°: the clean part of an activity; `subFlow` counts the clean sub-flows of the program.
  case cleanOutput(ProducerIndex, period: PeriodIndex, subFlow: Int)
  /// f°: the clean part of a flow.
  case cleanFlow(FlowKey, subFlow: Int)
  /// η: the loss beyond which the conditional value at risk counts.
  case lossThreshold(period: PeriodIndex)
  /// ξ_ω: by how much a loss is larger than η.
  case excessLoss(DisruptionIndex, period: PeriodIndex)
  /// L_ω, or the loss under the mean of the disruptions, where cuts keep it as large as the stress window's.
  case loss(RecourseSubject.Scenario, period: PeriodIndex)
  /// By how much a target of a goal is loosened in an explanation.
  case give(GoalIndex, Goal.Direction, isEachMonth: Bool)
  /// By how much the cone of an `hhi` goal may be broken in an explanation.
  case coneGive(constraint: GoalConstraintIndex)

  /// What a `plus_one` goal may choose as a source.
  public enum Source: Hashable, Sendable {
    /// A region.
    case region(RegionIndex)
    /// One of the sources that a soft goal may lack, numbered from 0.
    case missing(Int)
  }
}
