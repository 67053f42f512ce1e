import Foundation
import TestSupport
import Testing

/// The version that the program prints and the versions in `CHANGELOG.md`.
@Suite("Version")
struct VersionTests {
  /// Whole numbers of a version, major first, for comparison.
  private func numbers(of version: Substring) throws -> [Int] {
    let numbers = version.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    try #require(numbers.count == 3)
    return try numbers.map { try #require($0) }
  }

  @Test("the program has the newest version of the changelog, or works towards the next")
  func newest() throws {
    let changelog = try String(
      contentsOf: TestPaths.package.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let versions = changelog.matches(of: /(?m)^## \[([0-9.]+)\] - \d{4}-\d\d-\d\d$/).map(\.1)
    let newest = try numbers(of: try #require(versions.first))
    let printed = try runPlusOne(["--version"]).output.trimmingCharacters(in: .newlines)
    if printed.hasSuffix("-dev") {
      let next = try numbers(of: printed.dropLast(4))
      #expect(newest.lexicographicallyPrecedes(next))
      #expect(changelog.contains("\n## [Unreleased]\n"))
    } else {
      #expect(try numbers(of: printed[...]) == newest)
    }
  }

  @Test("versions in the changelog are in order, the newest first")
  func order() throws {
    let changelog = try String(
      contentsOf: TestPaths.package.appending(path: "CHANGELOG.md"), encoding: .utf8)
    let headings = changelog.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(headings.first == "## [Unreleased]")
    let versions = try headings.dropFirst().map { heading in
      try numbers(of: try #require(heading.firstMatch(of: /^## \[([0-9.]+)\] - [0-9-]+$/)).1)
    }
    try #require(!versions.isEmpty)
    for (newer, older) in zip(versions, versions.dropFirst()) {
      #expect(older.lexicographicallyPrecedes(newer))
    }
  }
}
