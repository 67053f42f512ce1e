/// What is wrong with a file that is not text in UTF-8.
public struct FileForm: Sendable {
  /// What the file is, and how to save it.
  public var message: String
  /// The line where that is seen, from 1; nil for the file as a whole.
  public var line: Int?

  /// Examines the bytes of a file that must be text; nil if it is text in UTF-8. Time O(bytes).
  ///
  /// - Parameters:
  ///   - bytes: the contents.
  ///   - format: the format that the file must have, such as `CSV`.
  public init?(_ bytes: [UInt8], mustBe format: String) {
    if let kind = Self.kind(bytes) {
      self.init(message: "the file is \(kind); must be text in \(format)", line: 1)
    } else if let width = Self.utf16Width(bytes) {
      self.init(message: "the file is in UTF-\(width); save it as UTF-8", line: 1)
    } else {
      self.init(notUTF8: bytes)
    }
    if let form = Self.forms[format], message.contains("UTF-8") {
      message += " (in Excel: `\(form)`)"
    }
  }

  /// What Excel calls a format in UTF-8.
  private static let forms = ["CSV": "CSV UTF-8"]

  private init(message: String, line: Int?) {
    self.message = message
    self.line = line
  }

  /// A kind of file that is not plain text, by the bytes at its start.
  private static func kind(_ bytes: [UInt8]) -> String? {
    let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let start = bytes.dropFirst(isMarked ? 3 : 0).prefix(4096)
    if start.starts(with: "PK\u{3}\u{4}".utf8) {
      let text = String(decoding: start, as: UTF8.self)
      if text.contains("opendocument.spreadsheet") { return "an OpenDocument spreadsheet (.ods)" }
      let isExcel = text.contains("xl/") || text.contains("[Content_Types].xml")
      return isExcel ? "an Excel workbook (.xlsx)" : "a ZIP archive or a workbook"
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel workbook (.xls)" }
    if start.starts(with: [0x1F, 0x8B]) { return "a compressed file (gzip)" }
    if start.starts(with: "%PDF".utf8) { return "a PDF document" }
    let text = String(decoding: start.prefix(64), as: UTF8.self).lowercased()
    let isPage = ["<!doctype html", "<html"].contains {
      text.drop(while: \.isWhitespace).hasPrefix($0)
    }
    return isPage ? "a web page (HTML)" : nil
  }

  /// 16 or 32 for a file in UTF-16 or UTF-32, with or without a byte-order mark.
  private static func utf16Width(_ bytes: [UInt8]) -> Int? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return 32
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return 16 }
    // Latin text in UTF-16 has a zero in every second byte.
    let start = bytes.prefix(64)
    guard start.count >= 8, start.contains(0) else { return nil }
    let zeros = (0..<2).map { parity in
      start.indices.count { $0 % 2 == parity && start[$0] == 0 }
    }
    return zeros.contains(0) && zeros.contains { $0 >= start.count / 2 - 4 } ? 16 : nil
  }

  private init?(notUTF8 bytes: [UInt8]) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return nil }
    var lines: [Int] = []
    var byte: UInt8?
    var number = 0
    for line in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 >= 0x80 }), String(validating: line, as: UTF8.self) == nil
      else { continue }
      lines.append(number)
      // In valid UTF-8 such a byte has others like it beside it.
      byte = byte ?? Self.single(in: line)
    }
    guard let first = lines.first else { return nil }
    let others = lines.count > 1 ? "; so are \(lines.count - 1) more lines" : ""
    let sign = byte.flatMap(windows1252)
    let encoding = sign.map {
      "; the file is probably in Windows-1252, where the byte \(Self.text(byte ?? 0)) is `\($0)`"
    }
    self.init(
      message:
        "the line is not valid UTF-8\(encoding ?? "")\(others); save the file as UTF-8",
      line: first)
  }

  /// A byte above ASCII between two bytes of ASCII.
  private static func single(in line: ArraySlice<UInt8>) -> UInt8? {
    line.indices.first { place in
      line[place] >= 0x80
        && (place == line.startIndex || line[place - 1] < 0x80)
        && (place + 1 == line.endIndex || line[place + 1] < 0x80)
    }.map { line[$0] }
  }

  private static func text(_ byte: UInt8) -> String { String(byte, radix: 16, uppercase: true) }
}

/// The character that a byte above ASCII is in Windows-1252; nil if it is none.
private func windows1252(_ byte: UInt8) -> Character? {
  guard byte < 0xA0 else { return Character(Unicode.Scalar(byte)) }
  let signs = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ")
  let sign = signs[Int(byte) - 0x80]
  return sign == " " ? nil : sign
}
