import Analysis
import Statistics

extension Ranges: DescribedJSON {
  package static let objectTitle = "Ranges of the main figures"
}

extension Ranges.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    switch self {
    case .worlds: .number(.count, "The number of worlds, each planned with the same model.")
    case .seed: .number(.count, "Seed of the random numbers.")
    case .withPlan: .number(.count, TableDefinition.worldsWithPlan)
    case .assumptions:
      .texts(
        "Ids of the assumptions that move. They are independent; all others stay where they are.")
    case .measures: .list(of: Ranges.Figure.self, "The main figures of the plan.")
    }
  }
}

extension Ranges.Figure: DescribedJSON {
  package static let objectTitle = "Range of a figure"
}

extension Ranges.Figure.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    let none = TableDefinition.noWorld
    return switch self {
    case .measure: .text(TableDefinition.measureMeaning)
    case .title: .text("Whose figure it is and of what, in words.")
    case .nominal: .number(.figureUnit, "The figure of the plan.", null: none)
    case .mean: .number(.figureUnit, Spread.Meaning.mean, null: none)
    case .sd:
      .number(.figureUnit, Spread.Meaning.sd, null: TableDefinition.noDeviation)
    case .least: .number(.figureUnit, Spread.Meaning.least, null: none)
    case .q05: .number(.figureUnit, Spread.Meaning.q05, null: none)
    case .q25: .number(.figureUnit, Spread.Meaning.q25, null: none)
    case .median: .number(.figureUnit, Spread.Meaning.median, null: none)
    case .q75: .number(.figureUnit, Spread.Meaning.q75, null: none)
    case .q95: .number(.figureUnit, Spread.Meaning.q95, null: none)
    case .greatest: .number(.figureUnit, Spread.Meaning.greatest, null: none)
    }
  }
}

extension TableDefinition {
  /// Why there is no figure over the worlds with a plan.
  static let noWorld = "no world has a plan"
  /// Why there is no standard deviation over them.
  static let noDeviation = "fewer than two worlds have a plan"
  static let worldsWithPlan = "How many of the worlds have a plan."
  static let measureMeaning =
    "Name of the figure, as in the comparison of a study: `cost`, `extra_cost` (minus that of the plan without goals in the "
    + "same world), `home_bill`, `extra_home_bill`, `reliance`, `largest_share`."

  static let ranges = TableDefinition(
    "ranges", places: [.solveFolder, .stressFolder, .worstFolder],
    rows:
      "One row for each main figure of the plan. The table is there with `solve --worlds` only, also where that plan is disturbed.",
    columns: [
      .text("measure", measureMeaning),
      .number("worlds", .count, "The number of worlds, each planned with the same model."),
      .number("with_plan", .count, worldsWithPlan),
      .number("nominal", .figureUnit, "The figure of the plan."),
    ] + Spread.columns(blank: noWorld, deviationBlank: noDeviation))
}

extension Ranges {
  /// The figures as `ranges.csv`.
  public var table: ReportTable {
    var table = ReportTable(.ranges)
    for it in measures {
      table.add(
        contentsOf: [
          .text(it.measure), .number(Double(worlds)), .number(Double(withPlan)),
        ]
          + [
            it.nominal, it.mean, it.sd, it.least, it.q05, it.q25, it.median, it.q75, it.q95,
            it.greatest,
          ].map { .number(ifAny: $0) })
    }
    return table
  }
}
