import Foundation
import Tables

/// Which year and edition a figure of statistics is from, as the `source` of its row says it.
struct Vintage: Comparable {
  var year: Int
  /// Year of the edition; 0 where the source has no editions.
  var edition: Int
  /// Whose statistics of mines it is from; nil: it is from others. Figures of two publishers count different things, so
  /// none of them is the later.
  var publisher: MinePublisher?
  /// The figure as it was imported. If the cell differs, the user has changed it.
  var value: Double

  static func < (a: Self, b: Self) -> Bool { (a.year, a.edition) < (b.year, b.edition) }

  init(year: Int, edition: Int = 0, publisher: MinePublisher?, value: Double) {
    self.year = year
    self.edition = edition
    self.publisher = publisher
    self.value = value
  }

  /// The words in a source that ``init(source:)`` reads, such as `output of 2023: 43000`.
  func words(_ what: String) -> String { "\(what) of \(year): \(DecimalNumber.text(value))" }

  /// Finds `output of 2023: 43000` or `; unit value of 2023: 1.2` in a source, and an edition such as
  /// `Mineral Commodity Summaries 2024` or `World Mining Data 2026`; nil if the source has no such words. The unit value is the last one: words
  /// about an estimate, and the name of a file, come before it. What stands in for a value that is not reported is
  /// older than any year.
  init?(source: String) {
    if let value = StubText.standInValue(source) {
      self.init(year: 0, publisher: nil, value: value)
      return
    }
    guard
      let words = Self.after("; unit value of ", source, isLast: true)
        ?? Self.after("output of ", source),
      let year = Int(words.prefix(4)), words.dropFirst(4).starts(with: ": "),
      let value = try? DecimalNumber.parse(
        String(words.dropFirst(6).prefix { $0 != "," && $0 != ";" && $0 != " " }))
    else { return nil }
    let edition =
      Self.after("Mineral Commodity Summaries ", source) ?? Self.after("World Mining Data ", source)
    self.init(
      year: year, edition: edition.flatMap { Int($0.prefix(4)) } ?? 0,
      publisher: MinePublisher(source: source), value: value)
  }

  /// What follows the first or the last of some words of ASCII in a text; nil if it does not have them. Sources of a
  /// hundred thousand rows are searched, so it compares bytes.
  private static func after(
    _ words: StaticString, _ text: String, isLast: Bool = false
  ) -> Substring? {
    var text = text
    let place = text.withUTF8 { bytes -> Int? in
      let count = words.utf8CodeUnitCount
      let wanted = UnsafeBufferPointer(start: words.utf8Start, count: count)
      guard let base = bytes.baseAddress, let start = wanted.baseAddress, bytes.count >= count
      else { return nil }
      let end = bytes.count - count
      for step in 0...end {
        let place = isLast ? end - step : step
        if bytes[place] == wanted[0], memcmp(base + place, start, count) == 0 {
          return place + count
        }
      }
      return nil
    }
    return place.map { text[text.utf8.index(text.startIndex, offsetBy: $0)...] }
  }
}
