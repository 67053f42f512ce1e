import Charts

extension SamplePictures {
  /// Ore from the rival and from home, made into metal at home and by a partner, and used at home; scrap comes back.
  static var chainRows: [ChainRow] {
    let links: [(String, String, String, String, String, Double, Double)] = [
      ("output", "ore", "mine", "RIV", "RIV", 60, 6),
      ("output", "ore", "mine", "HOM", "HOM", 40, 8),
      ("flow", "ore", "", "RIV", "HOM", 50, 5), ("flow", "ore", "", "RIV", "PAR", 10, 1),
      ("flow", "ore", "", "HOM", "HOM", 40, 8), ("input", "ore", "smelt", "HOM", "HOM", 90, 15),
      ("input", "ore", "smelt", "PAR", "PAR", 10, 2),
      ("input", "scrap", "smelt", "HOM", "HOM", 5, 1),
      ("output", "metal", "smelt", "HOM", "HOM", 45, 30),
      ("output", "metal", "smelt", "PAR", "PAR", 5, 4),
      ("flow", "metal", "", "HOM", "HOM", 45, 30), ("flow", "metal", "", "PAR", "HOM", 5, 4),
      ("input", "metal", "collect", "HOM", "HOM", 5, 3),
      ("output", "scrap", "collect", "HOM", "HOM", 5, 3),
      ("flow", "scrap", "", "HOM", "HOM", 5, 3), ("use", "metal", "", "HOM", "HOM", 45, 32),
    ]
    return ["2025", "2030"].flatMap { period in
      links.map { link, commodity, process, origin, destination, quantity, cost in
        ChainRow(
          period: period, link: link, commodity: commodity, process: process,
          stage: process.isEmpty ? "" : "stage of \(process)", origin: origin,
          destination: destination, homeQuantity: quantity, homeCost: cost)
      }
    }
  }

  static func chain(units: [String: String], limit: Int = 300) -> Picture {
    guard
      let picture = Chain.picture(
        id: "chain", of: chainRows, periods: ["2025", "2030"], limit: limit,
        regions: regions,
        words: .init(
          home: "Home", currency: "USD", units: units, commodities: ["ore": "Ore <i>pure</i>"],
          sentence: "Most comes from home."))
    else { preconditionFailure("the sample has links") }
    return picture
  }
}
