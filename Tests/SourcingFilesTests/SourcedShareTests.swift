import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A share in a text, as a percentage (`8.9%`, `9 %`) or in words (`two fifths`).
struct StatedShare: Equatable, CustomStringConvertible {
  /// As it stands in the text.
  var text: String
  var value: Double
  /// How far the figure may be from ``value``: half a point for a whole percentage, 0.05 for one with a decimal, less
  /// than a tenth of the value for words.
  var tolerance: Double

  var description: String { text }

  private static let parts = [
    "half": 2.0, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20,
  ]
  private static let counts = ["": 1.0, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4]

  /// The last share in a text.
  init?(lastIn text: some StringProtocol) {
    let found = String(text).matches(
      of: /([0-9]+)(\.[0-9]+)? ?%|(?:\b([Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our) )?\b([a-z]+?)s?\b/)
    for match in found.reversed() {
      self.text = String(match.output.0)
      if let whole = match.output.1, let number = Double(whole + (match.output.2 ?? "")) {
        (value, tolerance) = (number / 100, match.output.2 == nil ? 0.00501 : 0.000501)
        return
      }
      if let part = match.output.4.flatMap({ Self.parts[String($0)] }),
        let count = Self.counts[match.output.3?.lowercased() ?? ""]
      {
        value = count / part
        tolerance = 0.09 * value
        return
      }
    }
    return nil
  }

  /// The shares of the value of all figures that a page says are published or derived.
  static func all(in page: String) -> [StatedShare] {
    let words = page.split { $0.isWhitespace }.joined(separator: " ")
    return words.ranges(of: "published or derived").compactMap { range in
      let sentence = words[..<range.lowerBound].components(separatedBy: ". ").last ?? ""
      return sentence.lowercased().contains("value") ? StatedShare(lastIn: sentence) : nil
    }
  }
}

@Suite("The share of an instance that is published or derived")
struct SourcedShareTests {
  @Test(
    "is read from a page in figures and words",
    arguments: [
      ("Of the value of all figures, 12.5, 8.9% is published or derived from it.", 0.089),
      ("Rows. Only 9 % of the value is published or derived.", 0.09),
      ("Two fifths of the\nvalue of all figures is published or derived.", 0.4),
      ("Of the value of all figures a third is published or derived.", 1.0 / 3),
      ("Of the value half is published or derived.", 0.5),
    ])
  func reads(page: String, share: Double) {
    #expect(StatedShare.all(in: page).map(\.value) == [share])
    #expect(StatedShare.all(in: "A third of the rows is published or derived.") == [])
  }

  @Test(
    "is what its README says",
    arguments: [
      "batteries", "critical-minerals", "japan-rare-earths", "japan-rare-earths-2020",
      "pharmaceuticals", "semiconductors",
    ])
  func readme(name: String) throws {
    let folder = TestPaths.instance(name)
    let (tables, instance) = try InstanceReader.readWithTables(folder: folder)
    let found = try #require(Provenance(of: tables, instance).sourcedShare)
    let page = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    let stated = StatedShare.all(in: page)
    #expect(!stated.isEmpty, "the README does not say it: \(found)")
    for share in stated {
      #expect(abs(share.value - found) <= share.tolerance, "`\(share)`, but it is \(found)")
    }
  }
}
