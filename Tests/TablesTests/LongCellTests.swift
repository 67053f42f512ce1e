import Tables
import Testing

@Suite("Cells of any length")
struct LongCellTests {
  @Test("a number of more than 1,000 bytes is none")
  func number() throws {
    for (count, isNumber) in [(1000, true), (1001, false), (1_000_000, false)] {
      let zeros = String(repeating: "0", count: count - 1)
      let log = ProblemLog()
      let table = CSVTable(file: "t.csv", bytes: Array("a\n\(zeros)7\n".utf8), problems: log)
      #expect(log.isEmpty && table.rowCount == 1)
      if isNumber {
        #expect(try table.number(row: 0, column: 0) == 7)
      } else {
        #expect(throws: DecimalNumber.Malformation.notANumber) {
          try table.number(row: 0, column: 0)
        }
      }
    }
  }
}
