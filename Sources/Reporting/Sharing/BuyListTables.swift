import Scenarios
import Sourcing

extension StockpileComparison {
  /// One row for each mode, member and commodity that it stocks: what it has, needs and must buy.
  public var buyListTable: ReportTable {
    var table = ReportTable(.buyList)
    for (sizes, list) in zip(shown, buyLists) {
      for entry in list.entries {
        let months = { (amount: Double) in BuyList.months(amount, use: entry.use) }
        let commodity = instance.commodities[entry.place.commodity]
        table.add(
          .text(sizes.mode.text), .text(instance.regions[entry.place.region].id),
          .text(commodity.id), .text(commodity.unit), .number(entry.have),
          cell(months(entry.have)), .number(entry.need), cell(months(entry.need)),
          .number(entry.add), .number(entry.spare), cell(entry.price), cell(entry.cost),
          .number(entry.stockCost),
          firstDeciding(entry).map { .text($0) } ?? .blank,
          cell(entry.deciding.map { Double($0.count) }))
      }
    }
    return table
  }

  /// The id of the disruption that decides an entry, of several the first by name; nil if none does, or it was not
  /// found.
  func firstDeciding(_ entry: BuyList.Entry) -> String? {
    entry.deciding?.map { sizing.disruptions[$0].id }.min()
  }

  /// One row for each transfer between members: see `StockpileUse.transfers(in:)`.
  var transfersTable: ReportTable {
    var table = ReportTable(.transfers)
    for sizes in shown {
      for (disruption, transfer) in transfers(sizes) {
        let commodity = instance.commodities[transfer.commodity]
        table.add(
          .text(sizes.mode.text), .text(sizing.disruptions[disruption].id), .text(commodity.id),
          .text(commodity.unit), .text(instance.regions[transfer.from].id),
          .text(instance.regions[transfer.to].id), .number(Double(transfer.month)),
          .number(transfer.quantity))
      }
    }
    return table
  }

  /// The transfers in each disruption, with its position in `sizing.disruptions`; also of commodities that are not
  /// sized, because a member may be served by goods that another one made before.
  func transfers(_ sizes: StockpileSizes) -> [(disruption: Int, transfer: StockpileUse.Transfer)] {
    sizes.uses.enumerated().flatMap { place, use in
      (use?.transfers(in: instance) ?? []).map { (place, $0) }
    }
  }
}
