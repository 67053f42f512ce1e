import Sourcing

/// The months of a stress window, in spans that have the same columns and rows.
///
/// Months are only linked by what stockpiles give, which lowers their levels and never raises them. So if the limits and
/// demands of some consecutive months are the same, any point can be replaced by one with their mean in each of them:
/// their rows are the same and linear, and of the levels only the last one of a span can be below 0. The mean gives the
/// same sum over the months, and in no month less than the worst of them had. So one copy of the variables stands for
/// all months of a span. It counts as many times as the span has months.
///
/// This does not hold if stockpiles lose some of their level each month: what is given early then loses less.
struct MonthSpans: Sendable {
  /// The spans, in order, from month 1 on.
  let spans: [ClosedRange<Int>]

  /// Each month by itself.
  static func single(_ months: Int) -> MonthSpans {
    MonthSpans(spans: (1...months).map { $0...$0 })
  }

  /// The longest spans in each of which the months are alike under some disruptions.
  ///
  /// - Parameters:
  ///   - disruptions: the factors of the disruptions.
  ///   - options: the months of the window and of `reroute_months`.
  ///   - stockpiles: what can give in the window.
  static func alike(
    under disruptions: [DisruptionFactors], _ options: StressOptions, stockpiles: [Stockpile]
  ) -> MonthSpans {
    let months = options.horizonMonths
    guard stockpiles.allSatisfy({ $0.loss == 0 }) else { return single(months) }
    let ends = Set(disruptions.flatMap(\.lastMonths) + [options.rerouteMonths, months])
      .filter { (1...months).contains($0) }.sorted()
    return MonthSpans(spans: zip([0] + ends, ends).map { ($0 + 1)...$1 })
  }

  /// For each month that begins a span the number of its months; 0 of the others.
  private let counts: [Int]

  private init(spans: [ClosedRange<Int>]) {
    self.spans = spans
    counts = spans.flatMap { [$0.count] + Array(repeating: 0, count: $0.count - 1) }
  }

  /// The length of the window, months.
  var months: Int { counts.count }

  /// The number of months of the span that begins with a month.
  func count(from month: Int) -> Double { Double(counts[month - 1]) }

  /// The number of months of the span that begins with a month, of those that are in a range.
  func count(from month: Int, in range: ClosedRange<Int>) -> Double {
    let span = month...(month + counts[month - 1] - 1)
    return span.overlaps(range) ? Double(span.clamped(to: range).count) : 0
  }
}
