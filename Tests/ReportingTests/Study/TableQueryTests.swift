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

  @Test("a text is compared as text, even if it looks like a number")
  func texts() throws {
    #expect(try rows("option = 0.5") == [1])
    #expect(try rows("option = '50%'") == [0])
    #expect(try rows("option != 0.5") == [0, 2])
    #expect(try rows("option < 100").isEmpty)
    #expect(try rows("option >= 0").isEmpty)
    #expect(try rows("option ~ '*5*'") == [0, 1])
  }

  @Test("a percentage may have a blank before its sign")
  func percentages() throws {
    #expect(try rows("cost = 50%") == [0])
    #expect(try rows("cost = 50 % and months = 3") == [0])
    #expect(throws: TableQuery.Mistake.self) { try rows("cost = %") }
  }

  @Test(
    "numbers are compared with numbers only",
    arguments: [
      "cost < 1,000", "cost < nan", "cost < cost", "cost = x", "months != '>=x'", "cost >= ''",
    ])
  func notNumbers(condition: String) throws {
    #expect(throws: TableQuery.Mistake.self) { try rows(condition) }
  }

  @Test("brackets can be nested up to a limit")
  func brackets() throws {
    let nested = { (count: Int) in
      String(repeating: "(", count: count) + "cost = 7" + String(repeating: ")", count: count)
    }
    #expect(try rows(nested(100)) == [1])
    for text in [nested(101), nested(20_000), String(repeating: "(", count: 20_000)] {
      #expect(throws: TableQuery.Mistake.self) { try rows(text) }
    }
    #expect(try rows(Array(repeating: "cost = 7", count: 2000).joined(separator: " and ")) == [1])
  }

  @Test("a table without columns has lines too")
  func noColumns() throws {
    let lines = table.selecting(rows: [0], columns: []).lines()
    #expect(lines.filter { !$0.isEmpty } == [])
  }

  @Test("a number is compared as a number, and \">=12\" as 12")
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
