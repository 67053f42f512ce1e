import Analysis
import Charts
import Reporting

/// Who pays, and for what.
extension PlanPictures {
  private typealias Part = PaidAmounts.Row

  /// The most parts of bills that a picture shows.
  private static let mostParts = 250
  /// The most regions that a picture of bills shows.
  private static let mostPayers = 8

  private var parts: [Part] {
    tables[.bills].rows.map {
      Part(
        period: $0.text("period"), payer: $0.text("payer"), spentIn: $0.text("spent_in"),
        category: $0.text("category"), amount: $0.number("amount") ?? 0,
        withoutGoals: $0.number("without_goals"), change: $0.number("change"))
    }
  }

  private func isHome(_ part: Part) -> Bool { regions.role(part.payer) == .home }

  /// What home pays in each period, by category.
  var homeBill: Picture? {
    let shown = Largest(parts.filter(isHome), most: Self.mostParts) { $0.amount }
    guard let last = shown.rows.last?.period,
      let part = shown.rows.filter({ $0.period == last }).max(by: { $0.amount < $1.amount })
    else { return nil }
    return picture(
      "home-bill", "What \(home) pays, by category", shown, .amount, by: .category,
      "In \(last) the largest part of \(home)'s bill is what it pays \(purpose(part)): "
        + "\(aYear(part.amount)).")
  }

  /// What home pays more or less than without goals, by category.
  var changeOfHomeBill: Picture? {
    let shown = Largest(parts.filter(isHome), most: Self.mostParts) { $0.change ?? 0 }
    guard let part = shown.largest else { return nil }
    return picture(
      "home-bill-change", "What \(home) pays more or less than without goals", shown, .change,
      by: .category,
      "The largest change of a part of its bill is in \(part.period): \(instead(part)).")
  }

  /// What regions pay more or less than without goals.
  var changesOfPayers: Picture? {
    let all = Largest(parts, most: .max) { $0.change ?? 0 }
    let others = all.rows.filter { !isHome($0) }
    guard let part = others.max(by: { abs($0.change ?? 0) < abs($1.change ?? 0) }) else {
      return nil
    }
    let largest = all.sorted.map(\.payer).reduce(into: [String]()) { payers, payer in
      if !payers.contains(payer) { payers.append(payer) }
    }
    let payers = Set(largest.prefix(Self.mostPayers))
    let shown = Largest(
      parts.filter { payers.contains($0.payer) || isHome($0) }, most: 2 * Self.mostParts
    ) { $0.change ?? 0 }
    let rest = largest.count - payers.count
    let left = rest > 0 ? " \(rest) regions with smaller changes are only in bills.csv." : ""
    return picture(
      "bill-changes", "Who pays more, who pays less than without goals", shown, .change, by: .payer,
      "Outside \(home) the largest change is in \(part.period): \(instead(part)).\(left)")
  }

  private func picture(
    _ id: String, _ title: String, _ shown: Largest<Part>, _ figure: PaidAmounts.Figure,
    by colour: PaidAmounts.Colour, _ sentence: String
  ) -> Picture? {
    PaidAmounts.picture(
      id: id, of: shown.rows, figure: figure, by: colour, periods: summary.periods,
      regions: regions,
      words: .init(
        title: title, sentence: sentence + shown.rest("parts", in: "bills.csv"), currency: money,
        categories: CostWords.all))
  }

  /// `Japan pays 12.3 USD million a year for production in China instead of 15.6`
  private func instead(_ part: Part) -> String {
    let without = part.withoutGoals.map { " instead of \(NumberText.amount($0))" } ?? ""
    return
      "\(words.named(part.payer)) pays \(aYear(part.amount)) \(purpose(part))\(without)"
  }

  /// `for production in China`
  private func purpose(_ part: Part) -> String {
    "for \(CostWords.all[part.category] ?? part.category) in \(words.named(part.spentIn))"
  }
}
