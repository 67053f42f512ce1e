import Sourcing
import Tables

extension InstanceCompiler {
  func readDemands() -> DemandTable {
    let cells = Double(regions.count) * Double(commodities.count) * Double(horizon.count)
    guard cells <= 100_000_000 else {
      log.add(
        "\(regions.count) regions × \(commodities.count) commodities × \(horizon.count) periods are too many to hold",
        file: tables.path(.regions))
      return DemandTable(regionCount: 0, commodityCount: 0, periodCount: 0)
    }
    var demands = DemandTable(
      regionCount: regions.count, commodityCount: commodities.count, periodCount: horizon.count)
    guard let reader = reader(.demands) else { return demands }
    var (region, commodity) = (references(reader, "region"), references(reader, "commodity"))
    var period = references(reader, "period")
    let (quantity, loss) = (reader.column("quantity"), reader.column("shortage_cost"))
    for row in reader.rows {
      let demand = DemandTable.Demand(
        quantity: quantity.number(row), shortageCost: loss.number(row))
      let (area, what, when) = (
        region.required(row), commodity.required(row), period.find(row)
      )
      guard let area, let what, when != .wrong else { continue }
      for place in regionSets[area].members {
        for member in commoditySets[what].members {
          for index in periods(when.position ?? horizon.count) {
            demands[region: place, commodity: member, period: index] = demand
          }
        }
      }
    }
    return demands
  }

  func readStockpiles() -> [Stockpile] {
    guard let reader = reader(.stockpiles) else { return [] }
    let id = reader.column("stockpile")
    var (region, commodity) = (references(reader, "region"), references(reader, "commodity"))
    let (initial, capacity) = (reader.column("initial"), reader.column("capacity"))
    let (holding, release) = (reader.column("holding_cost"), reader.column("release_limit"))
    let (loss, minimum) = (reader.column("loss"), reader.column("minimum"))
    let final = reader.column("final")
    var names = NameIndex("stockpile")
    var stockpiles: [Stockpile] = []
    for row in reader.rows {
      let name = newIdentifier(id, row, row, &names)
      let (place, what, level) = (
        region.required(row), commodity.required(row), initial.number(row)
      )
      let stockpile = Stockpile(
        id: name ?? "", region: place ?? 0, commodity: what ?? 0, initial: level,
        capacity: capacity.optional(row) ?? level, holdingCost: holding.number(row),
        releaseLimit: release.optional(row) ?? .infinity, loss: loss.number(row),
        minimum: minimum.number(row), final: final.optional(row) ?? level)
      guard name != nil else { continue }
      let levels = [
        ("initial", stockpile.initial), ("minimum", stockpile.minimum), ("final", stockpile.final),
      ]
      for (column, level) in levels where level > stockpile.capacity {
        reader.report(
          "the level \(DecimalNumber.text(level)) is above the capacity \(DecimalNumber.text(stockpile.capacity))",
          row: row, column: column)
      }
      stockpiles.append(stockpile)
    }
    return stockpiles
  }
}
