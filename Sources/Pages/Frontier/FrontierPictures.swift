import Charts
import Reporting
import Scenarios

/// The pictures of a frontier.
struct FrontierPictures {
  private let findings: FrontierFindings
  private let rows: [FrontierCurves.Row]
  private let words: FrontierCurves.Words

  init(_ findings: FrontierFindings) {
    self.findings = findings
    let frontier = findings.frontier
    rows = zip(findings.table.rows, frontier.steps).map { row, step in
      var entry = FrontierCurves.Row(
        text: step.text, value: row.number("value") ?? step.value, status: row.text("status"))
      entry.change = row.number("change")
      entry.homeBill = row.number("home_bill")
      entry.changeOfHomeBill = row.number("change_home_bill")
      entry.achieved = row.number("achieved")
      entry.shadowPrice = row.number("shadow_price")
      entry.isUnderserved = step.isUnderserved
      entry.tightest = row.number("tightest")
      entry.extraCost = Self.band(row, "extra_cost")
      entry.bill = Self.band(row, "home_bill")
      return entry
    }
    words = FrontierCurves.Words(
      parameter: findings.name, isShare: frontier.range.isPercent,
      hasSteps: frontier.range.isWhole || frontier.range.isOfPeriods,
      objective: findings.objective.name, objectiveUnit: findings.objectiveUnit,
      currency: findings.words.unit, home: findings.words.home,
      loosest: findings.ends.map { frontier.steps[$0.loosest].text } ?? "", step: findings.step)
  }

  private static func band(_ row: ReportTable.Row, _ figure: String) -> FrontierCurves.Band? {
    guard let low = row.number("\(figure)_q05"), let median = row.number("\(figure)_median"),
      let high = row.number("\(figure)_q95")
    else { return nil }
    return FrontierCurves.Band(low: low, median: median, high: high)
  }

  /// The most important first.
  var all: [Picture] { [costs, extraCosts, bills, prices].compactMap(\.self) }

  private var costs: Picture? {
    let frontier = findings.frontier
    guard let ends = findings.ends else { return nil }
    let text = frontier.steps[ends.tightest].text
    let change = frontier.change(at: ends.tightest).map(NumberText.signed) ?? "unknown"
    let bill = frontier.changeOfHomeBill(at: ends.tightest).map(findings.words.change) ?? "unknown"
    let figure =
      findings.isCost
      ? "\(findings.words.homes) bill is \(bill)"
      : "the \(words.objective) is \(change) \(words.objectiveUnit)"
    let end =
      frontier.isFeasibleThroughout
      ? ""
      : frontier.tightest.map { " No plan \(findings.beyond) \(frontier.range.text($0)) (dashed)." }
        ?? ""
    return FrontierCurves.costs(
      of: rows, words,
      sentence: "From left to right \(findings.name) goes from \(rows.first?.text ?? "") to "
        + "\(rows.last?.text ?? ""). At \(text) the change of \(figure).\(end)"
    )
  }

  private var prices: Picture? {
    let known = rows.filter { $0.shadowPrice != nil }
    guard let most = known.max(by: { abs($0.shadowPrice ?? 0) < abs($1.shadowPrice ?? 0) }) else {
      return nil
    }
    return FrontierCurves.prices(
      of: rows, words,
      sentence:
        "The dearest step is at \(most.text): \(findings.oneMore.lowercased()) would "
        + "\((most.shadowPrice ?? 0) < 0 ? "save" : "cost") "
        + "\(NumberText.amount(abs(most.shadowPrice ?? 0))) \(words.objectiveUnit)."
    )
  }

  private var extraCosts: Picture? {
    sentence(\.extraCost, "what the plan costs more than without goals").flatMap {
      FrontierCurves.extraCosts(of: rows, words, sentence: $0)
    }
  }

  private var bills: Picture? {
    sentence(\.bill, "the bill of \(words.home)").flatMap {
      FrontierCurves.bills(of: rows, words, sentence: $0)
    }
  }

  /// The band at the tightest value that has one.
  private func sentence(_ band: KeyPath<FrontierCurves.Row, FrontierCurves.Band?>, _ what: String)
    -> String?
  {
    let place = findings.ends?.tightest ?? 0
    let order = rows.indices.sorted { abs($0 - place) < abs($1 - place) }
    guard let row = order.first(where: { rows[$0][keyPath: band] != nil }).map({ rows[$0] }),
      let quantiles = row[keyPath: band]
    else { return nil }
    return
      "At \(row.text) \(what) is from \(NumberText.amount(quantiles.low)) to "
      + "\(findings.words.money(quantiles.high)) in 90% of worlds; the median is \(NumberText.amount(quantiles.median))."
  }
}
