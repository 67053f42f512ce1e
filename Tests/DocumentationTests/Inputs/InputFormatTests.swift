import Foundation
import TestSupport
import Testing

@Suite("The page on formats, inputs")
struct InputFormatTests {
  private static let page = "docs/formats.md"

  @Test("has every table of an instance")
  func instanceTables() throws {
    try GeneratedSection(page: Self.page, name: "instance tables").expect(InstanceTablesPage.text)
  }

  @Test("has every key of the YAML files")
  func yamlFiles() throws {
    try GeneratedSection(page: Self.page, name: "yaml files").expect(YAMLFilesPage.text)
  }

  @Test("has the other tables that are read")
  func otherFiles() throws {
    try GeneratedSection(page: Self.page, name: "other files").expect(OtherFilesPage.text)
  }

  @Test("links to headings that are there")
  func links() throws {
    let text = try String(
      contentsOf: TestPaths.package.appending(path: Self.page), encoding: .utf8)
    let anchors = Set(
      text.matches(of: /(?m)^#+ (.+)$/).map { FormatWords.anchor(String($0.output.1)) })
    let links = text.matches(of: /\]\(#([^)]+)\)/).map { String($0.output.1) }
    #expect(links.count > 5, "else this test would show nothing")
    #expect(links.filter { !anchors.contains($0) } == [])
  }
}
