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

extension PricedPeriod {
  /// The period in which an alert is priced: the one for its own period. Where a plan has the observed flows of the good
  /// into home there, they have the fall already, and to take it away again would count it twice. So it is then the last
  /// period before the fall began, if the instance has one.
  ///
  /// - Parameters:
  ///   - alert: the alert.
  ///   - instance: the instance of the plan.
  ///   - history: whether the plan has the observed flows.
  init(for alert: Alert, in instance: Instance, history: Model.HistoryMode) {
    self.init(for: alert.asOf, in: instance.horizon)
    guard let good = instance.commodities.index(of: alert.good),
      !instance.openPeriods(of: [good], into: instance.home.members, history: history)
        .contains(index)
    else { return }
    let label = instance.horizon[index].label
    let known = "the plan's imports of \(alert.good) in \(label) are the observed ones"
    let earlier = instance.horizon.calendarYears.last {
      $0.period < index && $0.years.upperBound < alert.since.year
    }
    if let earlier {
      index = earlier.period
      remark =
        "\(known), which have their falls already: these are priced in the last period before they began"
    } else {
      remark = "\(known), which have the fall already: what is priced is a second fall as large"
    }
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
