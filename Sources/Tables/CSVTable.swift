/// A CSV file (RFC 4180) held as one buffer of bytes with the offset of each cell.
///
/// The first record is the header. Blank lines and rows of blank cells are left out, and so are columns without a name
/// at the end whose cells are blank, which spreadsheets write. Each cell takes four bytes of memory besides the
/// file, and is decoded when it is read. Spaces and tabs around an unquoted cell are removed; a quoted cell is kept
/// as it is.
public struct CSVTable: Sendable {
  /// Path of the file, for problems.
  public let file: String
  /// Names in the header, in the order of the file.
  public private(set) var columns: [String]

  /// Number of columns in the file itself; any further one was added.
  private let width: Int
  /// The line of the header, from 1.
  public let headerLine: Int
  /// The number of bytes up to the end of the header.
  package let headerEnd: Int
  let bytes: [UInt8]
  /// Where each cell starts, its opening quote included; row by row.
  let starts: [UInt32]
  /// The line each row starts on, from 1.
  let lines: [UInt32]
  private var overlay: [Position: String] = [:]

  private struct Position: Hashable {
    var row: Int
    var column: Int
  }

  init(
    file: String, columns: [String], headerLine: Int, headerEnd: Int = 0, bytes: [UInt8],
    starts: [UInt32], lines: [UInt32]
  ) {
    self.file = file
    self.columns = columns
    width = columns.count
    self.headerLine = headerLine
    self.headerEnd = headerEnd
    self.bytes = bytes
    self.starts = starts
    self.lines = lines
  }

  /// Reads a table. Rows whose form is wrong are left out. Time O(bytes).
  ///
  /// - Parameters:
  ///   - file: path of the file, for problems.
  ///   - bytes: the contents, in UTF-8; a byte order mark may come first. Lines end in LF or CR LF.
  ///   - isDownloaded: whether the file is from a statistical office. Control characters are then no problem, since
  ///     only a few columns are used, whose cells are checked where they are read; nor are blank cells after those that
  ///     the header has.
  ///   - linesBefore: where the bytes are a later part of a file, with the header repeated: how much smaller the numbers
  ///     of lines in the bytes are than those in the file.
  ///   - problems: takes every mistake in the form of the file.
  public init(
    file: String, bytes: [UInt8], isDownloaded: Bool = false, linesBefore: Int = 0,
    problems: ProblemLog
  ) {
    var scanner = CSVScanner(
      file: file, bytes: bytes, isDownloaded: isDownloaded, linesBefore: linesBefore,
      problems: problems)
    self = scanner.scan()
  }

  /// Number of rows, without the header.
  public var rowCount: Int { lines.count }

  /// The line of the file on which a row starts, from 1.
  public func line(of row: Int) -> Int { Int(lines[row]) }

  /// The position of a column, from 0; nil if the header does not name it.
  public func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The text of a cell; empty if the cell is blank. Rows and columns count from 0.
  public func text(row: Int, column: Int) -> String {
    if let text = overlaid(row, column) { return text }
    return withCell(row * width + column) {
      String(decoding: $0, as: UTF8.self)
    } escaped: {
      $0
    }
  }

  /// The number in a cell; nil if the cell is blank. Rows and columns count from 0.
  ///
  /// - Throws: why the text is no number.
  public func number(row: Int, column: Int) throws(DecimalNumber.Malformation) -> Double? {
    if let text = overlaid(row, column) {
      return text.isEmpty ? nil : try DecimalNumber.parse(text)
    }
    let result: Result<Double?, DecimalNumber.Malformation> = withCell(row * width + column) {
      bytes in
      guard !bytes.isEmpty else { return .success(nil) }
      // To find out what is meant by a text of any length would take long.
      guard bytes.count <= 1000 else { return .failure(.notANumber) }
      do throws(DecimalNumber.Malformation) {
        return .success(try DecimalNumber.parse(bytes))
      } catch {
        return .failure(error)
      }
    } escaped: { _ in
      .failure(.notANumber)
    }
    return try result.get()
  }

  /// Whether two rows have the same text in a column, by their bytes alone. True is certain. False is not: it is also
  /// the result for cells with doubled quotes and after an edit, where callers must compare the texts.
  public func isSame(row: Int, as other: Int, column: Int) -> Bool {
    guard overlay.isEmpty, column < width else { return false }
    let (a, b) = (row * width + column, other * width + column)
    return withCell(a) { first in
      withCell(b) { second in
        first.count == second.count && zip(first, second).allSatisfy { $0 == $1 }
      } escaped: { _ in
        false
      }
    } escaped: { _ in
      false
    }
  }

  /// Replaces the text of a cell.
  public mutating func set(_ text: String, row: Int, column: Int) {
    overlay[Position(row: row, column: column)] = text
  }

  /// Adds a column that is blank in every row.
  ///
  /// - Returns: the position of the column.
  public mutating func addColumn(_ name: String) -> Int {
    columns.append(name)
    return columns.count - 1
  }

  private func overlaid(_ row: Int, _ column: Int) -> String? {
    if overlay.isEmpty { return column < width ? nil : "" }
    if let text = overlay[Position(row: row, column: column)] { return text }
    return column < width ? nil : ""
  }

  /// Calls `plain` with the bytes of a cell or, where it has doubled quotes, `escaped` with its text.
  private func withCell<Answer>(
    _ cell: Int, _ plain: (UnsafeBufferPointer<UInt8>) -> Answer, escaped: (String) -> Answer
  ) -> Answer {
    bytes.withUnsafeBufferPointer { all in
      let start = Int(starts[cell])
      guard start < all.count, all[start] == .quote else {
        return plain(UnsafeBufferPointer(rebasing: all[unquotedRange(all, start)]))
      }
      var end = start + 1
      var hasEscapes = false
      while end < all.count {
        if all[end] == .quote {
          guard end + 1 < all.count, all[end + 1] == .quote else { break }
          hasEscapes = true
          end += 1
        }
        end += 1
      }
      let content = UnsafeBufferPointer(rebasing: all[(start + 1)..<min(end, all.count)])
      return hasEscapes ? escaped(unescaped(content)) : plain(content)
    }
  }

  private func unquotedRange(_ all: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    var end = start
    while end < all.count, all[end] != .comma, all[end] != .lineFeed { end += 1 }
    while end > start, all[end - 1].isBlank || all[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  private func unescaped(_ content: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    var position = 0
    while position < content.count {
      result.append(content[position])
      position += content[position] == .quote ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension UInt8 {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
