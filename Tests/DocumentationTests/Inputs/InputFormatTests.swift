import Testing

@Suite("The page on formats, inputs")
struct InputFormatTests {
  private static let page = "docs/formats.md"

  @Test("has every table of an instance")
  func instanceTables() throws {
    try GeneratedSection(page: Self.page, name: "instance tables").expect(InstanceTablesPage.text)
  }

  @Test("has the main figure of every table, on the page on provenance")
  func mainFigures() throws {
    try GeneratedSection(page: "docs/provenance.md", name: "main figures")
      .expect(InstanceTablesPage.mainFigures)
  }

  @Test("has every key of the YAML files")
  func yamlFiles() throws {
    try GeneratedSection(page: Self.page, name: "yaml files").expect(YAMLFilesPage.text)
  }

  @Test("has the other tables that are read")
  func otherFiles() throws {
    try GeneratedSection(page: Self.page, name: "other files").expect(OtherFilesPage.text)
  }
}
