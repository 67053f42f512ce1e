import Sourcing
import Testing

@Suite("Sources")
struct SourceTests {
  @Test(
    "a day is one of the calendar, as year, month and day",
    arguments: [
      ("2026-03-31", true), ("2024-02-29", true), ("2000-02-29", true), ("2025-02-29", false),
      ("1900-02-29", false), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-10", false),
      ("2026-01-00", false), ("2026-1-1", false), ("31.03.2026", false), ("2026-03-31 ", false),
      ("+026-03-31", false), ("", false), ("2026-03", false), ("２０２６-03-31", false),
    ])
  func days(text: String, isDay: Bool) { #expect(Source.isDay(text) == isDay) }

  @Test(
    "an address starts with https:// or http:// and has no blank",
    arguments: [
      ("https://example.org/a?b=c;d", true), ("http://example.org", true),
      ("ftp://example.org", false), ("javascript:alert(1)", false), ("www.example.org", false),
      ("https://", false), ("https:///a", false), ("https://example.org/a b", false),
      ("https://example.org/\"><b>", false), ("", false),
    ])
  func addresses(text: String, isURL: Bool) { #expect(Source.isURL(text) == isURL) }

  @Test(
    "a DOI is 10., a number, a slash and a name",
    arguments: [
      ("10.3133/mcs2026", true), ("10.1000.10/a(b)c", true), ("10./a", false), ("10.1000", false),
      ("10.1000/", false), ("doi:10.1000/a", false), ("10.x/a", false), ("10.1000/a b", false),
    ])
  func identifiers(text: String, isDOI: Bool) { #expect(Source.isDOI(text) == isDOI) }

  @Test("a source without an address is found by its DOI")
  func address() {
    var source = Source(id: "s", title: "t", publisher: "p", year: 2020)
    #expect(source.address == nil)
    source.doi = "10.1000/a"
    #expect(source.address == "https://doi.org/10.1000/a")
    source.url = "https://example.org"
    #expect(source.address == "https://example.org")
  }
}
