public import Scenarios
import Sourcing

/// The report of a stress run for a terminal: what each disruption costs, how long home survives, which markets are
/// hit most, and for a single disruption what happens month by month.
public struct StressReport: LinedReport, Sendable {
  /// Its lines.
  public internal(set) var lines: [TerminalReport.Line] = []
  private let runner: StressRunner
  let width: Int
  private var instance: Instance { runner.instance }

  /// The report on the stress runs of a plan.
  ///
  /// - Parameters:
  ///   - outcomes: the runs with a disruption.
  ///   - undisturbed: the runs without a disruption, one for each sharing arrangement.
  ///   - runner: the runner of the plan.
  ///   - showsMonths: whether to show home's markets month by month.
  ///   - width: the most columns of a line.
  public init(
    _ outcomes: [StressOutcome], undisturbed: [StressOutcome], runner: StressRunner,
    showsMonths: Bool, width: Int = 100
  ) {
    self.runner = runner
    self.width = width
    addTitle()
    addUndisturbed(undisturbed)
    addDisruptions(outcomes)
    addMarkets(outcomes)
    if showsMonths { for outcome in outcomes { addMonths(outcome) } }
  }

  private mutating func addTitle() {
    let period = instance.horizon[runner.period].label
    add(instance.shownTitle, .heading)
    add(runner.model.shownTitle)
    if let text = runner.model.parameterText { add(text) }
    add(
      "Each disruption starts in \(period). A run covers \(runner.options.horizonMonths) months (the window); "
        + "flows can be rerouted after \(runner.options.rerouteMonths) months. "
        + Legend.money(instance.currency, "sums over the window, not discounted"))
  }

  private mutating func addUndisturbed(_ outcomes: [StressOutcome]) {
    for outcome in outcomes where outcome.isShort {
      add(
        "Warning: even without a disruption \(NumberText.percent(1 - outcome.service)) of demand is not "
          + "served (sharing \(outcome.sharing.label)), so the months without a shortage mean little.",
        .bad)
    }
  }

  private mutating func addDisruptions(_ outcomes: [StressOutcome]) {
    var grid = TextGrid(
      [
        "disruption", "sharing", "service", "lost value", "change of supply cost", "months safe",
        "exposed",
      ], keyCount: 2)
    for outcome in outcomes {
      let months = outcome.timeToSurvive(of: instance.home)
      grid.add([
        outcome.disruption ?? StressTables.undisturbed, outcome.sharing.label,
        NumberText.percent(outcome.service), NumberText.amount(outcome.lostValue),
        signed(outcome.extraSupplyCost), monthsText(months, outcome),
        outcome.isExposed(instance.home) ? "yes" : "no",
      ])
    }
    add(grid, heading: "What each disruption costs")
    let home = instance.home.id
    addLegend([
      ("service", "share of the demand of all regions that is served, weighted by shortage cost"),
      ("lost value", "shortage × shortage cost, all regions"),
      (
        "change of supply cost",
        "against a run without a disruption, all regions; not part of lost value. It is negative where less is "
          + "made and moved"
      ),
      (
        "months safe",
        "time to survive of \(home): months until its first shortage, measured as if it were served before all "
          + "others; \(noShortage)"
      ),
      (
        "exposed",
        "whether \(home), even if it is served first, has a shortage before the disruption ends"
      ),
    ])
  }

  /// What `>=12` means.
  private var noShortage: String {
    ">=\(runner.options.horizonMonths): no shortage in the window"
  }

  private func signed(_ value: Double) -> String {
    let text = NumberText.amount(value)
    return value > 0 && text != "0" ? "+\(text)" : text
  }

  private func monthsText(_ months: Int, _ outcome: StressOutcome) -> String {
    ReportTable.Cell.months(months, of: outcome.horizonMonths).text
  }

  private static let mostMarkets = 24

  private mutating func addMarkets(_ outcomes: [StressOutcome]) {
    var grid = TextGrid(
      [
        "disruption", "region, commodity", "demand", "shortage", "service", "if first",
        "lost value", "peak month", "months safe",
      ], keyCount: 2)
    let rows = MarketRow.all(outcomes, home: instance.home)
    let shown = MarketRow.mostImportant(rows, home: instance.home, limit: Self.mostMarkets)
    for row in shown {
      let (outcome, market) = (row.outcome, row.market)
      let place =
        "\(instance.regions[market.region].id) \(instance.commodities[market.commodity].id)"
      grid.add([
        "\(outcome.disruption ?? StressTables.undisturbed) (\(outcome.sharing.label))", place,
        NumberText.amount(market.demand), NumberText.amount(market.shortage),
        NumberText.percent(market.service), NumberText.percent(market.serviceBest),
        NumberText.amount(market.lostValue), market.worstMonth.map(String.init) ?? "-",
        monthsText(market.timeToSurvive, outcome),
      ])
    }
    guard !rows.isEmpty else {
      addBlank()
      return add("No market has a shortage in any of these disruptions.", .good)
    }
    add(grid, heading: "Markets with shortages (demand and shortage in units, over the window)")
    if rows.count > shown.count { add("and \(rows.count - shown.count) more in stress.csv") }
    addLegend([
      ("service", "share of demand served when the lost value of all regions is least"),
      ("if first", "the service if this market were served before all others"),
      ("peak month", "the first month with the largest shortage"),
      (
        "months safe",
        "time to survive: months until the first shortage, measured as if this market were served before all "
          + "others; \(noShortage)"
      ),
    ])
  }

  private mutating func addMonths(_ outcome: StressOutcome) {
    let home = Set(instance.home.members)
    let places = outcome.months.filter { home.contains($0.region) }
    for commodity in Set(places.map(\.commodity)).sorted() {
      for region in instance.home.members {
        let rows = places.filter { $0.commodity == commodity && $0.region == region }
        guard rows.contains(where: { $0.demand > 0 || $0.level > 0 || $0.draw > 0 }) else {
          continue
        }
        addMonths(rows, outcome, instance.regions[region].id, instance.commodities[commodity].id)
      }
    }
  }

  private mutating func addMonths(
    _ rows: [StressOutcome.Month], _ outcome: StressOutcome, _ region: String, _ commodity: String
  ) {
    var grid = TextGrid(["month"] + rows.map { "\($0.month)" })
    let fields: [(String, KeyPath<StressOutcome.Month, Double>)] = [
      ("demand", \.demand), ("arrives", \.inflow), ("drawn", \.draw), ("from partners", \.received),
      ("shortage", \.shortage), ("stock left", \.level),
    ]
    for (name, field) in fields where rows.contains(where: { $0[keyPath: field] > 0 }) {
      grid.add([name] + rows.map { NumberText.amount($0[keyPath: field]) })
    }
    add(
      grid,
      heading: "\(region) \(commodity) after \(outcome.disruption ?? StressTables.undisturbed), "
        + "sharing \(outcome.sharing.label) (rates in units a year: a month has a twelfth; stock left in units)"
    )
  }
}
