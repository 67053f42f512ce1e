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

  /// nil if no figure moves.
  var picture: Picture? {
    let rows = ranges.measures.filter { !stands($0) }.compactMap { it -> FigureRanges.Row? in
      guard let nominal = it.nominal, let q05 = it.q05, let median = it.median, let q95 = it.q95
      else { return nil }
      let money = currency.isEmpty ? "discounted" : "\(currency), discounted"
      return FigureRanges.Row(
        measure: it.measure,
        figure: FigureWords(
          capitalised(it.title), unit: it.isShare ? "" : money,
          style: it.isShare ? .share : .amount),
        nominal: nominal, q05: q05, median: median, q95: q95)
    }
    return FigureRanges.picture(
      of: rows,
      sentence:
        "The bar goes from 5% to 95% of the \(ranges.sampleText), the stroke is their median, the diamond this plan.\(still)"
    )
  }

  /// Whether what is drawn of a figure is the same, up to rounding: from 5% to 95% of the worlds, and in this plan.
  private func stands(_ figure: Ranges.Figure) -> Bool {
    guard let nominal = figure.nominal, let low = figure.q05, let high = figure.q95
    else { return false }
    let size = max(abs(nominal), figure.isShare ? 1 : largest)
    return max(high, nominal) - min(low, nominal) <= 1e-7 * size
  }

  /// The size of the largest figure, of which differences of money are rounding.
  private var largest: Double {
    ranges.measures.filter { !$0.isShare }.compactMap(\.nominal).map(abs).max() ?? 0
  }

  private var still: String {
    let texts = ranges.measures.filter(stands).map { figure in
      let value = figure.nominal.map {
        figure.isShare ? NumberText.percent($0) : NumberText.amount($0)
      }
      return "\(figure.title) (\(value ?? "-"))"
    }
    guard !texts.isEmpty else { return "" }
    return " The same from 5% to 95% of the worlds: \(texts.joined(separator: "; "))."
  }
}
