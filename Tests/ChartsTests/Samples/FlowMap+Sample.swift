import Charts

extension SamplePictures {
  static var flowMap: Picture {
    let flows = [
      ("ore", "RIV", "HOM", 50.0), ("ore", "HOM", "HOM", 40), ("metal", "PAR", "HOM", 5),
      ("metal", "OTH", "HOM", 1), ("slag", "RIV", "HOM", 7),
    ]
    guard
      let picture = FlowMap.picture(
        id: "map",
        makers: [
          ("pit", "RIV", "ore", 60.0), ("shaft", "RIV", "ore", 5), ("smelter", "PAR", "metal", 5),
        ]
        .map { .init(period: "2030", producer: $0.0, region: $0.1, output: $0.2, quantity: $0.3) },
        flows: flows.map {
          .init(
            period: "2030", commodity: $0.0, origin: $0.1, destination: $0.2, quantity: $0.3)
        },
        goods: [
          .init(id: "ore", name: "Ore's <b>best</b>", unit: "t"),
          .init(id: "metal", name: "metal", unit: "kg"),
        ],
        places: [
          "HOM": .init(latitude: 36, longitude: 138), "RIV": .init(latitude: 40, longitude: 110),
          "PAR": .init(latitude: -25, longitude: 130),
        ], middle: 138, regions: regions,
        words: .init(title: "Where ore goes", sentence: "Most ore comes from the rival."))
    else { preconditionFailure("the sample has flows") }
    return picture
  }
}
