import Foundation
import Testing

@testable import Reporting

@Suite("Reports as Markdown")
struct MarkdownTests {
  @Test(
    "no text makes markup within a line",
    arguments: [
      ("a|b", "a\\|b"), ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
      ("*bold* `code`", "\\*bold\\* \\`code\\`"),
      ("[x](y) ![z]", "\\[x\\](y) !\\[z\\]"), ("back\\slash \\*", "back\\\\slash \\\\\\*"),
      ("~~gone~~ $x$", "\\~\\~gone\\~\\~ \\$x\\$"), ("_a_ b_c _", "\\_a\\_ b_c \\_"),
      ("__x__", "\\_\\_x\\_\\_"),
      ("two\nlines\u{1B}[0m\r\n and  blanks ", "two lines\\\\u{1B}\\[0m\\\\u{D} and blanks"),
      ("*\u{301}accent*", "\\*\u{301}accent\\*"),
    ])
  func inline(text: String, markdown: String) { #expect(MarkdownText.inline(text) == markdown) }

  @Test(
    "no text begins a heading, a list or a rule",
    arguments: [
      ("# x", "\\# x"), ("C ##", "C #\\#"), ("#", "\\#"), ("- x", "\\- x"), ("+ x", "\\+ x"),
      ("---", "\\---"), ("* x", "\\* x"),
      ("> x", "&gt; x"), ("12. x", "12\\. x"), ("1) x", "1\\) x"), ("7.", "7\\."),
      ("1.5 x", "1.5 x"),
      ("2030 x", "2030 x"), ("    code", "code"), ("", ""), (" \n ", ""),
    ])
  func line(text: String, markdown: String) { #expect(MarkdownText.line(text) == markdown) }

  /// One block of each kind.
  private static var report: ReportDocument {
    var report = ReportDocument()
    report.add("Goal missed: *x*.", .bad)
    report.addHeading("Rows | columns")
    var grid = TextGrid(["id", "", "drawn"])
    grid.drawnColumns = [2]
    grid.add(["a_b|", "1  (2)", "--| +"])
    grid.add(["-5", "", ""])
    report.add(grid)
    report.addRest(3, in: "goals.csv")
    report.addRest(0, in: "goals.csv")
    report.addLegend([("*", "fixed"), ("<a>", "1. of b")])
    report.addLegend([])
    report.add("These:")
    for mark in [ReportBlock.ItemMark.indent, .dash, .indentedDash] {
      report.addItem("# one", mark)
    }
    report.addBlank()
    report.blocks.append(
      .terms(
        [ReportTerm("cap", "most"), ReportTerm("", "Parameters: x."), ReportTerm("bare", "")],
        .columns))
    return report
  }

  @Test("headings, paragraphs, tables and lists are those of GitHub")
  func blocks() {
    #expect(
      Self.report.markdown == """
        Goal missed: \\*x\\*.

        ## Rows \\| columns

        | id |  | drawn |
        | --- | ---: | ---: |
        | a_b\\| | 1 (2) | `--\\|\u{A0}+` |
        | -5 |  |  |

        and 3 more in goals.csv (with --out)

        - **\\***: fixed
        - **&lt;a&gt;**: 1. of b

        These:

        - \\# one
        - \\# one
        - \\# one

        - **cap**: most
          - Parameters: x.
        - **bare**

        """)
    #expect(ReportDocument().markdown == "")
    var empty = ReportDocument(paragraphs: [" ", ""])
    empty.add(TextGrid([]))
    empty.addHeading("")
    #expect(empty.markdown == "")
  }

  @Test("the same blocks are lines on a terminal")
  func lines() {
    let lines = Self.report.lines(width: 40)
    #expect(
      lines.map(\.text) == [
        "Goal missed: *x*.", "", "Rows | columns", "  id            drawn", "  a_b|  1  (2)  --| +",
        "  -5",
        "  and 3 more in goals.csv (with --out)", "", "  *: fixed", "  <a>: 1. of b", "These:",
        "  # one", "- # one", "  - # one", "", "  cap   most", "        Parameters: x.", "  bare",
      ])
    #expect(lines[0].emphasis == .bad && lines[2].emphasis == .heading)
    #expect(lines[3...].allSatisfy { $0.emphasis == .plain })
  }

  @Test(
    "terms are columns, or paragraphs with their meanings below, and no wider than the terminal")
  func terms() {
    let terms = [ReportTerm("a long term", "with a meaning of many words"), ReportTerm("b", "c")]
    var report = ReportDocument()
    report.blocks = [.terms(terms, .paragraphs)]
    #expect(
      report.lines(width: 24).map(\.text) == [
        "  a long term", "      with a meaning of", "      many words", "  b", "      c",
      ])
    report.blocks = [.terms(terms, .columns)]
    #expect(
      report.lines(width: 36).map(\.text) == [
        "  a long term  with a meaning of", "               many words", "  b            c",
      ])
  }

  @Test(
    "ids without names are explained after the blocks before, on a page once for all its columns")
  func names() throws {
    let json = #"{"regions":{"JPN":"Japan","CHN":"China (mainland)"},"commodities":{"ore":"Ore"}}"#
    let names = try JSONDecoder().decode(Names.self, from: Data(json.utf8))
    var report = ReportDocument(paragraphs: ["Japan (JPN) buys ore."])
    var grid = TextGrid(["origin"])
    grid.add(["CHN"])
    report.add(grid)
    report.addNames(names)
    report.addNames(nil)
    report.add("EUR")
    #expect(
      report.lines().map(\.text) == [
        "Japan (JPN) buys ore.", "  origin", "  CHN", "", "Regions: CHN = China (mainland).",
        "Commodities: ore = Ore.", "EUR",
      ])
    #expect(
      report.markdown.hasSuffix(
        "| CHN |\n\nRegions: CHN = China (mainland).\n\nCommodities: ore = Ore.\n\nEUR\n"))
  }

  @Test("all rows and columns of a table are in one table, however wide it is")
  func wide() {
    let periods = (2020..<2060).map(String.init)
    var grid = TextGrid(["origin"] + periods)
    let long = String(repeating: "long", count: 40)
    grid.add([long] + periods)
    var report = ReportDocument()
    report.add(grid)
    let rows = report.markdown.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows.last == "| \(long) | \(periods.joined(separator: " | ")) |")
  }
}
