import Charts

/// Pictures of the worst attacks.
extension SamplePictures {
  static let attacks: [Sample] = [
    Sample(name: "worst-curve", type: "LossByCuts") { there(lossByCuts) },
    Sample(name: "worst-curve-unproven", type: "LossByCuts") { there(lossByCutsUnproven) },
    Sample(name: "worst-attacks", type: "WorstAttacks") { there(worstAttacks(isOfHome: false)) },
    Sample(name: "worst-attacks-of-home", type: "WorstAttacks") {
      there(worstAttacks(isOfHome: true))
    },
  ]

  private static func curve(_ plan: String, _ name: String, _ losses: [Double?]) -> [LossByCuts.Row]
  {
    losses.enumerated().map { cuts, loss in
      .init(
        plan: plan, name: name, cuts: cuts, targets: cuts == 0 ? "" : "region:RIV",
        attack: cuts == 0 ? "nothing" : "all production in Rival <b>", loss: loss ?? 0,
        bound: loss ?? 90, isProven: loss != nil)
    }
  }

  static var lossByCuts: Picture? {
    LossByCuts.picture(
      of: curve("without_goals", "the plan without goals", [1, 40, 70])
        + curve("with_goals", "the plan with goals", [0, 20, 50]),
      axis: "lost value of all regions, USD", sentence: "2 cuts cost at most 50.")
  }

  static var lossByCutsUnproven: Picture? {
    LossByCuts.picture(
      of: curve("with_goals", "the plan", [0, 20, nil]),
      axis: "lost value of all regions, USD", sentence: "2 cuts were not solved.")
  }

  static func worstAttacks(isOfHome: Bool) -> Picture? {
    WorstAttacks.picture(
      of: [
        .init(
          cuts: 2, rank: 1, targets: "stage:OTH/mining;stage:RIV/mining",
          name: "mining in Other and mining in Rival \"<b>\"", loss: 90, home: (10, 40),
          synergy: 30),
        .init(
          cuts: 2, rank: 2, targets: "stage:PAR/mining;stage:RIV/mining",
          name: "mining in Partner and mining in Rival", loss: 60, home: (0, 20), synergy: -5),
      ],
      words: .init(
        home: "Home", losers: isOfHome ? WorstAttacks.losers(home: "Home") : "all regions",
        isOfHome: isOfHome, money: "USD", sentence: "Two mines cost most."))
  }
}
