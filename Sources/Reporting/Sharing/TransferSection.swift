import Analysis
import Scenarios
import Sourcing

/// What members give each other under an arrangement.
extension StockpileComparison {
  private static let mostTransfers = 30

  /// A heading and one row for each disruption, commodity, giver and receiver, all months together. Nothing without
  /// sharing.
  func transferLines(_ sizes: StockpileSizes, width: Int) -> [String] {
    guard sizes.mode != .own else { return [] }
    let flows = Dictionary(grouping: transfers(sizes)) {
      Flow(
        disruption: $0.disruption, commodity: $0.transfer.commodity, from: $0.transfer.from,
        to: $0.transfer.to)
    }.sorted { $0.key < $1.key }
    let heading = "Transfers between members under sharing \(sizes.mode.text)"
    guard !flows.isEmpty else {
      let text = "\(heading): none. No member needs the stock of another one."
      return sizes.uses.contains { $0 == nil } ? [] : [""] + wrapped(text, width: width)
    }
    var grid = TextGrid(
      ["disruption", "commodity", "from", "to", "quantity", "unit", "months"], keyCount: 4)
    for (flow, parts) in flows.prefix(Self.mostTransfers) {
      let commodity = instance.commodities[flow.commodity]
      grid.add([
        sizing.disruptions[flow.disruption].id, commodity.id, instance.regions[flow.from].id,
        instance.regions[flow.to].id,
        NumberText.amount(parts.reduce(0) { $0 + $1.transfer.quantity }), commodity.unit,
        monthsText(parts.map(\.transfer.month)),
      ])
    }
    let aim =
      sizes.isReached
      ? "all reach the service level" : "each reaches the service level that is possible for it"
    var texts: [String] = []
    if flows.count > Self.mostTransfers {
      texts.append(
        "and \(flows.count - Self.mostTransfers) more; transfers.csv of --out has all, month by month"
      )
    }
    let unsized = flows.map(\.key.commodity).filter { !commodities.contains($0) }.uniqued()
    if !unsized.isEmpty {
      texts.append(
        "Not sized, but also used: the stocks of "
          + unsized.sorted().map { instance.commodities[$0].id }.joined(separator: ", ")
          + ". They start as in the plan.")
    }
    return [""]
      + wrapped(
        "\(heading), so that \(aim) (in all months together; a member uses its own stock first; of several equally good "
          + "ways this is one)",
        width: width) + grid.lines(width: width) + texts.flatMap { wrapped($0, width: width) }
  }

  /// Months in order, as `1-3, 6`.
  private func monthsText(_ months: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for month in Set(months).sorted() {
      if let last = ranges.last, last.upperBound == month - 1 {
        ranges[ranges.count - 1] = last.lowerBound...month
      } else {
        ranges.append(month...month)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ", ")
  }
}

/// A row of the table of transfers.
private struct Flow: Hashable, Comparable {
  var disruption: Int
  var commodity: CommodityIndex
  var from: RegionIndex
  var to: RegionIndex

  static func < (a: Flow, b: Flow) -> Bool {
    (a.disruption, a.commodity, a.from, a.to) < (b.disruption, b.commodity, b.from, b.to)
  }
}
