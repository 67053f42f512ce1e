/// One policy goal, stated over an instance.
public struct Goal: Sendable {
  /// What a share is taken of: all supply, what comes from outside, or what is used and demanded.
  public enum Basis: String, Sendable, CaseIterable { case supply, imports, use }
  /// Whether the last step of trade counts, or every stage of the chain.
  public enum Trace: String, Sendable, CaseIterable { case direct, chain }

  /// What the goal is about, with the keys of its own.
  public enum Kind: Sendable {
    case reliance(upon: RegionSet, basis: Basis, trace: Trace)
    case largestSource(basis: Basis)
    case hhi(basis: Basis)
    /// `each_at_least` is the goal's bound.
    case plusOne(beyond: RegionSet, sources: Int)
    /// Its bound is a number of days.
    case cover
    case service
    case capex(projects: [ProjectIndex])
    case subsidy(programme: ProgrammeIndex)
    case cost
    /// Its `at_least` is over the whole window; `eachMonth` for every month.
    case resilience(against: [DisruptionIndex], eachMonth: Target?)
  }

  /// Which side of the target is allowed.
  public enum Direction: String, Sendable, Codable {
    case atMost = "at_most"
    case atLeast = "at_least"
  }

  /// A target and the side of it that is allowed.
  public struct Bound: Sendable {
    public var direction: Direction
    public var target: Target

    public init(_ direction: Direction, _ target: Target) {
      self.direction = direction
      self.target = target
    }
  }

  public var name: String
  public var kind: Kind
  public var of: RegionSet
  /// The goal holds for every region of `of` by itself.
  public var each: Bool
  /// The goal holds for each of these.
  public var commodities: [CommodityGroup]
  public var measure: Measure
  /// Periods in which it holds, ascending; empty for `cost`.
  public var periods: [PeriodIndex]
  public var bounds: [Bound]
  /// Money per unit of violation; nil: the goal is hard.
  public var penalty: Double?
  /// Line of the model file, for messages.
  public var line: Int?

  public init(
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

  public var isSoft: Bool { penalty != nil }

  /// Its target in a direction, over the whole window or, of a resilience goal, in every month; nil where it
  /// has none.
  public func target(_ direction: Direction, isEachMonth: Bool) -> Target? {
    guard isEachMonth else { return bounds.first { $0.direction == direction }?.target }
    guard direction == .atLeast, case .resilience(_, let months) = kind else { return nil }
    return months
  }

  /// Which sides it bounds, over the whole window or, of a resilience goal, in every month.
  public var allBounds: [(direction: Direction, isEachMonth: Bool)] {
    var all = bounds.map { (direction: $0.direction, isEachMonth: false) }
    if target(.atLeast, isEachMonth: true) != nil { all.append((.atLeast, true)) }
    return all
  }

  /// The sets of regions for which it holds one by one: `of` itself, or with `each` its members.
  public func subjects(in instance: Instance) -> [RegionSet] {
    guard each else { return [of] }
    return of.members.map { RegionSet(id: instance.regions[$0].id, members: [$0]) }
  }
}

/// A target that is one value or a path through the periods.
public struct Target: Sendable, Hashable {
  /// Value in each period; nil where the path says nothing yet.
  public var values: PerPeriod<Double?>

  /// The same value in every period.
  public init(constant: Double, periodCount: Int) {
    values = PerPeriod(repeating: constant, count: periodCount)
  }

  /// Linear in start(t) between the named periods, the last value after them, nothing before the first.
  public init(path: [PeriodIndex: Double], horizon: Horizon) {
    let points = path.keys.sorted()
    values = PerPeriod(
      horizon.indices.map { period -> Double? in
        guard let before = points.last(where: { $0 <= period }), let low = path[before] else {
          return nil
        }
        guard let after = points.first(where: { $0 > period }), let high = path[after] else {
          return low
        }
        let start = { (index: PeriodIndex) in Double(horizon[index].start) }
        let part = (start(period) - start(before)) / (start(after) - start(before))
        return low + part * (high - low)
      })
  }

  public subscript(period: PeriodIndex) -> Double? { values[period] }
}
