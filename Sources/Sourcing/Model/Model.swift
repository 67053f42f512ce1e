/// The question asked of an instance: goals, levers and options, with every parameter filled in and
/// every reference an index into the instance. Read from a YAML file by `ModelReader`.
public struct Model: Sendable {
  /// Whether observed flows are fixed in the periods that have them.
  public enum HistoryMode: String, Sendable, CaseIterable { case fix, ignore }
  /// Whether stockpiles only fill up, follow the balance, or are not there.
  public enum StockpileMode: String, Sendable, CaseIterable { case hold, free, none }

  public var name: String
  public var title: String
  public var description: String
  /// The values that `$name` stood for.
  public var parameters: [String: String]
  /// Names of those that the model takes; an instance may have further ones, for other models.
  public var parametersTaken: [String] = []
  public var history: HistoryMode = .fix
  /// Share a year by which an international flow may fall at most; nil: no such rule.
  public var maxDecline: Double?
  /// Flows that may fall by any amount from the period before, ``maxDecline`` or not. Empty for a model
  /// read from a file.
  public var exemptFromMaxDecline: Set<FlowKey> = []
  /// Indices of projects that may be built (their programme chosen too).
  public var projects: [ProjectIndex]
  public var stockpiles: StockpileMode = .hold
  public var goals: Table<Goal>
  /// Minimised in this order; never empty.
  public var objective: [ObjectiveStage]
  public var risk: RiskTerm?
  public var stress = StressOptions()

  /// SHA-256 of the file and the parameters' values.
  public var contentHash = ""
  /// What it was read from; nil for a model made in code.
  public var source: ModelSource?

  public init(
    name: String, title: String = "", description: String = "",
    parameters: [String: String] = [:], projects: [ProjectIndex] = [], goals: Table<Goal> = [],
    objective: [ObjectiveStage] = [ObjectiveStage(minimise: .cost)]
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.parameters = parameters
    self.projects = projects
    self.goals = goals
    self.objective = objective
  }

  /// Whether the last stage of the objective is cost, so that its duals are prices.
  public var isCostLast: Bool {
    if case .cost = objective.last?.quantity { true } else { false }
  }
}

/// The file that a model was read from: all that it takes to read the model again for the same instance.
public struct ModelSource: Sendable {
  public var bytes: [UInt8]
  /// Parameters that were set from outside the file, as texts.
  public var settings: [String: String]

  public init(bytes: [UInt8], settings: [String: String]) {
    self.bytes = bytes
    self.settings = settings
  }
}

/// One stage of a lexicographic objective.
public struct ObjectiveStage: Sendable {
  /// What a stage minimises, as the formulation defines it.
  public enum Quantity: Sendable {
    case cost, capex, support, shortage, loss
    /// Σ years·F(upon, of) over the periods, in quantity or value.
    case flow(
      of: RegionSet, upon: RegionSet, commodity: CommodityGroup, measure: Measure,
      periods: [PeriodIndex])

    /// As models name it.
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
    case cost, capex, support, shortage, flow, loss
  }

  public var quantity: Quantity
  /// Share of its optimum that later stages may give up.
  public var tolerance = 0.0

  public init(minimise quantity: Quantity, tolerance: Double = 0) {
    self.quantity = quantity
    self.tolerance = tolerance
  }
}

/// How a group of commodities is added up.
public enum Measure: String, Sendable, CaseIterable { case quantity, value }

/// Expected loss and conditional value at risk of disruptions, as a term of the objective.
public struct RiskTerm: Sendable {
  /// Indices of disruptions.
  public var against: [DisruptionIndex]
  public var of: RegionSet
  public var periods: [PeriodIndex]
  /// Weight of the expected loss.
  public var expected: Double
  public var cvarLevel: Double
  public var cvarWeight: Double

  public init(
    against: [DisruptionIndex], of: RegionSet, periods: [PeriodIndex], expected: Double,
    cvarLevel: Double,
    cvarWeight: Double
  ) {
    self.against = against
    self.of = of
    self.periods = periods
    self.expected = expected
    self.cvarLevel = cvarLevel
    self.cvarWeight = cvarWeight
  }
}

/// The stress window of a model.
public struct StressOptions: Sendable, Hashable {
  public var horizonMonths = 12
  public var rerouteMonths = 3
  public var sharing = Sharing()

  public init() {}
}

/// Who may draw on whose stockpile in a stress window.
public struct Sharing: Sendable, Hashable {
  /// The rule of sharing.
  public enum Mode: Sendable, Hashable {
    case own, pooled, iep
    /// Share of a stockpile's starting level that may leave for others.
    case quota(Double)

    /// As models name it.
    public var name: ModeName {
      switch self {
      case .own: .own
      case .pooled: .pooled
      case .iep: .iep
      case .quota: .quota
      }
    }
  }
  /// The rules of sharing, as models name them.
  public enum ModeName: String, Sendable, CaseIterable { case own, pooled, quota, iep }
  /// What is sought before the least lost value: nothing, or the best smallest service level.
  public enum Fairness: String, Sendable, CaseIterable {
    case efficient
    case maxMin = "max_min"
  }

  public var mode: Mode = .own
  public var members: RegionSet?
  public var fairness: Fairness = .efficient

  public init(mode: Mode = .own, members: RegionSet? = nil, fairness: Fairness = .efficient) {
    self.mode = mode
    self.members = members
    self.fairness = fairness
  }
}
