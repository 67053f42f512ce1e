public import Scenarios
public import Sourcing

/// The tables of a back-test: `backtest.csv` and `backtest_errors.csv`.
public struct BackTestTables: Sendable {
  /// The shares that were observed and expected.
  public let shares: ReportTable
  /// The mean errors.
  public let errors: ReportTable

  /// Both, in the order in which they are written.
  public var all: [ReportTable] { [shares, errors] }

  /// The tables of a back-test of an instance.
  public init(_ test: BackTest, of instance: Instance) {
    shares = Self.shares(test, instance)
    errors = Self.errors(test, instance)
  }

  private static func shares(_ test: BackTest, _ instance: Instance) -> ReportTable {
    var table = ReportTable(.backTest)
    let id = { (region: RegionIndex) in instance.regions[region].id }
    let sorted = test.comparisons.sorted { a, b in
      (a.asOf, a.period, a.commodity.id, id(a.destination))
        < (b.asOf, b.period, b.commodity.id, id(b.destination))
    }
    for comparison in sorted {
      let places = comparison.origins.indices.sorted {
        id(comparison.origins[$0]) < id(comparison.origins[$1])
      }
      for place in places {
        table.add(
          .text(instance.horizon[comparison.asOf].label),
          .text(instance.horizon[comparison.period].label), .number(Double(comparison.ahead)),
          .text(comparison.commodity.id), .text(id(comparison.destination)),
          .text(id(comparison.origins[place])), .number(comparison.observed[place]),
          .number(comparison.plan[place]), .number(comparison.stay[place]),
          .number(comparison.trend[place]))
      }
    }
    return table
  }

  private static func errors(_ test: BackTest, _ instance: Instance) -> ReportTable {
    var table = ReportTable(.backTestErrors)
    for row in test.meanErrors(in: instance) {
      table.add(
        .text(row.commodity.id), .text(row.destination.map { instance.regions[$0].id } ?? "*"),
        .number(Double(row.ahead)), .number(Double(row.count)), .number(row.plan),
        .number(row.stay), .number(row.trend), .text(row.isWorse ? "true" : "false"))
    }
    return table
  }
}

extension TableDefinition {
  static let backTestCommodity =
    "Id of the commodity, or of the group that the instance's parameter `focus` names; of a group the members with "
    + "observed flows into the destination, added up."
  static let backTestError = "Σ |share − observed share| / n, mean over the comparisons."
  static let worseThanStay =
    "Whether the plans are worse than shares that stay, by more than rounding."

  static let backTest = TableDefinition(
    "backtest", places: [.backTestFolder],
    rows:
      "One row for each period up to which a plan knew the flows, later period with observed flows, commodity, destination "
      + "and origin that supplied it in some observed period or in the plan. Periods without a plan have no rows.",
    columns: [
      .text("as_of", "Label of the last period of which the plan knew the flows."),
      .text("period", "Label of the later period."),
      .number("ahead", .count, "How many periods later it is, from 1."),
      .text("commodity", backTestCommodity),
      .text("destination", "Id of the region that is supplied."),
      .text("region", "Id of the origin."),
      .number("observed", .share, "The share of supply that came from there."),
      .number("plan", .share, "The same in the plan; 0 in all rows if it supplies nothing."),
      .number(
        "stay", .share, "The same if shares stay as in the last period with observed flows."),
      .number("trend", .share, "The same if shares follow their trend."),
    ])

  static let backTestErrors = TableDefinition(
    "backtest_errors", places: [.backTestFolder, .backTestCSV],
    rows:
      "One row for each commodity, destination and number of periods later; and for each commodity and number of "
      + "periods later one for all destinations.",
    columns: [
      .text("commodity", backTestCommodity),
      .text(
        "destination",
        "Id of the region that is supplied; `*` is all of them, each comparison weighted by the observed quantity."
      ),
      .number("ahead", .count, "How many periods later, from 1."),
      .number("comparisons", .count, "How many comparisons the means are of."),
      .number("plan", .points, "The mean absolute error of the plans. " + backTestError),
      .number("stay", .points, "The same if shares stay."),
      .number("trend", .points, "The same if shares follow their trend."),
      .flag("worse_than_stay", worseThanStay),
    ])
}
