/// The periods of a plan and the worth of money in them.
public struct Horizon: Sendable {
  /// A stretch of time in which all rates stay as they are.
  public struct Period: Sendable {
    public var label: String
    /// Length in years, whole.
    public var years: Int
    /// Years from the first period's start to this one's.
    public var start: Int
  }

  public let periods: Table<Period>
  /// A share a year.
  public let discountRate: Double
  /// One a period.
  private let discounts: PerPeriod<Double>

  /// - Parameters:
  ///   - lengths: the periods in order, with their lengths in years.
  ///   - discountRate: a share a year.
  public init(_ lengths: [(label: String, years: Int)], discountRate: Double) {
    var start = 0
    let periods = Table(
      lengths.map { length in
        defer { start += length.years }
        return Period(label: length.label, years: length.years, start: start)
      })
    self.periods = periods
    self.discountRate = discountRate
    discounts = periods.mapped { period in
      let factors = (0..<period.years).map { power(1 + discountRate, -(period.start + $0)) }
      return factors.reduce(0, +) / Double(period.years)
    }
  }

  public var count: Int { periods.count }
  public var indices: Range<PeriodIndex> { periods.indices }
  public var last: PeriodIndex { PeriodIndex(periods.count - 1) }
  public subscript(period: PeriodIndex) -> Period { periods[period] }

  /// The period with a label. O(n).
  public func index(of label: String) -> PeriodIndex? { periods.firstIndex { $0.label == label } }

  /// Mean present worth of one unit of money paid in each year of a period, at the year's beginning:
  /// (1/years)·Σ_{n=0…years−1} (1+rate)^−(start+n).
  public func discount(_ period: PeriodIndex) -> Double { discounts[period] }

  /// What an annual amount in a period weighs in the discounted total: discount × years.
  public func weight(_ period: PeriodIndex) -> Double {
    discount(period) * Double(periods[period].years)
  }

  /// Annual payment per unit of capital over a life: r/(1−(1+r)^−life), or 1/life at rate 0, to which it
  /// tends as the rate does.
  public func annuity(lifeYears: Double) -> Double {
    let paidBack = shareGone(after: lifeYears, rate: discountRate)
    // Below this the payments of the whole life are worth what they add up to.
    return paidBack > 1e-17 ? discountRate / paidBack : 1 / lifeYears
  }
}
