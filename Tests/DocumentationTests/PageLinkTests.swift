import Foundation
import TestSupport
import Testing

@Suite("Links of the pages")
struct PageLinkTests {
  /// The pages, as paths in the repository.
  private static func pages() throws -> [String] {
    let root = TestPaths.package
    let listed = { (folder: String) in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        .sorted()
    }
    let docs = try listed("docs").filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    let instances = try listed("instances").map { "instances/\($0)/README.md" }
      .filter { FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
    return ["README.md", "CONTRIBUTING.md", "instances/README.md", "models/README.md"] + docs
      + instances
  }

  @Test("lead to files and headings that exist")
  func targets() throws {
    var (files, headings) = (0, 0)
    var anchors: [URL: Set<String>] = [:]
    for page in try Self.pages() {
      let url = TestPaths.package.appending(path: page)
      let text = try String(contentsOf: url, encoding: .utf8)
      for link in text.matches(of: /\]\(([^)#\s]*)(#?)([^)\s]*)\)/) where !isOutside(link.1) {
        let target =
          link.1.isEmpty ? url : url.deletingLastPathComponent().appending(path: String(link.1))
        #expect(
          FileManager.default.fileExists(atPath: target.path), "\(page): \(link.1) is no file")
        files += 1
        guard link.2 == "#" else { continue }
        let known =
          try anchors[target]
          ?? Set(FormatWords.anchors(in: String(contentsOf: target, encoding: .utf8)))
        anchors[target] = known
        #expect(known.contains(String(link.3)), "\(page): \(link.1)#\(link.3) is no heading")
        headings += 1
      }
    }
    #expect(files > 250, "else this test would show nothing")
    #expect(headings > 120, "else this test would show nothing")
  }

  private func isOutside(_ target: Substring) -> Bool {
    target.hasPrefix("http://") || target.hasPrefix("https://")
  }

  @Test("have a number if the page has the heading twice; code has no headings")
  func anchors() {
    let page = """
      # Objective

      ## `objective`

      ```
      # A comment
      ```

      ## A, b
      """
    #expect(FormatWords.anchors(in: page) == ["objective", "objective-1", "a-b"])
  }
}
