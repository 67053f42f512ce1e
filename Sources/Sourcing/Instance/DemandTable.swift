/// Final demand by region, commodity and period.
public struct DemandTable: Sendable {
  /// What is demanded in one place and period, and what a unit not served costs.
  public struct Demand: Sendable, Hashable {
    /// Units a year.
    public var quantity: Double
    /// Money a unit not served.
    public var shortageCost: Double

    public init(quantity: Double, shortageCost: Double) {
      self.quantity = quantity
      self.shortageCost = shortageCost
    }
  }

  private let regionCount: Int
  private let commodityCount: Int
  private var cells: [Demand]

  public init(regionCount: Int, commodityCount: Int, periodCount: Int) {
    self.regionCount = regionCount
    self.commodityCount = commodityCount
    cells = Array(
      repeating: Demand(quantity: 0, shortageCost: 0),
      count: regionCount * commodityCount * periodCount)
  }

  public subscript(region region: RegionIndex, commodity commodity: CommodityIndex,
    period period: PeriodIndex
  ) -> Demand {
    get {
      cells[(period.position * commodityCount + commodity.position) * regionCount + region.position]
    }
    set {
      cells[
        (period.position * commodityCount + commodity.position) * regionCount + region.position] =
        newValue
    }
  }
}
