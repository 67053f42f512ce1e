import Charts

/// Pictures of a plan.
extension SamplePictures {
  static let plan: [Sample] = [
    Sample(name: "orders", type: "Orders") { orders! },
    Sample(name: "costs", type: "CostByCategory") { costs! },
    Sample(name: "home-bill", type: "PaidAmounts") { homeBill! },
    Sample(name: "bill-changes", type: "PaidAmounts") { billChanges! },
    Sample(name: "stocks", type: "StockLevels") { stocks! },
    Sample(name: "shortages", type: "Shortages") { shortages! },
  ]

  private static let words = [
    "production": "production", "capital": "capital", "tariff": "tariffs",
  ]

  private static var orders: Picture? {
    let row = Orders.Row(
      period: "2025", project: "mine <b>", region: "PAR", capacity: 100, output: "t of ore",
      capex: 5,
      fixedCost: 0, support: 2, programme: "aid", payer: "HOM", available: "2026")
    var other = row
    (other.period, other.project, other.programme, other.payer, other.available) =
      ("2026", "plant", nil, nil, nil)
    return Orders.picture(
      of: [row, other], periods: ["2025", "2026", "2027"], currency: "USD", regions: regions,
      sentence: "Two orders.")
  }

  private static var costs: Picture? {
    let rows = [
      ("2025", "production", 10.0), ("2025", "capital", 1), ("2026", "production", 8),
      ("2026", "capital", 3),
    ]
    return CostByCategory.picture(
      of: rows.map { .init(period: $0.0, category: $0.1, cost: $0.2) }, words: words,
      currency: "USD", sentence: "More capital.")
  }

  private static let parts: [PaidAmounts.Row] = [
    .init(
      period: "2025", payer: "HOM", spentIn: "PAR", category: "production", amount: 4,
      withoutGoals: 5, change: -1),
    .init(
      period: "2026", payer: "HOM", spentIn: "RIV", category: "tariff", amount: 2, withoutGoals: 0,
      change: 2),
    .init(
      period: "2026", payer: "RIV", spentIn: "RIV", category: "production", amount: 3,
      withoutGoals: 4, change: -1),
  ]

  private static var homeBill: Picture? {
    PaidAmounts.picture(
      id: "home-bill",
      of: parts.prefix(2).map { part in
        var alone = part
        (alone.withoutGoals, alone.change) = (nil, nil)
        return alone
      }, figure: .amount, by: .category, periods: ["2025", "2026"], regions: regions,
      words: .init(title: "Bill", sentence: "It falls.", currency: "USD", categories: words))
  }

  private static var billChanges: Picture? {
    PaidAmounts.picture(
      id: "bill-changes", of: parts, figure: .change, by: .payer, periods: ["2025", "2026"],
      regions: regions,
      words: .init(title: "Changes", sentence: "Home pays.", currency: "USD", categories: words))
  }

  private static var stocks: Picture? {
    let rows = [
      ("2025", "ore-store", "ore", 5.0), ("2025", "oxide-store", "oxide", 1),
      ("2026", "ore-store", "ore", 7), ("2026", "oxide-store", "oxide", 0),
    ]
    return StockLevels.picture(
      of: rows.map {
        .init(period: $0.0, stockpile: $0.1, region: "HOM", commodity: $0.2, level: $0.3)
      }, goods: ["ore": "Ore \" t", "oxide": "Oxide, t"], regions: regions, sentence: "It grows.")
  }

  private static var shortages: Picture? {
    Shortages.picture(
      of: [
        .init(
          period: "2026", region: "HOM", commodity: "ore", demand: 10, shortage: 4, cost: 40)
      ], periods: ["2025", "2026"], goods: ["ore": "Ore, t"], currency: "USD", regions: regions,
      sentence: "Home gets 6 of 10.")
  }
}
