package import EarlyWarning
import Importing

/// Words that the report, the tables and the page on watched trade have in common.
package struct WatchWords: Sendable {
  private let watch: Watch
  /// Names of places and goods.
  package let names: Names

  /// Of what was seen.
  package init(_ watch: Watch) {
    self.watch = watch
    var names = Names()
    for trade in watch.trade { names.regions.merge(trade.placeNames) { first, _ in first } }
    names.regions[watch.importer.id] = watch.importer.name
    names.regions = names.regions.filter { !$1.isEmpty && $0 != $1 }
    for good in watch.goods where !good.name.isEmpty && good.name != good.id {
      names.commodities[good.id] = good.name
    }
    self.names = names
  }

  /// A place or good in a sentence, with its id: `China (CHN)`.
  package func named(_ id: String) -> String { names.sentence(id) }

  /// The importer in a sentence.
  package var importer: String { named(watch.importer.id) }

  /// Home of the plan in a sentence.
  package var home: String {
    guard let pricing = watch.pricing else { return importer }
    return pricing.homeName == pricing.home ? pricing.home : "\(pricing.homeName) (\(pricing.home))"
  }

  /// The unit of money; `money` if the instance names none.
  package var money: String {
    let currency = watch.pricing?.currency ?? ""
    return currency.isEmpty ? "money" : currency
  }

  // MARK: What has moved

  /// What has moved, in a sentence without a full stop.
  package func sentence(_ alert: Alert) -> String {
    guard alert.reasons != [.dependent] else {
      return "\(named(alert.good)): \(text(of: .dependent, alert)); the largest origin is "
        + named(alert.origin)
    }
    let parts = alert.reasons.map { text(of: $0, alert) }
    return "\(named(alert.good)) from \(named(alert.origin)): \(WordList.text(parts))"
  }

  private func text(of reason: Alert.Reason, _ alert: Alert) -> String {
    let brackets = { (name: String, figure: Double?) in
      figure.map { " (\(name) \(NumberText.amount($0)))" } ?? ""
    }
    switch reason {
    case .fall:
      guard let fall = alert.fall else { return "imports have fallen" }
      return fall > 0.9995
        ? "imports have stopped" : "imports are \(NumberText.percent(fall)) below what is usual"
    case .jump: return "the unit value has jumped\(brackets("z", alert.z))"
    case .cusum:
      return
        "unit values have been above the usual ones for a while\(brackets("CUSUM", alert.cusum))"
    case .dependent: return "all three limits of dependence are passed, and were not a year before"
    }
  }

  /// What an alert would cost if the fall went on, as sentences that follow ``sentence(_:)``.
  package func cost(_ alert: PricedAlert) -> String {
    guard let price = alert.price else {
      return alert.unpriced.map { "It is not priced: \($0)." }
        ?? "No plan is given that says what it would cost (--instance with --model or --plan)."
    }
    return "If it goes on for \(Self.months(price.horizonMonths)), \(loss(price.plan, of: price))."
      + without(price)
  }

  private func loss(_ figures: AlertPrice.Figures, of price: AlertPrice) -> String {
    let lost = RangeText.amount(figures.lostLeast, figures.lostMost)
    guard figures.monthsToShortage < price.horizonMonths || lost != "0" else {
      return "\(home) has no shortage"
    }
    guard figures.monthsToShortage < price.horizonMonths else {
      return "\(home) has no shortage if it is served first, and else loses up to "
        + "\(NumberText.amount(figures.lostMost)) \(money)"
    }
    let first =
      figures.monthsToShortage == 0
      ? "a shortage at once"
      : "its first shortage after \(Self.months(figures.monthsToShortage))"
    return "\(home) has \(first) and loses \(lost) \(money)"
  }

  private func without(_ price: AlertPrice) -> String {
    guard let other = price.withoutGoals else { return "" }
    let lost = RangeText.amount(other.lostLeast, other.lostMost)
    return lost == RangeText.amount(price.plan.lostLeast, price.plan.lostMost)
      ? " Without the plan's goals it loses the same."
      : " Without the plan's goals it loses \(lost)."
  }

  /// What meets the fall, the largest first of each kind: `stock s1 120; origin AUS +30`.
  package static func covers(_ covers: [AlertPrice.Cover]) -> String {
    covers.map { cover in
      let amount = NumberText.amount(cover.amount)
      let ready = cover.ready.isEmpty ? "" : " (\(cover.ready))"
      return
        "\(cover.kind.rawValue) \(cover.id) \(cover.kind == .origin ? "+" : "")\(amount)\(ready)"
    }.joined(separator: "; ")
  }

  // MARK: Parts

  /// `1 month`, `12 months`.
  package static func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }

  /// `1 alert`, `12 alerts`.
  package static func count(_ count: Int, _ thing: String) -> String {
    count == 1 ? "1 \(thing)" : "\(NumberText.whole(count)) \(thing)s"
  }

  /// What a class says.
  ///
  /// - Parameters:
  ///   - urgency: the class.
  ///   - hasPlan: whether a plan prices alerts; some may have no price all the same.
  package static func meaning(of urgency: Alert.Class, hasPlan: Bool) -> String {
    guard hasPlan else {
      return switch urgency {
      case .a: "first shortage in less than 3 months"
      case .b: "dependent, and something has moved"
      case .c: "something has moved"
      case .d: "newly dependent"
      }
    }
    return switch urgency {
    case .a: "first shortage in less than 3 months"
    case .b:
      "first shortage after 3 to 5 months; without a price: dependent, and something has moved"
    case .c:
      "first shortage after 6 months or more; without a price: something has moved, or the fall is below 10%"
    case .d:
      "no shortage in the window; without a price: newly dependent, or the plan has no imports from there"
    }
  }
}

extension Names {
  /// A good or a place for the heading of a row: the id, and the name where it has one.
  func cell(_ id: String) -> String {
    (commodities[id] ?? regions[id]).map { "\(id) \(Self.short($0))" } ?? id
  }
}
