public import Sourcing

/// The supply of some regions M with a commodity or group in one period, by origin, and its concentration.
///
/// F(A,B) is the sum of the flows from regions A to regions B, units a year; W are all regions. Shares are from
/// 0 to 1; a share of nothing is 0.
public struct SupplyFigures: Sendable {
  /// M, the regions that are supplied.
  public let destination: RegionSet
  /// F({i},M) of every region i, those of M included.
  public let bySource: IndexedArray<Region, Double>
  /// F({i}∖M,M) of every region i: F({i},M), but 0 for the regions of M.
  public let imports: IndexedArray<Region, Double>
  /// F(W,M).
  public let total: Double
  /// F(W∖M,M).
  public let totalOfImports: Double
  private let regions: Table<Region>

  init(
    to destination: RegionSet, bySource: IndexedArray<Region, Double>, regions: Table<Region>
  ) {
    self.destination = destination
    self.bySource = bySource
    self.regions = regions
    imports = IndexedArray(
      bySource.indices.map { destination.members.contains($0) ? 0 : bySource[$0] })
    total = bySource.reduce(0, +)
    totalOfImports = imports.reduce(0, +)
  }

  /// share_of_supply(i) = F({i},M) / F(W,M) of every region i.
  public var sharesOfSupply: IndexedArray<Region, Double> {
    IndexedArray(PlanShares.shares(of: bySource.array))
  }

  /// share_of_imports(i) = F({i}∖M,M) / Σ_j F({j}∖M,M) of some regions i, in their order, with the sum over the
  /// same regions. If they are all regions that can make the commodity, the sum is all imports.
  public func sharesOfImports(from origins: [RegionIndex]) -> [Double] {
    PlanShares.shares(of: origins.map { imports[$0] })
  }

  /// Direct reliance upon regions O: F(O,M) / F(W,M).
  public func reliance(upon regions: RegionSet) -> Double {
    PlanShares.share(Self.sum(bySource, over: regions), of: total)
  }

  /// Direct reliance upon regions O among imports: F(O∖M,M) / F(W∖M,M).
  public func relianceOfImports(upon regions: RegionSet) -> Double {
    PlanShares.share(Self.sum(imports, over: regions), of: totalOfImports)
  }

  private static func sum(
    _ amounts: IndexedArray<Region, Double>, over regions: RegionSet
  ) -> Double {
    regions.members.reduce(0) { $0 + amounts[$1] }
  }

  // MARK: Concentration

  /// Herfindahl-Hirschman index of supply, Σ_i share_of_supply(i)², from 0 (no supply) or 1/n to 1.
  public var concentration: Double { PlanShares.concentration(of: bySource.array) }

  /// Herfindahl-Hirschman index of imports, Σ_i (F({i}∖M,M) / F(W∖M,M))².
  public var concentrationOfImports: Double { PlanShares.concentration(of: imports.array) }

  /// Σ_i share_of_supply(i)²·risk(i), with the risks of `regions.csv`; nil if the risk of a supplier is not
  /// given.
  public var concentrationRisk: Double? {
    PlanShares.concentrationRisk(of: bySource.array, risk: regions.map(\.risk))
  }

  /// The region outside M that supplies most; of equal ones the first by id. Nil if nothing comes from outside.
  public var largestSource: RegionIndex? {
    imports.indices.filter { imports[$0] > 0 }.min {
      imports[$0] == imports[$1] ? regions[$0].id < regions[$1].id : imports[$0] > imports[$1]
    }
  }

  /// share_of_supply of ``largestSource``; 0 without one.
  public var largestShare: Double {
    largestSource.map { PlanShares.share(bySource[$0], of: total) } ?? 0
  }
}

extension PlanView {
  /// The supply of some regions with a commodity or group in a period.
  public func supply(of group: CommodityGroup, to destination: RegionSet, period: PeriodIndex)
    -> SupplyFigures
  {
    SupplyFigures(
      to: destination, bySource: shares.bySource(group, to: destination.members, period: period),
      regions: instance.regions)
  }

  /// Every region and named bloc with every commodity and named group that it uses, and the regions that can
  /// make it; sorted by destination, then commodity.
  public var suppliedPlaces:
    [(destination: RegionSet, group: CommodityGroup, origins: [RegionIndex])]
  {
    let sources = groups.map(origins(of:))
    return regionsAndBlocs.flatMap { destination in
      groups.indices.compactMap { index in
        hasUse(groups[index], in: destination.members)
          ? (destination, groups[index], sources[index]) : nil
      }
    }
  }
}
