public import Sourcing

/// How much some regions rely upon others for a commodity or group in one period; shares from 0 to 1.
public struct RelianceFigures: Sendable {
  /// Who relies.
  public let subject: RegionSet
  /// Upon whom.
  public let upon: RegionSet
  /// For what.
  public let group: CommodityGroup
  /// F(O,M) / F(W,M): by the last step of trade.
  public let direct: Double
  /// F(O∖M,M) / F(W∖M,M): the same of imports.
  public let directOfImports: Double
  /// By any stage of the chain (``LookThrough``); never below `direct`.
  public let lookThrough: Double
  /// What the last step of trade does not show: look-through reliance beyond the direct one.
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
  /// Reliance of home and the blocs that goals name upon every region and named bloc, for everything that
  /// has use there; by subject, upon, commodity.
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
