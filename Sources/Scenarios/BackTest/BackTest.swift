public import LinearProgramming
public import Sourcing

/// Plans made with what was known in earlier periods, compared with what happened later and with two naive forecasts.
public struct BackTest: Sendable {
  /// Which plans are made and how far they are followed.
  public struct Terms: Sendable {
    /// The first period up to which a plan knows the flows; nil: the first with flows.
    public var from: PeriodIndex?
    /// The last period up to which a plan knows the flows; nil: the last that has a later one to compare with.
    public var to: PeriodIndex?
    /// The most periods later that are compared, 1 or more; nil: all.
    public var ahead: Int?
    /// Whether only flows are unknown to the planner: capacities, prices, lanes, quotas and contracts are as they came.
    public var hindsight: Bool

    /// Terms of a back-test.
    ///
    /// - Parameters:
    ///   - from: the first period up to which a plan knows the flows.
    ///   - to: the last period up to which a plan knows the flows.
    ///   - ahead: the most periods later that are compared.
    ///   - hindsight: whether only flows are unknown to the planner.
    public init(
      from: PeriodIndex? = nil, to: PeriodIndex? = nil, ahead: Int? = nil, hindsight: Bool = false
    ) {
      self.from = from
      self.to = to
      self.ahead = ahead
      self.hindsight = hindsight
    }
  }

  /// A plan that was made, or not.
  public struct Attempt: Sendable {
    /// The last period of which the planner knew the flows.
    public var asOf: PeriodIndex
    /// How the solve ended; without an optimum there is no plan, and no comparison.
    public var termination: Termination

    /// Whether there is a plan.
    public var hasPlan: Bool { termination == .optimal }
  }

  /// Who supplied one destination with a commodity or group in a period, and who was expected to.
  public struct Comparison: Sendable {
    /// The last period of which the planner knew the flows.
    public var asOf: PeriodIndex
    /// The later period that is compared.
    public var period: PeriodIndex
    /// What is supplied. Of a group the members with observed flows into the destination, added up.
    public var commodity: CommodityGroup
    /// Who is supplied.
    public var destination: RegionIndex
    /// What was supplied, units a year.
    public var quantity: Double
    /// The origins that count, ascending: those with an observed flow above 0 in some period, and those of the plan.
    public var origins: [RegionIndex]
    /// The observed share of each origin, from 0 to 1.
    public var observed: [Double]
    /// The share of each origin in the plan; all 0 if the plan supplies nothing.
    public var plan: [Double]
    /// The share of each origin in the last period with observed flows that the planner knew.
    public var stay: [Double]
    /// The share of each origin on the trend of the periods that the planner knew: `NaiveForecasts`.
    public var trend: [Double]

    /// How many periods later it is, from 1.
    public var ahead: Int { asOf.distance(to: period) }

    /// The mean absolute error of a forecast: (100/n)·Σ_i |share_i − observed_i| over the n ``origins``, in percentage
    /// points.
    ///
    /// - Parameter forecast: the shares that were expected, such as ``plan``.
    public func error(of forecast: [Double]) -> Double {
      let sum = zip(forecast, observed).reduce(0) { $0 + abs($1.0 - $1.1) }
      return 100 * sum / Double(origins.count)
    }
  }

  /// The terms that were given.
  public var terms: Terms
  /// One for each period up to which flows were known, in order.
  public var attempts: [Attempt]
  /// By ``Comparison/asOf``, commodity, destination and period.
  public var comparisons: [Comparison]
  /// How many observed supplies of a destination with a commodity could not be compared, because none was known
  /// before.
  public var withoutPast: Int
}
