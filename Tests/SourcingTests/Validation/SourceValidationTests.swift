import Sourcing
import Testing

@Suite("Sources of an instance made in code")
struct SourceValidationTests {
  private static let sound = Source(
    id: "s", title: "Survey", publisher: "Office", year: 2021, url: "https://example.org",
    doi: "10.1000/a", licence: "CC BY 4.0", read: "2022-03-31")

  @Test("without a mistake have no problem")
  func none() throws {
    var instance = SmallNetwork.instance
    instance.listedSources = [Self.sound]
    try instance.validate()
  }

  @Test(
    "with a mistake are said to have it",
    arguments: [
      ValueMistake<Source>("source `a b`, id: must start with a letter or digit") { $0.id = "a b" },
      .init("source `s`, title: is empty") { $0.title = "" },
      .init("source `s`, publisher: is empty") { $0.publisher = "" },
      .init("source `s`, year: found 20; must be from 1000 to 9999") { $0.year = 20 },
      .init("source `s`, url: must start with https://") { $0.url = "example.org" },
      .init("source `s`, doi: must be as 10.") { $0.doi = "1000/a" },
      .init("source `s`, read: must be a day as") { $0.read = "31.3.2022" },
    ])
  func mistake(mistake: ValueMistake<Source>) throws {
    var instance = SmallNetwork.instance
    var source = Self.sound
    mistake.change(&source)
    instance.listedSources = [source]
    let error = #expect(throws: ValueProblems.self) { try instance.validate() }
    let sentences = error?.problems.map(\.description) ?? []
    #expect(sentences.count == 1 && sentences[0].hasPrefix(mistake.says), "\(sentences)")
  }

  @Test("have ids of their own")
  func twice() throws {
    var instance = SmallNetwork.instance
    instance.listedSources = [Self.sound, Self.sound]
    let error = #expect(throws: ValueProblems.self) { try instance.validate() }
    #expect(error?.description == "source `s`, id: another source has it already")
  }
}
