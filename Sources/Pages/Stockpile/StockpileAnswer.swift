import Games
import Reporting
import Scenarios
import Sourcing

/// What a comparison of stockpiles found, in a sentence and a few figures: about the cheapest arrangement of sharing that
/// reaches the service level.
struct StockpileAnswer {
  private let comparison: StockpileComparison
  private let plan: TestedPlan

  init(_ comparison: StockpileComparison, plan: TestedPlan) {
    self.comparison = comparison
    self.plan = plan
  }

  /// The bloc with its members: `quad (JPN, AUS)`.
  var members: String {
    let ids = comparison.members.map { comparison.instance.regions[$0].id }
    return "\(comparison.sizing.members.id) (\(ids.joined(separator: ", ")))"
  }

  private var bloc: String { comparison.sizing.members.id }

  /// The cheapest arrangement that reaches the service level, without sharing if none is cheaper; if none reaches it, the one
  /// that serves most.
  private var best: StockpileSizes? {
    guard
      let cheapest = comparison.shown.filter(\.isReached).min(by: { $0.stockCost < $1.stockCost })
    else { return comparison.shown.max { $0.service < $1.service } }
    let own = comparison.shown.first { $0.mode == comparison.own.mode }
    return comparison.saving(cheapest) == 0 ? own ?? cheapest : cheapest
  }

  private var asked: String { NumberText.percent(comparison.sizing.service) }

  private func yearly(_ cost: Double) -> String {
    "\(NumberText.amount(cost)) \(plan.money) a year"
  }

  var answer: Page.Answer {
    guard let best else { return Page.Answer("There are no stockpiles to size.") }
    guard best.isReached else {
      return Page.Answer(
        "No arrangement of sharing serves every member \(asked) of its demand. The most is \(NumberText.percent(best.service)), "
          + "under \(best.mode.text).", .bad)
    }
    let start =
      "The stocks with which every member is served \(asked) cost \(bloc) \(yearly(best.stockCost))"
    if best.mode == comparison.own.mode || comparison.saving(best) == 0 {
      let others = comparison.shown.contains { $0.mode != comparison.own.mode }
      return Page.Answer(
        "\(start) without sharing\(others ? "; no arrangement of sharing is cheaper" : "").",
        others ? .neutral : .good)
    }
    guard let saving = comparison.saving(best) else {
      return Page.Answer(
        "\(start) if they are shared (\(best.mode.text)); without sharing that service cannot be reached.",
        .good)
    }
    return Page.Answer(
      "\(start) if they are shared (\(best.mode.text)): \(NumberText.amount(saving)) less than the "
        + "\(NumberText.amount(comparison.own.stockCost)) without sharing.", .good)
  }

  var figures: [Page.KeyFigure] {
    guard let best, let place = comparison.shown.firstIndex(where: { $0.mode == best.mode }) else {
      return []
    }
    let list = comparison.buyLists[place]
    return [
      costFigure(best),
      Page.KeyFigure(
        "Least service of a member", NumberText.percent(best.service),
        compared: "\(asked) is asked for"),
      Page.KeyFigure(
        "What must be bought first", "\(NumberText.amount(list.cost)) \(plan.money), once",
        compared: list.unpriced.isEmpty ? nil : "without goods that have no price"),
    ] + homeFigures(best) + splitFigures(best)
  }

  /// What the stocks cost, against the stocks without sharing.
  private func costFigure(_ best: StockpileSizes) -> Page.KeyFigure {
    guard best.mode != comparison.own.mode, let saving = comparison.saving(best), saving != 0 else {
      return Page.KeyFigure(
        "Stock cost of \(bloc) under \(best.mode.text)", yearly(best.stockCost))
    }
    return Page.KeyFigure(
      "Sharing (\(best.mode.text)) \(saving < 0 ? "costs \(bloc) more" : "saves \(bloc)")",
      yearly(abs(saving)),
      compared:
        "\(NumberText.amount(best.stockCost)) instead of \(NumberText.amount(comparison.own.stockCost)) without sharing"
    )
  }

  /// What home pays if it is among several members: by split, or else what the stocks that it holds cost.
  private func homeFigures(_ best: StockpileSizes) -> [Page.KeyFigure] {
    let home = comparison.instance.home.members.filter(comparison.members.contains)
    guard !home.isEmpty, comparison.members.count > 1 else { return [] }
    let own = comparison.amounts(comparison.own, regions: home).cost
    let without = "instead of \(NumberText.amount(own)) without sharing"
    if let pays = payments(of: home, best), let least = pays.min(), let most = pays.max() {
      return [
        Page.KeyFigure(
          "What \(plan.home) pays, by split of the saving", "\(plan.money(least, most)) a year",
          compared: without)
      ]
    }
    let cost = comparison.amounts(best, regions: home).cost
    return [
      Page.KeyFigure(
        "Cost of the stocks that \(plan.home) holds, whoever pays them", yearly(cost),
        compared: best.mode == comparison.own.mode ? nil : without)
    ]
  }

  /// What home pays under each split of an arrangement, money a year; nil without splits.
  private func payments(of home: [RegionIndex], _ best: StockpileSizes) -> [Double]? {
    let ids = Set(home.map { comparison.instance.regions[$0].id })
    let rows = comparison.tables.first { $0.name == "stockpile_splits" }?.rows.filter {
      $0.text("sharing") == best.mode.text && ids.contains($0.text("region"))
    }
    guard let rows, !rows.isEmpty else { return nil }
    return Dictionary(grouping: rows) { $0.text("split") }.values.map { rows in
      rows.compactMap { $0.number("pays") }.reduce(0, +)
    }
  }

  /// Which splits of the saving hold the members together.
  private func splitFigures(_ best: StockpileSizes) -> [Page.KeyFigure] {
    guard let division = comparison.divisions.first(where: { $0.mode == best.mode }) else {
      return []
    }
    let all = division.splits.splits
    let stable = all.filter(\.isInCore).map(\.rule.rawValue)
    return [
      Page.KeyFigure(
        "Splits of the saving that no group of members would leave",
        stable.isEmpty ? "none of \(all.count)" : stable.joined(separator: ", "),
        compared: "of \(all.map(\.rule.rawValue).joined(separator: ", "))")
    ]
  }

  var assumed: [String] {
    [
      Legend.money(
        comparison.instance.currency,
        "a year, at the prices of \(plan.period), not discounted; what is bought is paid once"),
      "Stock cost is interest on the value of the stocks, holding cost and what is lost in store.",
    ] + comparison.shown.map { "Sharing \($0.mode.text): \($0.mode.sentence)." }
      + plan.assumed.suffix(1)
  }
}
