import Sourcing
import Tables

/// Reads `lanes.csv`.
struct LaneCompiler {
  let source: TableSource
  let places: CompiledPlaces
  let goods: CompiledGoods
  let periods: PeriodNames

  /// Most cells (region × region × commodity × period) of a lane table.
  private static var cellLimit: Int { 250_000_000 }

  /// The lanes by the last row that matches. Where the log has problems, those inside regions only.
  func lanes() -> LaneTable {
    let (count, commodities) = (places.regions.count, goods.commodities.count)
    let periodCount = periods.horizon.count
    let cells = Double(commodities) * Double(periodCount)
    guard Double(count) * Double(count) * cells <= Double(Self.cellLimit) else {
      source.log.add(
        "\(count) × \(count) regions × \(commodities) commodities × \(periodCount) periods are more than \(Self.cellLimit) lanes, too many to hold",
        file: source.path(.regions))
      return LaneTable(regionCount: 0, commodityCount: 0, periodCount: 0)
    }
    var lanes = LaneTable(
      regionCount: count, commodityCount: commodities, periodCount: periodCount)
    guard let reader = source.reader(.lanes) else { return lanes }
    let rows = rows(reader)
    guard source.log.isEmpty else { return lanes }
    let last = lastOfEach(rows.map(\.scope))
    for (index, row) in rows.enumerated() {
      // Terms that a later row replaces whole are on no lane.
      let terms = lanes.addTerms(row.lane, line: row.line)
      if last[row.scope] ?? index == index { assign(terms, row.scope, to: &lanes) }
    }
    return lanes
  }

  private struct LaneRow {
    var scope: TradeScope
    var lane: Lane
    var line: Int
  }

  private func rows(_ reader: TableReader) -> [LaneRow] {
    var scopes = TradeScopeColumns(reader, places: places, goods: goods, periods: periods)
    let (cost, tariff) = (reader.column("unit_cost"), reader.column("tariff"))
    let capacity = reader.column("capacity")
    var rows: [LaneRow] = []
    rows.reserveCapacity(reader.rows.count)
    for row in reader.rows {
      let lane = Lane(
        unitCost: cost.number(row), tariff: tariff.number(row),
        capacity: capacity.optional(row) ?? .infinity)
      guard let scope = scopes.read(row) else { continue }
      rows.append(LaneRow(scope: scope, lane: lane, line: reader.table.line(of: row)))
    }
    return rows
  }

  /// The last row of each scope that spans many lanes: earlier rows need not be applied.
  private func lastOfEach(_ scopes: [TradeScope]) -> [TradeScope: Int] {
    var last: [TradeScope: Int] = [:]
    for (index, scope) in scopes.enumerated()
    where !places.isRegion(scope.origin) || !places.isRegion(scope.destination) {
      last[scope] = index
    }
    return last
  }

  private func assign(_ terms: LaneTable.Terms, _ scope: TradeScope, to lanes: inout LaneTable) {
    // Only a row that names a region twice changes the lane inside it.
    let isOwn = scope.origin == scope.destination && places.isRegion(scope.origin)
    lanes.assign(
      terms, commodities: goods.sets[scope.commodity].members,
      origins: places.sets[scope.origin].members,
      destinations: places.sets[scope.destination].members,
      periods: periods.indices(scope.period), withinRegions: isOwn)
  }
}
