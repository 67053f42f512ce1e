/// Terms of trade on one lane in one period.
public struct Lane: Sendable, Hashable {
  /// Cost of transport, money a unit, 0 or more.
  public var unitCost: Double
  /// Duty, as a share of the commodity's price, 0 or more; 1.5 is 150 %.
  public var tariff: Double
  /// Most units a year; infinity without a limit, 0 closes the lane.
  public var capacity: Double

  /// Terms of trade. What is not given is as in a blank cell of `lanes.csv`.
  ///
  /// - Parameters:
  ///   - unitCost: cost of transport, money a unit.
  ///   - tariff: duty, as a share of the commodity's price.
  ///   - capacity: most units a year.
  public init(unitCost: Double = 0, tariff: Double = 0, capacity: Double = .infinity) {
    self.unitCost = unitCost
    self.tariff = tariff
    self.capacity = capacity
  }

  /// The lane inside a region, unless other terms are set: no cost, no tariff, no limit.
  public static let domestic = Lane()
}

/// The lanes of every commodity, origin, destination and period.
///
/// Each lane is stored as a small index into the distinct terms, so that terms which hold for many lanes take
/// no more than a number for each.
public struct LaneTable: Sendable {
  /// A reference to terms that a table holds; any number of its lanes can have them.
  public struct Terms: Sendable, Hashable {
    fileprivate let index: Int32
  }

  /// Number of regions.
  public let regionCount: Int
  /// Number of commodities.
  public let commodityCount: Int
  /// Number of periods.
  public let periodCount: Int
  /// Distinct terms; the first is ``Lane/domestic``.
  public private(set) var terms: [Lane] = [.domestic]
  /// For each of `terms`, the line of the file that states it; nil if no line does.
  private var lines: [Int?] = [nil]
  /// Index into `terms`, or −1 if there is no lane; by period, commodity, origin, destination.
  private var cells: [Int32]

  /// A table in which goods move inside their regions only, by ``Lane/domestic``.
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
      repeating: -1, count: regionCount * regionCount * commodityCount * periodCount)
    for layer in 0..<(commodityCount * periodCount) {
      for region in 0..<regionCount {
        cells[(layer * regionCount + region) * regionCount + region] = 0
      }
    }
  }

  private func cell(
    _ commodity: CommodityIndex, _ origin: RegionIndex, _ destination: RegionIndex,
    _ period: PeriodIndex
  ) -> Int {
    precondition(
      (0..<regionCount).contains(origin.position)
        && (0..<regionCount).contains(destination.position)
        && (0..<commodityCount).contains(commodity.position)
        && (0..<periodCount).contains(period.position),
      "the table of lanes has no such region, commodity or period")
    return ((period.position * commodityCount + commodity.position) * regionCount + origin.position)
      * regionCount + destination.position
  }

  /// The lane's terms; nil if nothing may flow, because there is no lane or its capacity is 0. An
  /// index that the table does not have ends the program.
  public subscript(
    commodity commodity: CommodityIndex, origin origin: RegionIndex,
    destination destination: RegionIndex, period period: PeriodIndex
  ) -> Lane? {
    let index = cells[cell(commodity, origin, destination, period)]
    guard index >= 0, terms[Int(index)].capacity > 0 else { return nil }
    return terms[Int(index)]
  }

  /// Adds terms, which lanes get by ``assign(_:commodity:origin:destination:period:)``.
  ///
  /// - Parameters:
  ///   - lane: the terms.
  ///   - line: the line of the file that states them, for messages.
  /// - Returns: a reference to them.
  public mutating func addTerms(_ lane: Lane, line: Int? = nil) -> Terms {
    terms.append(lane)
    lines.append(line)
    return Terms(index: Int32(terms.count - 1))
  }

  /// Lines of the file whose terms no lane has, ascending.
  package func linesWithoutLane() -> [Int] {
    var used = [Bool](repeating: false, count: terms.count)
    for cell in cells where cell >= 0 { used[Int(cell)] = true }
    return terms.indices.compactMap { used[$0] ? nil : lines[$0] }.sorted()
  }

  /// The sum of a weight over all lanes with the terms of a line of the file, by that line. Lines whose terms no lane
  /// has are not there. Time O(lanes).
  ///
  /// - Parameter weight: of one lane, by its commodity and period.
  package func sumsByLine(_ weight: (CommodityIndex, PeriodIndex) -> Double) -> [Int: Double] {
    let pairs = regionCount * regionCount
    var sums = [Double?](repeating: nil, count: terms.count)
    for layer in 0..<(commodityCount * periodCount) {
      let each = weight(CommodityIndex(layer % commodityCount), PeriodIndex(layer / commodityCount))
      for cell in cells[(layer * pairs)..<((layer + 1) * pairs)] where cell >= 0 {
        sums[Int(cell)] = (sums[Int(cell)] ?? 0) + each
      }
    }
    return terms.indices.reduce(into: [:]) { byLine, place in
      if let line = lines[place], let sum = sums[place] { byLine[line] = sum }
    }
  }

  /// The first lane that has the terms at a place of ``terms``; nil if no lane has them.
  func firstLane(withTerms place: Int) -> FlowKey? {
    guard let cell = cells.firstIndex(of: Int32(place)) else { return nil }
    let (pair, layer) = (cell % (regionCount * regionCount), cell / (regionCount * regionCount))
    return FlowKey(
      commodity: CommodityIndex(layer % commodityCount),
      origin: RegionIndex(pair / regionCount), destination: RegionIndex(pair % regionCount),
      period: PeriodIndex(layer / commodityCount))
  }

  /// Removes the capacity limit of every lane that is open.
  public mutating func liftCapacities() {
    for index in terms.indices where terms[index].capacity > 0 { terms[index].capacity = .infinity }
  }

  /// Sets the terms of one lane; nil removes the lane. An index that the table does not have ends the program.
  public mutating func assign(
    _ terms: Terms?, commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex,
    period: PeriodIndex
  ) {
    cells[cell(commodity, origin, destination, period)] = terms?.index ?? -1
  }

  /// Sets the terms of every lane of some commodities from some regions to others in some periods.
  ///
  /// - Parameter withinRegions: whether lanes inside one region get the terms too.
  package mutating func assign(
    _ terms: Terms, commodities: [CommodityIndex], origins: [RegionIndex],
    destinations: [RegionIndex], periods: Range<PeriodIndex>, withinRegions: Bool
  ) {
    for commodity in commodities {
      for period in periods {
        for origin in origins {
          for destination in destinations where origin != destination || withinRegions {
            cells[cell(commodity, origin, destination, period)] = terms.index
          }
        }
      }
    }
  }

  /// Gives every period after one the lanes of that period. An index that the table does not have ends the program.
  package mutating func hold(from period: PeriodIndex) {
    precondition(
      (0..<periodCount).contains(period.position), "the table of lanes has no such period")
    let size = regionCount * regionCount * commodityCount
    let held = Array(cells[(period.position * size)..<((period.position + 1) * size)])
    for later in (period.position + 1)..<max(period.position + 1, periodCount) {
      cells.replaceSubrange((later * size)..<((later + 1) * size), with: held)
    }
  }

  /// The same lanes in a table with at least this many regions and commodities.
  func enlarged(regionCount: Int, commodityCount: Int) -> LaneTable {
    var larger = LaneTable(
      regionCount: max(regionCount, self.regionCount),
      commodityCount: max(commodityCount, self.commodityCount), periodCount: periodCount)
    (larger.terms, larger.lines) = (terms, lines)
    let regions = (0..<self.regionCount).map(RegionIndex.init)
    for period in (0..<periodCount).map(PeriodIndex.init) {
      for commodity in (0..<self.commodityCount).map(CommodityIndex.init) {
        for origin in regions {
          for destination in regions {
            larger.cells[larger.cell(commodity, origin, destination, period)] =
              cells[cell(commodity, origin, destination, period)]
          }
        }
      }
    }
    return larger
  }
}
