public import Sourcing

/// The reliance of regions M upon regions O for a commodity or group in one period, in shares from 0 to 1.
public struct RelianceFigures: Sendable {
  /// M, the regions that rely upon others.
  public let subject: RegionSet
  /// O, the regions that they rely upon.
  public let upon: RegionSet
  /// The commodity or group.
  public let group: CommodityGroup
  /// Direct reliance F(O,M) / F(W,M): by the region from which the good arrives.
  public let direct: Double
  /// Direct reliance among imports F(O∖M,M) / F(W∖M,M).
  public let directOfImports: Double
  /// Look-through reliance: by all stages of the chain (``LookThrough``); at least `direct`.
  public let lookThrough: Double
  /// Hidden reliance: look-through reliance − direct reliance.
  public let hidden: Double

  init(
    _ supply: SupplyFigures, upon: RegionSet, group: CommodityGroup, through: Double
  ) {
    (subject, self.upon, self.group) = (supply.destination, upon, group)
    direct = supply.reliance(upon: upon)
    directOfImports = supply.relianceOfImports(upon: upon)
    lookThrough = max(through, direct)
    hidden = max(0, through - direct)
  }
}

extension PlanView {
  /// The reliance of home and of each named bloc upon every region and named bloc, for each commodity and named
  /// group that the subject uses; sorted by subject, upon, commodity.
  public func reliance(in period: PeriodIndex) -> [RelianceFigures] {
    let rivals = regionsAndBlocs
    let chain = LookThrough(self, period: period)
    let exposure = rivals.map { chain.exposure(upon: $0.members) }
    return namedBlocs.flatMap { subject in
      let groups = groups.filter { hasUse($0, in: subject.members) }
      let supplies = groups.map { supply(of: $0, to: subject, period: period) }
      let chains = groups.map { chain.supply(of: $0, to: subject.members) }
      return rivals.indices.flatMap { place in
        groups.indices.map { number in
          RelianceFigures(
            supplies[number], upon: rivals[place], group: groups[number],
            through: chain.reliance(of: chains[number], exposure: exposure[place]))
        }
      }
    }
  }
}
