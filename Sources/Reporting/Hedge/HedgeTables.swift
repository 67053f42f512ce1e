import Sourcing
public import Studies

/// The tables of what to order now.
public struct HedgeTables: Sendable {
  /// The orders.
  public let orders: ReportTable
  /// What each world costs.
  public let regrets: ReportTable
  /// How the own orders of each option would have fared.
  public let options: ReportTable

  /// What it is worth to wait.
  public let waiting: ReportTable

  /// All of them, in the order in which they are written.
  public var all: [ReportTable] { [orders, regrets, options, waiting] }

  /// The tables of what was found; without rows if nothing was.
  public init(_ result: HedgeResult) {
    guard case .found(let hedge) = result else {
      (orders, regrets, options, waiting) = (
        ReportTable(.hedge), ReportTable(.regrets), ReportTable(.hedgeOptions),
        ReportTable(.hedgeWaiting)
      )
      return
    }
    orders = Self.orders(hedge)
    regrets = Self.regrets(hedge)
    options = Self.options(hedge)
    waiting = Self.waiting(hedge)
  }

  private static func orders(_ hedge: Hedge) -> ReportTable {
    var table = ReportTable(.hedge)
    for order in hedge.orders {
      table.add(
        .text(hedge.instance.projects[order.project].id),
        .text(hedge.instance.horizon[order.period].label), .number(order.capacity),
        .text(order.isCommon ? "true" : "false"), .number(order.least), .number(order.greatest))
    }
    return table
  }

  private static func regrets(_ hedge: Hedge) -> ReportTable {
    var table = ReportTable(.regrets)
    let own = hedge.regretsOfOwnOrders
    for (place, world) in hedge.worlds.enumerated() {
      table.add(
        .text(world.name), .number(world.ownCost), .number(world.cost), .number(world.regret),
        .number(world.probability), .number(ifAny: own?[place]))
    }
    return table
  }

  private static func options(_ hedge: Hedge) -> ReportTable {
    var table = ReportTable(.hedgeOptions)
    for own in hedge.fixedOrders {
      table.add(
        .text(own.option ?? HedgeTexts.nothing), .number(ifAny: own.worstRegret),
        .number(ifAny: own.expectedCost),
        .number(ifAny: own.isCompared ? Double(own.impossible.count) : nil),
        .text(hedge.worstWorld(of: own)?.name ?? ""))
    }
    return table
  }
}

/// Texts on common orders that tables and JSON have in common.
package enum HedgeTexts {
  static let capacity =
    "Capacity ordered, in main output. Of an order that is not common the expected one: Σ probability × capacity."
  static let common =
    "Whether it is the same in all worlds: whether its period is the last common one or before it, and no world forbids the "
    + "order."
  static let least = "The least capacity over the worlds."
  static let greatest = "The greatest capacity over the worlds."
  static let world = "Name of the world: `as-is`, a variation of the study, or a sampled world."
  static let ownCost =
    "Cost of the world's own best plan: the optimum of the model's objective there, with the penalties of goals. It is discounted "
    + "money if the model minimises cost."
  static let hedgeCost = "The same of the world's best plan with the common orders."
  static let regret = "`hedge_cost` − `own_cost`."
  static let probability =
    "How likely the world is: as the study gives it, the rest shared equally; over the worlds with a plan the sum is 1."
  static let ownOrdersRegret =
    "The regret if the orders up to the last common period were those of the option's plan for the instance as it is."
  static let noOwnOrders =
    "the world has no plan with these orders, \(noPlan), or the time limit came first"
  static let option =
    "Name of the option whose plan for the instance as it is gives the orders up to the last common period; `(nothing)`: "
    + "nothing is ordered up to then. In all else the worlds follow the model of `--option`."
  /// What is written for the name of an option where nothing is ordered.
  package static let nothing = "(nothing)"
  static let worstRegret = "The largest regret over the worlds."
  static let expectedCost = "Σ probability × cost over the worlds."
  static let worldsWithoutPlan =
    "The number of worlds that have no plan with the orders, though they have one of their own."
  static let impossible = "some world has no plan with the orders, or \(noPlan)"
  static let worstWorld = "The world of the largest regret, the first one of several."
  static let noWorstWorld = "\(impossible), or no world regrets them"
  static let noPlan =
    "the option has no plan for the instance as it is, or its plan orders projects that the model of `--option` chooses in "
    + "no world"
  static let late = "the time limit came first"
}

extension TableDefinition {
  static let hedge = TableDefinition(
    "hedge", places: [.hedgeFolder, .hedgeCSV],
    rows:
      "One row for each project and period in which capacity is ordered in some world, by project and period. Orders that "
      + "are 0 in all worlds have no row.",
    columns: [
      .text("project", "Id of the project."),
      .text("period", "Label of the period of the order."),
      .number("capacity", .unitsAYear, HedgeTexts.capacity),
      .flag("common", HedgeTexts.common),
      .number("least", .unitsAYear, HedgeTexts.least),
      .number("greatest", .unitsAYear, HedgeTexts.greatest),
    ])

  static let regrets = TableDefinition(
    "regrets", places: [.hedgeFolder],
    rows:
      "One row for each world with a plan of its own, `as-is` first. Worlds without one are left out; the report and JSON name "
      + "them.",
    columns: [
      .text("world", HedgeTexts.world),
      .number("own_cost", .objective, HedgeTexts.ownCost),
      .number("hedge_cost", .objective, HedgeTexts.hedgeCost),
      .number("regret", .objective, HedgeTexts.regret),
      .number("probability", .share, HedgeTexts.probability),
      .number(
        "own_orders_regret", .objective, HedgeTexts.ownOrdersRegret,
        blank: HedgeTexts.noOwnOrders),
    ])

  static let hedgeOptions = TableDefinition(
    "hedge_options", places: [.hedgeFolder],
    rows:
      "What other orders would have cost: one row for each option of the study, with its own orders, and first one for ordering "
      + "nothing. No rows if the time limit came first.",
    columns: [
      .text("option", HedgeTexts.option),
      .number(
        "worst_regret", .objective, HedgeTexts.worstRegret, blank: HedgeTexts.impossible),
      .number(
        "expected_cost", .objective, HedgeTexts.expectedCost, blank: HedgeTexts.impossible),
      .number(
        "worlds_without_plan", .count, HedgeTexts.worldsWithoutPlan, blank: HedgeTexts.noPlan),
      .text("worst_world", HedgeTexts.worstWorld, blank: HedgeTexts.noWorstWorld),
    ])
}
