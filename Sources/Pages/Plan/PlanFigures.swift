import Analysis
import Reporting
import Sourcing

/// The three to five main figures of a plan.
struct PlanFigures {
  private let words: PlanWords
  private var summary: Summary { words.summary }

  init(_ words: PlanWords) { self.words = words }

  var all: [Page.KeyFigure] {
    [homeBill, cost].compactMap(\.self) + goals.prefix(2) + [shadowPrice].compactMap(\.self)
  }

  private var homeBill: Page.KeyFigure? {
    guard let bills = summary.bills else { return nil }
    let without = bills.homeWithoutGoals
    let home = words.named(summary.home)
    return Page.KeyFigure(
      without == nil
        ? "What \(home) pays, \(words.time)" : "What the goals cost \(home), \(words.time)",
      words.change(bills.home, from: without),
      compared: without.map { "\(home) pays \(words.comparison(bills.home, with: $0))" },
      range: range(of: without == nil ? "home_bill" : "extra_home_bill"))
  }

  private var cost: Page.KeyFigure? {
    summary.cost.map { cost in
      let without = summary.withoutGoals?.cost
      return Page.KeyFigure(
        without == nil
          ? "What all regions together pay, \(words.time)"
          : "What the goals cost all regions together, \(words.time)",
        words.change(cost, from: without),
        compared: without.map { "all together pay \(words.comparison(cost, with: $0))" },
        range: range(of: without == nil ? "cost" : "extra_cost"))
    }
  }

  /// What is achieved of each goal that limits something, in its last period.
  private var goals: [Page.KeyFigure] {
    summary.goals.filter(\.isLimiting).compactMap { goal in
      guard let last = goal.entries.last else { return nil }
      let place = last.period.map { ", \($0)" } ?? ""
      let title = summary.names?.inWords(goal.title) ?? goal.title
      let alone = last.withoutGoals.map {
        "; without the goals \(NumberText.target($0.achieved, in: goal.unit))"
      }
      return Page.KeyFigure(
        capitalised("\(title)\(place)"), NumberText.target(last.achieved, in: goal.unit),
        compared: "the goal is \(goal.boundInWords(last.target))\(alone ?? "")")
    }
  }

  /// What one more step of the most expensive goal costs.
  private var shadowPrice: Page.KeyFigure? {
    let prices = summary.goals.filter(\.isLimiting).flatMap { goal in
      goal.entries.compactMap { entry in entry.shadowPrice.map { (goal, entry, $0) } }
    }
    guard let (goal, entry, price) = prices.max(by: { abs($0.2) < abs($1.2) }),
      words.difference(price, 0) != 0
    else { return nil }
    let title = summary.names?.inWords(goal.title) ?? goal.title
    let place = entry.period.map { " in \($0)" } ?? ""
    return Page.KeyFigure(
      "If the target of \(title)\(place) rises by \(goal.unit.stepInWords)",
      "\(NumberText.signed(price)) \(words.currency)",
      compared: "change of the cost of all regions together")
  }

  private func range(of measure: String) -> String? {
    summary.ranges?.rangeText(of: measure, currency: words.currency)
  }
}

/// A sentence or label that begins with a capital letter.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
