import Reporting

extension Ranges {
  /// `200 worlds, seed 1`
  var sampleText: String { "\(worlds) \(worlds == 1 ? "world" : "worlds"), seed \(seed)" }

  /// How far a figure moves, for people: `in 90% of 200 worlds 5.3 to 43.7 (median 14.9)`; nil if the plan does not
  /// have it.
  ///
  /// - Parameter measure: name of the measure.
  func rangeText(of measure: String) -> String? {
    guard let figure = measures.first(where: { $0.measure == measure }), let low = figure.q05,
      let high = figure.q95, let median = figure.median
    else { return nil }
    let text = { (value: Double) in
      figure.isShare
        ? NumberText.percent(value)
        : figure.isDifference ? NumberText.signed(value) : NumberText.amount(value)
    }
    return SharedText.range(text(low), text(high), median: text(median), of: worlds)
  }
}
