import Foundation
import Tables

/// Which year and edition a figure of statistics is from, as the `source` of its row says it.
struct Vintage: Comparable {
  var year: Int
  /// Year of the edition; 0 where the source has no editions.
  var edition: Int
  /// The figure as it was imported. If the cell differs, the user has changed it.
  var value: Double

  static func < (a: Self, b: Self) -> Bool { (a.year, a.edition) < (b.year, b.edition) }

  init(year: Int, edition: Int = 0, value: Double) {
    self.year = year
    self.edition = edition
    self.value = value
  }

  /// The words in a source that ``init(source:)`` reads, such as `output of 2023: 43000`.
  func words(_ what: String) -> String { "\(what) of \(year): \(DecimalNumber.text(value))" }

  /// Finds `output of 2023: 43000` or `unit value of 2023: 1.2` in a source, and an edition such as
  /// `Mineral Commodity Summaries 2024`; nil if the source has no such words. What stands in for a value that is not
  /// reported is older than any year.
  init?(source: String) {
    if let value = StubText.standInValue(source) {
      self.init(year: 0, value: value)
      return
    }
    guard
      let found = source.firstMatch(of: /(?:output|unit value) of (\d{4}): ([0-9.eE+-]+)/),
      let year = Int(found.output.1), let value = try? DecimalNumber.parse(String(found.output.2))
    else { return nil }
    let edition = source.firstMatch(of: /Mineral Commodity Summaries (\d{4})/)
    self.init(year: year, edition: edition.flatMap { Int($0.output.1) } ?? 0, value: value)
  }
}
