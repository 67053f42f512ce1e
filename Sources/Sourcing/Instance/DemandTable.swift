/// Final demand by region, commodity and period; 0 if none was set.
public struct DemandTable: Sendable {
  /// The demand of one region for one commodity in one period.
  public struct Demand: Sendable, Hashable {
    /// Units a year, 0 or more.
    public var quantity: Double
    /// Loss for each unit of shortage: money a unit, 0 or more.
    public var shortageCost: Double

    /// A demand.
    ///
    /// - Parameters:
    ///   - quantity: units a year.
    ///   - shortageCost: loss for each unit of shortage, money a unit.
    public init(quantity: Double, shortageCost: Double) {
      self.quantity = quantity
      self.shortageCost = shortageCost
    }
  }

  let regionCount: Int
  let commodityCount: Int
  let periodCount: Int
  private var cells: [Demand]

  /// A table without any demand.
  ///
  /// - Parameters:
  ///   - regionCount: number of regions of the instance.
  ///   - commodityCount: number of its commodities.
  ///   - periodCount: number of its periods.
  public init(regionCount: Int, commodityCount: Int, periodCount: Int) {
    self.regionCount = regionCount
    self.commodityCount = commodityCount
    self.periodCount = periodCount
    cells = Array(
      repeating: Demand(quantity: 0, shortageCost: 0),
      count: regionCount * commodityCount * periodCount)
  }

  private func cell(
    _ region: RegionIndex, _ commodity: CommodityIndex, _ period: PeriodIndex
  ) -> Int {
    precondition(
      (0..<regionCount).contains(region.position)
        && (0..<commodityCount).contains(commodity.position)
        && (0..<periodCount).contains(period.position),
      "the table of demands has no such region, commodity or period")
    return (period.position * commodityCount + commodity.position) * regionCount + region.position
  }

  /// The demand of a region for a commodity in a period. An index that the table does not have ends the program.
  public subscript(region region: RegionIndex, commodity commodity: CommodityIndex,
    period period: PeriodIndex
  ) -> Demand {
    get { cells[cell(region, commodity, period)] }
    set { cells[cell(region, commodity, period)] = newValue }
  }

  /// The same demands in a table with at least this many regions and commodities.
  func enlarged(regionCount: Int, commodityCount: Int) -> DemandTable {
    var larger = DemandTable(
      regionCount: max(regionCount, self.regionCount),
      commodityCount: max(commodityCount, self.commodityCount), periodCount: periodCount)
    for period in (0..<periodCount).map(PeriodIndex.init) {
      for commodity in (0..<self.commodityCount).map(CommodityIndex.init) {
        for region in (0..<self.regionCount).map(RegionIndex.init) {
          larger.cells[larger.cell(region, commodity, period)] =
            cells[cell(region, commodity, period)]
        }
      }
    }
    return larger
  }
}
