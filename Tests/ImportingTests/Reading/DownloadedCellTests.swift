import Testing

@testable import Importing

@Suite("Cells of downloaded files")
struct DownloadedCellTests {
  @Test(
    "what is not known is never 0, and a footnote is no part of a number",
    arguments: [
      ("1234.5", .number(1234.5)), ("1e3", .number(1000)), ("1234 (4)", .marked(1234)),
      ("1234(4)", .marked(1234)), ("12 [a] (b)", .marked(12)), ("7*", .marked(7)),
      ("1,234", .marked(1234)), ("1,234,567.5", .marked(1_234_567.5)), ("(4)", .sign),
      ("nan", .sign), ("NaN", .sign), ("NA", .sign), ("N/A", .sign), ("..", .sign), ("-", .sign),
      ("DX", .sign), ("X", .sign), ("*", .sign), ("null", .sign), ("", .absent), ("0", .absent),
      ("0.0", .absent), ("-5", .unreadable), ("5,0", .unreadable), ("1,23", .unreadable),
      ("many", .unreadable), ("1e400", .unreadable), ("1e16", .unreadable), ("1e-5", .unreadable),
      ("inf", .unreadable),
      ("5 kg", .unreadable), (",", .unreadable), (")", .unreadable),
    ] as [(String, DownloadedCell.Amount)])
  func amounts(text: String, expected: DownloadedCell.Amount) {
    #expect(DownloadedCell.amount(text) == expected)
  }

  @Test("codes lose what programs add to them, and HS codes get their first 0 back")
  func codes() {
    #expect(DownloadedCell.code("156.0") == "156")
    #expect(DownloadedCell.code("NA") == "" && DownloadedCell.code("X") == "X")
    #expect(DownloadedCell.goods("10512") == ("010512", true))
    #expect(DownloadedCell.goods("284610.0") == ("284610", false))
    #expect(DownloadedCell.goods("TOTAL") == ("TOTAL", false))
  }
}
