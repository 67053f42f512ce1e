import Charts
import Foundation
import TestSupport
import Testing

/// Specifications of small pictures, compared with stored ones. After a wanted change, write them with
/// `PLUSONE_WRITE_GOLDEN=1 swift test --filter GoldenPictureTests` and read the difference.
@Suite("Golden pictures")
struct GoldenPictureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test("every specification is the golden one", arguments: SamplePictures.all.map(\.name))
  func golden(name: String) throws {
    let picture = try #require(SamplePictures.all.first { $0.name == name }).picture()
    let found = String(decoding: try picture.json(isPretty: true), as: UTF8.self) + "\n"
    let file = Self.folder.appending(path: "\(name).json")
    if ProcessInfo.processInfo.environment["PLUSONE_WRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(found.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    // Line by line, so that a failure shows what differs.
    let (lines, wanted) = (found.split(separator: "\n"), golden.split(separator: "\n"))
    for (place, (line, other)) in zip(lines, wanted).enumerated() where line != other {
      Issue.record("\(name), line \(place + 1): \(line) is not \(other)")
      break
    }
    #expect(lines.count == wanted.count)
  }

  @Test("there is a sample of each picture, and no golden file without one")
  func allAreThere() throws {
    let sources = try FileManager.default.contentsOfDirectory(
      atPath: TestPaths.package.path + "/Sources/Charts/Pictures"
    ).filter { $0.hasSuffix(".swift") && !$0.contains("+") }.map { $0.dropLast(6) }
    let types = Set(SamplePictures.all.map(\.type))
    #expect(Set(sources.map(String.init)).subtracting(types) == [])
    let stored = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(stored) == Set(SamplePictures.all.map { "\($0.name).json" }))
  }

  @Test(
    "no picture writes a text of its data into an expression",
    arguments: SamplePictures.all.map(\.name))
  func dataStayData(name: String) throws {
    let picture = try #require(SamplePictures.all.first { $0.name == name }).picture()
    let texts = ([picture.data] + picture.further).flatMap { data in
      data.rows.joined().compactMap(\.text)
    }
    let json = try JSONDecoder().decode(Charts.JSONValue.self, from: try picture.json())
    let expressions = Self.expressions(in: json)
    for text in Set(texts).subtracting(Self.constants) {
      #expect(!expressions.contains { Self.holds($0, text) }, "\(text)")
    }
  }

  private static let keys: Set = [
    "calculate", "filter", "test", "expr", "labelExpr", "update", "init", "signal",
  ]
  /// Texts of samples that are constants of tables, such as the kind of a link, and the blank one.
  private static let constants: Set = ["use", "yes", ""]

  /// Whether an expression has a text that is not only a part of a longer word.
  private static func holds(_ expression: String, _ text: String) -> Bool {
    let isOfWord = { (letter: Character?) in
      letter.map { $0.isLetter || $0.isNumber || $0 == "_" } == true
    }
    return expression.ranges(of: text).contains { range in
      let before = expression[..<range.lowerBound].last
      let after = expression[range.upperBound...].first
      return !(isOfWord(before) && isOfWord(text.first))
        && !(isOfWord(after) && isOfWord(text.last))
    }
  }

  private static func expressions(in value: Charts.JSONValue, isOne: Bool = false) -> [String] {
    switch value {
    case .text(let text): isOne ? [text] : []
    case .list(let list): list.flatMap { expressions(in: $0, isOne: isOne) }
    case .object(let object):
      object.flatMap { key, value in
        key == "datasets" ? [] : expressions(in: value, isOne: keys.contains(key))
      }
    case .number, .flag, .null: []
    }
  }
}
