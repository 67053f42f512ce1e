package import Analysis
package import Sourcing

/// The parameters of a model in sentences. Those that were set from outside the model (`--set`) matter most; the others
/// have their defaults. A default that limits nothing is left out.
struct ParameterText {
  private let set: [(name: String, value: String)]
  private let defaults: [(name: String, value: String)]
  /// What the sentences begin with.
  var start = "Parameters"

  /// - Parameters:
  ///   - parameters: values by name.
  ///   - taken: names of those that the model uses; nil if that is unknown.
  ///   - settings: those set from outside the model; they may be lists and mappings.
  ///   - idle: names of those whose values limit nothing.
  ///   - left: names to leave out.
  init(
    _ parameters: [String: String], taken: [String]?, settings: [String: String]?,
    idle: [String] = [], without left: Set<String> = []
  ) {
    let settings = settings ?? [:]
    let values = settings.merging(parameters) { $1 }
      .filter { !left.contains($0.key) && $0.key != "home" && taken?.contains($0.key) ?? true }
      .sorted { $0.key < $1.key }
    set = values.filter { settings[$0.key] != nil }.map { ($0.key, $0.value) }
    defaults = values.filter { settings[$0.key] == nil && !idle.contains($0.key) }
      .map { ($0.key, $0.value) }
  }

  /// `Parameters set: cap = 50%.`; nil if none is set.
  var settings: String? { sentence("\(start) set", set) }

  /// `Parameters with their defaults: basis = supply.`; nil if there is none.
  var remaining: String? { sentence("\(start) with their defaults", defaults) }

  /// Both.
  var whole: String? {
    let texts = [settings, remaining].compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: " ")
  }

  private func sentence(_ start: String, _ values: [(name: String, value: String)]) -> String? {
    guard !values.isEmpty else { return nil }
    return "\(start): \(values.map { "\($0.name) = \($0.value)" }.joined(separator: ", "))."
  }
}

extension Model {
  /// The parameters of the model with their values, in one line; nil if the model uses none.
  package var parameterText: String? { parameterText(without: []) }

  /// The same without some of them.
  ///
  /// - Parameters:
  ///   - left: names to leave out.
  ///   - goals: how a plan stands to the goals, which tells what limits nothing.
  package func parameterText(without left: Set<String> = [], _ goals: [GoalStanding] = [])
    -> String?
  {
    shownParameters(without: left, goals).whole
  }

  /// The same for a report in which a command's options may be named as parameters are, and differ.
  package func parameterTextOfModel(without left: Set<String>) -> String? {
    var text = shownParameters(without: left)
    text.start = "Parameters of the model"
    return text.whole
  }

  /// The parameters that were set from outside the model; nil if there is none.
  ///
  /// - Parameter left: names to leave out.
  package func parameterSettings(without left: Set<String> = []) -> String? {
    shownParameters(without: left).settings
  }

  /// The parameters with their defaults; nil if there is none.
  ///
  /// - Parameter left: names to leave out.
  package func parameterDefaults(without left: Set<String> = []) -> String? {
    shownParameters(without: left).remaining
  }

  private func shownParameters(without left: Set<String>, _ goals: [GoalStanding] = [])
    -> ParameterText
  {
    ParameterText(
      parameters, taken: parametersTaken, settings: source?.settings,
      idle: parametersWithoutEffect(in: goals), without: left)
  }

  /// Names of the parameters whose values limit nothing: those that the reader found, and sums of money beyond all
  /// that can be spent.
  func parametersWithoutEffect(in goals: [GoalStanding]) -> [String] {
    let sums = goals.filter { $0.unit == .money && $0.limitsNothing == true }
      .flatMap(\.entries).map(\.target)
    let ofMoney = parameters.filter { sums.contains(Double($0.value) ?? .nan) }.keys
    return Set(parametersWithoutEffect + ofMoney).sorted()
  }
}

extension Summary {
  /// The parameters that were set from outside the model; nil if there is none.
  package var settingsText: String? { shownParameters.settings }

  /// The parameters with their defaults; nil if there is none.
  package var defaultsText: String? { shownParameters.remaining }

  private var shownParameters: ParameterText {
    ParameterText(
      parameters, taken: parametersTaken, settings: settings,
      idle: parametersWithoutEffect ?? [])
  }
}
