import Analysis
import Charts
import Reporting

/// Who pays, and for what.
extension PlanPictures {
  private typealias Part = PaidAmounts.Row

  /// The most parts of bills that a picture sums.
  private static let mostParts = 1200
  /// The most regions that a picture of bills shows.
  private static let mostPayers = 8

  private func isHome(_ part: Part) -> Bool { regions.role(part.payer) == .home }

  /// What home pays in each period, by category.
  var homeBill: Picture? {
    let shown = Largest(parts.filter(isHome), most: Self.mostParts, isSummed: true) { $0.amount }
    guard let last = shown.rows.last?.period else { return nil }
    let ofLast = shown.rows.filter { $0.period == last }
    let sums = sums(ofLast, by: \.category) { $0.amount }
    guard let most = sums.max(by: { ($0.sum, $1.key) < ($1.sum, $0.key) }) else { return nil }
    let whole = NumberText.amount(sums.reduce(0) { $0 + $1.sum })
    return picture(
      "home-bill", "What \(home) pays, by category", shown, .amount, by: .category,
      "In \(last) the largest part of \(words.homes) bill is \(CostWords.all[most.key] ?? most.key): "
        + "\(aYear(most.sum)) of \(whole).")
  }

  /// What home pays more or less than without goals, by category.
  var changeOfHomeBill: Picture? {
    let shown = Largest(parts.filter(isHome), most: Self.mostParts, isSummed: true) {
      $0.change ?? 0
    }
    guard let net = net(shown.rows, by: \.period) else { return nil }
    return picture(
      "home-bill-change", "What \(home) pays more or less than without goals", shown, .change,
      by: .category,
      "The net, a diamond, is largest in \(net.key): \(home) pays \(moreOrLess(net.sum)).")
  }

  /// What regions pay more or less than without goals.
  var changesOfPayers: Picture? {
    let all = Largest(parts, most: .max, isSummed: true) { $0.change ?? 0 }
    let others = all.rows.filter { !isHome($0) }
    guard let payer = net(others, by: \.payer, and: \.period) else { return nil }
    let seen = Largest(parts, most: .max) { $0.change ?? 0 }
    let largest = seen.sorted.map(\.payer).uniqued()
    let payers = Set(largest.prefix(Self.mostPayers)).union([payer.key])
    let shown = Largest(
      parts.filter { payers.contains($0.payer) || isHome($0) }, most: Self.mostParts,
      isSummed: true
    ) { $0.change ?? 0 }
    let drawn = Set(shown.rows.map(\.payer))
    let rest = Set(all.rows.map(\.payer)).subtracting(drawn).count
    let left =
      rest > 0
      ? " \(rest) \(rest == 1 ? "region" : "regions") with smaller changes "
        + "\(rest == 1 ? "is" : "are") only in bills.csv." : ""
    return picture(
      "bill-changes", "Who pays more, who pays less than without goals", shown, .change, by: .payer,
      "Beside \(home) the largest net change is that of \(words.named(payer.key)) in \(payer.other): "
        + "it pays \(moreOrLess(payer.sum)). A diamond is the net of all that are shown.\(left)")
  }

  /// `16.8 USD million (2019) a year more`
  private func moreOrLess(_ change: Double) -> String {
    "\(aYear(abs(change))) \(change < 0 ? "less" : "more")"
  }

  private func sums(
    _ parts: [Part], by key: (Part) -> String, of figure: (Part) -> Double
  ) -> [(key: String, sum: Double)] {
    parts.reduce(into: [String: Double]()) { $0[key($1), default: 0] += figure($1) }
      .map { (key: $0.key, sum: $0.value) }
  }

  /// The largest sum of changes, up or down, of parts with the same key; nil without parts.
  private func net(_ parts: [Part], by key: (Part) -> String) -> (key: String, sum: Double)? {
    sums(parts, by: key) { $0.change ?? 0 }.max { (abs($0.sum), $1.key) < (abs($1.sum), $0.key) }
  }

  /// The same of parts with the same two keys.
  private func net(
    _ parts: [Part], by key: (Part) -> String, and other: (Part) -> String
  ) -> (key: String, other: String, sum: Double)? {
    Dictionary(grouping: parts, by: key).compactMap { key, parts in
      net(parts, by: other).map { (key: key, other: $0.key, sum: $0.sum) }
    }.max { (abs($0.sum), $1.key) < (abs($1.sum), $0.key) }
  }

  private func picture(
    _ id: String, _ title: String, _ shown: Largest<Part>, _ figure: PaidAmounts.Figure,
    by colour: PaidAmounts.Colour, _ sentence: String
  ) -> Picture? {
    PaidAmounts.picture(
      id: id, of: shown.rows, figure: figure, by: colour, periods: summary.periods,
      regions: regions,
      words: .init(
        title: title,
        sentence: sentence
          + shown.rest(
            "parts", of: figure == .amount ? "the bill" : "all changes", in: "bills.csv"),
        currency: money, categories: CostWords.all))
  }
}
