import Sourcing

/// The periods that a row is about.
enum PeriodScope: Hashable {
  /// `*`, or a blank cell.
  case every
  case one(PeriodIndex)
}

/// The names of periods.
struct PeriodNames {
  let horizon: Horizon
  /// Each label means the period's index.
  private(set) var single = NameIndex<PeriodIndex>(.period)
  /// Labels, and `*` for every period.
  private(set) var any = NameIndex<PeriodScope>(.anyPeriod)

  init(_ horizon: Horizon) {
    self.horizon = horizon
    for (index, period) in horizon.periods.indexed() {
      _ = single.insert(period.label, index)
      _ = any.insert(period.label, .one(index))
    }
    _ = any.insert("*", .every)
    let labels = horizon.periods.map { Int($0.label) }
    if let first = labels.first ?? nil, let last = labels.last ?? nil, first <= last,
      !labels.contains(nil)
    {
      single.years = first...last
      any.years = first...last
    }
    single.isIncomplete = horizon.count == 0
    any.isIncomplete = horizon.count == 0
  }

  func indices(_ scope: PeriodScope) -> Range<PeriodIndex> {
    switch scope {
    case .every: horizon.indices
    case .one(let period): period..<period.advanced(by: 1)
    }
  }
}

extension ReferenceColumn<PeriodScope> {
  /// The periods that a cell names, every period where it is blank; nil if it is wrong.
  mutating func scope(_ row: Int) -> PeriodScope? {
    switch find(row) {
    case .blank: .every
    case .wrong: nil
    case .named(let scope): scope
    }
  }
}

/// The first and the last period of something, from two columns.
struct PeriodInterval {
  /// Nil where the cell is blank.
  var first: PeriodIndex?
  var last: PeriodIndex?
}

/// Reads two columns that hold the first and the last period of something.
struct IntervalColumns {
  private let reader: TableReader
  private let horizon: Horizon
  private let names: (first: String, last: String)
  private var first: ReferenceColumn<PeriodIndex>
  private var last: ReferenceColumn<PeriodIndex>

  init(_ reader: TableReader, from first: String, to last: String, periods: PeriodNames) {
    self.reader = reader
    horizon = periods.horizon
    names = (first, last)
    self.first = reader.references(first, in: periods.single)
    self.last = reader.references(last, in: periods.single)
  }

  /// Nil where a cell is wrong, or the last period is before the first; the log has a note.
  mutating func read(_ row: Int) -> PeriodInterval? {
    let (start, end) = (first.find(row), last.find(row))
    if start == .wrong || end == .wrong { return nil }
    let interval = PeriodInterval(first: start.meaning, last: end.meaning)
    if let from = interval.first, let to = interval.last, from > to {
      reader.report(
        "`\(names.last)` (\(horizon[to].label)) is before `\(names.first)` (\(horizon[from].label))",
        row: row, column: names.last)
      return nil
    }
    return interval
  }
}
