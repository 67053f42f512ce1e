/// What one more unit a year of use costs under a plan, in each place and period: money a unit, undiscounted.
///
///     dual of the row `use` of j, k and t / (discount(t)·years(t))
///
/// It is the change of the cost of all regions together, with penalties and the cost of `risk`, for a small change of
/// use; of a mixed-integer program, with the integers fixed. The yardsticks of goals stay as they are: a share of use,
/// a cover or a service level is counted in the demand that the data have. A degenerate plan has several marginal
/// costs, all of them right: a value lies between what one unit less saves and what one unit more costs.
public struct MarginalCosts: Sendable {
  private var byPeriod: PerPeriod<PlaceGrid<Double?>>

  /// Marginal costs of an instance, none of which is known yet.
  package init(of instance: Instance) {
    byPeriod = PerPeriod(
      repeating: PlaceGrid(repeating: nil, in: instance), count: instance.horizon.count)
  }

  /// The marginal cost of a commodity in a region in a period. nil in periods in which history fixes flows of the
  /// commodity into the region, and where the plan has no quantity of it.
  public subscript(place: Place, period: PeriodIndex) -> Double? {
    get { byPeriod[period][place] }
    set { byPeriod[period][place] = newValue }
  }
}
