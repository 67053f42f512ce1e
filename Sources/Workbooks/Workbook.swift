/// The cells of an Excel workbook (.xlsx, ISO/IEC 29500) as texts.
///
/// A number is the text that the file has for it, such as `43000` or `0.1`, whatever its format in Excel; a date so is a
/// number of days. A formula has the result that was saved with it. Sheets of charts are left out, hidden sheets are not.
public struct Workbook: Sendable {
  /// A row that has at least one cell with a text.
  public struct Row: Sendable, Hashable {
    /// Its number in Excel, from 1.
    public let number: Int
    /// The texts by column, from 0, without blank cells.
    public let cells: [Int: String]

    /// The text of a column, from 0; empty for a blank cell.
    public func text(_ column: Int) -> String { cells[column] ?? "" }
  }

  /// A sheet.
  public struct Sheet: Sendable {
    /// Its name, as on its tab.
    public let name: String
    /// Its rows from top to bottom.
    public let rows: [Row]
  }

  /// The sheets in the order of their tabs.
  public let sheets: [Sheet]

  /// Reads a workbook. Time and memory O(bytes, unpacked), which `limits` bound.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - limits: how large it may be.
  /// - Throws: why it cannot be read.
  public init(bytes: [UInt8], limits: WorkbookLimits = .standard) throws(WorkbookFailure) {
    try Self.checkForm(bytes)
    var archive = try ZipArchive(bytes, limits: limits)
    let start = try PartRelationship.all(of: "", in: &archive).values
    guard let book = start.first(where: { $0.kind == "officeDocument" })?.target,
      !book.hasSuffix(".docx")
    else { throw .notAWorkbook("a ZIP archive without a workbook in it") }
    let list = ElementList("sheet")
    try XMLPart.read(try archive.contents(of: book), part: book, to: list)
    let parts = try PartRelationship.all(of: book, in: &archive)
    guard !list.elements.isEmpty else { throw .notAWorkbook("a document without sheets") }

    let texts = SharedStrings(limit: limits.cells)
    if let strings = parts.values.first(where: { $0.kind == "sharedStrings" })?.target {
      try XMLPart.read(try archive.contents(of: strings), part: strings, to: texts)
    }
    var sheets: [Sheet] = []
    var names: Set<String> = []
    var (cellsLeft, bytesLeft) = (limits.cells, limits.textBytes)
    for attributes in list.elements {
      let name = attributes["name"] ?? ""
      guard names.insert(name.lowercased()).inserted else {
        throw .damaged(part: book, reason: "two sheets are called `\(name)`")
      }
      // The prefix of the id is `r` by custom only.
      let id = attributes.first { $0.key.hasSuffix(":id") || $0.key == "id" }?.value ?? ""
      guard let part = parts[id] else {
        throw .damaged(part: book, reason: "the sheet `\(name)` is missing")
      }
      guard part.kind == "worksheet" else { continue }
      let reader = SheetReader(
        part: part.target, shared: texts.texts, cellsLeft: cellsLeft, bytesLeft: bytesLeft)
      try XMLPart.read(try archive.contents(of: part.target), part: part.target, to: reader)
      (cellsLeft, bytesLeft) = (reader.cellsLeft, reader.bytesLeft)
      sheets.append(Sheet(name: name, rows: reader.rows))
    }
    self.sheets = sheets
  }

  /// Whether a file is meant as a workbook, by its first bytes: a ZIP archive, or an old or encrypted workbook.
  public static func isMeant(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: archiveStart) || bytes.starts(with: oldStart)
  }

  private static let archiveStart: [UInt8] = [0x50, 0x4B]
  private static let oldStart: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  private static func checkForm(_ bytes: [UInt8]) throws(WorkbookFailure) {
    if bytes.starts(with: oldStart) {
      // An encrypted workbook is stored in the old form, in a stream of this name in UTF-16.
      let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
      throw bytes.has(name) ? .passwordProtected : .oldForm
    }
    guard bytes.starts(with: archiveStart) else {
      throw .notAWorkbook(bytes.isEmpty ? "empty" : "no workbook")
    }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    if head.contains("opendocument.spreadsheet") {
      throw .notAWorkbook("an OpenDocument spreadsheet (.ods)")
    }
  }
}
