import Sourcing

/// One figure of a plan that targets of a goal bound, in all periods. The bounds `at_most` and `at_least` of a
/// goal bound the same figure, except for reliance traced through the chain.
struct GoalFigure: Hashable {
  var goal: GoalIndex
  var subject: RegionSet
  var commodity: CommodityGroup?
  var disruption: DisruptionIndex?
  /// Whether the figure is the service of the worst month, and not that of the whole window.
  var isEachMonth: Bool
  /// The direction, if each direction bounds a figure of its own; else nil. Through the chain, `at_most`
  /// bounds 1 − the largest clean share to which no producer in O contributed, and `at_least` the largest
  /// clean share to which only producers in O contributed.
  var direction: Goal.Direction?

  init(_ outcome: GoalOutcome, of kind: Goal.Kind) {
    goal = outcome.goal
    subject = outcome.subject
    commodity = outcome.commodity
    if case .disruption(let index) = outcome.threat { disruption = index }
    isEachMonth = outcome.isEachMonth
    if case .reliance(_, _, .chain) = kind { direction = outcome.direction }
  }
}
