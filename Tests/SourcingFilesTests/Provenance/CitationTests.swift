import SourcingFiles
import TestSupport
import Testing

@Suite("Cells that cite sources")
struct CitationTests {
  @Test(
    "hold ids with places, apart by semicolons",
    arguments: [
      ("", []), ("  ", []),
      ("mcs-2026", [Citation(source: "mcs-2026")]),
      ("mcs-2026:p. 146", [Citation(source: "mcs-2026", locator: "p. 146")]),
      (
        "a: p. 1 ;b:sheet 3.2, row 41;c",
        [
          Citation(source: "a", locator: "p. 1"),
          Citation(source: "b", locator: "sheet 3.2, row 41"),
          Citation(source: "c"),
        ]
      ),
      ("a:Table 2: mines: total", [Citation(source: "a", locator: "Table 2: mines: total")]),
      ("a:", [Citation(source: "a")]), (":p. 1", [Citation(source: "", locator: "p. 1")]),
      ("a;", [Citation(source: "a"), Citation(source: "")]),
      ("a:p. 1; see b", [Citation(source: "a", locator: "p. 1"), Citation(source: "see b")]),
      ("é:ü", [Citation(source: "é", locator: "ü")]),
    ])
  func cells(cell: String, expected: [Citation]) {
    #expect(Citation.all(in: cell) == expected)
  }

  @Test("are read back as they were joined, for random ids and places")
  func roundTrip() {
    var generator = SeededNumbers(seed: 20_261_127)
    let signs = Array("ab1.-_: ,()é")
    var placesWithColons = 0
    for _ in 0..<500 {
      let word = { (letters: [Character]) in
        String(
          (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            letters.randomElement(using: &generator) ?? "a"
          })
      }
      let citations = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Citation(source: word(Array("abc1")), locator: "x" + word(signs) + "x")
      }
      placesWithColons += citations.count { $0.locator.contains(":") }
      let cell = citations.map { "\($0.source):\($0.locator)" }.joined(separator: "; ")
      #expect(Citation.all(in: cell) == citations)
    }
    #expect(placesWithColons > 100, "else this test would show little")
  }
}
