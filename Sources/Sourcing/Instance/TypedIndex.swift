/// The place of an element in its table: of a region among an instance's regions, of a goal among a
/// model's goals. A place in one table cannot be taken for a place in another.
@frozen
public struct TypedIndex<Element>: Hashable, Comparable, Sendable {
  /// From 0.
  public let position: Int

  @inlinable
  public init(_ position: Int) { self.position = position }

  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }
}

public typealias RegionIndex = TypedIndex<Region>
public typealias CommodityIndex = TypedIndex<Commodity>
public typealias PeriodIndex = TypedIndex<Horizon.Period>
/// Among facilities and projects together: see ``Producers``.
public typealias ProducerIndex = TypedIndex<Producers.Producer>
public typealias ProjectIndex = TypedIndex<Project>
public typealias ProgrammeIndex = TypedIndex<Programme>
public typealias QuotaIndex = TypedIndex<Quota>
public typealias StockpileIndex = TypedIndex<Stockpile>
public typealias DisruptionIndex = TypedIndex<Disruption>
public typealias GoalIndex = TypedIndex<Goal>
