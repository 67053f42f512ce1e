import Charts

extension SamplePictures {
  /// A goal that holds in some periods.
  static func supplyShares(goalIn periods: [String]) -> Picture {
    let shares = [
      ("2025", "RIV", 60.0, 0.6), ("2025", "HOM", 40, 0.4), ("2026", "RIV", 50, 0.5),
      ("2026", "PAR", 50, 0.5),
    ]
    return SupplyShares.picture(
      id: "supply-shares",
      of: shares.map { .init(period: $0.0, origin: $0.1, quantity: $0.2, share: $0.3) },
      limits: periods.map { .init(goal: "reliance", period: $0, target: 0.5) }, regions: regions,
      words: .init(commodity: "ore", homes: "Home's", unit: "t", sentence: "Less from the rival."))
  }
}
