import Importing
public import Sourcing

/// The period of an instance in which alerts of a period of trade statistics are priced.
public struct PricedPeriod: Sendable, Hashable {
  /// The period of the instance.
  public var index: PeriodIndex
  /// Why it is not the period that holds the year, one sentence; nil: it holds the year.
  public var remark: String?
}

extension PricedPeriod {
  /// The period that holds the year, or else the nearest one, of two equally near ones the earlier; the first period if no
  /// label names a year.
  ///
  /// - Parameters:
  ///   - traded: a year or a month of trade statistics.
  ///   - horizon: the periods of the instance, at least one.
  init(for traded: TradePeriod, in horizon: Horizon) {
    let spans = horizon.calendarYears
    func distance(_ years: ClosedRange<Int>) -> Int {
      max(0, years.lowerBound - traded.year, traded.year - years.upperBound)
    }
    guard let (nearest, years) = spans.min(by: { distance($0.years) < distance($1.years) }) else {
      index = .first
      remark =
        "no label of the instance's periods names a year: alerts of \(traded.text) are priced in "
        + "the first period, \(horizon[.first].label)"
      return
    }
    index = nearest
    remark =
      years.contains(traded.year)
      ? nil
      : "\(traded.year) is in no period of the instance: alerts are priced in the nearest one, "
        + horizon[nearest].label
  }
}

extension Horizon {
  /// The calendar years of each period, in order; empty if no label begins with a year of four digits, letters before it
  /// left out: `2025`, `2025-29`, `FY2025`. Periods without such a label follow from the others.
  var calendarYears: [(period: PeriodIndex, years: ClosedRange<Int>)] {
    let named = periods.map { Self.firstYear(of: $0.label) }
    let known = zip(periods, named).compactMap { period, year in year.map { $0 - period.start } }
    guard let origin = known.first else { return [] }
    return zip(periods.indexed(), named).map { element, year in
      let first = year ?? origin + element.1.start
      return (element.0, first...(first + max(1, element.1.years) - 1))
    }
  }

  private static func firstYear(of label: String) -> Int? {
    let digits = label.drop(while: \.isLetter).prefix { $0.isASCII && $0.isNumber }
    return digits.count == 4 ? Int(digits) : nil
  }
}
