/// The periods of a plan, and the worth of money in them.
public struct Horizon: Sendable {
  /// A stretch of time in which all yearly amounts stay the same.
  public struct Period: Sendable {
    /// Name of the period, for example `2030`. Unique in its horizon; see ``Horizon/isLabel(_:)``.
    public var label: String
    /// Length in whole years, within ``Horizon/lengths``.
    public var years: Int
    /// Years from the start of the first period to the start of this one.
    public var start: Int
  }

  /// The lengths that a period may have, in years.
  public static let lengths = 1...1000

  /// The periods in order.
  public let periods: Table<Period>
  /// Interest of one year, as a share: 0.05 is 5 %.
  public let discountRate: Double
  /// The mean discount factor of each period.
  private let discounts: PerPeriod<Double>

  /// A horizon of periods with given lengths.
  ///
  /// - Parameters:
  ///   - lengths: the periods in order, each with its length in years.
  ///   - discountRate: interest of one year, as a share.
  public init(_ lengths: [(label: String, years: Int)], discountRate: Double) {
    var start = 0
    let periods = Table(
      lengths.map { length in
        defer { start += Self.lengths.contains(length.years) ? length.years : 0 }
        return Period(label: length.label, years: length.years, start: start)
      })
    self.periods = periods
    self.discountRate = discountRate
    discounts = periods.mapped { period in
      guard Self.lengths.contains(period.years) else { return .nan }
      let factors = (0..<period.years).map { power(1 + discountRate, -(period.start + $0)) }
      return factors.reduce(0, +) / Double(period.years)
    }
  }

  /// A horizon with one period for each year, which has the year as its label.
  ///
  /// - Parameters:
  ///   - years: the first and the last year.
  ///   - discountRate: interest of one year, as a share.
  public init(years: ClosedRange<Int>, discountRate: Double) {
    self.init(years.map { (String($0), 1) }, discountRate: discountRate)
  }

  /// The number of periods.
  public var count: Int { periods.count }
  /// The indices of all periods, in order.
  public var indices: Range<PeriodIndex> { periods.indices }
  /// The index of the last period. The horizon must have a period.
  public var last: PeriodIndex { PeriodIndex(periods.count - 1) }
  /// The period at an index.
  public subscript(period: PeriodIndex) -> Period { periods[period] }

  /// The index of the period with a label; nil if no period has it. O(n).
  public func index(of label: String) -> PeriodIndex? { periods.firstIndex { $0.label == label } }

  /// Whether a text may be the label of a period: an identifier other than `first` and `last`, which models use
  /// for the first and the last period.
  public static func isLabel(_ text: String) -> Bool {
    isIdentifier(text) && text != "first" && text != "last"
  }

  /// The mean discount factor of a period: what one unit of money paid at the start of each of its years is worth
  /// at the start of the horizon, divided by the number of these years.
  ///
  ///     discount(t) = (1/years)·Σ_{n=0…years−1} (1+rate)^−(start+n)
  public func discount(_ period: PeriodIndex) -> Double { discounts[period] }

  /// The factor by which a yearly amount of a period counts in a discounted total: discount(t)·years(t).
  public func weight(_ period: PeriodIndex) -> Double {
    discount(period) * Double(periods[period].years)
  }

  /// The yearly payment, at the end of each year, that pays back one unit of capital over a life.
  ///
  ///     annuity = rate/(1−(1+rate)^−life), and 1/life, its limit, at rate 0
  ///
  /// - Parameter lifeYears: the life in years, above 0.
  public func annuity(lifeYears: Double) -> Double {
    let paidBack = shareGone(after: lifeYears, rate: discountRate)
    // Below this the discounted payments of the whole life equal their plain sum.
    return paidBack > 1e-17 ? discountRate / paidBack : 1 / lifeYears
  }
}
