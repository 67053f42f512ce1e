import Tables
import Testing

@Suite("Separators of cells")
struct CSVSeparatorTests {
  private func problems(_ text: String) -> [String] {
    let log = ProblemLog()
    _ = CSVTable(file: "t.csv", bytes: Array(text.utf8), problems: log)
    return log.problems.map(\.description)
  }

  @Test(
    "a table with another separator has one problem, which says how to save it",
    arguments: [
      ("a;b\n1;2\n3;4\n", "1", "semicolons"), ("\n\"a\";\"b, c\"\n1;2\n", "2", "semicolons"),
      ("a\tb\n1\t2\n", "1", "tabs"), ("a|b\n1|2\n", "1", "vertical bars"),
      ("\u{FEFF}a;b\r\n1;2\r\n", "1", "semicolons"),
    ])
  func named(text: String, line: String, separator: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix(
        "t.csv:\(line): the cells are separated by \(separator); must be commas")
        == true)
    #expect(found.first?.contains("decimal") == false)
  }

  @Test("decimal commas in such a table are named too")
  func decimalCommas() {
    #expect(problems("a;b\nx;1\ny;-2,5\n").first?.contains("`-2,5` have a decimal comma") == true)
    #expect(problems("a;b\nx, y;1\n").first?.contains("decimal") == false)
  }

  @Test("a table of one column, and semicolons inside cells, are right")
  func right() {
    for text in ["a\n1\n", "a,b;c\n1,x;y\n", "a\t,b\n1,2\n", "a\n1;2\n", "\"a;b\"\n1\n"] {
      #expect(problems(text) == [], "\(text)")
    }
  }
}
