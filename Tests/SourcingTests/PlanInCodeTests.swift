import Foundation
import TestSupport
import Testing

/// `Examples/PlanInCode` as README.md and the page "Plan in code" show it.
@Suite("The example that plans in code")
struct PlanInCodeTests {
  private static let pages = ["README.md", "Sources/Sourcing/Sourcing.docc/PlanInCode.md"]

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: TestPaths.package.appending(path: path), encoding: .utf8)
  }

  /// The text of the first code block of a language after the heading "Plan in code" or "As a library".
  private static func block(_ language: String, in page: String) throws -> String {
    let text = try text(page)
    let heading = try #require(text.firstMatch(of: /\n## As a library\n|^# Plan in code\n/))
    let rest = text[heading.range.upperBound...]
    let start = try #require(rest.range(of: "```\(language)\n"))
    let end = try #require(
      rest.range(of: "```\n", range: start.upperBound..<rest.endIndex))
    return String(rest[start.upperBound..<end.lowerBound])
  }

  @Test("has 15 lines, which the pages show as they are", arguments: pages)
  func listing(page: String) throws {
    let source = try Self.text("Examples/PlanInCode/main.swift")
    #expect(source.split(separator: "\n", omittingEmptySubsequences: false).count == 15 + 1)
    #expect(try Self.block("swift", in: page) == source)
  }

  @Test("prints what the pages say", arguments: pages)
  func output(page: String) throws {
    let program = executableURL.deletingLastPathComponent().appending(path: "PlanInCode")
    let printed = try shell("'\(program.path)'")
    #expect(!printed.isEmpty)
    #expect(try Self.block("console", in: page) == "$ swift run -q PlanInCode\n\(printed)")
  }
}
