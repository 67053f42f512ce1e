import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// A share in a text, as a percentage (`8.9%`, `9 %`, `under 1 %`) or in words (`two fifths`).
struct StatedShare: Equatable, CustomStringConvertible {
  /// As it stands in the text.
  var text: String
  /// What the words allow: half a unit of the last digit of a percentage to both sides, a tenth of what words say.
  var range: ClosedRange<Double>

  var description: String { text }

  private static let parts = [
    "half": 2.0, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twentieth": 20,
  ]
  private static let counts = ["": 1.0, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4]

  /// The last share in a text.
  init?(lastIn text: String) {
    let percentages = text.lowercased().matches(
      of: /(under |less than )?([0-9]+)(\.[0-9])? ?%/)
    if let match = percentages.last,
      let number = Double(match.output.2 + (match.output.3 ?? ""))
    {
      self.text = String(match.output.0)
      let half = match.output.3 == nil ? 0.00501 : 0.000501
      range =
        match.output.1 == nil ? (number / 100 - half)...(number / 100 + half) : 0...(number / 100)
      return
    }
    let fractions = text.lowercased().matches(of: /\b(?:(a|one|two|three|four) )?([a-z]+?)s?\b/)
    for match in fractions.reversed() {
      guard let part = Self.parts[String(match.output.2)],
        let count = Self.counts[String(match.output.1 ?? "")]
      else { continue }
      self.text = String(match.output.0)
      range = (0.9 * count / part)...(1.1 * count / part)
      return
    }
    return nil
  }

  /// The shares of the value of all figures that a page says are published or derived.
  static func all(in page: String) -> [StatedShare] {
    let words = page.split { $0.isWhitespace }.joined(separator: " ")
    return words.ranges(of: "published or derived").compactMap { range in
      let sentence = words[..<range.lowerBound].components(separatedBy: ". ").last ?? ""
      return sentence.contains("value") ? StatedShare(lastIn: sentence) : nil
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
      ("Under 1 % of the value is published or derived.", 0.004),
    ])
  func reads(page: String, share: Double) {
    let found = StatedShare.all(in: page)
    #expect(found.count == 1 && found.allSatisfy { $0.range.contains(share) }, "\(found)")
    #expect(found.allSatisfy { !$0.range.contains(1.2 * share + 0.01) }, "\(found)")
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
      #expect(share.range.contains(found), "`\(share)`, but it is \(found)")
    }
  }
}
