import Reporting
import Sourcing

/// The words of a page on a question about a model of an instance, for commands that have no summary.
struct QuestionWords {
  let instance: Instance
  let model: Model
  private let names: Names

  init(_ instance: Instance, _ model: Model) {
    self.instance = instance
    self.model = model
    names = Names(instance)
  }

  /// A region, commodity or group in a sentence, without its id where it has a name.
  func named(_ id: String) -> String { names.short(id) }

  /// A text with names for the ids in it.
  func inWords(_ text: String) -> String { names.inWords(text) }

  /// Name of home.
  var home: String { named(instance.home.id) }

  /// Title of the model, with names for ids.
  var title: String { inWords(model.shownTitle) }

  /// Unit of money; `money` if the instance names none.
  var unit: String { instance.currency.isEmpty ? "money" : instance.currency }

  /// `10,556 USD million (2019)`
  func money(_ amount: Double) -> String { withUnit(NumberText.amount(amount)) }

  /// `+9.213 USD million (2019)`
  func change(_ amount: Double) -> String { withUnit(NumberText.signed(amount)) }

  private func withUnit(_ amount: String) -> String {
    instance.currency.isEmpty ? amount : "\(amount) \(instance.currency)"
  }

  /// `2019 to 2035, discounted to the start of 2019`
  var time: String {
    let labels = instance.horizon.periods.map(\.label)
    let (first, last) = (labels.first ?? "", labels.last ?? "")
    return "\(first == last ? first : "\(first) to \(last)"), discounted to the start of \(first)"
  }

  /// What is set, a sentence each.
  ///
  /// - Parameter left: parameters to leave out.
  func settings(without left: Set<String> = []) -> [String] {
    [instance.assumptionText, model.parameterText(without: left)].compactMap(\.self)
  }

  /// That the figures are of one world.
  ///
  /// - Parameter advice: how ranges can be had; nil where the instance has no assumption with a range.
  func oneWorld(_ advice: String?) -> String {
    "These figures are of one world, the numbers of the tables: nothing here says how far they could move."
      + (advice.map { " \($0)" } ?? "")
  }

  /// What is a bill.
  static let bill =
    "A bill is what a region pays of the cost of all regions; costs follow the goods at average cost. "
    + "Equally cheap plans may split the cost in another way."
}
