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
    #expect(try rows("option ~ '*5*'") == [0, 1])
  }

  @Test("a percentage may have a blank before its sign")
  func percentages() throws {
    #expect(try rows("cost = 50%") == [0])
    #expect(try rows("cost = 50 % and months = 3") == [0])
    #expect(throws: TableQuery.Mistake.self) { try rows("cost = %") }
  }

  @Test(
    "a mistake in a condition says what to write instead",
    arguments: [
      ("option < 100", "`option` is a column of texts, which have no order; compare it by ="),
      ("7 > cost", "`7 > cost`: write the column first, then the sign and the value"),
      ("cots < 7", "unknown column `cots`; the most similar name is `cost`"),
      ("cost => 7", "`=>` is no sign of conditions; write >="),
      ("cost =< 7", "`=<` is no sign of conditions; write <="),
      ("cost <> 7", "`<>` is no sign of conditions; write !="),
      ("cost ! 7", "`!` is no sign of conditions; write !="),
      ("cost < 7 && months > 3", "`&&` is no sign of conditions; write and"),
      ("cost < 7 | months > 3", "`|` is no sign of conditions; write or"),
      ("cost < 7 or", "a comparison is missing after `or`"),
      ("cost <", "`cost <` is no comparison; write a column, a sign and a value"),
      (
        "cost < 100 000", "`100 000` is no number; write it without separators of thousands, 100000"
      ),
      ("cost < 1\u{A0}000\u{A0}000", "write it without separators of thousands, 1000000"),
      ("cost < 1'000", "`1'000` is no number; write it without separators of thousands, 1000"),
      ("cost < 1'000'000 or cost = 7", "write it without separators of thousands, 1000000"),
      ("cost < 5 months = 3", "`and` or `or` is missing before `months = 3`"),
      ("cost << 3", "`<<` is no sign of conditions; write <"),
      ("cost < = 3", "two signs follow each other, `<` and `=`; write one"),
      ("cost≤3", "`≤` is no sign of conditions; write <="),
      ("cost ≥ 3", "`≥` is no sign of conditions; write >="),
      ("cost ≠ 3", "`≠` is no sign of conditions; write !="),
      ("(cost < 7", "a bracket is not closed"),
      ("", "a comparison is missing; write a column"),
    ])
  func advice(condition: String, says: String) throws {
    let mistake = #expect(throws: TableQuery.Mistake.self) { try rows(condition) }
    #expect(mistake?.description.contains(says) == true, "\(mistake?.description ?? "")")
  }

  @Test(
    "numbers are compared with numbers only",
    arguments: [
      "cost < 1,000", "cost < nan", "cost < cost", "cost = x", "months != '>=x'", "cost >= ''",
    ])
  func notNumbers(condition: String) throws {
    #expect(throws: TableQuery.Mistake.self) { try rows(condition) }
  }

  @Test("a percentage is compared with shares only")
  func percentageOfMoney() throws {
    let names = ["run", "cost", "reliance", "service_worst_own", "change_cost", "concentration"]
    var runs = ReportTable("comparison", columns: names)
    runs.add(.text("a"), .number(7), .number(0.3), .number(0.9), .number(1), .number(0.2))
    for column in ["reliance", "service_worst_own", "concentration"] {
      #expect(try TableQuery("\(column) < 95%").rows(of: runs) == [0])
    }
    for column in ["cost", "change_cost"] {
      let mistake = #expect(throws: TableQuery.Mistake.self) {
        try TableQuery("run = a and \(column) < 50%").rows(of: runs)
      }
      #expect(
        mistake?.description.hasPrefix(
          "`\(column)` is no share, so it cannot be compared with `50%`") == true)
    }
  }

  @Test("where no row is found, a text that no row has is named with the most similar one")
  func notes() throws {
    var runs = ReportTable("t", columns: ["option", "status", "cost"])
    runs.add(.text("base"), .text("optimal"), .number(7))
    runs.add(.text("below-50"), .text("optimal"), .number(8))
    let note = { (text: String) in try TableQuery(text).note(on: runs) }
    #expect(
      try note("option = bse")
        == "no run meets the condition; no run has the option `bse`; the most similar name is "
        + "`base` (known: base, below-50)")
    #expect(
      try note("cost < 9 and status = solved")
        == "no run meets the condition; no run has the status `solved`; known: optimal")
    #expect(try note("cost < 1") == "no run meets the condition")
    #expect(try note("option = base and cost > 8") == "no run meets the condition")
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
    let lines = table.selecting(rows: [0], columns: []).report.lines().map(\.text)
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
