/// The place of an element in its table: of a region among an instance's regions, of a goal among a
/// model's goals. A place in one table cannot be taken for a place in another.
@frozen
public struct TypedIndex<Element>: Hashable, Sendable {
  /// From 0.
  public let position: Int

  /// The place at a position.
  @inlinable
  public init(_ position: Int) { self.position = position }

  // Written out, because generated implementations are not specialised in other modules.

  /// Whether two indices are the same place.
  @inlinable
  public static func == (a: Self, b: Self) -> Bool { a.position == b.position }

  /// Hashes the position.
  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

extension TypedIndex: Strideable {
  /// Whether a place comes before another.
  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }

  /// The number of places to another index.
  @inlinable
  public func distance(to other: Self) -> Int { other.position - position }

  /// The index a number of places further.
  @inlinable
  public func advanced(by count: Int) -> Self { Self(position + count) }
}

extension TypedIndex: CustomStringConvertible {
  /// The position as a number.
  public var description: String { String(position) }
}

/// The place of a region in an instance.
public typealias RegionIndex = TypedIndex<Region>
/// The place of a commodity in an instance.
public typealias CommodityIndex = TypedIndex<Commodity>
/// The place of a period in a horizon.
public typealias PeriodIndex = TypedIndex<Horizon.Period>
/// The place of a process in an instance.
public typealias ProcessIndex = TypedIndex<Process>
/// The place of a facility in an instance.
public typealias FacilityIndex = TypedIndex<Facility>
/// The place of a project in an instance.
public typealias ProjectIndex = TypedIndex<Project>
/// The place of a facility or project in ``Producers``.
public typealias ProducerIndex = TypedIndex<Producers.Producer>
/// The place of a programme in an instance.
public typealias ProgrammeIndex = TypedIndex<Programme>
/// The place of a quota in an instance.
public typealias QuotaIndex = TypedIndex<Quota>
/// The place of a stockpile in an instance.
public typealias StockpileIndex = TypedIndex<Stockpile>
/// The place of a contract in an instance.
public typealias ContractIndex = TypedIndex<Contract>
/// The place of a disruption in an instance.
public typealias DisruptionIndex = TypedIndex<Disruption>
/// The place of an assumption in an instance.
public typealias AssumptionIndex = TypedIndex<Assumption>
/// The place of a goal in a model.
public typealias GoalIndex = TypedIndex<Goal>

extension PeriodIndex {
  /// The first period of every horizon.
  public static let first = PeriodIndex(0)

  /// The period before. The first period has none: its result is not in the horizon.
  @inlinable
  public var before: PeriodIndex { PeriodIndex(position - 1) }
}
