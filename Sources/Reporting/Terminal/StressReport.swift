import Analysis
public import Scenarios
import Sourcing

/// The report of a stress run: what each disruption costs home and how long home survives, what it costs
/// the world, which markets are hit most, and for a single disruption what happens month by month.
public struct StressReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let runner: StressRunner
  var instance: Instance { runner.instance }

  /// The report on the stress runs of a plan.
  ///
  /// - Parameters:
  ///   - outcomes: the runs with a disruption.
  ///   - undisturbed: the runs without a disruption, one for each sharing arrangement.
  ///   - runner: the runner of the plan.
  ///   - showsMonths: whether to show home's markets month by month.
  public init(
    _ outcomes: [StressOutcome], undisturbed: [StressOutcome], runner: StressRunner,
    showsMonths: Bool
  ) {
    self.runner = runner
    addTitle()
    addUndisturbed(undisturbed)
    addHome(outcomes)
    addWorld(outcomes)
    addMarkets(outcomes)
    if showsMonths { for outcome in outcomes { addMonths(outcome) } }
    addNames(Names(instance))
  }

  private mutating func addTitle() {
    let period = instance.horizon[runner.period].label
    add(instance.shownTitle, .heading)
    add(runner.model.shownTitle)
    if let text = instance.assumptionText { add(text) }
    if let text = runner.model.parameterText(in: runner.options) { add(text) }
    add(
      "Each disruption starts in \(period). A run covers \(runner.options.horizonMonths) months (the window); "
        + "flows can be rerouted after \(runner.options.rerouteMonths) months. "
        + "\(Legend.allocation(runner.options)) "
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

  private mutating func addWorld(_ outcomes: [StressOutcome]) {
    var grid = TextGrid(
      [
        "disruption", "sharing", "world service", "world lost value",
        "change of world supply cost",
      ], keyCount: 2)
    for outcome in outcomes {
      grid.add([
        outcome.disruption ?? StressTables.undisturbed, outcome.sharing.label,
        ServiceText.percent(outcome.service), NumberText.amount(outcome.lostValue),
        NumberText.signed(outcome.extraSupplyCost),
      ])
    }
    add(grid, heading: "What each disruption costs the world (all regions)")
    let rules = outcomes.map(\.sharing).uniqued(by: \.label)
    let isShared = rules.contains { $0.label != Sharing.Mode.own.text }
    let meanings = isShared ? rules.map { (term: $0.label, meaning: $0.sentence) } : []
    addLegend(
      meanings + [
        (
          "world service",
          "share of the demand of all regions that is served, weighted by shortage cost"
        ),
        ("world lost value", "shortage × shortage cost of all regions, the least that is possible"),
        (
          "change of world supply cost",
          "against a run without a disruption; not part of lost value. It is negative where less is made and moved"
        ),
      ])
  }

  /// What `>=12` means.
  var noShortage: String {
    ">=\(runner.options.horizonMonths): no shortage in the window"
  }

  /// Months within the window; `-` if they were not computed.
  func monthsText(_ months: Int?, _ outcome: StressOutcome) -> String {
    months.map { ReportTable.Cell.months($0, of: outcome.horizonMonths).text } ?? "-"
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
        ServiceText.percent(market.service), ServiceText.percent(market.serviceBest),
        NumberText.amount(market.lostValue), market.worstMonth.map(String.init) ?? "-",
        monthsText(market.timeToSurvive, outcome),
      ])
    }
    guard !rows.isEmpty else {
      addBlank()
      return add("No market has a shortage in any of these disruptions.", .good)
    }
    add(grid, heading: "Markets with shortages (demand and shortage in units, over the window)")
    addRest(rows.count - shown.count, in: "stress.csv")
    addLegend([
      (
        "service",
        "share of demand served in the solution found, at which the lost value of all regions is least"
      ),
      (
        "if first",
        "the service if this market were \(runner.options.servedFirst); a resilience goal asks for this one"
      ),
      ("peak month", "the first month with the largest shortage"),
      (
        "months safe",
        "time to survive in the best case: months until the first shortage, if this market were "
          + "\(runner.options.servedFirst); \(noShortage)"
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
    guard let first = rows.first else { return }
    var grid = TextGrid(["month"] + rows.map { "\($0.month)" })
    let fields: [(String, KeyPath<StressOutcome.Month, Double>)] = [
      ("demand", \.demand), ("arrives", \.inflow), ("drawn", \.draw), ("from partners", \.received),
      ("shortage", \.shortage), ("stock left", \.level),
    ]
    for (name, field) in fields where rows.contains(where: { $0[keyPath: field] > 0 }) {
      grid.add([name] + rows.map { NumberText.amount($0[keyPath: field]) })
    }
    let unit = instance.commodities[first.commodity].unit
    add(
      grid,
      heading: "\(region) \(commodity) after \(outcome.disruption ?? StressTables.undisturbed), "
        + "sharing \(outcome.sharing.label) (\(unit) in each month; stock left: \(unit) at its end)"
    )
  }
}
