import Foundation
import Synchronization
import TestSupport
import Testing

/// A section of a page in `docs` that is generated from definitions in the code. It is between the lines `<!--
/// generated: NAME -->` and `<!-- end -->`.
struct GeneratedSection {
  /// The page's path in the repository.
  let page: String
  let name: String

  /// Pages are written one at a time.
  private static let lock = Mutex(())

  /// Compares the section with the wanted text; if `PLUSONE_WRITE_DOCS` is set, writes it instead.
  func expect(_ wanted: String) throws {
    try Self.lock.withLock { _ in
      let file = TestPaths.package.appending(path: page)
      let text = try String(contentsOf: file, encoding: .utf8)
      let start = try #require(text.range(of: "<!-- generated: \(name) -->\n"))
      let rest = start.upperBound..<text.endIndex
      let end = try #require(text.range(of: "<!-- end -->", range: rest))
      let place = start.upperBound..<end.lowerBound
      let body = "\n\(wanted.trimmingCharacters(in: .newlines))\n\n"
      if ProcessInfo.processInfo.environment["PLUSONE_WRITE_DOCS"] != nil {
        try text.replacingCharacters(in: place, with: body)
          .write(to: file, atomically: true, encoding: .utf8)
      } else {
        #expect(
          text[place] == body,
          "\(page), \(name): run PLUSONE_WRITE_DOCS=1 swift test --filter DocumentationTests")
      }
    }
  }
}
