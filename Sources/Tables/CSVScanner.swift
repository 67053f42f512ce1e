/// Finds the cells of a CSV file and all mistakes in its form, in one pass over its bytes.
struct CSVScanner {
  private let file: String
  private let bytes: [UInt8]
  private let problems: ProblemLog
  /// Whether control characters, and blank cells after those that the header has, are no problem.
  private let isDownloaded: Bool

  private var columns: [String] = []
  private var headerLine = 1
  private var headerEnd = 0
  private let linesBefore: Int
  /// Number of cells of the header, with blank ones at its end.
  private var headerWidth = 0
  private var starts: [UInt32] = []
  private var lines: [UInt32] = []
  private var position = 0
  private var line = 1
  /// Starts of the cells of the record being read.
  private var record: [UInt32] = []
  private var recordIsSound = true

  init(
    file: String, bytes: [UInt8], isDownloaded: Bool = false, linesBefore: Int = 0,
    problems: ProblemLog
  ) {
    self.file = file
    self.bytes = bytes
    self.isDownloaded = isDownloaded
    self.linesBefore = linesBefore
    self.problems = problems
    line += linesBefore
    headerLine += linesBefore
  }

  mutating func scan() -> CSVTable {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    if isWellFormed() {
      bytes.withUnsafeBufferPointer { scanRecords($0) }
    }
    return CSVTable(
      file: file, columns: columns, headerLine: headerLine, headerEnd: headerEnd, bytes: bytes,
      starts: starts, lines: lines)
  }

  private func report(_ message: String, line: Int?, column: String? = nil) {
    problems.add(message, file: file, line: line, column: column)
  }

  // MARK: The file as a whole

  private func isWellFormed() -> Bool {
    guard bytes.count < Int(UInt32.max) else {
      report("the file is larger than 4 GB; split it", line: nil)
      return false
    }
    if let form = FileForm(bytes, mustBe: "CSV") {
      report(form.message, line: form.line.map { $0 + linesBefore })
      return false
    }
    if let separator = CSVSeparator(of: bytes[position...]) {
      report(separator.message, line: separator.line + linesBefore)
      return false
    }
    guard bytes.contains(where: Self.isSpecial) else { return true }
    var isSound = true
    var number = linesBefore
    for text in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      number += 1
      guard let mistake = mistake(in: text) else { continue }
      report(mistake, line: number)
      isSound = false
    }
    return isSound
  }

  /// Whether a byte is neither printable ASCII nor a tab nor part of the end of a line.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte >= 0x7F || byte < 0x20 && byte != 0x09 && byte != .lineFeed && byte != .carriageReturn
  }

  /// What is wrong with the characters of a line; nil if nothing is wrong.
  private func mistake(in line: ArraySlice<UInt8>) -> String? {
    guard line.contains(where: Self.isSpecial) else { return nil }
    if line.contains(0) { return "the line holds a NUL byte; the file is not plain text" }
    guard !isDownloaded,
      let sign = String(decoding: line, as: UTF8.self).unicodeScalars.first(where: {
        $0.isControlSign && $0 != "\r"
      })
    else { return nil }
    return "the line holds the control character \(sign.codePoint); remove it"
  }

  // MARK: Records

  private mutating func scanRecords(_ all: UnsafeBufferPointer<UInt8>) {
    while position < all.count, columns.isEmpty {
      let start = line
      guard readRecord(all), !isBlank(all, record[...]) else { continue }
      // What its names are is not clear where the form of the header is wrong, which is noted.
      guard recordIsSound else { return }
      readHeader(all, line: start)
    }
    guard !columns.isEmpty else {
      report("the file is empty; its first line must name the columns", line: 1 + linesBefore)
      return
    }
    let width = columns.count
    while position < all.count {
      let start = line
      guard readRecord(all), recordIsSound else { continue }
      if isBlank(all, record[...]) { continue }
      // In a row with more cells than the header one was probably split: `2,000` for 2000.
      if record.count > width, isDownloaded || record.count <= headerWidth,
        isBlank(all, record[width...])
      {
        record.removeLast(record.count - width)
      }
      guard record.count == width else {
        let count = record.count
        let found =
          "the row has \(count) \(count == 1 ? "cell" : "cells"), the header has \(width)"
        if count > width, count <= headerWidth {
          let column = unnamed(all)
          problems.add(
            onceFor: column, "\(found); \(column) has no name in the header", file: file,
            line: start)
        } else {
          let row = all[Int(record[0])..<min(position, all.count)]
          report(found + CSVSeparator.hint(row, isLonger: count > width), line: start)
        }
        continue
      }
      starts.append(contentsOf: record)
      lines.append(UInt32(start))
    }
  }

  /// The first filled cell of the record after the columns with a name, such as `column 6`.
  private func unnamed(_ all: UnsafeBufferPointer<UInt8>) -> String {
    let place = record.indices.dropFirst(columns.count).first { !isBlank(all, [record[$0]]) }
    return "column \((place ?? columns.count) + 1)"
  }

  /// Whether cells are all blank. A cell of quotes with nothing in them is.
  private func isBlank(_ all: UnsafeBufferPointer<UInt8>, _ cells: ArraySlice<UInt32>) -> Bool {
    cells.allSatisfy { start in
      var place = Int(start)
      if place + 1 < all.count, all[place] == .quote, all[place + 1] == .quote { place += 2 }
      return place >= all.count
        || [.comma, .lineFeed, .carriageReturn].contains(all[place])
    }
  }

  private mutating func readHeader(_ all: UnsafeBufferPointer<UInt8>, line: Int) {
    headerEnd = position
    headerWidth = record.count
    if let last = record.lastIndex(where: { !isBlank(all, [$0]) }) {
      record.removeLast(record.count - 1 - last)
    }
    let names = record.indices.map { index in
      CSVTable(
        file: file, columns: [""], headerLine: line, bytes: bytes, starts: [record[index]],
        lines: [UInt32(line)]
      ).text(row: 0, column: 0)
    }
    var seen: Set<String> = []
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        report("the header names no column in place \(index + 1)", line: line)
      } else if !seen.insert(name).inserted {
        report("the header names this column twice", line: line, column: name)
      }
    }
    columns = names
    headerLine = line
  }

  /// Reads one record into `record`; false if it is a blank line.
  private mutating func readRecord(_ all: UnsafeBufferPointer<UInt8>) -> Bool {
    record.removeAll(keepingCapacity: true)
    recordIsSound = true
    let start = position
    while true {
      while position < all.count, all[position].isBlank { position += 1 }
      record.append(UInt32(position))
      if position < all.count, all[position] == .quote {
        skipQuoted(all)
      } else {
        skipUnquoted(all)
      }
      guard position < all.count, all[position] == .comma else { break }
      position += 1
    }
    let isBlank =
      record.count == 1
      && all[start..<position].allSatisfy { $0.isBlank || $0 == .carriageReturn }
    if position < all.count {
      position += 1
      line += 1
    }
    return !isBlank
  }

  /// Leaves `position` at the comma or line feed that ends the cell, or at the end.
  private mutating func skipUnquoted(_ all: UnsafeBufferPointer<UInt8>) {
    while position < all.count {
      let byte = all[position]
      if byte == .comma || byte == .lineFeed { return }
      if byte == .quote {
        reject("a quote inside a cell that does not start with one; write \"…\"\"…\"")
      } else if byte == .carriageReturn, position + 1 < all.count,
        all[position + 1] != .lineFeed
      {
        reject("a carriage return without a line feed; end lines in LF or CR LF")
      }
      position += 1
    }
  }

  private mutating func skipQuoted(_ all: UnsafeBufferPointer<UInt8>) {
    let opening = line
    position += 1
    while position < all.count {
      let byte = all[position]
      position += 1
      if byte == .lineFeed { line += 1 }
      if byte == .carriageReturn, position < all.count, all[position] != .lineFeed {
        reject("a carriage return without a line feed; end lines in LF or CR LF")
      }
      guard byte == .quote else { continue }
      if position < all.count, all[position] == .quote {
        position += 1
        continue
      }
      skipAfterQuote(all)
      return
    }
    report("the quote that opens here is never closed", line: opening)
    recordIsSound = false
  }

  private mutating func skipAfterQuote(_ all: UnsafeBufferPointer<UInt8>) {
    while position < all.count, all[position] != .comma, all[position] != .lineFeed {
      if !all[position].isBlank, all[position] != .carriageReturn {
        reject("text after a closing quote; a quote inside a quoted cell is written twice")
      }
      position += 1
    }
  }

  private mutating func reject(_ message: String) {
    if recordIsSound { report(message, line: line) }
    recordIsSound = false
  }
}
