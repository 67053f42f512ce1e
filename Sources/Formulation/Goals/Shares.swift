import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `reliance` of M upon O, direct:
  ///
  ///     supply:   F(O,M) ≤ α·F(W,M)
  ///     imports:  F(O∖M,M) ≤ α·F(W∖M,M)
  ///     use:      F(O,M) ≤ α·U(M)
  ///
  /// and ≥ for `at_least`; written as F − α·yardstick ≤ v. Row: units a year, or money a year by value. Dual ≤ 0 of
  /// `at_most`: minus what one more unit a year from O saves, discounted.
  mutating func addReliance(_ cell: GoalCell, upon: RegionSet, basis: Goal.Basis) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    let suppliers = basis == .imports ? upon.members.filter { !members.contains($0) } : upon.members
    addShareRow(
      .reliance, constraint,
      quantity: trade(
        commodity, from: suppliers, to: members, period: period, measure: cell.goal.measure),
      yardstick: yardstick(
        basis, commodity, of: members, period: period, measure: cell.goal.measure))
  }

  /// `largest_source` of M, for each region i outside M, with one v for all of them:
  ///
  ///     F({i},M) ≤ α·base + v,  base: the yardstick as in `reliance`
  ///
  /// Row and dual as in `reliance`.
  mutating func addLargestSource(_ cell: GoalCell, basis: Goal.Basis) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    let base = yardstick(
      basis, commodity, of: members, period: period, measure: cell.goal.measure)
    for origin in instance.regions.indices where !members.contains(origin) {
      let supply = trade(
        commodity, from: [origin], to: members, period: period, measure: cell.goal.measure)
      guard !supply.isConstant else { continue }
      addShareRow(.largestSource, constraint, quantity: supply, yardstick: base)
    }
  }
}
