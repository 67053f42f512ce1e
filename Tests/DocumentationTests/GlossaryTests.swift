import Foundation
import TestSupport
import Testing

@Suite("The glossary")
struct GlossaryTests {
  private static func page(_ path: String) throws -> String {
    try String(contentsOf: TestPaths.package.appending(path: path), encoding: .utf8)
  }

  /// The rows of its tables, as cells, with the heading above each.
  private static func rows() throws -> [(heading: String, cells: [String])] {
    var heading = ""
    return try page("docs/glossary.md").split(separator: "\n").compactMap { line in
      if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
      guard line.hasPrefix("| "), !line.hasPrefix("| ---"), !line.hasPrefix("| term ") else {
        return nil
      }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return (heading, cells)
    }
  }

  /// The words that pages for users never contain: those of the last column without brackets. Words of linear
  /// programs are common ones in other senses.
  private static func avoided() throws -> [String] {
    try rows().filter { $0.heading != "Linear programs" && $0.cells.count > 2 }
      .flatMap { $0.cells[2].components(separatedBy: ", ") }
      .filter { !$0.isEmpty && !$0.contains("(") }
  }

  /// Pages and models that users read.
  private static func texts() throws -> [(path: String, text: String)] {
    let root = TestPaths.package
    let files = { (folder: String, ending: String) in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .filter { $0.hasSuffix(ending) }.map { "\(folder)/\($0)" }
    }
    let instances = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "instances").path)
    let readmes = instances.map { "instances/\($0)/README.md" }.filter {
      FileManager.default.fileExists(atPath: root.appending(path: $0).path)
    }
    let docs = [
      "guide", "importing", "results", "limits", "provenance", "speed", "uncertainty",
    ].map {
      "docs/\($0).md"
    }
    let pages = ["README.md", "instances/README.md", "models/README.md"] + docs + readmes
    return try (pages + files("models", ".yaml")).map { ($0, try page($0)) }
  }

  @Test("the glossary explains each term once")
  func unique() throws {
    let terms = try Self.rows().map { $0.cells[0] }
    #expect(terms.count > 80, "else this test would show nothing")
    #expect(Dictionary(grouping: terms) { $0 }.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test("has words to avoid that no page for users has")
  func avoidedWords() throws {
    let words = try Self.avoided()
    #expect(words.count > 20, "else this test would show nothing")
    for (path, text) in try Self.texts() {
      let spaced = text.lowercased().split { !$0.isLetter && $0 != "-" }.joined(separator: " ")
      for word in words {
        let found = " \(spaced) ".contains(" \(word.lowercased()) ")
        #expect(!found, "\(path) says `\(word)`; see docs/glossary.md")
      }
    }
  }
}
