import Analysis
import Scenarios
import Sourcing

/// What members give each other under an arrangement.
extension StockpileComparison {
  private static let mostTransfers = 30

  /// Adds a heading and one row for each disruption, commodity, giver and receiver, all months together. Nothing without
  /// sharing.
  func addTransfers(_ sizes: StockpileSizes, to report: inout ReportDocument) {
    guard sizes.mode != .own else { return }
    let flows = Dictionary(grouping: transfers(sizes)) {
      Flow(
        disruption: $0.disruption, commodity: $0.transfer.commodity, from: $0.transfer.from,
        to: $0.transfer.to)
    }.sorted { $0.key < $1.key }
    let heading = "Transfers between members under sharing \(sizes.mode.text)"
    guard !flows.isEmpty else {
      guard !sizes.uses.contains(where: { $0 == nil }) else { return }
      report.addBlank()
      return report.add("\(heading): none. No member needs the stock of another one.")
    }
    var grid = TextGrid(
      ["disruption", "commodity", "from", "to", "unit", "quantity", "months"], keyCount: 5)
    for (flow, parts) in flows.prefix(Self.mostTransfers) {
      let commodity = instance.commodities[flow.commodity]
      grid.add([
        sizing.disruptions[flow.disruption].id, commodity.id, instance.regions[flow.from].id,
        instance.regions[flow.to].id, commodity.unit,
        NumberText.amount(parts.reduce(0) { $0 + $1.transfer.quantity }),
        monthsText(parts.map(\.transfer.month)),
      ])
    }
    let aim =
      sizes.isReached
      ? "all reach the service level" : "each reaches the service level that is possible for it"
    report.add(
      grid,
      heading:
        "\(heading), so that \(aim) (in all months together; a member uses its own stock first; of several equally good "
        + "ways this is one)")
    if flows.count > Self.mostTransfers {
      report.add(
        "and \(flows.count - Self.mostTransfers) more; transfers.csv of --out has all, month by month"
      )
    }
    let unsized = flows.map(\.key.commodity).filter { !commodities.contains($0) }.uniqued()
    if !unsized.isEmpty {
      report.add(
        "Not sized, but also used: the stocks of "
          + unsized.sorted().map { instance.commodities[$0].id }.joined(separator: ", ")
          + ". They start as in the plan.")
    }
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
