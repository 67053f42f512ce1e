import Scenarios
import Statistics
import Studies

/// The band of a frontier: the same worlds at each value of the parameter.
extension FrontierReport {
  /// Adds the band below the frontier; nothing without one.
  func addBand(to report: inout ReportDocument) {
    guard let band else { return }
    let name = frontier.range.name
    let first =
      "Band of \(Ranges.sampleText(band.sample.count, band.sample.seed)): cost, more than without goals in the same "
      + "world, and home's bill, at each value of \(name)."
    var grid = TextGrid([
      name, "more 5%", "more median", "more 95%", "bill 5%", "bill median", "bill 95%",
      "worlds with a plan",
    ])
    for (step, worlds) in zip(frontier.steps, band.steps) {
      let (extra, bill) = (worlds.extraCost, worlds.homeBill)
      let size = max(abs(bill?.greatest ?? 0), abs(step.objective ?? 0))
      let more = [extra?.q05, extra?.median, extra?.q95].map { value in
        value.map { NumberText.signed(abs($0) < 1e-9 * size ? 0 : $0) } ?? "-"
      }
      let bills = [bill?.q05, bill?.median, bill?.q95].map { $0.map(NumberText.amount) ?? "-" }
      grid.add([step.text] + more + bills + [NumberText.whole(worlds.plannedCount)])
    }
    let notes = [
      Ranges.scope(band.sample.space.assumptions.count), differentWorlds,
      Ranges.fewWorlds(band.sample.count),
    ].compactMap(\.self)
    report.addHeading(first)
    report.addBlank()
    report.add(grid)
    report.addBlank()
    for note in notes { report.add(note) }
  }

  /// That rows are over different worlds; nil if the same number of worlds has a plan in all.
  private var differentWorlds: String? {
    guard let band, Set(band.steps.map(\.plannedCount)).count > 1 else { return nil }
    return
      "The rows are over different worlds, since not all worlds have a plan at each value. So figures may fall although "
      + "the goal is tighter: the worlds in which it costs most have no plan any more."
  }

  /// The cells of the band at a step, after those of the frontier; none without a band.
  func bandCells(at place: Int) -> [ReportTable.Cell] {
    guard let band else { return [] }
    let step = band.steps[place]
    let (extra, bill) = (step.extraCost, step.homeBill)
    return [.number(Double(band.sample.count)), .number(Double(step.plannedCount))]
      + [extra?.q05, extra?.median, extra?.q95, bill?.q05, bill?.median, bill?.q95]
      .map { .number(ifAny: $0) }
  }
}

extension FrontierReport.Answer {
  /// When there is no band.
  static let noBand =
    "no worlds were asked for (`--worlds`), or the time limit came before all were planned"

  /// The worlds at one value of the parameter.
  struct Band: DescribedJSON {
    var withPlan: Int
    @Nullable var extraCostQ05: Double?
    @Nullable var extraCostMedian: Double?
    @Nullable var extraCostQ95: Double?
    @Nullable var homeBillQ05: Double?
    @Nullable var homeBillMedian: Double?
    @Nullable var homeBillQ95: Double?

    enum CodingKeys: String, CodingKey, CaseIterable {
      case withPlan, extraCostQ05, extraCostMedian, extraCostQ95
      case homeBillQ05, homeBillMedian, homeBillQ95
    }
    static let objectTitle = "Worlds at a value of the parameter"

    init(_ step: FrontierBand.Step) {
      withPlan = step.plannedCount
      (extraCostQ05, extraCostMedian) = (step.extraCost?.q05, step.extraCost?.median)
      extraCostQ95 = step.extraCost?.q95
      (homeBillQ05, homeBillMedian) = (step.homeBill?.q05, step.homeBill?.median)
      homeBillQ95 = step.homeBill?.q95
    }
  }
}

extension FrontierReport.Answer.Band.CodingKeys: DescribedKeys {
  package var definition: KeyDefinition {
    let none = TableDefinition.noWorld
    let noExtra = TableDefinition.noExtra
    return switch self {
    case .withPlan: .number(.count, TableDefinition.worldsWithPlan)
    case .extraCostQ05:
      .number(.discountedMoney, TableDefinition.bandExtra("The 5 % quantile"), null: noExtra)
    case .extraCostMedian:
      .number(.discountedMoney, TableDefinition.bandExtra("The median"), null: noExtra)
    case .extraCostQ95:
      .number(.discountedMoney, TableDefinition.bandExtra("The 95 % quantile"), null: noExtra)
    case .homeBillQ05:
      .number(.discountedMoney, TableDefinition.bandBill("The 5 % quantile"), null: none)
    case .homeBillMedian:
      .number(.discountedMoney, TableDefinition.bandBill("The median"), null: none)
    case .homeBillQ95:
      .number(.discountedMoney, TableDefinition.bandBill("The 95 % quantile"), null: none)
    }
  }
}

extension TableDefinition {
  /// What a quantile of the extra cost is.
  static func bandExtra(_ quantile: String) -> String {
    "\(quantile) of the total cost minus that of the plan without goals in the same world, over the worlds with a plan. "
      + "`change` compares with the loosest value instead."
  }
  /// What a quantile of home's bill is.
  static func bandBill(_ quantile: String) -> String {
    "\(quantile) of home's bill over the worlds with a plan."
  }

  static let frontierBand = TableDefinition(
    "frontier", variant: "with `--worlds`", places: [.frontierCSV],
    rows:
      "One row for each value of the parameter, in the order of `--vary`, with the same worlds at each value.",
    columns: frontier.columns + [
      .number("worlds", .count, "The number of worlds; the same in every row."),
      .number("with_plan", .count, worldsWithPlan),
      .number("extra_cost_q05", .discountedMoney, bandExtra("The 5 % quantile"), blank: noExtra),
      .number("extra_cost_median", .discountedMoney, bandExtra("The median"), blank: noExtra),
      .number("extra_cost_q95", .discountedMoney, bandExtra("The 95 % quantile"), blank: noExtra),
      .number("home_bill_q05", .discountedMoney, bandBill("The 5 % quantile"), blank: noWorld),
      .number("home_bill_median", .discountedMoney, bandBill("The median"), blank: noWorld),
      .number("home_bill_q95", .discountedMoney, bandBill("The 95 % quantile"), blank: noWorld),
    ])
  /// Why there is no extra cost over the worlds with a plan.
  static let noExtra =
    "\(noWorld), or the model has no goals and its policy is in the objective"
}
