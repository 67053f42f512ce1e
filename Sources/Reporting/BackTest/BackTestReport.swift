import Analysis
import LinearProgramming
public import Scenarios
public import Sourcing

/// The report on a back-test: how far plans were from what happened, beside two naive forecasts.
public struct BackTestReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  private let test: BackTest
  private let instance: Instance
  private let names: Names

  /// The most rows of a table.
  private static let mostRows = 24

  /// The report on a back-test.
  ///
  /// - Parameters:
  ///   - test: the back-test.
  ///   - instance: the instance that was tested.
  ///   - model: the model of the plans.
  public init(_ test: BackTest, of instance: Instance, _ model: Model) {
    self.test = test
    self.instance = instance
    names = Names(instance)
    add("\(instance.shownTitle); model \(model.name)", .heading)
    if let text = instance.assumptionText { add(text) }
    if let parameters = model.parameterText { add(parameters) }
    addTerms(model)
    let rows = test.meanErrors(in: instance)
    guard !rows.isEmpty else { return }
    addVerdict(rows)
    addErrors(rows)
    addNames(names)
  }

  // MARK: What was done

  private mutating func addTerms(_ model: Model) {
    add(
      "Each plan knows the flows up to one period, and is compared with what was observed later. "
        + (test.terms.hindsight
          ? "All else it knows as it came (--hindsight): capacities, unit costs, prices, lanes, quotas and contracts."
          : "All else stays for it as it was in that period: capacities, unit costs, prices, lanes with their tariffs, "
            + "and quotas; contracts and facilities that begin later are unknown to it.")
        + " It knows the demand of all periods.")
    let label = { [instance] (period: PeriodIndex) in instance.horizon[period].label }
    let made = test.attempts.filter(\.hasPlan).map { label($0.asOf) }
    let failed = test.attempts.filter { !$0.hasPlan }
    add(made.isEmpty ? "There is no plan." : "Plans as of \(made.joined(separator: ", ")).")
    if !failed.isEmpty {
      add(
        "No plan as of \(failed.map { "\(label($0.asOf)) (\($0.termination.rawValue))" }.joined(separator: ", ")): "
          + "what was known then cannot all hold, so nothing is compared.", .bad)
    }
    if model.history == .ignore {
      add("The model ignores history, so its plans do not start from the observed flows.")
    }
    if test.withoutPast > 0 {
      add(
        "\(test.withoutPast) observed \(test.withoutPast == 1 ? "supply is" : "supplies are") not compared, because "
          + "nothing was observed before of the same commodity and destination.")
    }
  }

  // MARK: The errors

  private mutating func addVerdict(_ rows: [MeanErrors]) {
    addBlank()
    let all = rows.filter { $0.destination == nil }
    let worse = all.filter(\.isWorse)
    if worse.isEmpty {
      let better = all.filter(\.isBetter).count
      add(
        better == 0
          ? "The plans are as far from what happened as shares that stay."
          : "The plans are nowhere worse than shares that stay, and better in \(better) of \(all.count) rows.",
        better == 0 ? .plain : .good)
      return
    }
    let goods = worse.map(\.commodity.id).uniqued().map { id in
      let ahead = worse.filter { $0.commodity.id == id }.map { "\($0.ahead)" }
      return
        "\(id) (\(ahead.joined(separator: ", ")) \(ahead == ["1"] ? "period" : "periods") later)"
    }
    add(
      "The plans are worse than shares that stay for \(goods.joined(separator: "; ")): who supplied last tells more "
        + "there about who supplies next.", .bad)
  }

  private mutating func addErrors(_ rows: [MeanErrors]) {
    let all = rows.filter { $0.destination == nil }
    let single = rows.filter { $0.destination != nil }
    let members = instance.home.members
    let home = single.filter { row in row.destination.map(members.contains) ?? false }
    // If only one region is supplied, its rows are those of all destinations.
    let isRepeated = Set(single.map(\.destination)).count == 1
    add(
      grid(all), heading: "Mean absolute error of shares, all destinations, percentage points")
    if !home.isEmpty, !isRepeated {
      add(
        grid(home, withDestination: members.count > 1),
        heading: "The same for \(names.sentence(instance.home.id))")
    }
    let tables = isRepeated ? [all] : [all, home]
    let left = isRepeated ? all.count : rows.count
    addRest(
      left - tables.reduce(0) { $0 + min($1.count, Self.mostRows) }, in: "backtest_errors.csv")
    addLegend([
      ("periods later", "after the last period that the plan knew"),
      ("compared", "how many plans and observed supplies were compared"),
      ("plan", "the plans"),
      ("stay", "shares stay as they were in the last known period"),
      (
        "trend",
        "each share follows the line through its last \(NaiveForecasts.longestTrend) known periods, or fewer"
      ),
    ])
  }

  private func grid(_ rows: [MeanErrors], withDestination: Bool = false) -> TextGrid {
    let keys = ["commodity"] + (withDestination ? ["into"] : [])
    var grid = TextGrid(
      keys + ["periods later", "compared", "plan", "stay", "trend", "plan against stay"],
      keyCount: keys.count)
    for row in rows.prefix(Self.mostRows) {
      let region = row.destination.map { instance.regions[$0].id } ?? ""
      grid.add(
        [row.commodity.id] + (withDestination ? [region] : []) + [
          "\(row.ahead)", "\(row.count)", NumberText.amount(row.plan), NumberText.amount(row.stay),
          NumberText.amount(row.trend),
          row.isWorse ? "worse" : row.isBetter ? "better" : "the same",
        ])
    }
    return grid
  }
}
