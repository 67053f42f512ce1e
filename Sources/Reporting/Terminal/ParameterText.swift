import Sourcing

extension Model {
  /// The parameters of the model with their values, in one line; nil if the model uses none.
  var parameterText: String? { parameterText(without: []) }

  /// The same without some of them.
  func parameterText(without left: Set<String>) -> String? {
    let taken = parametersTaken.filter { !left.contains($0) }
    return Reporting.parameterText(parameters, taken: taken, settings: source?.settings)
  }
}

extension Summary {
  var parameterText: String? {
    Reporting.parameterText(parameters, taken: parametersTaken, settings: settings)
  }
}

/// - Parameters:
///   - taken: names of those that the model uses; nil if that is unknown.
///   - settings: those set from outside the model; they may be lists and mappings.
private func parameterText(
  _ parameters: [String: String], taken: [String]?, settings: [String: String]?
) -> String? {
  let values = (settings ?? [:]).merging(parameters) { $1 }
    .filter { $0.key != "home" && taken?.contains($0.key) ?? true }
  guard !values.isEmpty else { return nil }
  let texts = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
  return "Parameters of the model: \(texts.joined(separator: ", "))."
}
