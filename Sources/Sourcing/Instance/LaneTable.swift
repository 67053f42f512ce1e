/// Terms of trade on one lane in one period.
public struct Lane: Sendable, Hashable {
  /// Money a unit.
  public var unitCost: Double
  /// Share of the commodity's price.
  public var tariff: Double
  /// Most units a year; infinity without a limit, 0 closes the lane.
  public var capacity: Double

  public init(unitCost: Double = 0, tariff: Double = 0, capacity: Double = .infinity) {
    self.unitCost = unitCost
    self.tariff = tariff
    self.capacity = capacity
  }

  /// What holds inside a region unless a row says otherwise.
  public static let domestic = Lane()
}

/// The lanes of every commodity, origin, destination and period, by the last table row that matches.
///
/// Stored as one small index a cell into the distinct terms, so a wildcard row costs no more than a
/// number a cell.
public struct LaneTable: Sendable {
  /// Terms that a table holds, to be given to any number of its lanes.
  public struct Terms: Sendable, Hashable {
    fileprivate let index: Int32
  }

  public let regionCount: Int
  public let commodityCount: Int
  public let periodCount: Int
  /// Distinct terms; the first is ``Lane/domestic``.
  public private(set) var terms: [Lane] = [.domestic]
  /// Of each of `terms`, the line of the file that states them; nil where none does.
  private var lines: [Int?] = [nil]
  /// Index into `terms`, or −1 where there is no lane; by period, commodity, origin, destination.
  private var cells: [Int32]

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
    ((period.position * commodityCount + commodity.position) * regionCount + origin.position)
      * regionCount + destination.position
  }

  /// The lane's terms, or nil where nothing may flow (no row, or capacity 0).
  public subscript(
    commodity commodity: CommodityIndex, origin origin: RegionIndex,
    destination destination: RegionIndex, period period: PeriodIndex
  ) -> Lane? {
    let index = cells[cell(commodity, origin, destination, period)]
    guard index >= 0, terms[Int(index)].capacity > 0 else { return nil }
    return terms[Int(index)]
  }

  /// Adds terms, to be given to any number of lanes by ``assign(_:commodity:origin:destination:period:)``.
  ///
  /// - Parameter line: the line of the file that states them, for messages.
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

  /// Takes the limit from every lane that is open.
  public mutating func liftCapacities() {
    for index in terms.indices where terms[index].capacity > 0 { terms[index].capacity = .infinity }
  }

  /// Gives a lane its terms; nil for no lane.
  public mutating func assign(
    _ terms: Terms?, commodity: CommodityIndex, origin: RegionIndex, destination: RegionIndex,
    period: PeriodIndex
  ) {
    cells[cell(commodity, origin, destination, period)] = terms?.index ?? -1
  }
}
