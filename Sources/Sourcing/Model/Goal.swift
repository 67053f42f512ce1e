/// One condition that a plan must meet, or may miss at a penalty.
///
/// To state a goal in code, use the functions named after the kinds, such as
/// ``reliance(of:upon:commodity:atMost:basis:trace:in:periods:)``: each takes what its kind needs. Further fields are
/// variables. ``Model/validate(for:)`` finds a goal that was changed to ask for nothing.
public struct Goal: Sendable {
  /// What a share is taken of.
  public enum Basis: String, Sendable, CaseIterable {
    /// Everything that is supplied: flows from all regions, one's own too.
    case supply
    /// Flows from other regions only.
    case imports
    /// What is used and demanded.
    case use
  }

  /// How far back along the chain a goal looks.
  public enum Trace: String, Sendable, CaseIterable {
    /// The last flow only.
    case direct
    /// Every stage of the chain.
    case chain
  }

  /// What the goal is about, with the fields that only this kind has.
  public enum Kind: Sendable {
    /// The share that comes from some regions.
    case reliance(upon: RegionSet, basis: Basis, trace: Trace)
    /// The share of each region outside the goal's own.
    case largestSource(basis: Basis)
    /// Herfindahl-Hirschman index of the regions' shares.
    case hhi(basis: Basis)
    /// The least share of each of a number of sources outside some regions.
    case plusOne(beyond: RegionSet, sources: Int)
    /// Days of use in stock.
    case cover
    /// The share of demand that is served.
    case service
    /// Capex and fixed costs of orders of some projects, undiscounted money.
    case capex(projects: [ProjectIndex])
    /// Support that a programme pays, undiscounted money.
    case subsidy(programme: ProgrammeIndex)
    /// The total cost, discounted money.
    case cost
    /// The share of demand that is served in stress runs: ``Goal/bounds`` hold over the whole window, `eachMonth` in
    /// every month.
    case resilience(against: Threats, eachMonth: Target?)
  }

  /// What a resilience goal must withstand.
  public enum Threats: Sendable, Hashable {
    /// Each of some disruptions of the instance, by itself.
    case disruptions([DisruptionIndex])
    /// Every attack that a budget allows, and none.
    case cuts(AttackBudget)
  }

  /// The side of the target that is allowed.
  public enum Direction: String, Sendable, Codable {
    /// The target or less.
    case atMost = "at_most"
    /// The target or more.
    case atLeast = "at_least"
  }

  /// A target, and the side of it that is allowed.
  public struct Bound: Sendable {
    /// The side that is allowed.
    public var direction: Direction
    /// The target, in the unit of the goal's kind.
    public var target: Target

    /// A bound.
    public init(_ direction: Direction, _ target: Target) {
      self.direction = direction
      self.target = target
    }
  }

  /// Name in reports, which no other goal of the model has. ``Model`` gives a name to goals whose name is empty.
  public var name: String
  /// What it is about.
  public var kind: Kind
  /// The regions for which it holds: together, or one by one with ``each``.
  public var of: RegionSet
  /// Whether it holds for every region of ``of`` by itself.
  public var each: Bool
  /// It holds for each of these. Empty for the kinds that bound a sum of money.
  public var commodities: [CommodityGroup]
  /// Whether commodities are added up by quantity or by value.
  public var measure: Measure
  /// Periods in which it holds, ascending; empty for ``Kind/cost``.
  public var periods: [PeriodIndex] {
    didSet { defaultPeriods = nil }
  }
  /// The periods of a goal made in code without periods; nil if its periods were given, or do not depend on history.
  package private(set) var defaultPeriods: DefaultPeriods?
  /// Its targets, at most one for each direction.
  public var bounds: [Bound]
  /// Money for each unit of violation; nil: the goal is hard.
  public var penalty: Double?
  /// Line of the model file, for messages; nil for a goal made in code.
  public var line: Int?

  /// A goal with any fields. ``Model/validate(for:)`` tells whether they fit together.
  package init(
    name: String, kind: Kind, of: RegionSet, each: Bool = false,
    commodities: [CommodityGroup] = [], measure: Measure = .quantity, periods: [PeriodIndex] = [],
    bounds: [Bound] = [], penalty: Double? = nil, line: Int? = nil
  ) {
    self.name = name
    self.kind = kind
    self.of = of
    self.each = each
    self.commodities = commodities
    self.measure = measure
    self.periods = periods
    self.bounds = bounds
    self.penalty = penalty
    self.line = line
  }

  /// The periods in which a goal holds that names none.
  package struct DefaultPeriods: Sendable, Hashable {
    /// If history is fixed.
    package var fixed: [PeriodIndex]
    /// If history is ignored.
    package var ignored: [PeriodIndex]
  }

  /// Gives it the periods in which it holds if it names none, which depend on what happens to history.
  mutating func takeDefaultPeriods(_ defaults: DefaultPeriods, _ history: Model.HistoryMode) {
    periods = history == .fix ? defaults.fixed : defaults.ignored
    defaultPeriods = defaults.fixed == defaults.ignored ? nil : defaults
  }

  /// Whether the plan may miss it at a penalty.
  public var isSoft: Bool { penalty != nil }

  /// Its target in a direction; nil if it has none.
  ///
  /// - Parameters:
  ///   - direction: the side that is allowed.
  ///   - isEachMonth: whether the target of a resilience goal for every month is meant, and not that for the window.
  public func target(_ direction: Direction, isEachMonth: Bool) -> Target? {
    guard isEachMonth else { return bounds.first { $0.direction == direction }?.target }
    guard direction == .atLeast, case .resilience(_, let months) = kind else { return nil }
    return months
  }

  /// The directions in which it has a target, over the whole window or, for a resilience goal, in every month.
  public var allBounds: [(direction: Direction, isEachMonth: Bool)] {
    var all = bounds.map { (direction: $0.direction, isEachMonth: false) }
    if target(.atLeast, isEachMonth: true) != nil { all.append((.atLeast, true)) }
    return all
  }

  /// The sets of regions for which it holds one by one: ``of`` itself, or with ``each`` its members.
  public func subjects(in instance: Instance) -> [RegionSet] {
    each ? of.members.map(instance.regionSet) : [of]
  }
}
