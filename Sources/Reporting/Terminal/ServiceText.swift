/// Service levels for people.
package enum ServiceText {
  /// A service level as a percentage with one decimal; `<100%` where that would be `100.0%` although something is lost.
  /// Up to 1e-9 of demand counts as nothing: it is round-off.
  package static func percent(_ service: Double) -> String {
    let text = NumberText.percent(service)
    return service < 1 - 1e-9 && text == NumberText.percent(1) ? "<100%" : text
  }

  /// A range of service levels, from the best case to the worst: `100.0% to 91.6%`.
  package static func range(best: Double, worst: Double) -> String {
    RangeText.joined(percent(best), percent(worst))
  }
}
