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

  /// - Parameters:
  ///   - undisturbed: the window without a disruption, one for each sharing arrangement.
  ///   - showsMonths: follow home through the months of each disruption.
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
    add(instance.title.isEmpty ? instance.name : instance.title, .heading)
    add(runner.model.title.isEmpty ? runner.model.name : runner.model.title)
    if let text = runner.model.parameterText { add(text) }
    add(
      "Disruptions that start in \(period), \(runner.options.horizonMonths) months, trade rerouted "
        + "after \(runner.options.rerouteMonths). Money in \(instance.currency).")
  }

  private mutating func addUndisturbed(_ outcomes: [StressOutcome]) {
    for outcome in outcomes where outcome.isShort {
      add(
        "Without any disruption \(NumberText.percent(1 - outcome.service)) of demand goes unserved "
          + "already (sharing \(outcome.sharing.label)): times to survive mean little.", .bad)
    }
  }

  private mutating func addDisruptions(_ outcomes: [StressOutcome]) {
    var grid = TextGrid(
      [
        "disruption", "sharing", "service", "lost value", "extra cost", "home survives",
        "home exposed",
      ], keyCount: 2)
    for outcome in outcomes {
      let months = outcome.timeToSurvive(of: instance.home)
      grid.add([
        outcome.disruption ?? StressTables.undisturbed, outcome.sharing.label,
        NumberText.percent(outcome.service), NumberText.amount(outcome.lostValue),
        NumberText.amount(outcome.extraSupplyCost), monthsText(months, outcome),
        outcome.isExposed(instance.home) ? "yes" : "no",
      ])
    }
    add(
      grid,
      heading: "What each disruption costs (service: share of all demand served, by shortage cost; "
        + "survives: months without a shortage)")
  }

  private func monthsText(_ months: Int, _ outcome: StressOutcome) -> String {
    ReportTable.Cell.months(months, of: outcome.horizonMonths).text
  }

  private mutating func addMarkets(_ outcomes: [StressOutcome]) {
    var grid = TextGrid(
      [
        "disruption", "region, commodity", "demand", "shortage", "service", "at best",
        "lost value", "worst month", "survives",
      ], keyCount: 2)
    var count = 0
    for outcome in outcomes {
      for market in outcome.markets where market.shortage > 0 {
        count += 1
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
    }
    guard count > 0 else {
      addBlank()
      return add("No market goes short in any of them.", .good)
    }
    add(grid, heading: "Who goes short (units over the window; at best: if it were served first)")
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
      ("demand", \.demand), ("arrives", \.inflow), ("drawn", \.draw), ("received", \.received),
      ("unserved", \.shortage), ("stock left", \.level),
    ]
    for (name, field) in fields where rows.contains(where: { $0[keyPath: field] > 0 }) {
      grid.add([name] + rows.map { NumberText.amount($0[keyPath: field]) })
    }
    add(
      grid,
      heading: "\(region) \(commodity) after \(outcome.disruption ?? StressTables.undisturbed), "
        + "sharing \(outcome.sharing.label) (flows a year; stock in units)")
  }
}
