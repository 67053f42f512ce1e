import Charts
import Reporting

/// The picture of the ranges of a plan's main figures over sampled worlds.
struct RangesPicture {
  private let ranges: Ranges
  private let currency: String

  init(_ ranges: Ranges, currency: String) {
    self.ranges = ranges
    self.currency = currency
  }

  /// nil if no world has a plan.
  var picture: Picture? {
    let rows = ranges.measures.compactMap { it -> FigureRanges.Row? in
      guard let nominal = it.nominal, let q05 = it.q05, let median = it.median, let q95 = it.q95
      else { return nil }
      let money = currency.isEmpty ? "discounted" : "\(currency), discounted"
      return FigureRanges.Row(
        measure: it.measure,
        figure: FigureWords(
          capitalised(it.title), unit: it.isShare ? "" : money, style: it.isShare ? .share : .amount
        ),
        nominal: nominal, q05: q05, median: median, q95: q95)
    }
    return FigureRanges.picture(
      of: rows,
      sentence:
        "The bar goes from 5% to 95% of the \(ranges.sampleText), the stroke is their median, the diamond this plan."
    )
  }
}
