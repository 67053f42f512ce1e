import Sourcing
import Tables

/// Reads `demands.csv` and `stockpiles.csv`.
struct UseCompiler {
  let source: TableSource
  let places: CompiledPlaces
  let goods: CompiledGoods
  let periods: PeriodNames

  /// Most cells (region × commodity × period) of a demand table.
  private static var cellLimit: Double { 100_000_000 }

  /// The demands by the last row that matches.
  func demands() -> DemandTable {
    let (regions, commodities) = (places.regions.count, goods.commodities.count)
    let periodCount = periods.horizon.count
    guard Double(regions) * Double(commodities) * Double(periodCount) <= Self.cellLimit else {
      source.log.add(
        "\(regions) regions × \(commodities) commodities × \(periodCount) periods are too many to hold",
        file: source.path(.regions))
      return DemandTable(regionCount: 0, commodityCount: 0, periodCount: 0)
    }
    var demands = DemandTable(
      regionCount: regions, commodityCount: commodities, periodCount: periodCount)
    guard let reader = source.reader(.demands) else { return demands }
    var region = reader.references("region", in: places.anyNames)
    var commodity = reader.references("commodity", in: goods.anyNames)
    var period = reader.references("period", in: periods.any)
    let (quantity, loss) = (reader.column("quantity"), reader.column("shortage_cost"))
    for row in reader.rows {
      let demand = DemandTable.Demand(
        quantity: quantity.number(row), shortageCost: loss.number(row))
      let (area, what, when) = (
        region.required(row), commodity.required(row), period.scope(row)
      )
      guard let area, let what, let when else { continue }
      for place in places.sets[area].members {
        for member in goods.sets[what].members {
          for index in periods.indices(when) {
            demands[region: place, commodity: member, period: index] = demand
          }
        }
      }
    }
    return demands
  }

  func stockpiles() -> Table<Stockpile> {
    guard let reader = source.reader(.stockpiles) else { return [] }
    let id = reader.column("stockpile")
    var region = reader.references("region", in: places.regionNames)
    var commodity = reader.references("commodity", in: goods.commodityNames)
    let (initial, capacity) = (reader.column("initial"), reader.column("capacity"))
    let (holding, release) = (reader.column("holding_cost"), reader.column("release_limit"))
    let (loss, minimum) = (reader.column("loss"), reader.column("minimum"))
    let final = reader.column("final")
    var names = NameIndex<Int>("stockpile")
    var stockpiles: Table<Stockpile> = []
    for row in reader.rows {
      let name = names.define(id, row: row, as: row)
      let (place, what, level) = (
        region.required(row), commodity.required(row), initial.number(row)
      )
      let stockpile = Stockpile(
        id: name ?? "", region: place ?? RegionIndex(0), commodity: what ?? CommodityIndex(0),
        initial: level, capacity: capacity.optional(row), holdingCost: holding.number(row),
        releaseLimit: release.optional(row) ?? .infinity, loss: loss.number(row),
        minimum: minimum.number(row), final: final.optional(row))
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
