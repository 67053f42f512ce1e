/// A place whose loss costs something: a row of the table of chokepoints.
public struct ChokepointRow: Sendable {
  /// 1 is the place whose loss costs all regions most.
  public var rank: Double
  /// Id of the region.
  public var region: String
  /// Name of the region for people.
  public var name: String
  /// The stage; nil: all of them.
  public var stage: String?
  /// Lost value of all regions, money.
  public var world: Double
  /// Least lost value of home, money.
  public var least: Double
  /// Greatest lost value of home, money.
  public var most: Double

  /// - Parameters:
  ///   - rank: 1 is the place whose loss costs all regions most.
  ///   - region: id of the region.
  ///   - name: name of the region for people.
  ///   - stage: the stage; nil: all of them.
  ///   - world: lost value of all regions, money.
  ///   - least: least lost value of home, money.
  ///   - most: greatest lost value of home, money.
  public init(
    rank: Double, region: String, name: String, stage: String?, world: Double, least: Double,
    most: Double
  ) {
    self.rank = rank
    self.region = region
    self.name = name
    self.stage = stage
    self.world = world
    self.least = least
    self.most = most
  }

  /// The word for all stages of a region.
  public static let allStages = "all stages"

  /// The place for people.
  var place: String { "\(name): \(stage ?? Self.allStages)" }
}
