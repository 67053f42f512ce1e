public import Scenarios
public import Sourcing

/// The tables that a stress run adds to those of a plan.
public struct StressTables: Sendable {
  /// One row for each disruption and sharing arrangement: what it means for home.
  public let home: ReportTable
  /// One row for each market.
  public var markets = ReportTable(.stress)
  /// One row for each market and month.
  public var months = ReportTable(.stressMonths)
  /// One row for each month and draw on another region's stockpile.
  public var sharedDraws = ReportTable(.sharedDraws)

  /// All of them.
  public var all: [ReportTable] { [home, markets, months, sharedDraws] }

  /// Rows by disruption as given, then by commodity, region and month.
  public init(_ outcomes: [StressOutcome], instance: Instance) {
    home = .stressHome(outcomes, instance: instance)
    for outcome in outcomes {
      let label = (outcome.disruption ?? Self.undisturbed, outcome.sharing.label)
      addMarkets(outcome, label, instance)
      addMonths(outcome, label, instance)
      addSharedDraws(outcome, label, instance)
    }
  }

  /// What the window without a disruption is called.
  public static let undisturbed = "none"

  private mutating func addMarkets(
    _ outcome: StressOutcome, _ label: (String, String), _ instance: Instance
  ) {
    for market in outcome.markets {
      markets.add(
        .text(label.0), .text(label.1), .text(instance.regions[market.region].id),
        .text(instance.commodities[market.commodity].id), .number(market.demand),
        .number(market.shortage), .number(market.service), .number(market.lostValue),
        .months(market.timeToSurvive, of: outcome.horizonMonths),
        .text(market.isExposed ? "yes" : "no"))
    }
  }

  private mutating func addMonths(
    _ outcome: StressOutcome, _ label: (String, String), _ instance: Instance
  ) {
    for month in outcome.months {
      months.add(
        .text(label.0), .text(label.1), .number(Double(month.month)),
        .text(instance.regions[month.region].id),
        .text(instance.commodities[month.commodity].id), .number(month.demand),
        .number(month.shortage), .number(month.inflow), .number(month.draw),
        .number(month.received), .number(month.level))
    }
  }

  private mutating func addSharedDraws(
    _ outcome: StressOutcome, _ label: (String, String), _ instance: Instance
  ) {
    for draw in outcome.sharedDraws {
      let stockpile = instance.stockpiles[draw.stockpile]
      sharedDraws.add(
        .text(label.0), .text(label.1), .number(Double(draw.month)), .text(stockpile.id),
        .text(instance.regions[stockpile.region].id),
        .text(instance.regions[draw.destination].id),
        .text(instance.commodities[stockpile.commodity].id), .number(draw.quantity))
    }
  }
}

extension TableDefinition {
  private static let stressKeys: [ResultColumn] = [
    .text("disruption", "Id of the disruption."),
    .text("sharing", sharingMeaning),
  ]
  static let sharingMeaning = "The sharing arrangement."

  static let stress = TableDefinition(
    "stress", places: [.stressFolder, .stressCSV, .run],
    rows: "One row for each disruption, sharing arrangement, and region and commodity with "
      + "demand. Amounts are "
      + "those of the window, of all its months together.",
    columns: stressKeys + [
      .text("region", "Id of the region."),
      .text("commodity", "Id of the commodity."),
      .number("demand", .units, "Demand over the window."),
      .number("shortage", .units, "Demand over the window that is not served."),
      .number("service", .share, "1 − shortage / demand; 1 without demand."),
      .number("lost_value", .money, "Sum of shortage × shortage cost over the window."),
      .monthsOfWindow(
        "time_to_survive",
        "Most months from month 1 on that the market can go without a shortage, in the best case under the allocation "
          + "of the run: if it is served before all others."
      ),
      .yesNo(
        "exposed",
        "Whether the time to survive is shorter than what the disruption lasts "
          + "within the window."),
    ])

  static let stressMonths = TableDefinition(
    "stress_months", places: [.stressFolder, .run],
    rows: "One row for each disruption, sharing arrangement, month, and region and commodity "
      + "with demand or a stockpile. All amounts are units of the commodity.",
    columns: stressKeys + [
      .number("month", .month, "Month of the window."),
      .text("region", "Id of the region."),
      .text("commodity", "Id of the commodity."),
      .number("demand", .units, "Demand in the month."),
      .number("shortage", .units, "Demand in the month that is not served."),
      .number("inflow", .units, "What flows into the region in the month, also from itself."),
      .number(
        "draw", .units,
        "Drawn from the region's stockpiles in the month, for itself and for others."),
      .number("received", .units, "Received from stockpiles of other regions in the month."),
      .number("level", .units, "Level of the region's stockpiles at the end of the month."),
    ])

  static let sharedDraws = TableDefinition(
    "shared_draws", places: [.stressFolder, .run],
    rows: "One row for each disruption, sharing arrangement, month, stockpile and region that "
      + "draws on it without "
      + "owning it.",
    columns: stressKeys + [
      .number("month", .month, "Month of the window."),
      .text("stockpile", "Id of the stockpile."),
      .text("owner", "Id of the stockpile's region."),
      .text("destination", "Id of the region that receives."),
      .text("commodity", "Id of the commodity."),
      .number("quantity", .units, "Amount drawn in the month."),
    ])
}
