import Scenarios
import Sourcing

/// Members that cannot reach the service level with any sizes, and what limits them.
extension StockpileComparison {
  /// Ids of the disruptions in which the service level cannot be higher.
  func disruptions(of shortfall: ServiceShortfall) -> [String] {
    shortfall.windows.map { sizing.disruptions[$0].id }
  }

  /// Adds where the service level cannot be reached under an arrangement, and what limits it.
  func addShortfalls(_ sizes: StockpileSizes, to report: inout ReportDocument) {
    let asked = NumberText.percent(sizing.service)
    report.add(
      "\(sizes.mode.text): not every member can reach a service of \(asked). Where it cannot be reached, the sizes "
        + "are for the highest service that can be reached, elsewhere for \(asked). All members compete for the "
        + "same new supply, so the stocks of some also leave more supply for the others:", .bad)
    for shortfall in sizes.shortfalls { report.addItem("\(text(of: shortfall)).", .dash) }
  }

  private func text(of shortfall: ServiceShortfall) -> String {
    let place = shortfall.place
    let hits = disruptions(of: shortfall).joined(separator: ", ")
    let start =
      "\(instance.regions[place.region].id) reaches \(NumberText.percent(shortfall.service)) of "
      + "\(instance.commodities[place.commodity].id) at most (\(hits))"
    guard shortfall.isExplained else {
      return "\(start): the limits were not found, because of the time limit or a failure"
    }
    guard let first = shortfall.limits.first else {
      return "\(start): no limit in the instance can be raised to serve more of it"
    }
    if shortfall.takesAll {
      let words = shortfall.limits.map(\.limit.words).joined(separator: " and by ")
      return
        "\(start), limited by \(words) together (\(NumberText.percent(first.service)) without these limits)"
    }
    let words = shortfall.limits.map {
      "\($0.limit.words) (\(NumberText.percent($0.service)) without this limit)"
    }
    return "\(start), limited by \(words.joined(separator: "; by "))"
  }
}

extension ServiceShortfall.Limit {
  fileprivate var words: String {
    switch self {
    case .stockpileCapacity: "the capacities of stockpiles"
    case .stockRelease:
      "what may leave stockpiles: release limits, and the rates at which stocks are drawn"
    case .production: "production: the capacity that is left"
    case .lanes: "lanes: closed, full, or not yet rerouted"
    case .market: "the market: new supply that other regions need"
    }
  }
}

extension StockpileSummary.Shortfall {
  init(_ shortfall: ServiceShortfall, _ comparison: StockpileComparison) {
    let (instance, place) = (comparison.instance, shortfall.place)
    self.init(
      region: instance.regions[place.region].id,
      commodity: instance.commodities[place.commodity].id, service: shortfall.service,
      disruptions: comparison.disruptions(of: shortfall),
      limitedBy: shortfall.isExplained
        ? shortfall.limits.map { Limit(limit: $0.limit.rawValue, service: $0.service) } : nil,
      together: shortfall.takesAll)
  }
}
