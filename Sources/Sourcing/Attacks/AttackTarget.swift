/// What one cut of an adversary takes away for a whole stress window.
public enum AttackTarget: Sendable, Hashable {
  /// All production in a region.
  case region(RegionIndex)
  /// The production of all processes of one stage in a region.
  case stage(String, in: RegionIndex)
  /// All exports of a commodity from a region to other regions.
  case exports(CommodityIndex, from: RegionIndex)

  /// The kinds of targets, as models and the command line name them.
  public enum Kind: String, Sendable, CaseIterable {
    /// As the cases of ``AttackTarget``, in the plural.
    case regions, stages, exports

    /// What the name of a target of this kind begins with.
    fileprivate var prefix: String {
      switch self {
      case .regions: "region"
      case .stages: "stage"
      case .exports: "exports"
      }
    }
  }

  /// Its kind.
  public var kind: Kind {
    switch self {
    case .region: .regions
    case .stage: .stages
    case .exports: .exports
    }
  }

  /// The region in which something is cut.
  public var region: RegionIndex {
    switch self {
    case .region(let region), .stage(_, let region), .exports(_, let region): region
    }
  }

  /// Whether it is left out beside another target, which takes away all that is made for it: a stage or exports of a
  /// region that is cut. What shared stockpiles of the region give to others is cut with its exports only.
  public func isInside(_ other: AttackTarget) -> Bool {
    guard case .region(let region) = other, kind != .regions else { return false }
    return region == self.region
  }

  /// The name: `region:CHN`, `stage:CHN/separation`, `exports:CHN/oxide`.
  public func name(in instance: Instance) -> String {
    let region = instance.regions[region].id
    let part: String? =
      switch self {
      case .region: nil
      case .stage(let stage, _): stage
      case .exports(let commodity, _): instance.commodities[commodity].id
      }
    return "\(kind.prefix):\(region)" + (part.map { "/\($0)" } ?? "")
  }

  /// The cut as effects of a disruption that last for some months.
  package func effects(in instance: Instance, months: Int) -> [Disruption.Effect] {
    switch self {
    case .region(let region):
      [Disruption.Effect(kind: .production, regions: [region], factor: 0, months: months)]
    case .stage(let stage, let region):
      instance.processes.indices.filter { instance.processes[$0].stage == stage }.map {
        Disruption.Effect(
          kind: .production, regions: [region], process: $0, factor: 0, months: months)
      }
    case .exports(let commodity, let region):
      [
        Disruption.Effect(
          kind: .exports, regions: [region], commodities: [commodity], factor: 0, months: months)
      ]
    }
  }
}
