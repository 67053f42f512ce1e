import EarlyWarning
import Importing
import Reporting

/// What was seen of trade, in a sentence and a few figures.
struct WatchFindings {
  private let watch: Watch
  private let words: WatchWords

  init(_ watch: Watch) {
    self.watch = watch
    words = WatchWords(watch)
  }

  var importer: String { words.importer }

  var settings: [String] {
    let goods = watch.trade.map { words.named($0.good.id) }
    var texts = [
      "Imports of \(words.importer) up to \(watch.asOf.text), from \(watch.source.rawValue)."
    ]
    if !goods.isEmpty, goods.count <= 8 {
      texts.append("Goods: \(WordList.text(goods, atMost: 8)).")
    }
    if let pricing = watch.pricing {
      texts.append(
        "Alerts are priced by the plan of the model \(pricing.model) in \(pricing.period): the fall goes on for "
          + "\(WatchWords.months(pricing.months)).")
    }
    return texts
  }

  var answer: Page.Answer {
    Page.Answer(
      "\(WatchAnswer(watch).text) \(WatchAnswer(watch).advice)",
      watch.isUrgent ? .bad : watch.alerts.isEmpty ? .good : .neutral)
  }

  // MARK: Figures

  var figures: [Page.KeyFigure] {
    [
      Page.KeyFigure(
        "Alerts", "\(watch.alerts.count)",
        compared: watch.urgency.map { "the most urgent is of class \($0.rawValue)" },
        range: "of \(WatchWords.count(watch.trade.count, "good"))"), loss, months, fall, dependent,
    ].compactMap(\.self)
  }

  /// For how many goods all three limits of dependence are passed on one basis.
  private var dependent: Page.KeyFigure? {
    let kinds: [Indicator.Kind] = [.cdi1, .cdi2, .cdi3]
    let known = watch.indicators.filter { kinds.contains($0.kind) && $0.passes != nil }
    guard !known.isEmpty else { return nil }
    let passed = Dictionary(grouping: known) { "\($0.basis.rawValue) \($0.good)" }.values
      .filter { figures in
        kinds.allSatisfy { kind in figures.contains { $0.kind == kind && $0.passes == true } }
      }
    let goods = Set(passed.compactMap(\.first?.good)).sorted()
    return Page.KeyFigure(
      "Goods for which \(words.importer) depends on few suppliers",
      "\(goods.count) of \(Set(known.map(\.good)).count)",
      compared: goods.isEmpty ? nil : WordList.text(goods.map(words.named), atMost: 4),
      range: "all three limits of the European Commission are passed")
  }

  /// The alert that would cost most.
  private var dearest: (alert: Alert, price: AlertPrice)? {
    watch.alerts.compactMap { priced in priced.price.map { (priced.alert, $0) } }
      .max { $0.1.plan.lostMost < $1.1.plan.lostMost }
  }

  private var loss: Page.KeyFigure? {
    guard let (alert, price) = dearest else { return nil }
    let (least, most) = (price.plan.lostLeast, price.plan.lostMost)
    return Page.KeyFigure(
      "What \(words.home) loses if \(words.named(alert.good)) from \(words.named(alert.origin)) stays so low",
      "\(NumberText.range(least, most)) \(words.money)",
      compared: price.withoutGoals.map {
        "\(NumberText.range($0.lostLeast, $0.lostMost)) without goals"
      },
      range: "from its best case to its worst, over \(WatchWords.months(price.horizonMonths))")
  }

  private var months: Page.KeyFigure? {
    let prices = watch.alerts.compactMap(\.price)
    guard let soonest = prices.min(by: { $0.plan.monthsToShortage < $1.plan.monthsToShortage })
    else { return nil }
    let months = soonest.plan.monthsToShortage
    return Page.KeyFigure(
      "Months to the first shortage of \(words.home)",
      months >= soonest.horizonMonths ? "none in \(WatchWords.months(months))" : "\(months)",
      compared: "the soonest of \(WatchWords.count(prices.count, "priced alert"))")
  }

  private var fall: Page.KeyFigure? {
    guard
      let largest = watch.alerts.map(\.alert).filter({ $0.reasons.contains(.fall) })
        .max(by: { ($0.fall ?? 0) < ($1.fall ?? 0) }), let fall = largest.fall
    else { return nil }
    return Page.KeyFigure(
      "The largest fall of imports", NumberText.percent(fall),
      compared: "\(words.named(largest.good)) from \(words.named(largest.origin))",
      range: "since \(largest.since.text)")
  }

  var assumed: [String] {
    var texts = watch.remarks
    if let pricing = watch.pricing {
      texts.append(
        "A price assumes that the fall goes on for \(WatchWords.months(pricing.months)) and that the plan is carried out."
      )
    }
    return texts
  }
}
