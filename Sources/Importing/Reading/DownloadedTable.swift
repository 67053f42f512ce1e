import Tables

/// A table from a statistical office: in UTF-8 or Windows-1252, separated by commas or tabs, with blank columns at the
/// end.
struct DownloadedTable {
  let csv: CSVTable
  /// The file was not UTF-8 and has been read as Windows-1252. Of the pieces of a file, it is true for the first that is
  /// not UTF-8.
  let isWindows1252: Bool
  /// The bytes up to the end of the header, in UTF-8 and separated by commas.
  let head: [UInt8]
  /// What is wrong with rows that are not in the table, such as another number of cells than the header.
  private(set) var wrongRows: [Problem] = []

  /// Reads a file; nil if it is wrong, which is noted.
  ///
  /// - Parameter dropsWrongRows: a row whose form is wrong is left out, as if it were not there, and a first column
  ///   without a name, the numbers of rows that programs for statistics write, is allowed.
  init?(file: String, log: ProblemLog, dropsWrongRows: Bool = false) {
    do throws(FileFailure) {
      self.init(
        file: file, bytes: try contents(ofFile: file), log: log, dropsWrongRows: dropsWrongRows)
    } catch {
      log.add(error, file: file)
      return nil
    }
  }

  /// What the earlier pieces of a file say about a later one.
  struct Earlier {
    /// ``DownloadedTable/head``.
    var head: [UInt8]
    /// Lines of the file before the piece.
    var lines: Int
    var hasTabs: Bool
    /// A piece before was in Windows-1252, so all that follow are.
    var isWindows1252: Bool
    /// Wrong rows before.
    var wrongRowCount: Int
  }

  /// Reads the bytes of a file; nil if they are wrong, which is noted.
  ///
  /// - Parameter earlier: what the pieces before say, where the bytes are a later piece, without the header.
  init?(
    file: String, bytes: [UInt8], log: ProblemLog, dropsWrongRows: Bool = false,
    after earlier: Earlier? = nil
  ) {
    if earlier == nil, let advice = Self.adviceOnForm(bytes) {
      log.add(advice, file: file, line: 1)
      return nil
    }
    var bytes = bytes
    let isUTF8 =
      earlier?.isWindows1252 != true
      && (String(validating: bytes, as: UTF8.self) != nil
        || earlier == nil
          && (bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])))
    isWindows1252 = !isUTF8 && earlier?.isWindows1252 != true
    if !isUTF8 {
      guard let decoded = Self.decoded(bytes, file: file, after: earlier?.lines ?? 0, log: log)
      else { return nil }
      bytes = decoded
    }
    if earlier?.hasTabs ?? Self.hasTabs(bytes) { bytes = Self.withCommas(bytes, insteadOf: 0x09) }
    if dropsWrongRows, earlier == nil { bytes = Self.withFirstName(bytes) }
    var linesBefore = 0
    if let earlier {
      linesBefore = earlier.lines - earlier.head.count { $0 == UInt8(ascii: "\n") }
      bytes = earlier.head + bytes
    }
    let found = ProblemLog()
    csv = CSVTable(
      file: file, bytes: bytes, isDownloaded: true, linesBefore: linesBefore, problems: found)
    head = earlier?.head ?? Array(bytes[..<csv.headerEnd])
    let header = csv.headerLine
    let isAboutRow = { (problem: Problem) in
      // After a quote that is never closed there are no rows.
      problem.line ?? 0 > header && !problem.message.hasPrefix("the quote that opens")
    }
    if dropsWrongRows, !csv.columns.isEmpty,
      found.count + (earlier?.wrongRowCount ?? 0) <= found.limitPerFile
    {
      wrongRows = found.problems.filter(isAboutRow)
    }
    if wrongRows.count < found.count {
      for problem in found.problems { log.add(problem) }
      return nil
    }
    if csv.columns.isEmpty { return nil }
  }

  /// The text of a cell without spaces around it, no-break spaces included; empty if there is no such column.
  func text(_ row: Int, _ column: Int?) -> String {
    guard let column else { return "" }
    let text = csv.text(row: row, column: column)
    guard text.utf8.contains(where: { $0 >= 0x80 || $0 == 0x20 }) else { return text }
    let isSpace = { (c: Character) in c == " " || c == "\u{A0}" || c == "\u{202F}" || c == "\t" }
    let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
    let end = text.lastIndex { !isSpace($0) }.map(text.index(after:)) ?? start
    return String(text[start..<end])
  }

  /// A column's name in small letters without blanks.
  static func plain(_ name: String) -> String {
    name.lowercased().filter { !$0.isWhitespace }
  }

  /// What to do with a compressed file or JSON; nil for other files.
  private static func adviceOnForm(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x1F, 0x8B]) {
      return "the file is compressed (gzip); unpack it first: gunzip FILE"
    }
    if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) {
      return "the file is a ZIP archive or an Excel workbook; unpack it, or save it as CSV"
    }
    if let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "{") {
      return "the file is JSON, the answer of a programming interface; download or save it as CSV"
    }
    return nil
  }

  /// The file with a name for a first column without one.
  private static func withFirstName(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.starts(with: mark) ? mark.count : 0
    let head = bytes[start...]
    let name = Array("rowNumber".utf8)
    if head.first == UInt8(ascii: ",") { return bytes[..<start] + name + head }
    if head.starts(with: Array("\"\",".utf8)) { return bytes[..<start] + name + head.dropFirst(2) }
    return bytes
  }

  /// Whether cells are separated by tabs: the first line has some, and no comma.
  static func hasTabs(_ bytes: [UInt8]) -> Bool {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return false }
    return bytes[..<end].contains(0x09) && !bytes[..<end].contains(UInt8(ascii: ","))
  }

  /// Text whose cells are separated by another sign, such as the tabs of bulk files, with commas.
  static func withCommas(_ bytes: [UInt8], insteadOf separator: UInt8) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.startIndex > 0 { result.append(UInt8(ascii: "\n")) }
      let cells = line.last == 0x0D ? line.dropLast() : line
      for cell in cells.split(separator: separator, omittingEmptySubsequences: false) {
        if cell.startIndex > line.startIndex { result.append(UInt8(ascii: ",")) }
        append(cell, to: &result)
      }
    }
    return result
  }

  /// Appends a cell, in quotes if it needs them.
  private static func append(_ cell: ArraySlice<UInt8>, to result: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isQuoted = cell.first == quote && cell.last == quote && cell.count > 1
    guard !isQuoted, cell.contains(where: { $0 == UInt8(ascii: ",") || $0 == quote }) else {
      result.append(contentsOf: cell)
      return
    }
    result.append(quote)
    for byte in cell {
      if byte == quote { result.append(quote) }
      result.append(byte)
    }
    result.append(quote)
  }

  /// Windows-1252 as UTF-8; nil, which is noted, where a byte stands for nothing in it.
  private static func decoded(
    _ bytes: [UInt8], file: String, after lines: Int, log: ProblemLog
  ) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var line = lines + 1
    for byte in bytes {
      if byte == UInt8(ascii: "\n") { line += 1 }
      guard byte >= 0x80 else {
        result.append(byte)
        continue
      }
      let code = byte < 0xA0 ? signs[Int(byte - 0x80)] : UInt16(byte)
      guard code != 0, let scalar = Unicode.Scalar(code) else {
        log.add(
          "the line is neither UTF-8 nor Windows-1252; save the file as UTF-8", file: file,
          line: line)
        return nil
      }
      result.append(contentsOf: String(Character(scalar)).utf8)
    }
    return result
  }

  /// What 0x80 … 0x9F stand for in Windows-1252; 0 if they stand for nothing.
  private static let signs: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
