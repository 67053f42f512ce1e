import Tables

/// A downloaded file, read in pieces, so that a file of any size needs little memory, and a pipe such as `/dev/stdin`
/// can be read.
///
/// A piece ends where a row ends. Each is a ``DownloadedTable`` with the columns of the header and the lines of the
/// file. From the first piece on that is not UTF-8, the file is read as Windows-1252.
///
/// ```swift
/// let pieces = DownloadedPieces(file: path, log: log, dropsWrongRows: true)
/// guard let columns = MyColumns(pieces.start) else { return }
/// while let table = pieces.next() { … }
/// ```
///
/// What is wrong with the file is noted in the log, and ends the pieces. Then those that were read are not all of the
/// file.
final class DownloadedPieces {
  /// Path of the file.
  let file: String
  private let log: ProblemLog
  private let dropsWrongRows: Bool
  private let size: Int
  private var reader: FileReader?
  /// Bytes after the last row that was read.
  private var rest: [UInt8] = []
  private var first: DownloadedTable?
  private var earlier: DownloadedTable.Earlier?
  private var wrongRows: [Problem] = []
  /// Number of rows in the pieces so far.
  private(set) var rowCount = 0
  /// The line of the header, from 1.
  private(set) var headerLine = 1
  /// Whether no row of the pieces so far is wrong.
  var isSound: Bool { wrongRows.isEmpty }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - dropsWrongRows: as for ``DownloadedTable``.
  ///   - size: how many bytes a piece has at most.
  init(file: String, log: ProblemLog, dropsWrongRows: Bool = false, size: Int = 4 << 20) {
    self.file = file
    self.log = log
    self.dropsWrongRows = dropsWrongRows
    self.size = size
    do throws(FileFailure) {
      let reader = try FileReader(path: file)
      isPipe = !reader.isRegular
      self.reader = reader
    } catch {
      log.add(error, file: file)
    }
  }

  /// Whether the file can be read only once.
  private(set) var isPipe = false

  /// The first piece, without going on; nil if the file is wrong, which is noted.
  var start: DownloadedTable? {
    if first == nil, earlier == nil { first = read() }
    return first
  }

  /// The next piece; nil after the last one, or where the file is wrong, which is noted.
  func next() -> DownloadedTable? {
    guard let start = first else { return read() }
    first = nil
    return start
  }

  private func read() -> DownloadedTable? {
    guard let bytes = nextBytes() else { return nil }
    let found = ProblemLog()
    guard
      let table = DownloadedTable(
        file: file, bytes: bytes, log: found, dropsWrongRows: dropsWrongRows, after: earlier)
    else {
      reader = nil
      for problem in wrongRows + found.problems { log.add(problem) }
      return nil
    }
    if let line = cutLine(of: table, bytes) {
      log.add(
        "the file ends in the middle of a row, so more may be missing; download it again",
        file: file,
        line: line)
      return nil
    }
    let hadWindows1252 = earlier?.isWindows1252 ?? false
    if earlier == nil { headerLine = table.csv.headerLine }
    wrongRows += table.wrongRows
    rowCount += table.csv.rowCount
    earlier = DownloadedTable.Earlier(
      head: table.head, lines: (earlier?.lines ?? 0) + bytes.count { $0 == UInt8(ascii: "\n") },
      hasTabs: earlier?.hasTabs ?? DownloadedTable.hasTabs(bytes),
      isWindows1252: hadWindows1252 || table.isWindows1252, wrongRowCount: wrongRows.count)
    return table
  }

  /// The line of a last row that lacks cells and the end of its line; nil if the piece ends as it should.
  private func cutLine(of piece: DownloadedTable, _ bytes: [UInt8]) -> Int? {
    let feed = UInt8(ascii: "\n")
    guard reader == nil, let last = bytes.last, last != feed else { return nil }
    let line = (earlier?.lines ?? 0) + bytes.count { $0 == feed } + 1
    return piece.wrongRows.contains { $0.line == line } ? line : nil
  }

  /// The bytes of the next rows; nil at the end of the file.
  private func nextBytes() -> [UInt8]? {
    guard let reader else { return nil }
    do throws(FileFailure) {
      if try !reader.fill(&rest, to: size) {
        self.reader = nil
        // An empty file is an error, which reading it notes.
        return rest.isEmpty && earlier != nil ? nil : rest
      }
    } catch {
      self.reader = nil
      log.add(error, file: file)
      return nil
    }
    guard let end = rowEnd else {
      noteLongRow()
      return nil
    }
    let bytes = Array(rest[..<end])
    rest.removeFirst(end)
    return bytes
  }

  private var rowEnd: Int? {
    // Between tabs a quote is a sign like others, and a line is a row.
    if earlier?.hasTabs ?? DownloadedTable.hasTabs(rest) {
      return rest.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
    let hasMark = earlier == nil && rest.starts(with: [0xEF, 0xBB, 0xBF])
    return endOfLastRecord(rest[(hasMark ? 3 : 0)...])
  }

  /// Notes what is wrong with a file that has no end of a row in so many bytes.
  private func noteLongRow() {
    reader = nil
    let found = ProblemLog()
    _ = DownloadedTable(
      file: file, bytes: rest, log: found, dropsWrongRows: dropsWrongRows, after: earlier)
    if found.isEmpty {
      found.add(
        "the row that starts here has more than \(size >> 20) MB; must be one line of a table",
        file: file, line: (earlier?.lines ?? 0) + 1)
    }
    for problem in found.problems { log.add(problem) }
  }
}

extension ImportSummary {
  /// Notes the encoding of a file, and counts rows whose form is wrong.
  mutating func noteForm(of piece: DownloadedTable) {
    let file = piece.csv.file
    if piece.isWindows1252 {
      count(
        .note, "file read as Windows-1252, since it is not UTF-8",
        at: FilePlace(file: file, line: 1))
    }
    for problem in piece.wrongRows {
      count(.leftOut, problem.message, at: FilePlace(file: file, line: problem.line ?? 1))
    }
  }

  /// Notes a file that has a header only. Call it after its last piece.
  mutating func noteNoRows(_ pieces: DownloadedPieces) {
    guard pieces.rowCount == 0, pieces.isSound else { return }
    count(
      .note, "file with a header and no rows",
      at: FilePlace(file: pieces.file, line: pieces.headerLine))
  }
}
