import Sourcing

extension Model {
  /// The parameters that a plan is made with, in a line; nil where the model takes none.
  var parameterText: String? {
    Reporting.parameterText(parameters, taken: parametersTaken, settings: source?.settings)
  }
}

extension Summary {
  var parameterText: String? {
    Reporting.parameterText(parameters, taken: parametersTaken, settings: settings)
  }
}

/// - Parameters:
///   - taken: names of those that the model takes; nil where that is not known.
///   - settings: those set from outside the model, also lists and mappings, which are no single value.
private func parameterText(
  _ parameters: [String: String], taken: [String]?, settings: [String: String]?
) -> String? {
  let values = (settings ?? [:]).merging(parameters) { $1 }
    .filter { $0.key != "home" && taken?.contains($0.key) ?? true }
  guard !values.isEmpty else { return nil }
  let texts = values.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
  return "Parameters: \(texts.joined(separator: ", "))."
}
