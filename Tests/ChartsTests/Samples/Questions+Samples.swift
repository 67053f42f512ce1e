import Charts

/// Pictures of frontiers, alternatives and explanations.
extension SamplePictures {
  static let questions: [Sample] = [
    Sample(name: "frontier", type: "FrontierCurves") {
      FrontierCurves.costs(of: frontier, words(), sentence: "It costs more.")!
    },
    Sample(name: "frontier-periods", type: "FrontierCurves") {
      FrontierCurves.costs(of: frontier, words(hasSteps: true), sentence: "It costs more.")!
    },
    Sample(name: "shadow-price", type: "FrontierCurves") {
      FrontierCurves.prices(of: frontier, words(), sentence: "It rises.")!
    },
    Sample(name: "frontier-worlds", type: "FrontierCurves") {
      FrontierCurves.extraCosts(of: frontier, words(), sentence: "It is wide.")!
    },
    Sample(name: "frontier-bill-worlds", type: "FrontierCurves") {
      FrontierCurves.bills(of: frontier, words(), sentence: "It is wide.")!
    },
    Sample(name: "capacities", type: "AlternativeRanges") { capacities! },
    Sample(name: "supplier-ranges", type: "AlternativeRanges") { suppliers! },
    Sample(name: "goal-savings", type: "GoalPrices") {
      GoalPrices.savings(of: goals, unit: "USD", sentence: "Reliance costs most.")!
    },
    Sample(name: "goal-prices", type: "GoalPrices") {
      GoalPrices.prices(
        id: "goal-prices-1", of: goals, periods: ["2025", "2026"], isShare: true,
        unit: "USD", sentence: "Dearest in 2026.")!
    },
  ]

  private static func words(hasSteps: Bool = false) -> FrontierCurves.Words {
    FrontierCurves.Words(
      parameter: "cap", isShare: !hasSteps, hasSteps: hasSteps, objective: "cost",
      objectiveUnit: "USD", currency: "USD", home: "Home", loosest: "80%",
      step: "one percentage point")
  }

  private static let frontier: [FrontierCurves.Row] = [
    row(0.8, 0, bill: 10), row(0.5, 3, bill: 12, isShort: true), row(0.2, nil, bill: nil),
  ]

  private static func row(
    _ value: Double, _ change: Double?, bill: Double?, isShort: Bool = false
  ) -> FrontierCurves.Row {
    var row = FrontierCurves.Row(
      text: "\(Int(100 * value))%", value: value,
      status: change == nil ? "infeasible" : "optimal")
    row.change = change
    row.homeBill = bill
    row.changeOfHomeBill = bill.map { $0 - 10 }
    row.achieved = change.map { _ in value }
    row.shadowPrice = change.map { -$0 }
    row.isUnderserved = isShort
    row.tightest = 0.3
    row.extraCost = change.map { .init(low: $0, median: $0 + 1, high: $0 + 2) }
    row.bill = bill.map { .init(low: $0 - 1, median: $0, high: $0 + 2) }
    return row
  }

  private static var capacities: Picture? {
    AlternativeRanges.capacities(
      id: "capacity-1",
      of: [
        .init(
          item: "mine", name: "mine", least: 5, optimum: 10, greatest: 20, verdict: "must",
          withoutGoals: (0, 2, 8, "option")),
        .init(
          item: "plant <b>", name: "plant <b>", least: 0, optimum: 0, greatest: 3,
          verdict: "option", withoutGoals: (0, 0, 0, "never")),
      ], title: "Capacity for ore", unit: "t a year", sentence: "The mine is a must.")
  }

  private static var suppliers: Picture? {
    AlternativeRanges.shares(
      of: [
        .init(item: "RIV", name: "RIV Rival", least: 0.1, optimum: 0.4, greatest: 0.5),
        .init(item: "HOM", name: "HOM Home", least: 0, optimum: 0.2, greatest: 0.3),
      ], commodity: "ore", period: "2026", title: "Who can supply", regions: regions,
      sentence: "The rival can.")
  }

  private static let goals: [GoalPrices.Row] = [
    .init(
      goal: "reliance", title: "reliance <b>", period: "2025", target: 0.5, achieved: 0.5,
      shadowPrice: -1, saved: 4),
    .init(
      goal: "origin", title: "largest source", period: "2026", target: 0.4, achieved: 0.4,
      shadowPrice: -2, saved: 3),
  ]
}
