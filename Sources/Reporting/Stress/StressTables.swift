public import Scenarios
public import Sourcing

/// The tables that a stress run adds to those of a plan.
public struct StressTables: Sendable {
  public var markets = ReportTable(
    "stress",
    columns: [
      "disruption", "sharing", "region", "commodity", "demand", "shortage", "service",
      "lost_value", "time_to_survive", "exposed",
    ])
  public var months = ReportTable(
    "stress_months",
    columns: [
      "disruption", "sharing", "month", "region", "commodity", "demand", "shortage", "inflow",
      "draw", "received", "level",
    ])
  public var sharedDraws = ReportTable(
    "shared_draws",
    columns: [
      "disruption", "sharing", "month", "stockpile", "owner", "destination", "commodity",
      "quantity",
    ])

  public var all: [ReportTable] { [markets, months, sharedDraws] }

  /// Rows by disruption as given, then by commodity, region and month.
  public init(_ outcomes: [StressOutcome], instance: Instance) {
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
