import Analysis
import Foundation
import Reporting
import Sourcing

/// The words of a page on a plan: names for ids, amounts with their unit, and comparisons with the plan without goals.
struct PlanWords {
  let summary: Summary

  /// A region, commodity or group in a sentence, without its id where it has a name: `Japan`, `rare earths`.
  func named(_ id: String) -> String { summary.names?.short(id) ?? Names.spaced(id) }

  /// The currency; empty if the instance names none.
  var currency: String { summary.currency }

  /// `10,556 USD million (2019)`
  func money(_ amount: Double) -> String {
    let text = NumberText.amount(rounded(amount))
    return currency.isEmpty ? text : "\(text) \(currency)"
  }

  /// `+9.213 USD million (2019)`; without a plan to compare with the amount alone.
  func change(_ amount: Double, from without: Double?) -> String {
    guard let without else { return money(amount) }
    let text = NumberText.signed(difference(amount, without))
    return currency.isEmpty ? text : "\(text) \(currency)"
  }

  /// `10,556 instead of 10,547 without goals (+0.087%)`
  func comparison(_ amount: Double, with without: Double) -> String {
    let more = difference(amount, without)
    let (now, then) = (NumberText.amount(rounded(amount)), NumberText.amount(rounded(without)))
    guard more != 0 else { return "\(now), the same as without goals" }
    let sign = more > 0 ? "+" : "-"
    let share = without > 0 ? " (\(sign)\(NumberText.change(abs(more) / without)))" : ""
    return "\(now) instead of \(then) without goals\(share)"
  }

  /// The difference of two parts of the total cost; 0 where it is rounding of the solver.
  func difference(_ amount: Double, _ without: Double) -> Double {
    PlanDifference(plan: amount, withoutGoals: without, partOf: size).difference
  }

  private func rounded(_ amount: Double) -> Double {
    difference(amount, 0) == 0 ? 0 : amount
  }

  private var size: Double { max(abs(summary.cost ?? 0), abs(summary.withoutGoals?.cost ?? 0)) }

  /// `2019 to 2035, discounted to the start of 2019`
  var time: String {
    let (first, last) = (summary.periods.first ?? "", summary.periods.last ?? "")
    return "\(first == last ? first : "\(first) to \(last)"), discounted to the start of \(first)"
  }
}
