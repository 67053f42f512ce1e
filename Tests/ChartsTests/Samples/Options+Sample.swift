import Charts

extension SamplePictures {
  static var optionScatter: Picture? {
    let service = FigureWords("service in the worst disruption", unit: "share", style: .share)
    let runs = [
      ("usual", 1000.0, 0.71, "yes"), (markup, 1040, 0.93, "yes"), ("other", 1041, 0.93, "no"),
    ]
    return OptionScatter.picture(
      of: runs.map { name, cost, service, pareto in
        OptionScatter.Row(
          run: "\(name)/as-is/joint", option: name, variation: "as-is", pareto: pareto, x: cost,
          y: service, colour: 0.5, isNamed: true)
      }, x: .init("cost", cost), y: .init("service_worst_own", service),
      colour: .init("reliance", reliance), sentence: "More service costs more.")
  }

  static var optionVariations: Picture? {
    let runs: [(String, String, Double?)] = [
      ("usual", "as-is", 12), ("usual", "crisis", -3), (markup, "as-is", 8),
      (markup, "crisis", nil),
    ]
    return OptionVariations.picture(
      id: "home-bills",
      of: runs.map { option, variation, value in
        OptionVariations.Row(
          run: "\(option)/\(variation)/joint", option: option, variation: variation,
          status: value == nil ? "infeasible" : "optimal", value: value)
      }, column: "extra_home_bill", figure: cost, isDifference: true,
      sentence: "A crisis makes it cheaper.")
  }

  private static var spreads: [OptionSpread.Row] {
    var usual = OptionSpread.Row(
      name: "usual", option: "usual", coordination: "joint", worlds: 200, withPlan: 200)
    (usual.q05, usual.median, usual.q95) = (900, 1000, 1300)
    (usual.largestRegret, usual.meanRegret) = (40, 12)
    (usual.withoutPlan, usual.shareBest) = (0, 0.6)
    var other = OptionSpread.Row(
      name: markup, option: "second", coordination: "joint", worlds: 200, withPlan: 0)
    (other.withoutPlan, other.shareBest) = (200, 0)
    return [usual, other]
  }

  static var optionRanges: Picture? {
    OptionSpread.ranges(of: "cost", rows: spreads, figure: cost, sentence: "One has no plan.")
  }

  static var optionRegret: Picture? {
    OptionSpread.regret(of: "cost", rows: spreads, figure: cost, sentence: "One has no plan.")
  }
}
