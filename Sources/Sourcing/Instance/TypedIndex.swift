/// The place of an element in its table: of a region among an instance's regions, of a goal among a
/// model's goals. A place in one table cannot be taken for a place in another.
@frozen
public struct TypedIndex<Element>: Hashable, Sendable {
  /// From 0.
  public let position: Int

  @inlinable
  public init(_ position: Int) { self.position = position }

  // Written out, since what the compiler makes up is not specialised in other modules.

  @inlinable
  public static func == (a: Self, b: Self) -> Bool { a.position == b.position }

  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

extension TypedIndex: Strideable {
  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }

  @inlinable
  public func distance(to other: Self) -> Int { other.position - position }

  @inlinable
  public func advanced(by count: Int) -> Self { Self(position + count) }
}

extension TypedIndex: CustomStringConvertible {
  /// The bare position.
  public var description: String { String(position) }
}

public typealias RegionIndex = TypedIndex<Region>
public typealias CommodityIndex = TypedIndex<Commodity>
public typealias PeriodIndex = TypedIndex<Horizon.Period>
public typealias ProcessIndex = TypedIndex<Process>
public typealias FacilityIndex = TypedIndex<Facility>
public typealias ProjectIndex = TypedIndex<Project>
/// Among facilities and projects together: see ``Producers``.
public typealias ProducerIndex = TypedIndex<Producers.Producer>
public typealias ProgrammeIndex = TypedIndex<Programme>
public typealias QuotaIndex = TypedIndex<Quota>
public typealias StockpileIndex = TypedIndex<Stockpile>
public typealias ContractIndex = TypedIndex<Contract>
public typealias DisruptionIndex = TypedIndex<Disruption>
public typealias GoalIndex = TypedIndex<Goal>

extension PeriodIndex {
  /// The first period of every horizon.
  public static let first = PeriodIndex(0)

  /// The period before; of the first one there is none.
  @inlinable
  public var before: PeriodIndex { PeriodIndex(position - 1) }
}
