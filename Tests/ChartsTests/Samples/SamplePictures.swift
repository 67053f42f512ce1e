import Charts

/// A small picture of each kind, made by hand.
enum SamplePictures {
  /// A sample: the name of its golden file, the type that draws it, and the picture.
  struct Sample: Sendable {
    let name: String
    let type: String
    let picture: @Sendable () -> Picture
  }

  static let all: [Sample] =
    [
      Sample(name: "supply-shares", type: "SupplyShares") {
        supplyShares(goalIn: ["2025", "2026"])
      },
      Sample(name: "supply-shares-of-one-goal-period", type: "SupplyShares") {
        supplyShares(goalIn: ["2026"])
      },
      Sample(name: "chain", type: "Chain") {
        chain(units: ["ore": "t", "metal": "t", "scrap": "t"])
      },
      Sample(name: "chain-of-several-units", type: "Chain") { chain(units: ["ore": "t"]) },
      Sample(name: "chain-above-its-limit", type: "Chain") {
        chain(units: ["ore": "t"], limit: 5)
      },
      Sample(name: "map", type: "FlowMap") { flowMap },
    ] + plan + questions + worlds + disruptions + stockpiles + backTests + attacks + hedge + watch

  private static let worlds: [Sample] = [
    Sample(name: "tornado", type: "Tornado") { there(tornado) },
    Sample(name: "worlds", type: "WorldDistribution") { there(worldDistribution) },
    Sample(name: "claims", type: "ClaimShares") { there(claimShares) },
    Sample(name: "correlations", type: "AssumptionIndices") { there(correlations) },
    Sample(name: "sobol", type: "AssumptionIndices") { there(sobol) },
    Sample(name: "boxes", type: "FailureBoxes") { there(failureBoxes) },
    Sample(name: "ranges", type: "FigureRanges") { there(figureRanges) },
    Sample(name: "options", type: "OptionScatter") { there(optionScatter) },
    Sample(name: "home-bills", type: "OptionVariations") { there(optionVariations) },
    Sample(name: "option-ranges", type: "OptionSpread") { there(optionRanges) },
    Sample(name: "regret", type: "OptionSpread") { there(optionRegret) },
  ]

  /// A picture of rows that are there.
  static func there(_ picture: Picture?) -> Picture {
    guard let picture else { preconditionFailure("a sample has rows") }
    return picture
  }

  /// Four regions, one in each role.
  static let regions = RegionColours([
    .init(id: "HOM", name: "HOM Home", role: .home),
    .init(id: "RIV", name: "RIV Rival", role: .rival),
    .init(id: "PAR", name: "PAR <b>Partner</b>", role: .partner),
    .init(id: "OTH", name: "OTH", role: .other),
  ])
}
