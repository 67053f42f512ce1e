import Foundation

/// The summary for a terminal.
extension ImportSummary {
  /// The most rows of ``lines`` with one fate.
  private static let shownReasons = 30

  /// The entries as lines of a table, with a header. Of many entries with one fate the most frequent are shown, and one
  /// line has the sum of the others.
  public var lines: [String] {
    let all = entries
    let rows = Fate.allCases.flatMap { fate in
      let entries = all.filter { $0.fate == fate }
      let isLong = entries.count > Self.shownReasons
      let shown = entries.prefix(isLong ? Self.shownReasons - 1 : entries.count)
      return shown.map(Self.cells) + Self.cells(sumOf: entries.dropFirst(shown.count))
    }
    return Self.aligned([["count", "fate", "what and why", "first"]] + rows, numbers: [0])
  }

  private static func cells(_ entry: Entry) -> [String] {
    [String(entry.count), entry.fate.rawValue, entry.reason, entry.example]
  }

  private static func cells(sumOf entries: ArraySlice<Entry>) -> [[String]] {
    guard var sum = entries.first else { return [] }
    sum.count = entries.reduce(0) { $0 + $1.count }
    sum.reason = "\(entries.count) other reasons: --format csv has them"
    return [cells(sum)]
  }

  /// The most rows of ``valueLines``.
  private static let shownValues = 20

  /// What part of the value is kept, as lines of a table with a header; empty if there are no values. Of many rows
  /// those with the most value without a weight are shown.
  public var valueLines: [String] {
    guard !values.isEmpty else { return [] }
    let missing = { (share: ValueShare) in share.total - share.weighed }
    let shown = values.sorted { missing($0) > missing($1) }.prefix(Self.shownValues).sorted()
    let rows = shown.map { share in
      [
        share.commodity, String(share.year), share.destination, Self.percent(share.weighedShare),
        Self.percent(share.estimatedShare), Self.dollars(share.total), share.basis,
      ]
    }
    let header = ["commodity", "year", "into", "with weight", "estimated", "of USD", "taken from"]
    var lines = Self.aligned([header] + rows, numbers: [3, 4, 5])
    if shown.count < values.count {
      lines.append("  and \(values.count - shown.count) more with --format csv")
    }
    return lines
  }

  /// `0.06 %`, `99.9 %`, `100 %`; never 100 % for less, and never 0 % for more than nothing.
  package static func percent(_ share: Double) -> String {
    let percent = abs(share - 1) < 1e-9 ? 100 : 100 * share
    if percent > 0, percent < 0.01 { return "< 0.01 %" }
    if percent < 100, percent > 99.95 { return "> 99.9 %" }
    let digits =
      percent > 0 && percent < 1 ? "%.2f" : percent < 100 && percent > 0 ? "%.1f" : "%.0f"
    return String(format: digits, percent) + " %"
  }

  /// `9.0 million`.
  static func dollars(_ value: Double) -> String {
    let steps = [(1e9, "billion"), (1e6, "million"), (1e3, "thousand")]
    guard let (unit, name) = steps.first(where: { value >= $0.0 }) else {
      return String(format: "%.0f", value)
    }
    return String(format: "%.1f", value / unit) + " \(name)"
  }

  private static func aligned(_ rows: [[String]], numbers: Set<Int>) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, text in
        let blanks = String(repeating: " ", count: max(0, widths[column] - text.count))
        if numbers.contains(column) { return blanks + text }
        return column == row.count - 1 ? text : text + blanks
      }
      return "  " + cells.joined(separator: "  ")
    }
  }
}
