import Tables
import Testing

@Suite("Files that are not text in UTF-8")
struct FileFormTests {
  @Test(
    "what the file is, is said once",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "in UTF-16", 1), ([0xFE, 0xFF, 0, 0x61], "in UTF-16", 1),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "in UTF-32", 1),
      (Array("region,name\n".utf8).flatMap { [0, $0] }, "in UTF-16", 1),
      (Array("a\nb\n".utf8) + [0xE9, 0x0A, 0xFC, 0x0A], "E9 is `é`; so are 1 more lines", 3),
      (Array("a\n".utf8) + [0x80], "80 is `€`", 2),
      (Array("a\n".utf8) + [0x81], "not valid UTF-8; save", 2),
      (Array("PK\u{3}\u{4}[Content_Types].xml".utf8), "an Excel workbook (.xlsx)", 1),
      (
        Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
        "an OpenDocument spreadsheet", 1
      ),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", 1), ([0x1F, 0x8B, 8], "compressed", 1),
      (Array("%PDF-1.7".utf8), "a PDF", 1), (Array("\n<!DOCTYPE HTML>".utf8), "a web page", 1),
    ] as [([UInt8], String, Int)])
  func kinds(bytes: [UInt8], says: String, line: Int) throws {
    let form = try #require(FileForm(bytes, mustBe: "CSV"))
    #expect(form.message.contains(says), "\(form.message)")
    #expect(form.line == line)
    let log = ProblemLog()
    _ = CSVTable(file: "t.csv", bytes: bytes, problems: log)
    #expect(log.problems.map(\.message) == [form.message])
  }

  @Test(
    "text in UTF-8 has nothing wrong",
    arguments: ["", "a", "region,name\nJPN,日本\n", "\u{FEFF}a,é\n", "PK,<html>\n", "a\u{0}b"])
  func text(text: String) {
    #expect(FileForm(Array(text.utf8), mustBe: "CSV") == nil)
  }
}
