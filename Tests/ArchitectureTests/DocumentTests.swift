import Foundation
import TestSupport
import Testing

/// Files and types that documents name exist.
@Suite("Documents")
struct DocumentTests {
  /// Each with a number of paths that it names at least.
  static let documents: KeyValuePairs = [
    "CONTRIBUTING.md": 20, "docs/architecture.md": 4, "docs/reliability.md": 9,
    "docs/solving.md": 30,
  ]

  @Test(
    "documents name files and folders that exist", arguments: documents.map { ($0.key, $0.value) })
  func paths(document: String, leastCount: Int) throws {
    let root = TestPaths.package
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    let named = text.matches(
      of: /`((?:Sources|Tests|docs|scripts|Benchmarks)\/[A-Za-z0-9_.\/+-]+)`/
    )
    .map { String($0.output.1) }
    #expect(named.count >= leastCount, "else this test would show nothing")
    for path in named {
      #expect(
        FileManager.default.fileExists(atPath: root.appending(path: path).path),
        "\(document) names \(path)")
    }
  }

  /// Words in code style that begin with a capital letter and are types of the project or of Swift.
  @Test(
    "name types that exist", arguments: [("docs/architecture.md", 50), ("docs/solving.md", 25)])
  func types(document: String, leastCount: Int) throws {
    let root = TestPaths.package
    let page = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    let named = Set(page.matches(of: /`([A-Z][A-Za-z]+)(?:\.[A-Za-z.]+)?`/).map { $0.output.1 })
    #expect(named.count >= leastCount, "else this test would show nothing")
    var known: Set<Substring> = []
    let files = FileManager.default.enumerator(atPath: root.appending(path: "Sources").path)
    let sources = (files?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }
    for file in sources {
      let text = try String(
        contentsOf: root.appending(path: "Sources/\(file)"), encoding: .utf8)
      known.formUnion(
        text.matches(of: /(?:struct|class|enum|protocol|typealias|func) ([A-Za-z]+)/)
          .map { $0.output.1 })
      known.formUnion(file.split(separator: "/").prefix(1))
    }
    let missing = named.subtracting(known).subtracting(["Yams", "Crypto"])
    #expect(missing.isEmpty)
  }
}
