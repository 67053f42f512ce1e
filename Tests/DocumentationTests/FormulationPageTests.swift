import Analysis
import Formulation
import Foundation
import Sourcing
import TestSupport
import Testing

@Suite("The page on the formulation")
struct FormulationPageTests {
  private static let folder = TestPaths.package.appending(path: "docs")

  private static func page() throws -> String {
    try String(contentsOf: folder.appending(path: "formulation.md"), encoding: .utf8)
  }

  /// The text under a family's heading, to the next heading.
  private static func entry(_ family: ConstraintFamily) throws -> Substring {
    let page = try page()
    let heading = try #require(
      page.range(of: "\n### `\(family.rawValue)`\n"), "\(family.rawValue) has no heading")
    let rest = page[heading.upperBound...]
    return rest[..<(rest.firstRange(of: /\n##/)?.lowerBound ?? rest.endIndex)]
  }

  @Test(
    "has an entry for each constraint family, with its formula and its dual",
    arguments: ConstraintFamily.allCases)
  func entries(family: ConstraintFamily) throws {
    let entry = try Self.entry(family)
    #expect(entry.contains("```math\n"))
    #expect(entry.firstRange(of: /[Dd]ual/) != nil)
    #expect(entry.firstRange(of: /Rows?:/) != nil, "the unit of its rows")
  }

  @Test(
    "links to the function that states a family, and to its golden text",
    arguments: ConstraintFamily.allCases)
  func links(family: ConstraintFamily) throws {
    let entry = try Self.entry(family)
    let function = try #require(entry.firstMatch(of: /Function\s+\[`(\w+)`\]\(([^)]+\.swift)\)/))
    let source = try String(
      contentsOf: Self.folder.appending(path: String(function.output.2)), encoding: .utf8)
    #expect(source.contains("func \(function.output.1)("))
    let golden = try #require(entry.firstMatch(of: /rows\s+\[([^\]]+)\]\(([^)]+)\)/))
    #expect(golden.output.1 == "\(family.rawValue).txt")
    let text = try String(
      contentsOf: Self.folder.appending(path: String(golden.output.2)), encoding: .utf8)
    #expect(text.hasPrefix(family.rawValue))
  }

  @Test("has an entry for nothing but families")
  func headings() throws {
    let named = try Self.page().matches(of: /\n### `([^`]+)`/).map { String($0.output.1) }
    #expect(named.sorted() == ConstraintFamily.allCases.map(\.rawValue).sorted())
  }

  /// The first cells, in code style, of the table under a head.
  private static func names(under head: String) throws -> [String] {
    let page = try page()
    let start = try #require(page.range(of: head), "no table begins with \(head)")
    return page[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst().prefix { $0.hasPrefix("|") }
      .compactMap { $0.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.output.1) } }
  }

  @Test("has a line for each of the other kinds of things")
  func tables() throws {
    #expect(
      try Self.names(under: "| category | yearly amount in t |")
        == CostCategory.allCases.map(\.rawValue))
    #expect(
      Set(try Self.names(under: "| stage | minimises |"))
        == Set(ObjectiveStage.QuantityName.allCases.map(\.rawValue)))
    #expect(
      try Self.names(under: "| mode | d[w,j,m] |") == Sharing.ModeName.allCases.map(\.rawValue))
    #expect(
      try Self.names(under: "| fairness | rule |") == Sharing.Fairness.allCases.map(\.rawValue))
    #expect(
      try Self.names(under: "| effect | what the factor multiplies in its months |")
        == Disruption.Effect.Kind.allCases.map(\.rawValue))
    let headings = Set(try Self.page().matches(of: /\n### `([^`]+)`/).map { String($0.output.1) })
    #expect(headings.isSuperset(of: Goal.KindName.allCases.map(\.rawValue)))
  }

  @Test("names the columns of exported programs")
  func columns() throws {
    let page = try Self.page()
    let rows = try #require(page.range(of: "| column | of |"))
    let table = page[rows.upperBound...].prefix { $0 != "#" }
    let named = Set(table.matches(of: /`([a-z_]+)`/).map { String($0.output.1) })
    let source = try ["ColumnNames", "ReadableNames"].map {
      try String(
        contentsOf: TestPaths.package.appending(path: "Sources/Formulation/Rows/\($0).swift"),
        encoding: .utf8)
    }.joined()
    let set = source.matches(of: /(?:set|addSeries)\(\s*(?:[\w.]+, )?"([a-z_]+)"/)
      .map { String($0.output.1) }
    #expect(set.count > 25, "else this test would show nothing")
    #expect(Set(set).subtracting(named).isEmpty)
    #expect(named.subtracting(set).subtracting(["at_most", "at_least", "side", "max_min"]).isEmpty)
  }
}
