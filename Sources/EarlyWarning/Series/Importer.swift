/// Whose imports are watched: a region, or a bloc of regions whose trade with each other does not count.
public struct Importer: Sendable, Hashable {
  /// The id of the region or bloc.
  public var id: String
  /// Its name; the id if it has none.
  public var name: String
  /// The places of trade records that it joins: itself for a region.
  public var members: Set<String>

  /// An importer.
  ///
  /// - Parameters:
  ///   - id: the region or bloc.
  ///   - name: nil: its id.
  ///   - members: nil: the place with its id.
  public init(id: String, name: String? = nil, members: Set<String>? = nil) {
    self.id = id
    self.name = name ?? id
    self.members = members ?? [id]
  }

  /// Whether a place is part of it.
  public func contains(_ place: String) -> Bool { members.contains(place) }
}
