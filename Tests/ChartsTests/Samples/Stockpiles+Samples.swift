import Charts

extension SamplePictures {
  static let stockpiles: [Sample] = [
    Sample(name: "stockpile-stocks", type: "StockpileStocks") { there(stockpileStocks) },
    Sample(name: "stockpile-costs", type: "StockpileCosts") { there(stockpileCosts) },
    Sample(name: "stockpile-payers", type: "StockpilePayers") { there(stockpilePayers) },
    Sample(name: "stockpile-shortfalls", type: "StockpileShortfalls") {
      there(stockpileShortfalls)
    },
    Sample(name: "split-amounts", type: "SplitAmounts") { there(splitAmounts) },
  ]

  static let backTests: [Sample] = [
    Sample(name: "forecast-errors", type: "ForecastErrors") { there(forecastErrors) },
    Sample(name: "observed-shares", type: "ObservedShares") { there(observedShares) },
  ]

  private static let stocks: [StockpileMemberRow] = [
    ("own", "HOM", "ore", 10.0, 2.0), ("own", "PAR", "ore", 5, 1), ("own", "PAR", "metal", 3, 4),
    ("pooled", "HOM", "ore", 0, 0), ("pooled", "PAR", "ore", 12, 2.4),
    ("pooled", "PAR", "metal", 3, 4),
  ].map {
    .init(
      sharing: $0.0, region: $0.1, commodity: $0.2, member: regions.name($0.1),
      stocked: "\($0.2), t", stock: $0.3, cost: $0.4)
  }

  static var stockpileStocks: Picture? {
    StockpileStocks.picture(of: stocks, money: "USD", sentence: "Sharing moves stocks.")
  }

  static var stockpileCosts: Picture? {
    StockpileCosts.picture(
      of: stocks, money: "USD", regions: regions, sentence: "Sharing is cheaper.")
  }

  static var stockpilePayers: Picture? {
    StockpilePayers.picture(
      id: "stockpile-payers-1", sharing: "pooled",
      of: [("shapley", "HOM", 1.5), ("shapley", "PAR", 4.9), ("nucleolus", "HOM", -0.5)].map {
        .init(split: $0.0, region: $0.1, member: regions.name($0.1), own: 2, pays: $0.2)
      }, money: "USD", sentence: "Home receives money under the nucleolus.")
  }

  static var stockpileShortfalls: Picture? {
    StockpileShortfalls.picture(
      of: [
        .init(
          sharing: "own", region: "HOM", commodity: "ore", market: "HOM ore", asked: 0.95,
          service: 0.6)
      ], sentence: "Home's ore cannot be served.")
  }

  static var splitAmounts: Picture? {
    SplitAmounts.picture(
      of: [
        .init(split: "shapley", member: "North", alone: 6, amount: 4),
        .init(split: "nucleolus", member: "North", alone: 6, amount: 4.5),
        .init(split: "shapley", member: "<i>South</i>", alone: 5, amount: 3),
      ], isCost: true, sentence: "Both pay less than alone.")
  }

  static var forecastErrors: Picture? {
    ForecastErrors.picture(
      of: [("*", "ore into all"), ("HOM", "ore into Home")].map {
        .init(
          commodity: "ore", destination: $0.0, supply: $0.1, ahead: 1, plan: 2, stay: 1, trend: 3)
      }, sentence: "Shares that stay are nearest.")
  }

  static var observedShares: Picture? {
    ObservedShares.picture(
      of: [("2021", "RIV", 0.6), ("2021", "PAR", 0.4), ("2022", "RIV", 0.5)].map {
        .init(
          asOf: "2020", period: $0.0, ahead: $0.0 == "2021" ? 1 : 2, commodity: "ore",
          destination: "HOM", supply: "ore into Home", region: $0.1, observed: $0.2, plan: 0.55,
          stay: 0.7, trend: 0.65)
      }, regions: regions, sentence: "The rival lost.")
  }
}
