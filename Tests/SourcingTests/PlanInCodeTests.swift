import Foundation
import TestSupport
import Testing

/// A program of `Examples` that a page shows.
struct ShownExample: CustomTestStringConvertible, Sendable {
  let program: String
  let page: String

  var testDescription: String { "\(program) in \(page)" }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: TestPaths.package.appending(path: path), encoding: .utf8)
  }

  func source() throws -> String { try text("Examples/\(program)/main.swift") }

  /// The text of the first code block of a language after the heading "As a library", or in a page of its own.
  func block(_ language: String) throws -> String {
    let text = try text(page)
    let heading = try #require(
      text.firstMatch(of: /\n## As a library\n|^# (Plan|Questions) in code\n/))
    let rest = text[heading.range.upperBound...]
    let start = try #require(rest.range(of: "```\(language)\n"))
    let end = try #require(
      rest.range(of: "```\n", range: start.upperBound..<rest.endIndex))
    return String(rest[start.upperBound..<end.lowerBound])
  }
}

/// The programs of `Examples` as README.md and the pages of the library show them.
@Suite("An example in code")
struct PlanInCodeTests {
  private static let pages = "Sources/Sourcing/Sourcing.docc"
  private static let short = [
    ShownExample(program: "PlanInCode", page: "README.md"),
    ShownExample(program: "PlanInCode", page: "\(pages)/PlanInCode.md"),
  ]
  private static let all =
    short + [ShownExample(program: "QuestionsInCode", page: "\(pages)/QuestionsInCode.md")]

  @Test("is shown as it is", arguments: all)
  func listing(example: ShownExample) throws {
    #expect(try example.block("swift") == example.source())
  }

  @Test("of a first plan has 15 lines", arguments: short)
  func length(example: ShownExample) throws {
    let lines = try example.source().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 15 + 1)
  }

  @Test("prints what the pages say", arguments: all)
  func output(example: ShownExample) throws {
    let program = executableURL.deletingLastPathComponent().appending(path: example.program)
    let printed = try shell("'\(program.path)'")
    #expect(!printed.isEmpty)
    #expect(try example.block("console") == "$ swift run -q \(example.program)\n\(printed)")
  }
}
