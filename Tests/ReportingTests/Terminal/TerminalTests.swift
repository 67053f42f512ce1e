import CaseSupport
import Storage
import Testing

@testable import Reporting

@Suite("The terminal report")
struct TerminalTests {
  @Test("the report fits 100 columns in every case", arguments: SolvedCase.feasible)
  func fits(name: String) throws {
    let solved = try SolvedCase(name)
    for summary in [try solved.folder.summary, try solved.comparedFolder.summary] {
      let report = TerminalReport(summary)
      #expect(report.lines().count > 5)
      for line in report.lines() { #expect(line.text.count <= 100, "\(line.text)") }
    }
  }

  @Test("money has no unit if the instance names no currency")
  func noCurrency() {
    #expect(Legend.money("", "a year").hasPrefix("Money a year. "))
    #expect(Legend.money("USD", "a year").hasPrefix("Money in USD, a year. "))
  }

  @Test("periods that do not fit next to each other continue in further blocks")
  func widePeriods() {
    let periods = (2020..<2060).map(String.init)
    var grid = TextGrid(["origin"] + periods)
    grid.add(["all, tons a year"] + periods.map { _ in "12,345" })
    grid.add([String(repeating: "long", count: 40)] + periods.map { _ in "55.5%" })
    let lines = grid.lines(width: 100)
    #expect(lines.allSatisfy { $0.count <= 100 })
    let shown = lines.flatMap { $0.split(separator: " ") }.filter { periods.contains(String($0)) }
    #expect(shown.map(String.init) == periods)
    #expect(Set(lines.filter { $0.contains("12,345") }.dropLast().map(\.count)).count == 1)
  }

  @Test("a block leaves out rows that are empty in it, but not in another block")
  func emptyInBlock() {
    var grid = TextGrid(["project", "capex", "paid by"])
    grid.add(["a", "1,000", "JPN"])
    grid.add(["all together", "1,000", ""])
    grid.add(["nothing", "", ""])
    #expect(grid.lines(width: 40).count == 4)
    #expect(
      grid.lines(width: 28) == [
        "  project       capex", "  a             1,000", "  all together  1,000", "  nothing", "",
        "  project       paid by", "  a                 JPN", "  nothing",
      ])
  }

  @Test("the bound of every month is distinguished from that of the whole window")
  func monthly() throws {
    let lines = try TerminalReport(SolvedCase("goal-monthly")).lines().map(\.text)
    let text = lines.joined(separator: " ")
    // The bound of the window does not bind.
    #expect(text.contains("tightest: resilience-1/cut, in each month in 2020, at least"))
    #expect(lines.contains("  and 3 more in goals.csv (with --out)"))
    #expect(!lines.contains { $0.contains("in the end") })
    let table = try SolvedCase("goal-monthly").folder.tables[.goals]
    let names = (0..<table.rowCount).map { table.text($0, "goal") }
    #expect(
      names.map { $0.hasSuffix(", over the window") } == [true, false, true, false]
        && names.map { $0.hasSuffix(", in each month") } == [false, true, false, true])
    #expect(
      (0..<table.rowCount).map { table.text($0, "each_month") } == [
        "false", "true", "false", "true",
      ]
    )
  }

  @Test("the report says what the objective counts besides the cost")
  func risk() throws {
    let lines = try TerminalReport(SolvedCase("risk")).lines().map(\.text)
    #expect(
      lines.contains { $0.hasPrefix("The objective also counts 2,234 for losses from disrupt") })
  }

  @Test("numbers are written in one way")
  func numbers() {
    let expected: [(Double, String)] = [
      (0, "0"), (-0.0, "0"), (1_234_567, "1,234,567"), (-1234, "-1,234"), (999.96, "1,000"),
      (123.44, "123.4"), (12.344, "12.34"), (0.5, "0.500"), (0.012345, "0.0123"), (1e-12, "0"),
    ]
    for (value, text) in expected { #expect(NumberText.amount(value) == text) }
    #expect(NumberText.percent(0.5) == "50.0%")
    #expect(NumberText.percent(-1e-9) == "0.0%")
    #expect(NumberText.percent(9.99949) == "999.9%" && NumberText.percent(9.9996) == "1,000.0%")
    #expect(NumberText.percent(-338.9451) == "-33,894.5%")
    #expect(NumberText.percent(728_830.505) == "72,883,050.5%")
    #expect(NumberText.change(0.00048) == "0.048%")
    #expect(NumberText.change(0.0000123) == "0.0012%")
    #expect(NumberText.change(2.5e-8) == "<0.001%" && NumberText.change(-2.5e-8) == ">-0.001%")
    #expect(NumberText.change(0) == "0.0%")
  }

  @Test("control characters are written out, in tables, sentences and JSON")
  func controlSigns() throws {
    var grid = TextGrid(["a\u{1B}b", "n"])
    grid.add(["x\ny\u{9B}", "1"])
    #expect(grid.lines(width: 80) == ["  a\\u{1B}b   n", "  x y\\u{9B}  1"])
    #expect(wrapped("two\nlines\u{7}", width: 80) == ["two lines\\u{7}"])
    let named = Named(key: "\u{1B}\u{9B}\u{202E}é")
    let json = try snakeCaseJSON(named)
    #expect(
      String(decoding: json, as: UTF8.self)
        == "{\n  \"key\" : \"\\u001b\\u009B\\u202Eé\"\n}\n")
    #expect(try decoded(Named.self, json) == named)
  }

  @Test("long sentences break between words")
  func wrapping() {
    let lines = wrapped(String(repeating: "word ", count: 60), width: 40)
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines.joined(separator: " ").split(separator: " ").count == 60)
  }
}

extension TerminalReport {
  fileprivate init(_ solved: SolvedCase) throws {
    self.init(try solved.folder.summary)
  }
}

/// An object with one text.
private struct Named: DescribedJSON, Decodable, Equatable {
  var key: String

  enum CodingKeys: String, CodingKey, CaseIterable { case key }
  static let objectTitle = "Name"
}

extension Named.CodingKeys: DescribedKeys {
  fileprivate var definition: KeyDefinition { .text("A text.") }
}
