import TestSupport
import Testing
import Workbooks

@Suite("Cells of workbooks")
struct WorkbookTests {
  private func sheet(_ cells: String, shared: String = "") throws -> Workbook.Sheet {
    var book = SampleWorkbook([SampleWorkbook.Sheet("One", [])])
    book.parts["xl/worksheets/sheet1.xml"] = Array(
      "<worksheet xmlns=\"urn:m\"><sheetData>\(cells)</sheetData></worksheet>".utf8)
    book.parts["xl/sharedStrings.xml"] = Array("<sst xmlns=\"urn:m\">\(shared)</sst>".utf8)
    return try #require(try Workbook(bytes: book.bytes()).sheets.first)
  }

  @Test("texts and numbers of all sheets are read, in the order of the tabs")
  func sheets() throws {
    let book = try Workbook(
      bytes: SampleWorkbook([
        SampleWorkbook.Sheet("Second", [["Ä < B & C", "1.5"], [], ["", "", "x"]]),
        SampleWorkbook.Sheet("First \"one\"", [["2"]]), SampleWorkbook.Sheet("Empty", []),
      ]).bytes())
    #expect(book.sheets.map(\.name) == ["Second", "First \"one\"", "Empty"])
    let rows = book.sheets[0].rows
    #expect(rows.map(\.number) == [1, 3])
    #expect(rows[0].cells == [0: "Ä < B & C", 1: "1.5"])
    #expect(rows[1].text(2) == "x" && rows[1].text(0) == "" && rows[1].text(99) == "")
    #expect(book.sheets[2].rows.isEmpty)
  }

  @Test("cells of each kind are read, also those without a place and texts in parts")
  func kinds() throws {
    let sheet = try sheet(
      """
      <row><c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve"> line</t></r></is></c>
      <c><v>1E-3</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>
      <row r="7"><c r="AB7" t="str"><f>A1&amp;"x"</f><v>result</v></c><c r="AC7" s="3"/></row>
      <row><c r="B8" t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
      """,
      shared: """
        <si><r><t>Nic</t></r><r><t>kel</t></r><rPh sb="0" eb="1"><t>nikeru</t></rPh></si>
        <si><t><![CDATA[a<b]]></t></si><si><t/></si>
        """)
    #expect(sheet.rows.map(\.number) == [1, 7, 8])
    #expect(sheet.rows[0].cells == [0: "in line", 1: "1E-3", 2: "TRUE", 3: "#N/A"])
    #expect(sheet.rows[1].cells == [27: "result"])
    #expect(sheet.rows[2].cells == [1: "Nickel", 2: "a<b"])
  }

  @Test("elements with prefixes, absolute and relative paths, and sheets of charts")
  func forms() throws {
    var book = SampleWorkbook([
      SampleWorkbook.Sheet("One", [["1"]]), SampleWorkbook.Sheet("Chart", []),
    ])
    func change(_ part: String, _ old: String, _ new: String) {
      let text = String(decoding: book.parts[part] ?? [], as: UTF8.self)
      book.parts[part] = Array(text.replacing(old, with: new).utf8)
    }
    change("_rels/.rels", "xl/workbook.xml", "/xl/./workbook.xml")
    change("xl/_rels/workbook.xml.rels", "\"worksheets/sheet1", "\"../xl/Worksheets/sheet1")
    change(
      "xl/_rels/workbook.xml.rels", "worksheet\" Target=\"worksheets/sheet2",
      "chartsheet\" Target=\"c")
    change("xl/workbook.xml", "xmlns:r=", "xmlns:rel=")
    change("xl/workbook.xml", " r:id=", " rel:id=")
    book.parts["xl/worksheets/sheet1.xml"] = Array(
      "<x:worksheet xmlns:x=\"urn:m\"><x:sheetData><x:row r=\"1\"><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        .utf8)
    let read = try Workbook(bytes: book.bytes())
    #expect(read.sheets.map(\.name) == ["One"])
    #expect(read.sheets.first?.rows.first?.cells == [0: "5"])
  }

  @Test("a file is meant as a workbook by its first bytes")
  func meant() throws {
    #expect(Workbook.isMeant(try SampleWorkbook([]).bytes()))
    #expect(Workbook.isMeant([0xD0, 0xCF, 0x11, 0xE0, 0xA1]))
    #expect(!Workbook.isMeant(Array("Country,unit".utf8)) && !Workbook.isMeant([]))
  }
}
