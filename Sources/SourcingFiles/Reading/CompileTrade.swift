import Sourcing
import Tables

extension InstanceCompiler {
  // MARK: Lanes

  /// Most cells (region × region × commodity × period) of a lane table.
  private static var laneLimit: Int { 250_000_000 }

  func readLanes() -> LaneTable {
    let (count, cells) = (regions.count, Double(commodities.count) * Double(horizon.count))
    guard Double(count) * Double(count) * cells <= Double(Self.laneLimit) else {
      log.add(
        "\(count) × \(count) regions × \(commodities.count) commodities × \(horizon.count) periods are more than \(Self.laneLimit) lanes, too many to hold",
        file: tables.path(.regions))
      return LaneTable(regionCount: 0, commodityCount: 0, periodCount: 0)
    }
    var lanes = LaneTable(
      regionCount: count, commodityCount: commodities.count, periodCount: horizon.count)
    guard let reader = reader(.lanes) else { return lanes }
    let rows = laneRows(reader)
    guard log.isEmpty else { return lanes }
    let last = lastOfEach(rows.map(\.scope))
    for (index, row) in rows.enumerated() {
      // Terms are numbered as rows are, from 1; those replaced whole by a later row reach no lane.
      let terms = lanes.addTerms(row.lane)
      if last[row.scope] ?? index == index { assign(terms, row.scope, to: &lanes) }
    }
    return lanes
  }

  /// What a row of lanes.csv speaks of, by positions of names.
  private struct LaneScope: Hashable {
    var commodity: Int
    var origin: Int
    var destination: Int
    var period: Int
  }

  private struct LaneRow {
    var scope: LaneScope
    var lane: Lane
  }

  private func laneRows(_ reader: TableReader) -> [LaneRow] {
    var commodity = references(reader, "commodity")
    var (origin, destination) = (references(reader, "origin"), references(reader, "destination"))
    var period = references(reader, "period")
    let (cost, tariff) = (reader.column("unit_cost"), reader.column("tariff"))
    let capacity = reader.column("capacity")
    var rows: [LaneRow] = []
    rows.reserveCapacity(reader.rows.count)
    for row in reader.rows {
      let lane = Lane(
        unitCost: cost.number(row), tariff: tariff.number(row),
        capacity: capacity.optional(row) ?? .infinity)
      let (what, when) = (commodity.required(row), period.find(row))
      let (from, to) = (origin.required(row), destination.required(row))
      guard let what, let from, let to, when != .wrong else { continue }
      let scope = LaneScope(
        commodity: what, origin: from, destination: to, period: when.position ?? horizon.count)
      rows.append(LaneRow(scope: scope, lane: lane))
    }
    return rows
  }

  /// The last row of each scope that spans many lanes: earlier ones need no work.
  private func lastOfEach(_ scopes: [LaneScope]) -> [LaneScope: Int] {
    var last: [LaneScope: Int] = [:]
    for (index, scope) in scopes.enumerated()
    where scope.origin >= regions.count || scope.destination >= regions.count {
      last[scope] = index
    }
    return last
  }

  private func assign(_ terms: Int32, _ scope: LaneScope, to lanes: inout LaneTable) {
    // A lane inside a region is reached only by a row that names the region twice.
    let isOwn = scope.origin == scope.destination && scope.origin < regions.count
    for commodity in commoditySets[scope.commodity].members {
      for period in periods(scope.period) {
        for origin in regionSets[scope.origin].members {
          for destination in regionSets[scope.destination].members
          where origin != destination || isOwn {
            lanes.assign(
              terms, commodity: commodity, origin: origin, destination: destination, period: period)
          }
        }
      }
    }
  }

  // MARK: Quotas, contracts, history

  func readQuotas() -> [Quota] {
    guard let reader = reader(.quotas) else { return [] }
    let id = reader.column("quota")
    var commodity = references(reader, "commodity")
    var (origin, destination) = (references(reader, "origin"), references(reader, "destination"))
    var period = references(reader, "period")
    let quantity = reader.column("quantity")
    var seen: [String: Set<LaneScope>] = [:]
    var quotas: [Quota] = []
    for row in reader.rows {
      let (name, most) = (id.identifier(row), quantity.number(row))
      let (what, when) = (commodity.required(row), period.find(row))
      let (from, to) = (origin.required(row), destination.required(row))
      guard let name, let what, let from, let to, when != .wrong else { continue }
      let scope = LaneScope(
        commodity: what, origin: from, destination: to, period: when.position ?? horizon.count)
      guard seen[name, default: []].insert(scope).inserted else {
        id.report(
          "the quota `\(name)` is given twice for the same commodity, origin, destination and period",
          row: row)
        continue
      }
      quotas.append(
        Quota(
          id: name, commodities: commoditySets[what].members, origins: regionSets[from].members,
          destinations: regionSets[to].members, quantity: most,
          period: scope.period == horizon.count ? nil : scope.period))
    }
    return quotas
  }

  func readContracts() -> [Contract] {
    guard let reader = reader(.contracts) else { return [] }
    let id = reader.column("contract")
    var commodity = references(reader, "commodity")
    var (origin, destination) = (references(reader, "origin"), references(reader, "destination"))
    let quantity = reader.column("quantity")
    var (starts, ends) = (references(reader, "starts"), references(reader, "ends"))
    var names = NameIndex("contract")
    var contracts: [Contract] = []
    for row in reader.rows {
      let (name, least) = (newIdentifier(id, row, row, &names), quantity.number(row))
      let (from, to) = (origin.required(row), destination.required(row))
      let what = commodity.required(row)
      let term = interval(&starts, &ends, reader, row, ("starts", "ends"))
      guard let name, let what, let from, let to, let term, horizon.count > 0 else { continue }
      contracts.append(
        Contract(
          id: name, commodity: what, origin: from, destination: to, quantity: least,
          periods: (term.first ?? 0)...(term.last ?? horizon.last)))
    }
    return contracts
  }

  func readHistory() -> [HistoricalFlow] {
    guard let reader = reader(.history) else { return [] }
    var commodity = references(reader, "commodity")
    var (origin, destination) = (references(reader, "origin"), references(reader, "destination"))
    var period = references(reader, "period")
    let quantity = reader.column("quantity")
    var positionOf: [LaneScope: Int] = [:]
    var flows: [HistoricalFlow] = []
    for row in reader.rows {
      let (what, when) = (commodity.required(row), period.required(row))
      let (from, to) = (origin.required(row), destination.required(row))
      let amount = quantity.number(row)
      guard let what, let from, let to, let when else { continue }
      let scope = LaneScope(commodity: what, origin: from, destination: to, period: when)
      if let position = positionOf[scope] {
        flows[position].quantity = amount
        continue
      }
      positionOf[scope] = flows.count
      flows.append(
        HistoricalFlow(
          commodity: what, origin: from, destination: to, period: when, quantity: amount))
    }
    return flows
  }
}
