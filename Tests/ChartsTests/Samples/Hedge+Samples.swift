import Charts

/// Pictures of orders that are the same in all worlds.
extension SamplePictures {
  static let hedge: [Sample] = [
    Sample(name: "world-orders", type: "WorldOrders") { there(worldOrders(until: "2025")) },
    Sample(name: "world-orders-apart", type: "WorldOrders") { there(worldOrders(until: nil)) },
    Sample(name: "world-regrets", type: "WorldRegrets") { there(worldRegrets(isCompared: true)) },
    Sample(name: "world-regrets-alone", type: "WorldRegrets") {
      there(worldRegrets(isCompared: false))
    },
    Sample(name: "other-orders", type: "OtherOrders") { there(otherOrders(isOfRegret: true)) },
    Sample(name: "other-orders-by-cost", type: "OtherOrders") {
      there(otherOrders(isOfRegret: false))
    },
  ]

  static func worldOrders(until: String?) -> Picture? {
    WorldOrders.picture(
      of: [
        .init(
          project: "plant", name: "plant (Partner <b>), t of ore a year", period: "2025",
          capacity: 120, isCommon: until != nil, least: 120, greatest: 120),
        .init(
          project: "plant", name: "plant (Partner <b>), t of ore a year", period: "2026",
          capacity: 20, isCommon: false, least: 0, greatest: 60),
        .init(
          project: "mill", name: "mill (Home \"), t of metal a year", period: "2026",
          capacity: 0.5, isCommon: false, least: 0.25, greatest: 1),
      ], periods: .init(labels: ["2025", "2026", "2027"], until: until),
      title: "What to order", sentence: "The plant is ordered now.")
  }

  static func worldRegrets(isCompared: Bool) -> Picture? {
    WorldRegrets.picture(
      of: [
        .init(
          world: markup, ownCost: 90, cost: 102, regret: 12, ownOrdersRegret: nil, decides: true),
        .init(
          world: "as-is", ownCost: 80, cost: 85, regret: 5, ownOrdersRegret: 0, decides: false),
      ],
      words: .init(
        deciding: "a world that decides", ownOrders: isCompared ? "with the orders of as-is" : nil,
        money: "USD", sentence: "One world decides."))
  }

  static func otherOrders(isOfRegret: Bool) -> Picture? {
    OtherOrders.picture(
      of: [
        .init(name: "the orders found", common: "until", value: 12, proven: "true"),
        .init(
          name: "all decided now", common: "all", value: isOfRegret ? nil : 15, proven: "false"),
      ],
      own: [
        .init(name: "those of \(markup)", option: markup, value: 40, worldsWithoutPlan: 0),
        .init(name: "those of b", option: "b", value: nil, worldsWithoutPlan: 3),
        .init(name: "those of c", option: "c", value: nil, worldsWithoutPlan: nil),
      ],
      figure: .init(
        column: isOfRegret ? "worst_regret" : "expected_cost", title: "cost, USD",
        hasZero: isOfRegret), sentence: "Others cost more.")
  }
}
