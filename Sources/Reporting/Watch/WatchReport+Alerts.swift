import Analysis
import EarlyWarning
import Importing

/// The alerts in the report.
extension WatchReport {
  mutating func addAlerts() {
    guard !watch.alerts.isEmpty else { return }
    let isPriced = watch.alerts.contains { $0.price != nil }
    let compares = watch.alerts.contains { $0.price?.withoutGoals != nil }
    var grid = TextGrid(
      ["class", "good", "from", "since", "what", "usual share", "fall", "z"]
        + (isPriced ? ["months to shortage", "lost value"] : [])
        + (compares ? ["without goals"] : []) + (isPriced ? ["served"] : []), keyCount: 3)
    for priced in watch.alerts.prefix(Self.mostRows) {
      grid.add(cells(priced, isPriced: isPriced, compares: compares))
    }
    add(grid, heading: "Alerts")
    addRest(watch.alerts.count - Self.mostRows, in: "alerts.csv")
    addCovers()
    addUnpriced()
    addAlertLegend(isPriced: isPriced, compares: compares)
  }

  private func cells(_ priced: PricedAlert, isPriced: Bool, compares: Bool) -> [String] {
    let alert = priced.alert
    let gap = watch.mirrorGap(of: alert.good, from: alert.origin) == nil ? "" : " (!)"
    var row = [
      priced.urgency.rawValue, words.names.cell(alert.good), words.names.cell(alert.origin) + gap,
      alert.since.text, alert.reasons.map(\.rawValue).joined(separator: ", "),
      alert.usualShare.map(NumberText.percent) ?? "", alert.fall.map(NumberText.percent) ?? "",
      alert.z.map(NumberText.amount) ?? "",
    ]
    let price = priced.price
    if isPriced {
      row.append(
        price.map { months($0.plan, of: $0) } ?? "")
      row.append(price.map { lost($0.plan) } ?? "")
    }
    if compares { row.append(price?.withoutGoals.map(lost) ?? "") }
    if isPriced {
      row.append(
        price.map { ServiceText.range(best: $0.plan.serviceMost, worst: $0.plan.serviceLeast) }
          ?? "")
    }
    return row
  }

  private func months(_ figures: AlertPrice.Figures, of price: AlertPrice) -> String {
    ReportTable.Cell.months(figures.monthsToShortage, of: price.horizonMonths).text
  }

  private func lost(_ figures: AlertPrice.Figures) -> String {
    RangeText.amount(figures.lostLeast, figures.lostMost)
  }

  /// What meets the alerts that have a price.
  private mutating func addCovers() {
    let shown = watch.alerts.prefix(Self.mostRows).filter { $0.price != nil }
    guard !shown.isEmpty else { return }
    addHeading("What meets a fall that goes on")
    for priced in shown {
      let alert = priced.alert
      let covers = priced.price?.covers ?? []
      addItem(
        "\(alert.good) from \(alert.origin): "
          + (covers.isEmpty ? "nothing" : WatchWords.covers(covers)), .dash)
    }
  }

  /// Why the others have none, each reason once.
  private mutating func addUnpriced() {
    let reasons = watch.alerts.compactMap { priced in
      priced.unpriced.map { (reason: $0, what: "\(priced.alert.good) from \(priced.alert.origin)") }
    }
    guard !reasons.isEmpty else { return }
    addHeading("Not priced")
    for reason in reasons.map(\.reason).uniqued() {
      let which = reasons.filter { $0.reason == reason }.map(\.what)
      addItem("\(WordList.text(which)): \(reason).", .dash)
    }
  }

  private mutating func addAlertLegend(isPriced: Bool, compares: Bool) {
    let classes = Alert.Class.allCases.filter { urgency in
      watch.alerts.contains { $0.urgency == urgency }
    }
    var entries: [(term: String, meaning: String)] = classes.map {
      (
        "class \($0.rawValue)",
        "\(WatchWords.meaning(of: $0, hasPlan: watch.pricing != nil)); look \($0.interval(for: watch.asOf.frequency).rawValue)"
      )
    }
    entries.append(
      ("usual share", "of the imports of the good, over the years before"))
    entries.append(
      ("fall", "the part of the usual imports that is missing in the last period"))
    if watch.alerts.contains(where: { $0.alert.z != nil }) {
      entries.append(
        ("z", "how far the last unit value is above the usual ones, in robust standard deviations"))
    }
    if isPriced {
      entries.append(
        (
          "lost value",
          "what \(words.home) loses in \(words.money) over the window, from its best case to its worst"
        ))
      if compares { entries.append(("without goals", "the same with the plan without goals")) }
      entries.append(("served", "of the demand of \(words.home) over the window, by value"))
    }
    if !watch.mirrorGaps.isEmpty {
      entries.append(
        ("(!)", "importer and exporter report amounts that differ by more than 30%"))
    }
    addLegend(entries)
  }
}
