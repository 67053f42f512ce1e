public import Sourcing

/// Who supplies some regions with a commodity or group in one period, and how concentrated that is.
/// Quantities are units a year; shares are from 0 to 1, and a share of nothing is 0.
public struct SupplyFigures: Sendable {
  /// The regions that are supplied.
  public let destination: RegionSet
  /// F({i},M) of every region i, what they make for themselves included.
  public let bySource: IndexedArray<Region, Double>
  /// The same without what they make for themselves.
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

  /// share_of_supply of every region: F({i},M) / F(W,M).
  public var sharesOfSupply: IndexedArray<Region, Double> {
    IndexedArray(PlanShares.shares(of: bySource.array))
  }

  /// share_of_imports of some regions, in their order: F({i}∖M,M) / Σ_j F({j}∖M,M) over them. Of all who can
  /// make the commodity that is their part of all imports.
  public func sharesOfImports(from origins: [RegionIndex]) -> [Double] {
    PlanShares.shares(of: origins.map { imports[$0] })
  }

  /// Direct reliance upon some regions: F(O,M) / F(W,M).
  public func reliance(upon regions: RegionSet) -> Double {
    PlanShares.share(Self.sum(bySource, over: regions), of: total)
  }

  /// Direct reliance of imports upon some regions: F(O∖M,M) / F(W∖M,M).
  public func relianceOfImports(upon regions: RegionSet) -> Double {
    PlanShares.share(Self.sum(imports, over: regions), of: totalOfImports)
  }

  private static func sum(
    _ amounts: IndexedArray<Region, Double>, over regions: RegionSet
  ) -> Double {
    regions.members.reduce(0) { $0 + amounts[$1] }
  }

  // MARK: Concentration

  /// Herfindahl-Hirschman index of supply, Σ share_of_supply².
  public var concentration: Double { PlanShares.concentration(of: bySource.array) }

  /// The same of imports, Σ share_of_imports².
  public var concentrationOfImports: Double { PlanShares.concentration(of: imports.array) }

  /// Σ share_of_supply²·risk; nil where a supplier's risk is not given.
  public var concentrationRisk: Double? {
    PlanShares.concentrationRisk(of: bySource.array, risk: regions.map(\.risk))
  }

  /// The region outside the destination that supplies most, of equals the first by id; nil where nothing
  /// comes from outside.
  public var largestSource: RegionIndex? {
    imports.indices.filter { imports[$0] > 0 }.min {
      imports[$0] == imports[$1] ? regions[$0].id < regions[$1].id : imports[$0] > imports[$1]
    }
  }

  /// Its share of all supply; 0 without one.
  public var largestShare: Double {
    largestSource.map { PlanShares.share(bySource[$0], of: total) } ?? 0
  }
}

extension PlanView {
  /// Who supplies some regions with a commodity or group in a period.
  public func supply(of group: CommodityGroup, to destination: RegionSet, period: PeriodIndex)
    -> SupplyFigures
  {
    SupplyFigures(
      to: destination, bySource: shares.bySource(group, to: destination.members, period: period),
      regions: instance.regions)
  }

  /// Regions with use, home and named blocs, each with every commodity or named group that has use there
  /// and the regions that can make it; by destination, then commodity.
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
