import Analysis
import Reporting
import Sourcing

/// The three to five main figures of a plan.
struct PlanFigures {
  private let words: PlanWords
  private var summary: Summary { words.summary }

  init(_ words: PlanWords) { self.words = words }

  var all: [Page.KeyFigure] {
    let goals = goals.prefix(2)
    return [homeBill, cost].compactMap(\.self) + (goals.isEmpty ? supply : Array(goals))
      + [shadowPrice].compactMap(\.self)
  }

  private var homeBill: Page.KeyFigure? {
    guard let bills = summary.bills else { return nil }
    let without = bills.homeWithoutGoals
    let home = words.home
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

  /// What is achieved of each goal that limits something, in its last period; those that the answer names first.
  private var goals: [Page.KeyFigure] {
    PlanVerdict(words, noPlan: nil).goals.compactMap { goal in
      guard let last = goal.entries.last else { return nil }
      let place = last.period.map { ", \($0)" } ?? ""
      let title = words.inWords(goal.title)
      let alone = last.withoutGoals.map {
        "; without the goals \(NumberText.target($0.achieved, in: goal.unit))"
      }
      let attack = last.attack.map { "; least is served if \(words.names.attack($0)) is cut" }
      return Page.KeyFigure(
        capitalised("\(title)\(place)"), NumberText.target(last.achieved, in: goal.unit),
        compared:
          "the goal is \(goal.boundInWords(last.target))\(goal.underAttack)\(attack ?? "")\(alone ?? "")"
      )
    }
  }

  /// Where no goal limits anything: who supplies home most at the end, and how much demand is not served.
  private var supply: [Page.KeyFigure] {
    guard summary.cost != nil, let first = summary.periods.first, let last = summary.periods.last
    else { return [] }
    let largest = summary.suppliers.prefix(2).compactMap { suppliers -> Page.KeyFigure? in
      guard let now = words.largest(of: suppliers, at: summary.periods.count - 1),
        let then = words.largest(of: suppliers, at: 0)
      else { return nil }
      return Page.KeyFigure(
        "Share of \(now.name) in \(words.homes) supply of \(words.named(suppliers.commodity)), \(last)",
        now.share, compared: "the largest; in \(first) it is \(then.name) with \(then.share)")
    }
    let short = summary.unserved.count
    return largest + [
      Page.KeyFigure(
        "Demand that is not served",
        short == 0 ? "none" : "in \(short) \(short == 1 ? "market" : "markets")",
        compared: "of all regions, in \(first == last ? first : "\(first) to \(last)")")
    ]
  }

  /// What one more step costs: the dearest, of goals with the unit of the first that has a price, since steps of different
  /// units do not compare.
  private var shadowPrice: Page.KeyFigure? {
    let prices = summary.goals.filter(\.isLimiting).flatMap { goal in
      goal.entries.compactMap { entry in entry.shadowPrice.map { (goal, entry, $0) } }
    }.filter { words.difference($0.2, 0) != 0 }
    guard
      let (goal, entry, price) = prices.filter({ $0.0.unit == prices[0].0.unit })
        .max(by: { abs($0.2) < abs($1.2) })
    else { return nil }
    return StepPrice(goal: goal.title, unit: goal.unit, period: entry.period, price: price)
      .figure(words)
  }

  private func range(of measure: String) -> String? {
    summary.ranges?.rangeText(of: measure)
  }
}
