/// What an alert would cost home if the fall went on: the stress run of a plan in which the origin sends home that much
/// less. ``AlertPricer`` finds it.
public struct AlertPrice: Sendable, Hashable {
  /// The figures of one plan.
  public struct Figures: Sendable, Hashable {
    /// Whole months until home's first shortage of anything, the shorter of both rules of allocation;
    /// ``AlertPrice/horizonMonths`` if there is none.
    public var monthsToShortage: Int
    /// The least lost value of home over the window, money of the instance: home is served first.
    public var lostLeast: Double
    /// The greatest lost value of home over the window, money of the instance: the lost value of all regions is least, and
    /// where that leaves a choice home comes last.
    public var lostMost: Double
    /// The part of home's demand, by shortage cost, that is served if it loses ``lostMost``, 0 to 1.
    public var serviceLeast: Double
    /// The part of home's demand, by shortage cost, that is served if it loses ``lostLeast``, 0 to 1.
    public var serviceMost: Double

    /// The figures of a stress run.
    public init(
      monthsToShortage: Int, lostLeast: Double, lostMost: Double, serviceLeast: Double,
      serviceMost: Double
    ) {
      self.monthsToShortage = monthsToShortage
      self.lostLeast = lostLeast
      self.lostMost = lostMost
      self.serviceLeast = serviceLeast
      self.serviceMost = serviceMost
    }
  }

  /// What meets a part of the fall.
  public struct Cover: Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable, Hashable {
      /// More from stock than without the disruption, units of the commodity over the horizon; the id is the region of
      /// the stock.
      case stock
      /// More from another origin than without the disruption, units over the horizon. A region of home is one too: it
      /// makes more for itself.
      case origin
      /// A project for the commodity, outside the origin of the alert, that the plan has ordered and that is not yet
      /// ready; the amount is its yearly capacity in units of the commodity. The run does not count it.
      case project
      /// A contract for the commodity from another origin into home, in the period or later; the amount is its yearly
      /// quantity. The run counts its flow as that of its origin.
      case contract
    }

    /// What it is.
    public var kind: Kind
    /// The region, project or contract.
    public var id: String
    /// Units of the commodity.
    public var amount: Double
    /// When it is there: the first period of a project or of a later contract, `after` and the last period of the plan for
    /// a project that is ready later; empty: now.
    public var ready: String

    /// A part that is met.
    public init(kind: Kind, id: String, amount: Double, ready: String = "") {
      self.kind = kind
      self.id = id
      self.amount = amount
      self.ready = ready
    }
  }

  /// The period of the instance in which it is priced.
  public var period: String
  /// Months of the disruption and of the horizon.
  public var horizonMonths: Int
  /// The factor on exports of the commodity from the origin to home, 0 to 1.
  public var factor: Double
  /// With the plan.
  public var plan: Figures
  /// With the plan where nothing is disturbed. If home is short there, the alert is not the reason; nil: not known.
  public var undisturbed: Figures?
  /// With the plan of the same instance without goals.
  public var withoutGoals: Figures?
  /// What home gets less of the commodity from the origin than without the disruption, units over the horizon, in the
  /// response found for the plan.
  public var missing: Double
  /// The part of ``missing`` that other origins and stock make up for, 0 to 1; nil if nothing is missing.
  public var coveredShare: Double?
  /// What meets the fall, in the response found for the plan: by kind, the largest first.
  public var covers: [Cover]
  /// What a reader must know about the figures, one sentence each.
  public var remarks: [String]

  /// The price of an alert.
  public init(
    period: String, horizonMonths: Int, factor: Double, plan: Figures, undisturbed: Figures? = nil,
    withoutGoals: Figures?, missing: Double = 0, coveredShare: Double? = nil, covers: [Cover],
    remarks: [String] = []
  ) {
    self.period = period
    self.horizonMonths = horizonMonths
    self.factor = factor
    self.plan = plan
    self.undisturbed = undisturbed
    self.withoutGoals = withoutGoals
    self.missing = missing
    self.coveredShare = coveredShare
    self.covers = covers
    self.remarks = remarks
  }
}
