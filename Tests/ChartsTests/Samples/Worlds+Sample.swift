import Charts

extension SamplePictures {
  static let cost = FigureWords("total cost of all regions", unit: "money, discounted")
  static let reliance = FigureWords("reliance of Home upon Rival", unit: "share", style: .share)
  static let markup = "<script>alert(1)</script> ]]> \"quoted\" 🧲"

  static var tornado: Picture? {
    Tornado.picture(
      id: "tornado", measure: "change_cost",
      rows: [
        .init(
          name: "Capital cost (capex)", assumption: "capex", low: 5, nominal: 9, high: 12,
          swing: 7, lowEnding: "planned", highEnding: "planned"),
        .init(
          name: markup, assumption: "demand", low: nil, nominal: 9, high: 14, swing: nil,
          lowEnding: "no plan", highEnding: "planned"),
      ], figure: cost, sentence: "Capital cost moves it most.")
  }

  static var worldDistribution: Picture? {
    WorldDistribution.picture(
      id: "worlds", measure: "reliance",
      rows: [0.4, 0.45, 0.5, 0.5].enumerated().map {
        .init(world: Double($0.offset + 1), value: $0.element)
      }, spread: .init(nominal: nil, q05: 0.4, q50: 0.475, q95: 0.5), figure: reliance,
      sentence: "In most worlds it is 50%.")
  }

  static var claimShares: Picture? {
    ClaimShares.picture(
      of: [
        .init(claim: "change_cost < 50", nominal: "true", share: 0.83),
        .init(claim: "reliance <= 40%", nominal: "false", share: 0.02),
      ], sentence: "One claim holds almost nowhere.")
  }

  static var correlations: Picture? {
    AssumptionIndices.correlations(
      id: "correlations", measure: "cost",
      rows: [
        .init(name: "Capital cost", assumption: "capex", index: "prcc", value: 0.9),
        .init(name: markup, assumption: "quota", index: "prcc", value: -0.7),
      ], figure: cost, sentence: "It rises with capital cost.")
  }

  static var sobol: Picture? {
    AssumptionIndices.shares(
      id: "sobol", measure: "cost",
      rows: [
        .init(name: "capex", assumption: "capex", index: "total", value: 0.7, low: 0.6, high: 0.8),
        .init(name: "capex", assumption: "capex", index: "first", value: 0.5, low: 0.4, high: 0.6),
        .init(name: "quota", assumption: "quota", index: "total", value: 0.1),
      ], figure: cost, sentence: "Capital cost explains most.")
  }

  static var failureBoxes: Picture? {
    FailureBoxes.picture(
      of: [
        .init(
          name: "usual: change_cost < 50: Capital cost (capex)", option: "usual",
          coordination: "joint", claim: "change_cost < 50", assumption: "capex", limits: 0.3...1,
          coverage: 0.76, density: 0.72),
        .init(
          name: markup, option: "usual", coordination: "joint", claim: "no plan",
          assumption: "quota", limits: -0.8...(-0.2), coverage: 1, density: 0.5),
      ], sentence: "It fails where capital cost is high.")
  }

  static var figureRanges: Picture? {
    FigureRanges.picture(
      of: [
        .init(
          measure: "cost", figure: cost, nominal: 185432, q05: 165000, median: 186000, q95: 210000),
        .init(
          measure: "reliance", figure: reliance, nominal: 0.5, q05: 0.47, median: 0.5, q95: 0.5),
      ], sentence: "The cost is not sure.")
  }
}
