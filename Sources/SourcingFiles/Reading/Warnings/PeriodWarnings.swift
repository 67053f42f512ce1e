import Sourcing
import Tables

extension WarningFinder {
  /// Periods whose lengths differ from what their labels say, such as 2025, 2030 and 2035 of one year each, periods that
  /// are not in order of time, and labels that are dates.
  func unusualPeriods() -> [Problem] {
    let periods = instance.horizon.periods.map { (label: $0.label, years: $0.years) }
    if let place = periods.firstIndex(where: { isDate($0.label) }) {
      let label = periods[place].label
      let year = yearOfDate(label).map { ", such as `\($0)`" } ?? ""
      return [
        periodWarning("`\(label)` is a date; a period is named by its year\(year)", at: place)
      ]
    }
    let spans = periods.map { LabelSpan($0.label) }
    let found = periods.indices.compactMap { place -> (place: Int, message: String)? in
      guard let span = spans[place] else { return nil }
      let next = place + 1 < spans.count ? spans[place + 1] : nil
      return contradiction(periods[place], span, next: next).map { (place, $0) }
    }
    guard let first = found.first else { return [] }
    let others = found.count > 1 ? " (\(found.count) periods are like this)" : ""
    return [periodWarning(first.message + others, at: first.place)]
  }

  /// What in the label of a period contradicts its length or its place; nil if nothing does.
  private func contradiction(
    _ period: (label: String, years: Int), _ span: LabelSpan, next: LabelSpan?
  ) -> String? {
    if let next, next.first <= span.first {
      return "`\(period.label)` is followed by `\(next.label)`; periods are in order of time"
    }
    guard
      let length = span.last.map({ $0 - span.first + 1 }) ?? next.map({ $0.first - span.first }),
      length != period.years
    else { return nil }
    let counted = period.years == 1 ? "1 year" : "\(period.years) years"
    let reason = span.last == nil ? next.map { ", but `\($0.label)` follows" } ?? "" : ""
    return
      "the period `\(period.label)` has \(counted)\(reason); write {label: \(period.label), years: \(length)} for "
      + (length == 1 ? "a length of 1 year" : "a length of \(length) years")
  }

  private func periodWarning(_ message: String, at place: Int) -> Problem {
    let manifest = tables.manifest
    return Problem(
      message, file: manifest.file,
      line: manifest.periodLines.indices.contains(place) ? manifest.periodLines[place] : nil,
      column: "periods", severity: .warning)
  }
}

/// The calendar years in a label such as `2025`, `2025-29` or `2025-2029`.
private struct LabelSpan {
  let label: String
  let first: Int
  /// Nil in a label of one year.
  let last: Int?

  /// Nil for other labels.
  init?(_ label: String) {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let start = parts.first, start.count == 4, let first = Int(start),
      first > 0
    else { return nil }
    self.label = label
    self.first = first
    guard parts.count == 2 else {
      last = nil
      return
    }
    guard [2, 4].contains(parts[1].count), let number = Int(parts[1]), number >= 0 else {
      return nil
    }
    let end = parts[1].count == 4 ? number : first / 100 * 100 + number
    guard end > first else { return nil }
    last = end
  }
}
