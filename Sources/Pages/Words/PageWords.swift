import Analysis
import Reporting
import Sourcing

/// The words that pages share: names for ids, amounts of money with their unit, and the time that figures are of.
protocol PageWords {
  /// Names of regions and commodities.
  var names: Names { get }
  /// The unit of money; empty if the instance names none.
  var currency: String { get }
  /// The id of home.
  var homeID: String { get }
  /// The labels of all periods.
  var periods: [String] { get }
}

extension PageWords {
  /// A region, commodity or group in a sentence, without its id where it has a name: `the United States`, `rare earths`.
  func named(_ id: String) -> String { names.within(id) }

  /// A text with names for the ids in it.
  func inWords(_ text: String) -> String { names.inWords(text) }

  /// A condition that conflicts with others, with names for its ids but not for the key of models in it.
  func condition(_ text: String) -> String {
    inWords(text.replacing("max_decline", with: "`max_decline`"))
  }

  /// Warnings, a sentence each.
  func sentences(on warnings: [String]) -> [String] {
    warnings.map { "Warning: \(inWords($0))." }
  }

  /// Name of home in a sentence.
  var home: String { named(homeID) }

  /// Whose something is: `Japan's`, `the United States'`.
  func whose(_ name: String) -> String { name.hasSuffix("s") ? "\(name)'" : "\(name)'s" }

  /// What is home's: `Japan's`.
  var homes: String { whose(home) }

  /// Unit of money; `money` if the instance names none.
  var unit: String { currency.isEmpty ? "money" : currency }

  /// `10,556 USD million (2019)`
  func money(_ amount: Double) -> String { "\(NumberText.amount(amount)) \(unit)" }

  /// `+9.213 USD million (2019)`
  func change(_ amount: Double) -> String { "\(NumberText.signed(amount)) \(unit)" }

  /// `2019 to 2035, discounted to the start of 2019`
  var time: String {
    let (first, last) = (periods.first ?? "", periods.last ?? "")
    return "\(first == last ? first : "\(first) to \(last)"), discounted to the start of \(first)"
  }
}
