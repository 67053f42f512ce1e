/// One stage of a lexicographic objective: the next stage keeps what this one has reached.
public struct ObjectiveStage: Sendable {
  /// What a stage minimises.
  public enum Quantity: Sendable {
    /// The total cost, with penalties and the risk term.
    case cost
    /// Capex and fixed costs of all orders, undiscounted money.
    case capex
    /// The part of these that programmes pay, undiscounted money.
    case support
    /// Σ years·shortage cost·shortage, undiscounted money.
    case shortage
    /// Σ years·Σ_ω p_ω·L_ω over the periods of the model's ``RiskTerm``: the expected loss, undiscounted money.
    case loss
    /// Σ years·F(upon, of) over the periods: the flows from `upon` into `of`, in quantity or value.
    case flow(
      of: RegionSet, upon: RegionSet, commodity: CommodityGroup, measure: Measure,
      periods: [PeriodIndex])

    /// Name in models.
    public var name: QuantityName {
      switch self {
      case .cost: .cost
      case .capex: .capex
      case .support: .support
      case .shortage: .shortage
      case .loss: .loss
      case .flow: .flow
      }
    }
  }

  /// The quantities that a stage can minimise, as models name them.
  public enum QuantityName: String, Sendable, CaseIterable {
    /// As the cases of ``Quantity`` with the same names.
    case cost, capex, support, shortage, flow, loss
  }

  /// What it minimises.
  public var quantity: Quantity
  /// Share of its optimum that later stages may give up, from 0 to 1.
  public var tolerance = 0.0

  /// A stage.
  ///
  /// - Parameters:
  ///   - quantity: what it minimises.
  ///   - tolerance: share of its optimum that later stages may give up.
  public init(minimise quantity: Quantity, tolerance: Double = 0) {
    self.quantity = quantity
    self.tolerance = tolerance
  }

  /// The least cost, the objective of a model that gives none.
  public static let cost = ObjectiveStage(minimise: .cost)

  /// The least flow of a commodity from some regions.
  ///
  /// - Parameters:
  ///   - of: where the flow goes; the home of the instance if not given.
  ///   - upon: where it comes from.
  ///   - commodity: what flows.
  ///   - measure: whether quantities or values are added up.
  ///   - instance: the instance.
  ///   - periods: when it counts; the periods without observed flows if not given.
  public static func flow(
    of: (any RegionReference)? = nil, upon: some RegionReference,
    commodity: some CommodityReference, measure: Measure = .quantity, in instance: Instance,
    periods: [PeriodIndex]? = nil
  ) -> ObjectiveStage {
    let of = of?.regions(of: instance) ?? instance.home
    let group = commodity.commodities(of: instance)
    let open = instance.openPeriods(of: group.members, into: of.members, history: .fix)
    return ObjectiveStage(
      minimise: .flow(
        of: of, upon: upon.regions(of: instance), commodity: group, measure: measure,
        periods: periods ?? open))
  }
}

/// The expected loss and the conditional value at risk of disruptions, as a term of the objective.
public struct RiskTerm: Sendable {
  /// The disruptions.
  public var against: [DisruptionIndex]
  /// Whose lost value counts.
  public var of: RegionSet
  /// The periods that are disturbed.
  public var periods: [PeriodIndex]
  /// Weight of the expected loss, 0 or more.
  public var expected: Double
  /// α of the conditional value at risk: 0 ≤ α < 1.
  public var cvarLevel: Double
  /// Weight of the conditional value at risk, 0 or more.
  public var cvarWeight: Double

  /// A risk term with all fields given.
  ///
  /// - Parameters:
  ///   - against: the disruptions.
  ///   - of: whose lost value counts.
  ///   - periods: the periods that are disturbed.
  ///   - expected: weight of the expected loss.
  ///   - cvarLevel: α of the conditional value at risk.
  ///   - cvarWeight: weight of the conditional value at risk.
  public init(
    against: [DisruptionIndex], of: RegionSet, periods: [PeriodIndex], expected: Double,
    cvarLevel: Double, cvarWeight: Double
  ) {
    self.against = against
    self.of = of
    self.periods = periods
    self.expected = expected
    self.cvarLevel = cvarLevel
    self.cvarWeight = cvarWeight
  }

  /// A risk term. What is not given is as in a file without the key: all disruptions, the whole world, the last
  /// period, and the expected loss with weight 1 only.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - against: the disruptions.
  ///   - of: whose lost value counts.
  ///   - periods: the periods that are disturbed.
  ///   - expected: weight of the expected loss.
  ///   - cvarLevel: α of the conditional value at risk.
  ///   - cvarWeight: weight of the conditional value at risk.
  public init(
    for instance: Instance, against: [DisruptionIndex]? = nil, of: (any RegionReference)? = nil,
    periods: [PeriodIndex]? = nil, expected: Double = 1, cvarLevel: Double = 0.9,
    cvarWeight: Double = 0
  ) {
    self.init(
      against: against ?? Array(instance.disruptions.indices),
      of: of?.regions(of: instance) ?? instance.world,
      periods: periods ?? [instance.horizon.last], expected: expected, cvarLevel: cvarLevel,
      cvarWeight: cvarWeight)
  }
}
