import Reporting

extension Ranges {
  /// `200 worlds, seed 1`
  var sampleText: String { "\(worlds) \(worlds == 1 ? "world" : "worlds"), seed \(seed)" }

  /// How far a figure moves, for people: `5.3 to 43.7, median 14.9 (90% of 200 worlds)`; nil if the plan does not
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
    let what = figure.isDifference ? "against without goals " : ""
    return
      "\(what)\(text(low)) to \(text(high)), median \(text(median)) \(SharedText.most(of: worlds))"
  }
}
