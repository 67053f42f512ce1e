import Analysis
import Reporting
import Sourcing

/// The words of a page on a plan, with comparisons with the plan without goals.
struct PlanWords: PageWords {
  let summary: Summary

  var names: Names { summary.names ?? Names() }
  var currency: String { summary.currency }
  var homeID: String { summary.home }
  var periods: [String] { summary.periods }

  /// `10,556 USD million (2019)`; rounding of the solver is 0.
  func money(_ amount: Double) -> String { "\(NumberText.amount(rounded(amount))) \(unit)" }

  /// `+9.213 USD million (2019)`; without a plan to compare with the amount alone.
  func change(_ amount: Double, from without: Double?) -> String {
    without.map { change(difference(amount, $0)) } ?? money(amount)
  }

  /// `10,556 instead of 10,547 without goals (+0.087%)`
  func comparison(_ amount: Double, with without: Double) -> String {
    let more = difference(amount, without)
    let (now, then) = (NumberText.amount(rounded(amount)), NumberText.amount(rounded(without)))
    guard more != 0 else { return "\(now), the same as without goals" }
    let sign = more > 0 ? "+" : "-"
    let part = NumberText.change(abs(more) / without)
    let share = without > 0 ? " (\(part.hasPrefix("<") ? "" : sign)\(part))" : ""
    return "\(now) instead of \(then) without goals\(share)"
  }

  /// The difference of two parts of the total cost; 0 where it is rounding of the solver.
  func difference(_ amount: Double, _ without: Double) -> Double {
    PlanDifference(plan: amount, withoutGoals: without, partOf: size).difference
  }

  /// The largest supplier of home in a period.
  ///
  /// - Parameter place: place of the period.
  func largest(
    of suppliers: Suppliers, at place: Int
  ) -> (id: String, name: String, share: String)? {
    suppliers.origins.max { $0.share[place] < $1.share[place] }.map {
      ($0.region, named($0.region), NumberText.percent($0.share[place]))
    }
  }

  private func rounded(_ amount: Double) -> Double {
    difference(amount, 0) == 0 ? 0 : amount
  }

  private var size: Double { max(abs(summary.cost ?? 0), abs(summary.withoutGoals?.cost ?? 0)) }
}
