import Foundation
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Downloaded files in pieces")
struct DownloadedPiecesTests {
  /// What a file says: each row with its line, wrong rows, and problems.
  private struct Reading: Equatable {
    var columns: [String] = []
    var rows: [String] = []
    var wrong: [String] = []
    var problems: [String] = []
    var pieceCount = 0

    mutating func add(_ table: DownloadedTable) {
      columns = table.csv.columns
      for row in 0..<table.csv.rowCount {
        let cells = columns.indices.map { table.text(row, $0) }
        rows.append("\(table.csv.line(of: row)): \(cells)")
      }
      wrong += table.wrongRows.map(\.description)
      pieceCount += 1
    }
  }

  private func whole(_ bytes: [UInt8], _ file: String) -> Reading {
    let log = ProblemLog()
    var found = Reading()
    if let table = DownloadedTable(file: file, bytes: bytes, log: log, dropsWrongRows: true) {
      found.add(table)
    }
    found.problems = log.problems.map(\.description)
    return found
  }

  private func pieces(_ bytes: [UInt8], size: Int) throws -> (Reading, file: String) {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "t.csv")
      try Data(bytes).write(to: file)
      return (pieces(of: file.path, size: size), file.path)
    }
  }

  private func pieces(of path: String, size: Int) -> Reading {
    let log = ProblemLog()
    var found = Reading()
    let pieces = DownloadedPieces(file: path, log: log, dropsWrongRows: true, size: size)
    while let table = pieces.next() { found.add(table) }
    found.problems = log.problems.map(\.description)
    return found
  }

  @Test(
    "pieces have the rows, lines and wrong rows of the whole file",
    arguments: [
      "a,b,c\n1,2,3\n\"x,\n\"\"y\"\"\",5,6\n7,8\n9,10,11\n12,\"1\"3,14\n15,16,17",
      "\n\u{FEFF}a,b\r\n1,2\r\n\r\n3,4\r\n5,6\r\n7,8\r\n",
      "a\tb\n\"1\t2\n3\t4\"\n5\t6\n7\t8\n9\t1\n2\t3\n",
      "a\tb\n1,5\t2\n3\t\"4,5\"\n6\t7\"8\n9\t10\n11\t12\n",
      ",a,,\n1,2,,\n3,4,,\n5,6,7,\n8,9\n10,11,,\n",
      "a,b\n\"é\n\n\",2\nä,4\n5,ö\n",
    ])
  func same(text: String) throws {
    let bytes = Array(text.utf8)
    for size in 24...60 {
      var (found, file) = try pieces(bytes, size: size)
      let count = found.pieceCount
      found.pieceCount = 1
      #expect(found == whole(bytes, file), "pieces of \(size) bytes")
      #expect(size > 30 || bytes.count <= size || count > 1)
    }
  }

  @Test("random files are the same in pieces and as a whole")
  func random() throws {
    var generator = SeededGenerator(state: 23)
    var sound = 0
    for _ in 0..<200 {
      var text = "first,second\n"
      for _ in 0..<Int.random(in: 5...40, using: &generator) {
        text +=
          [
            "1,2\n", "\"a\nb\",3\n", "4\n", "\"\"\"\", 5 \n", "\n", "x\"y,6\n", "\"7\" ,8\n",
            "9,ü\n",
          ]
          .randomElement(using: &generator) ?? ""
      }
      let bytes = Array(text.utf8)
      var (found, file) = try pieces(bytes, size: Int.random(in: 24...200, using: &generator))
      found.pieceCount = 1
      #expect(found == whole(bytes, file))
      if found.problems.isEmpty { sound += 1 }
    }
    #expect(sound == 200)
  }

  @Test("a piece that is no UTF-8 is read as Windows-1252, and so are those after it")
  func windows1252() throws {
    let lines = ["a,b", "\u{E9},1", "x,2", "y,3", "z,4"].map { Array($0.utf8) }
    var bytes = Array(lines.joined(separator: [10])) + [10]
    bytes += [0x93, 0x61, 0x94, 0x2C, 0x35, 10] + Array("last,6\n".utf8) + [0xE9, 0x2C, 0x37]
    let log = ProblemLog()
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "t.csv")
      try Data(bytes).write(to: file)
      let pieces = DownloadedPieces(file: file.path, log: log, dropsWrongRows: true, size: 12)
      var texts: [String] = []
      var remarks = 0
      while let table = pieces.next() {
        remarks += table.isWindows1252 ? 1 : 0
        texts += (0..<table.csv.rowCount).map { table.text($0, 0) }
      }
      #expect(texts == ["é", "x", "y", "z", "“a”", "last", "é"])
      #expect(remarks == 1 && log.isEmpty)
    }
  }

  @Test("a byte that stands for nothing and a NUL byte are reported with their lines in the file")
  func lines() throws {
    let start = Array("a,b\n1,2\n3,4\n5,6\n".utf8)
    let (undefined, file) = try pieces(start + [0x81, 0x2C, 0x37], size: 10)
    #expect(
      undefined.problems == [
        "\(file):5: the line is neither UTF-8 nor Windows-1252; save the file as UTF-8"
      ])
    let (nul, other) = try pieces(start + [0, 0x2C, 0x37], size: 10)
    #expect(
      nul.problems == ["\(other):5: the line holds a NUL byte; the file is not plain text"])
  }

  @Test("a quote that is never closed and a row without an end are reported where they start")
  func endless() throws {
    let long = String(repeating: "x\n", count: 50)
    let (quote, file) = try pieces(Array("a,b\n1,2\n\"3,4\n\(long)".utf8), size: 16)
    #expect(quote.problems == ["\(file):3: the quote that opens here is never closed"])
    let (row, other) = try pieces(
      Array("a,b\n1,2\n\(String(repeating: "3,", count: 50))4\n5,6\n".utf8), size: 16)
    #expect(row.problems.count == 1 && row.problems[0].hasPrefix("\(other):3: the row "))
  }

  @Test(
    "a file that ends in the middle of a row was not copied whole; one that lacks the last line feed was"
  )
  func cut() throws {
    let (cut, file) = try pieces(Array("a,b\n1,2\n3".utf8), size: 6)
    #expect(
      cut.problems == [
        "\(file):3: the file ends in the middle of a row, so more may be missing; download it again"
      ])
    let (whole, _) = try pieces(Array("a,b\n1,2\n3,4".utf8), size: 6)
    #expect(whole.problems.isEmpty && whole.rows.count == 2)
    let (wrong, _) = try pieces(Array("a,b\n1,2\n3\n".utf8), size: 6)
    #expect(wrong.problems.isEmpty && wrong.wrong.count == 1 && wrong.rows.count == 1)
  }

  @Test("more than a thousand wrong rows are an error, wherever they are")
  func wrongRows() throws {
    let bytes = Array(("a,b\n" + String(repeating: "1\n2,3\n", count: 1001)).utf8)
    let (found, _) = try pieces(bytes, size: 500)
    #expect(
      found.problems.count == 1001 && found.problems.last?.hasSuffix(" further problems") == true)
  }

  @Test("other kinds of files are named as before, an empty one and a folder too")
  func kinds() throws {
    let gzip: [UInt8] = [0x1F, 0x8B] + Array(repeating: 7, count: 100)
    for bytes in [
      gzip, Array(" {\"data\": []}".utf8), [], [0xFF, 0xFE, 0x61, 0], [0x50, 0x4B, 3, 4],
    ] {
      let (found, file) = try pieces(bytes, size: 32)
      #expect(found.problems == whole(bytes, file).problems && found.problems.count == 1)
    }
    try withTemporaryFolder { folder in
      #expect(pieces(of: folder.path, size: 32).problems.first?.hasSuffix("must be a file") == true)
      let missing = pieces(of: folder.appending(path: "none").path, size: 32)
      #expect(missing.problems.first?.hasSuffix("the file does not exist") == true)
    }
  }
}
