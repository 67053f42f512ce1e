import Reporting
import Testing

@Suite("Conditions on rows")
struct TableQueryTests {
  private var table: ReportTable {
    var table = ReportTable("t", columns: ["option", "cost", "months"])
    table.add(.text("50%"), .number(0.5), .number(3))
    table.add(.text("0.5"), .number(7), .atLeast(12))
    table.add(.text(">=4"), .blank, .blank)
    return table
  }

  private func rows(_ condition: String) throws -> [Int] {
    try TableQuery(condition).rows(of: table)
  }

  @Test("a text is compared as text, whatever number it looks like")
  func texts() throws {
    #expect(try rows("option = 0.5") == [1])
    #expect(try rows("option = '50%'") == [0])
    #expect(try rows("option != 0.5") == [0, 2])
    #expect(try rows("option < 100").isEmpty)
    #expect(try rows("option >= 0").isEmpty)
    #expect(try rows("option ~ '*5*'") == [0, 1])
  }

  @Test("a number is compared as a number, and what is at least so much counts as so much")
  func numbers() throws {
    #expect(try rows("cost = 50%") == [0])
    #expect(try rows("cost != 0.50") == [1, 2])
    #expect(try rows("months >= 12") == [1])
    #expect(try rows("months = 12") == [1])
    #expect(try rows("months = '>=12'") == [1])
    #expect(try rows("months < 12") == [0])
    #expect(try rows("cost = ''") == [2])
  }
}
