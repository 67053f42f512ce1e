import Tables
import Testing

@Suite("CSV tables")
struct CSVTableTests {
  private func table(_ text: String) -> (CSVTable, [String]) {
    let log = ProblemLog()
    let table = CSVTable(file: "t.csv", bytes: Array(text.utf8), problems: log)
    return (table, log.problems.map(\.description))
  }

  private func cells(_ table: CSVTable) -> [[String]] {
    (0..<table.rowCount).map { row in
      table.columns.indices.map { table.text(row: row, column: $0) }
    }
  }

  @Test(
    "cells do not depend on the form of the file",
    arguments: [
      "a,b\n1,x\n2,y\n", "a,b\r\n1,x\r\n2,y\r\n", "\u{FEFF}a,b\n1,x\n2,y",
      "a,b\n\n1,x\n  \n2,y\n\n",
      ",\na,b\n,\n1,x\n,,,\n2,y\n\"\",\n , \n", "a,b,,\n1,x,,\n2,y\n",
      "a,b,\r\n1,x,\r\n2,y\r\n,\r\n",
      "\"a\",\"b\"\n\"1\",\"x\"\n\"2\",\"y\"\n", "a , b\n 1,x \n2,\ty\r\n",
    ])
  func sameCells(text: String) {
    let (table, problems) = table(text)
    #expect(problems == [])
    #expect(table.columns == ["a", "b"])
    #expect(cells(table) == [["1", "x"], ["2", "y"]])
  }

  @Test("commas, quotes, line breaks and spaces inside quotes are kept")
  func quoted() {
    let (table, problems) = table("a,b\n\"x,\"\"y\"\"\",\" 1\n2 \"\n,\"\"\n\"ä\",ß\n")
    #expect(problems == [])
    #expect(cells(table) == [["x,\"y\"", " 1\n2 "], ["ä", "ß"]])
    #expect((0..<2).map(table.line) == [2, 5])
  }

  @Test("lines count breaks inside quotes and blank lines")
  func lines() {
    let (table, problems) = table("a\n\n\"1\n2\"\n\n3\n4,5\n")
    #expect((0..<table.rowCount).map(table.line) == [3, 6])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("t.csv:7: the row has 2 cells, the header has 1") == true)
  }

  @Test("mistakes in the form are reported with their line, and the other rows are read")
  func malformed() {
    let (table, problems) = table("a,b\n1\nx\"y,2\n\"z\"z,2\n3,4\r5,6\nok,1\n\"open,1\n")
    #expect(cells(table) == [["ok", "1"]])
    #expect(
      problems.map { $0.prefix(8) } == [2, 3, 4, 5, 7].map { "t.csv:\($0):" }.map { $0[...] })
  }

  @Test("a cell after the last named column is a mistake")
  func unnamed() {
    let (table, problems) = table("a,b,,\n1,x,,z\n2,y,,\n")
    #expect(cells(table) == [["2", "y"]])
    #expect(
      problems == [
        "t.csv:2: the row has 4 cells, the header has 2; column 4 has no name in the header"
      ])
  }

  @Test("a row with too many cells says why where that is seen")
  func surplus() {
    let (_, problems) = table("a,b\n5,000,\n1,000,x\n“x, y”,1\n1,x,y\n")
    #expect(
      problems.map { $0.split(separator: "; ").last ?? "" } == [
        "numbers have no commas, such as 1000 and not 1,000",
        "numbers have no commas, such as 1000 and not 1,000",
        "only straight quotation marks (\") keep a comma inside a cell",
        "t.csv:5: the row has 3 cells, the header has 2",
      ])
  }

  @Test("an empty file, bytes that are not UTF-8 and NUL bytes are reported")
  func bytes() {
    for (bytes, piece) in [
      ([], "t.csv:1: the file is empty"),
      ([0x61, 0x0A, 0xFF], "t.csv:2: the line is not valid UTF-8"),
      ([0x61, 0x0A, 0x31, 0], "t.csv:2: the line holds a NUL"),
    ] as [([UInt8], String)] {
      let log = ProblemLog()
      _ = CSVTable(file: "t.csv", bytes: bytes, problems: log)
      #expect(log.problems.map(\.description).contains { $0.hasPrefix(piece) })
    }
  }

  @Test("changed cells and added columns are shown")
  func overlay() throws {
    var (table, _) = table("a,b\n1,x\n2,y\n")
    table.set("7.5", row: 1, column: 0)
    let added = table.addColumn("c")
    table.set("new", row: 0, column: added)
    #expect(cells(table) == [["1", "x", "new"], ["7.5", "y", ""]])
    #expect(try table.number(row: 1, column: 0) == 7.5)
    #expect(try table.number(row: 1, column: added) == nil)
  }

  @Test("every row of a large table is read")
  func large() throws {
    let rows = 40_000
    let text = "a,b,c\n" + (0..<rows).map { "CHN,JPN,\($0).5\n" }.joined()
    let (table, problems) = table(text)
    #expect(problems.isEmpty && table.rowCount == rows)
    for row in [0, 1, rows / 2, rows - 1] {
      #expect(table.text(row: row, column: 1) == "JPN")
      #expect(try table.number(row: row, column: 2) == Double(row) + 0.5)
      #expect(table.line(of: row) == row + 2)
    }
    let sum = try (0..<rows).reduce(0) { try $0 + (table.number(row: $1, column: 2) ?? .nan) }
    #expect(sum == Double(rows) * Double(rows) / 2)
  }
}
