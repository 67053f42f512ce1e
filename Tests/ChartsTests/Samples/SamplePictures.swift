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
      Sample(name: "supply-shares", type: "SupplyShares") { supplyShares },
      Sample(name: "chain", type: "Chain") {
        chain(units: ["ore": "t", "metal": "t", "scrap": "t"])
      },
      Sample(name: "chain-of-several-units", type: "Chain") { chain(units: ["ore": "t"]) },
      Sample(name: "map", type: "FlowMap") { flowMap },
    ] + plan + questions

  /// Four regions, one in each role.
  static let regions = RegionColours([
    .init(id: "HOM", name: "HOM Home", role: .home),
    .init(id: "RIV", name: "RIV Rival", role: .rival),
    .init(id: "PAR", name: "PAR <b>Partner</b>", role: .partner),
    .init(id: "OTH", name: "OTH", role: .other),
  ])
}
