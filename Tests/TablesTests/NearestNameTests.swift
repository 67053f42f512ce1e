import Tables
import Testing

@Suite("Names that are spelt alike")
struct FarFetchedNameTests {
  @Test("a name that differs in most of its letters is no suggestion; the known names are listed")
  func farFetched() {
    #expect(nearestHint(to: "nonsense", among: ["new", "solve"]) == "; known: new, solve")
    #expect(nearestHint(to: "all", among: ["goals"], listsKnown: false) == "")
    #expect(nearestHint(to: "slove", among: ["solve"]) == "; the most similar name is `solve`")
    #expect(
      nearestHint(to: "copper", among: ["copper-in-japan"])
        == "; the most similar name is `copper-in-japan`")
    #expect(nearestHint(to: "CSV", among: ["csv"]) == "; the most similar name is `csv`")
  }
}
