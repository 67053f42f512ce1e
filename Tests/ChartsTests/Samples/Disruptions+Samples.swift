import Charts

extension SamplePictures {
  static let disruptions: [Sample] = [
    Sample(name: "disruption-losses", type: "DisruptionLosses") { there(disruptionLosses) },
    Sample(name: "market-service", type: "MarketService") { there(marketService) },
    Sample(name: "disruption-months", type: "DisruptionMonths") { there(disruptionMonths) },
    Sample(name: "disruption-stocks", type: "DisruptionStocks") { there(disruptionStocks) },
    Sample(name: "chokepoint-losses", type: "ChokepointLosses") { there(chokepointLosses) },
    Sample(name: "chokepoint-places", type: "ChokepointPlaces") { there(chokepointPlaces) },
  ]

  private static let words = DisruptionLosses.Words(
    home: "Home \"<b>\"", money: "USD million", sentence: "The ban costs most.")

  static var disruptionLosses: Picture? {
    DisruptionLosses.picture(
      of: [
        .init(disruption: "ban", sharing: "own", least: 10, most: 30, world: 50),
        .init(disruption: "'; alert(1)", sharing: "own", least: 0, most: 0, world: 0),
        .init(disruption: "ban", sharing: "pooled", least: 5, most: 5, world: 40),
      ], words: words)
  }

  static var marketService: Picture? {
    MarketService.picture(
      id: "market-service", title: "Service",
      of: [("ban", 25.0, 0.75), ("strait", 0, 1)].map {
        .init(
          disruption: $0.0, sharing: "own", region: "HOM", commodity: "ore", market: "HOM ore",
          shortage: $0.1, service: $0.2)
      }, sentence: "Darker is worse.")
  }

  private static let months: [DisruptionMonths.Row] = [
    (1.0, 0.0, 10.0, 0.0, 0.0, 20.0), (2, 3, 4, 2, 1, 18),
  ].map {
    .init(
      disruption: "ban", sharing: "own", month: $0.0, region: "HOM", commodity: "ore",
      market: "HOM ore, t", demand: 10, shortage: $0.1, inflow: $0.2, draw: $0.3,
      received: $0.4, level: $0.5)
  }
  private static let start = DisruptionMonths.Start(
    disruption: "ban", sharing: "own", market: "HOM ore, t")

  static var disruptionMonths: Picture? {
    DisruptionMonths.picture(
      title: "Month by month", of: months, from: start, sentence: "Stocks fill the gap.")
  }

  static var disruptionStocks: Picture? {
    DisruptionStocks.picture(
      title: "Stocks month by month", of: months, from: start, sentence: "The stock falls.")
  }

  private static let chokepoints: [ChokepointRow] = [
    .init(
      rank: 1, region: "RIV", name: "RIV Rival", stage: nil, world: 90, least: 10, most: 40),
    .init(
      rank: 2, region: "RIV", name: "RIV Rival", stage: "mining", world: 60, least: 0, most: 20),
    .init(rank: 3, region: "OTH", name: "OTH", stage: "mining", world: 5, least: 0, most: 5),
  ]

  static var chokepointLosses: Picture? { ChokepointLosses.picture(of: chokepoints, words: words) }

  static var chokepointPlaces: Picture? {
    ChokepointPlaces.picture(of: chokepoints, stages: ["mining"], words: words)
  }
}
