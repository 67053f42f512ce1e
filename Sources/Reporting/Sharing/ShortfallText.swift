import Scenarios
import Sourcing

/// Members that cannot reach the service level with any sizes, and what limits them.
extension StockpileComparison {
  /// Ids of the disruptions in which no more can be served.
  func disruptions(of shortfall: ServiceShortfall) -> [String] {
    shortfall.windows.map { sizing.disruptions[$0].id }
  }

  func shortfallTexts(_ sizes: StockpileSizes) -> [String] {
    let asked = NumberText.percent(sizing.service)
    let heading =
      "\(sizes.mode.text): not every member can reach \(asked). The sizes are for that and, where it "
      + "cannot be reached, for the most that can. All have the same fresh supply, so that the others' stocks also "
      + "make room for those who cannot:"
    return [heading] + sizes.shortfalls.map { "- \(text(of: $0))." }
  }

  private func text(of shortfall: ServiceShortfall) -> String {
    let place = shortfall.place
    let hits = disruptions(of: shortfall).joined(separator: ", ")
    let start =
      "\(instance.regions[place.region].id) reaches \(NumberText.percent(shortfall.service)) of "
      + "\(instance.commodities[place.commodity].id) at most (\(hits))"
    guard shortfall.isExplained else {
      return "\(start): what limits it was not found, for the time limit or a failure came first"
    }
    guard let first = shortfall.limits.first else {
      return "\(start): nothing in the instance could serve more of it"
    }
    if shortfall.takesAll {
      let words = shortfall.limits.map(\.limit.words).joined(separator: " and by ")
      return
        "\(start), limited by \(words) together (\(NumberText.percent(first.service)) without them)"
    }
    let words = shortfall.limits.map {
      "\($0.limit.words) (\(NumberText.percent($0.service)) without)"
    }
    return "\(start), limited by \(words.joined(separator: "; by "))"
  }
}

extension ServiceShortfall.Limit {
  fileprivate var words: String {
    switch self {
    case .stockpileCapacity: "the capacities of stockpiles"
    case .stockRelease: "what may leave stockpiles: release limits, and what is taken from stocks"
    case .production: "production: what capacity is left"
    case .lanes: "lanes: closed, full, or not rerouted yet"
    case .market: "the market: fresh supply that others are to have"
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
