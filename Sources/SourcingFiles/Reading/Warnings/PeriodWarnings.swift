import Sourcing
import Tables

extension WarningFinder {
  /// Periods whose lengths differ from what their labels say, such as 2025, 2030 and 2035 of one year each, periods
  /// that are not in order of time, and labels that are dates.
  func unusualPeriods() -> [Problem] {
    let periods = instance.horizon.periods.map { (label: $0.label, years: $0.years) }
    if let place = periods.firstIndex(where: { isDate($0.label) }) {
      let label = periods[place].label
      let year = yearOfDate(label).map { ", such as `\($0)`" } ?? ""
      return [
        periodWarning("`\(label)` is a date; a period is named by its year\(year)", at: place)
      ]
    }
    if let parts = partsOfYear(periods.map(\.label)) { return [parts] }
    let spans = labelSpans(periods.map(\.label))
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

extension WarningFinder {
  /// Quarters, halves or months of one year, each of which counts as a whole year; nil if no year has two.
  private func partsOfYear(_ labels: [String]) -> Problem? {
    let parts = labels.map(PartOfYear.init)
    for place in labels.indices.dropFirst() {
      guard let part = parts[place], let before = parts[place - 1], part.year == before.year,
        part.unit == before.unit, part.number > before.number
      else { continue }
      return periodWarning(
        "`\(labels[place - 1])` and `\(labels[place])` are \(part.unit) of one year, but each period counts "
          + "as a whole year; a period has 1 year or more", at: place - 1)
    }
    return nil
  }
}

/// A quarter, half or month in a label such as `2025Q1`, `2025-H2`, `Q1-2025` or `2025-01`.
private struct PartOfYear {
  let year: Int
  let unit: String
  let number: Int

  init?(_ label: String) {
    let marks = label.uppercased().filter { !"-_.".contains($0) }
    let text = marks.drop { $0.isLetter && !"QHM".contains($0) }
    guard (5...7).contains(text.count) else { return nil }
    let isYearFirst = text.first?.isNumber == true
    let digits = isYearFirst ? text.prefix(4) : text.suffix(4)
    var rest = isYearFirst ? text.dropFirst(4) : text.dropLast(4)
    let units: [Character: (name: String, count: Int)] = [
      "Q": ("quarters", 4), "H": ("halves", 2), "M": ("months", 12),
    ]
    var unit = (name: "months", count: 12)
    if let letter = rest.first, let named = units[letter] {
      unit = named
      rest = rest.dropFirst()
    } else {
      guard isYearFirst, rest.count == 2, label.contains(where: { "-_.".contains($0) }) else {
        return nil
      }
    }
    guard let year = Int(digits), (1900...2200).contains(year), let number = Int(rest),
      (1...unit.count).contains(number)
    else { return nil }
    self.year = year
    self.unit = unit.name
    self.number = number
  }
}

/// The calendar years of labels; nil for labels that have none. Years of two digits count only if all labels are such,
/// and each is later than the one before.
private func labelSpans(_ labels: [String]) -> [LabelSpan?] {
  let short = labels.compactMap { $0.count == 2 && $0.allSatisfy(\.isNumber) ? Int($0) : nil }
  if short.count == labels.count, short.count > 1, short[0] > 0,
    zip(short, short.dropFirst()).allSatisfy(<)
  {
    return zip(labels, short).map { LabelSpan(label: $0, first: $1) }
  }
  return labels.map { LabelSpan($0) }
}

/// The calendar years in a label such as `2025`, `2025-29`, `2025_2029`, `FY2025` or `2025.0`.
private struct LabelSpan {
  let label: String
  let first: Int
  /// Nil in a label of one year.
  let last: Int?

  /// A label of one year.
  init(label: String, first: Int) {
    self.label = label
    self.first = first
    last = nil
  }

  /// Nil for other labels.
  init?(_ label: String) {
    var years = label.drop(while: \.isLetter)
    let hasWord = years.count < label.count
    if years.hasSuffix(".0") { years = years.dropLast(2) }
    let parts = years.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard parts.count <= 2, let start = parts.first, start.count == 4, let first = Int(start),
      first > 0, !hasWord || (1900...2200).contains(first)
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
