package import EarlyWarning
import Importing

/// What was seen, in a few sentences.
package struct WatchAnswer: Sendable {
  private let watch: Watch
  private let words: WatchWords

  /// Of what was seen.
  package init(_ watch: Watch) {
    self.watch = watch
    words = WatchWords(watch)
  }

  /// How many alerts there are, what the most urgent one is, and what it would cost.
  package var text: String {
    guard let first = watch.alerts.first else { return quiet }
    let count = watch.alerts.count
    let start =
      count == 1
      ? "1 alert as of \(watch.asOf.text), of class \(first.urgency.rawValue)"
      : "\(WatchWords.count(count, "alert")) as of \(watch.asOf.text), the most urgent of class \(first.urgency.rawValue)"
    return "\(start): \(words.sentence(first.alert)). \(words.cost(first))"
  }

  /// That nothing has moved, as far as that can be seen.
  private var quiet: String {
    let start = "No alert as of \(watch.asOf.text)"
    let blind = watch.goodsWithoutPast.count
    guard blind < watch.trade.count else {
      return
        "\(start), but the files have too few earlier years to see a change of \(goods) into \(words.importer)."
    }
    let rest =
      blind == 0
      ? "" : " Of \(blind) of them the files have too few earlier years to see a change."
    return
      "\(start): of \(goods) into \(words.importer) nothing has moved beyond the limits.\(rest)"
  }

  private var goods: String {
    switch watch.trade.count {
    case 1: words.named(watch.trade[0].good.id)
    case let count: "\(count) goods"
    }
  }

  /// When to look again.
  package var advice: String {
    guard let urgency = watch.urgency else {
      return "Look again \(watch.interval.rawValue): there is no alert."
    }
    return
      "Look again \(watch.interval.rawValue): the most urgent alert is of class \(urgency.rawValue)."
  }
}
