/// Excel workbooks that tests make.
public struct SampleWorkbook: Sendable {
  /// A sheet. A cell that reads as a number is one, other cells are texts; empty cells are left out.
  public struct Sheet: Sendable {
    public var name: String
    public var rows: [[String]]

    public init(_ name: String, _ rows: [[String]]) {
      self.name = name
      self.rows = rows
    }
  }

  /// The parts of the archive by name.
  public var parts: [String: [UInt8]] = [:]

  /// A workbook as Excel writes it: texts are shared.
  public init(_ sheets: [Sheet]) {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let list =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    func add(_ name: String, _ text: String) { parts[name] = Array((head + text).utf8) }

    add(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
    add(
      "_rels/.rels",
      "\(list)<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
    var texts: [String] = []
    var names = ""
    var links =
      "<Relationship Id=\"rId0\" Type=\"\(office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    for (place, sheet) in sheets.enumerated() {
      let id = place + 1
      names += "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(id)\" r:id=\"rId\(id)\"/>"
      links +=
        "<Relationship Id=\"rId\(id)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(id).xml\"/>"
      add(
        "xl/worksheets/sheet\(id).xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(Self.rows(sheet, &texts))</sheetData></worksheet>"
      )
    }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>\(names)</sheets></workbook>")
    add("xl/_rels/workbook.xml.rels", "\(list)\(links)</Relationships>")
    let shared = texts.map { "<si><t>\(Self.escaped($0))</t></si>" }.joined()
    add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(shared)</sst>")
  }

  /// The file.
  public func bytes(password: String? = nil) throws -> [UInt8] {
    try SampleArchive.bytes(parts, password: password)
  }

  private static func rows(_ sheet: Sheet, _ texts: inout [String]) -> String {
    var result = ""
    for (row, cells) in sheet.rows.enumerated() where cells.contains(where: { !$0.isEmpty }) {
      result += "<row r=\"\(row + 1)\">"
      for (column, text) in cells.enumerated() where !text.isEmpty {
        let place = "\(letters(column))\(row + 1)"
        if Double(text) != nil {
          result += "<c r=\"\(place)\"><v>\(text)</v></c>"
        } else {
          let shared = texts.firstIndex(of: text) ?? texts.count
          if shared == texts.count { texts.append(text) }
          result += "<c r=\"\(place)\" t=\"s\"><v>\(shared)</v></c>"
        }
      }
      result += "</row>"
    }
    return result
  }

  private static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }
}
