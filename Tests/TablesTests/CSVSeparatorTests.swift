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

  @Test(
    "a row of another number of cells says what may have split it",
    arguments: [
      ("a,b\nx,3,5\n", "a decimal point and no comma, such as 3.5 and not 3,5"),
      ("a,b\n-3,5,x\r\n", "a decimal point and no comma, such as 3.5 and not 3,5"),
      ("a,b\nx,2,000\n", "numbers have no commas, such as 1000 and not 1,000"),
      ("a,b\nx;1\n", "this row has semicolons: cells are separated by commas"),
      ("a,b\n;\n", "this row has semicolons: cells are separated by commas"),
      ("a,b,\n1,2,3\n", "3 cells, the header has 2; column 3 has no name in the header"),
      ("a,b,,\n1,2,,3\n", "the row has 4 cells, the header has 2; column 4 has no name"),
    ])
  func hints(text: String, says: String) {
    let found = problems(text)
    #expect(found.count == 1)
    #expect(found.first?.contains(says) == true, "\(found)")
  }

  @Test("a row that is too long for another reason has no hint")
  func noHint() {
    #expect(problems("a,b\nx,y,z\n") == ["t.csv:2: the row has 3 cells, the header has 2"])
    #expect(problems("a,b\n1,x,2\n") == ["t.csv:2: the row has 3 cells, the header has 2"])
  }

  @Test("lines that end in CR alone are one mistake")
  func carriageReturns() {
    let found = problems("a,b,c\r1,x,x\r1,x,x\r1,x,x")
    #expect(
      found == ["t.csv:1: a carriage return without a line feed; end lines in LF or CR LF"])
  }
}
