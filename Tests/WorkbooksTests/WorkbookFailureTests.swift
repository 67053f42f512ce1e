import TestSupport
import Testing
import Workbooks

@Suite("Workbooks that cannot be read")
struct WorkbookFailureTests {
  private static let sample = SampleWorkbook([
    SampleWorkbook.Sheet("One", [["a", "1"], ["b", "2"]])
  ])

  private func failure(
    _ bytes: [UInt8], _ limits: WorkbookLimits = .standard
  ) -> WorkbookFailure? {
    #expect(throws: WorkbookFailure.self) { try Workbook(bytes: bytes, limits: limits) }
  }

  private func failure(_ part: String, _ text: String) throws -> String {
    var book = Self.sample
    book.parts[part] = Array(text.utf8)
    return failure(try book.bytes())?.description ?? ""
  }

  private func sheet(_ rows: String) throws -> String {
    try failure(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"urn:m\"><sheetData>\(rows)</sheetData></worksheet>")
  }

  @Test("other files are told apart")
  func others() throws {
    #expect(failure([]) == .notAWorkbook("empty"))
    #expect(failure(Array("Country,unit\n".utf8)) == .notAWorkbook("no workbook"))
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(failure(old + [UInt8](repeating: 0, count: 2000)) == .oldForm)
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(failure(old + [1, 2, 3] + name + [0, 0]) == .passwordProtected)
    #expect(failure(try Self.sample.bytes(password: "secret")) == .passwordProtected)
    let zip = failure(try SampleArchive.bytes(["readme.txt": [65]]))?.description
    #expect(
      zip?.contains("a ZIP archive without a workbook in it; must be an Excel workbook") == true)
    let calc = try SampleArchive.bytes(["mimetype": Array("x".utf8)])
    #expect(failure(calc) != nil)
  }

  @Test("an archive that is cut, spoiled or lacks a part is damaged")
  func damaged() throws {
    let whole = try Self.sample.bytes()
    for end in [4, 30, whole.count / 2, whole.count - 5] {
      guard case .damaged = failure(Array(whole.prefix(end))) else {
        Issue.record("cut at \(end)")
        continue
      }
    }
    var book = Self.sample
    book.parts["xl/worksheets/sheet1.xml"] = nil
    #expect(
      failure(try book.bytes())?.description.contains("sheet1.xml: the part is missing") == true)
    book = Self.sample
    book.parts["XL/Workbook.xml"] = book.parts["xl/workbook.xml"]
    #expect(failure(try book.bytes())?.description.contains("the part is there twice") == true)
  }

  @Test(
    "what a small archive can blow up is refused: attributes, a long text, a text in many cells")
  func blownUp() throws {
    let attributes = (0..<20_000).map { " a\($0)=\"\"" }.joined()
    #expect(
      try sheet("<row r=\"1\"\(attributes)/>").contains("an element of more than 65536 bytes"))
    let long = String(repeating: "x", count: WorkbookLimits.cellBytes + 1)
    #expect(
      try sheet("<row r=\"1\"><c t=\"str\"><v>\(long)</v></c></row>").contains(
        "a text that is longer than a cell can be"))
    let book = SampleWorkbook([
      SampleWorkbook.Sheet(
        "One", Array(repeating: [String(repeating: "y", count: 1000)], count: 20))
    ])
    var limits = WorkbookLimits.standard
    limits.textBytes = 19_999
    #expect(failure(try book.bytes(), limits) == .tooLarge("its cells have too much text"))
    limits.textBytes = 20_000
    #expect(try Workbook(bytes: book.bytes(), limits: limits).sheets[0].rows.count == 20)
  }

  @Test("a spoiled byte in a part is seen by its check sum, or gives another failure")
  func checkSum() throws {
    let whole = try Self.sample.bytes()
    var failures = 0
    for place in stride(from: 40, to: whole.count, by: 7) {
      var spoiled = whole
      spoiled[place] ^= 0x55
      do { _ = try Workbook(bytes: spoiled) } catch { failures += 1 }
    }
    #expect(failures > 20)
  }

  @Test("XML that is no workbook's is refused: document types, other encodings, broken tags")
  func xml() throws {
    let laughs = """
      <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>
      """
    #expect(try failure("xl/worksheets/sheet1.xml", laughs).contains("DOCTYPE"))
    #expect(
      try failure("xl/sharedStrings.xml", "<?xml version='1.0' encoding='UTF-7'?><sst/>")
        .contains("the encoding UTF-7"))
    #expect(try failure("xl/workbook.xml", "<workbook>").contains("no well-formed XML"))
    #expect(try failure("xl/worksheets/sheet1.xml", "").contains("sheet1.xml"))
    #expect(try failure("xl/workbook.xml", "a\u{0}b").contains("not text in UTF-8"))
  }

  @Test("cells and rows that cannot be are refused")
  func cells() throws {
    #expect(
      try sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>").contains("list of texts"))
    #expect(
      try sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>").contains(
        "twice"))
    #expect(try sheet("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>").contains("none can be"))
    #expect(try sheet("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>").contains("none can be"))
    #expect(try sheet("<row r=\"0\"/>").contains("no order"))
    #expect(
      try sheet("<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>")
        .contains("no order"))
    #expect(try sheet("<row r=\"2000000\"/>").contains("no order"))
  }

  @Test("two sheets of one name, and a sheet without its part, are refused")
  func names() throws {
    let start =
      "<workbook xmlns=\"urn:m\" xmlns:r=\"urn:r\"><sheets><sheet name=\"One\" r:id=\"rId1\"/>"
    let twice = "\(start)<sheet name=\"one\" r:id=\"rId1\"/></sheets></workbook>"
    #expect(try failure("xl/workbook.xml", twice).contains("two sheets are called `one`"))
    let absent = "\(start)<sheet name=\"Two\" r:id=\"rId9\"/></sheets></workbook>"
    #expect(try failure("xl/workbook.xml", absent).contains("the sheet `Two` is missing"))
    let none = "<workbook xmlns=\"urn:m\"><sheets/></workbook>"
    #expect(try failure("xl/workbook.xml", none).contains("without sheets"))
  }

  @Test("what is unpacked is bounded, whatever the archive says")
  func bounds() throws {
    var book = Self.sample
    book.parts["xl/worksheets/sheet1.xml"] = Array(
      ("<worksheet xmlns=\"urn:m\"><sheetData>" + String(repeating: " ", count: 3_000_000)
        + "</sheetData></worksheet>").utf8)
    let bomb = try book.bytes()
    #expect(bomb.count < 20_000, "else it would be no small archive")
    var limits = WorkbookLimits.standard
    limits.partBytes = 1 << 20
    #expect(failure(bomb, limits)?.description.contains("sheet1.xml has more than") == true)
    limits = .standard
    limits.totalBytes = 2 << 20
    #expect(failure(bomb, limits)?.description.contains("has more than") == true)
    limits = .standard
    limits.cells = 3
    #expect(
      failure(try Self.sample.bytes(), limits)?.description.contains("too many cells") == true)
    limits.cells = 1
    #expect(failure(try Self.sample.bytes(), limits)?.description.contains("texts") == true)
    limits = .standard
    limits.parts = 2
    #expect(failure(bomb, limits)?.description.contains("it has 6 parts") == true)
    #expect(throws: Never.self) { try Workbook(bytes: bomb) }
  }
}
