/// Making an instance in code. Tables without a function here take their elements as they are:
/// `instance.projects.append(Project(…))` returns the index of the project.
extension Instance {
  /// Adds a region, in which goods can move and nobody needs anything yet.
  ///
  /// Lanes and demands grow with the regions, which takes O(regions²·commodities·periods).
  ///
  /// - Parameters:
  ///   - id: an identifier that no other region and no bloc has.
  ///   - isHome: whether the plan is made for this region alone.
  /// - Returns: its index.
  @discardableResult
  public mutating func addRegion(_ id: String, isHome: Bool = false) -> RegionIndex {
    let region = regions.append(Region(id: id))
    if isHome { home = RegionSet(id: id, members: [region]) }
    enlarge()
    return region
  }

  /// Adds regions, as ``addRegion(_:isHome:)``. Lanes and demands grow once.
  ///
  /// - Parameter ids: identifiers that no other region and no bloc has.
  /// - Returns: their indices, in the same order.
  @discardableResult
  public mutating func addRegions(_ ids: [String]) -> [RegionIndex] {
    let added = ids.map { regions.append(Region(id: $0)) }
    enlarge()
    return added
  }

  /// Adds a commodity, which can move inside regions and which nobody needs yet.
  ///
  /// Lanes and demands grow with the commodities, which takes O(regions²·commodities·periods).
  ///
  /// - Parameters:
  ///   - id: an identifier that no other commodity and no group has.
  ///   - unit: the unit of its quantities, for example `t`.
  ///   - price: money a unit, the same in every period; 0 if not given.
  /// - Returns: its index.
  @discardableResult
  public mutating func addCommodity(
    _ id: String, unit: String, price: Double = Commodity.defaultPrice
  ) -> CommodityIndex {
    let prices = PerPeriod(repeating: price, count: horizon.count)
    let commodity = commodities.append(Commodity(id: id, unit: unit, price: prices))
    enlarge()
    return commodity
  }

  /// Adds a way to make a commodity.
  ///
  /// - Parameters:
  ///   - id: an identifier that no other process has.
  ///   - stage: the step of the supply chain; the id if not given.
  ///   - output: the commodity of the main output.
  ///   - inputs: units of other commodities that one unit of main output takes.
  ///   - byproducts: units of other commodities that come with one unit of main output.
  /// - Returns: its index.
  @discardableResult
  public mutating func addProcess(
    _ id: String, stage: String? = nil, output: CommodityIndex, inputs: [Process.Term] = [],
    byproducts: [Process.Term] = []
  ) -> ProcessIndex {
    processes.append(
      Process(
        id: id, stage: stage ?? id, output: output, inputs: inputs, byproducts: byproducts))
  }

  /// Adds a facility with the same figures in all periods in which it operates.
  ///
  /// - Parameters:
  ///   - id: an identifier that no other facility and no project has.
  ///   - process: what it does.
  ///   - region: where it is.
  ///   - capacity: most main output, units a year.
  ///   - unitCost: money a unit of main output.
  ///   - minimum: least main output, units a year; 0 if not given.
  ///   - opens: first period of operation; the first period if not given.
  ///   - closes: last period of operation; the last period if not given.
  /// - Returns: its index.
  @discardableResult
  public mutating func addFacility(
    _ id: String, process: ProcessIndex, region: RegionIndex, capacity: Double, unitCost: Double,
    minimum: Double = Facility.defaultMinimum, opens: PeriodIndex? = nil, closes: PeriodIndex? = nil
  ) -> FacilityIndex {
    facilities.append(
      Facility(
        id: id, process: process, region: region, capacity: capacity, unitCost: unitCost,
        minimum: minimum, opens: opens, closes: closes, horizon: horizon))
  }

  /// Sets the final demand of a region for a commodity. An index that the instance does not have ends the program.
  ///
  /// - Parameters:
  ///   - commodity: what is needed.
  ///   - region: who needs it.
  ///   - quantity: units a year.
  ///   - shortageCost: loss for each unit of shortage, money a unit.
  ///   - period: when; in every period if not given.
  public mutating func setDemand(
    of commodity: CommodityIndex, in region: RegionIndex, quantity: Double, shortageCost: Double,
    period: PeriodIndex? = nil
  ) {
    for index in periods(period) {
      demands[region: region, commodity: commodity, period: index] = DemandTable.Demand(
        quantity: quantity, shortageCost: shortageCost)
    }
  }

  /// Sets the terms of lanes. What is not given means all, as `*` in `lanes.csv`. The lane inside a region
  /// changes only if the region is both origin and destination. An index that the instance does not have ends the
  /// program.
  ///
  /// - Parameters:
  ///   - commodity: what may flow.
  ///   - origin: from where.
  ///   - destination: to where.
  ///   - lane: the terms.
  ///   - period: when.
  public mutating func setLanes(
    of commodity: CommodityIndex? = nil, from origin: RegionIndex? = nil,
    to destination: RegionIndex? = nil, _ lane: Lane, period: PeriodIndex? = nil
  ) {
    let all = Array(regions.indices)
    lanes.assign(
      lanes.addTerms(lane), commodities: commodity.map { [$0] } ?? Array(commodities.indices),
      origins: origin.map { [$0] } ?? all, destinations: destination.map { [$0] } ?? all,
      periods: periods(period), withinRegions: origin != nil && origin == destination)
  }

  /// One period, or every period for nil.
  private func periods(_ period: PeriodIndex?) -> Range<PeriodIndex> {
    period.map { $0..<$0.advanced(by: 1) } ?? horizon.indices
  }

  /// Gives lanes and demands the size of regions and commodities.
  private mutating func enlarge() {
    lanes = lanes.enlarged(regionCount: regions.count, commodityCount: commodities.count)
    demands = demands.enlarged(regionCount: regions.count, commodityCount: commodities.count)
  }
}
