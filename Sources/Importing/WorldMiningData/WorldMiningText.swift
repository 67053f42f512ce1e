/// A sheet that was saved as CSV, without the lines above its header and with commas.
struct WorldMiningText {
  /// The table. The lines above the header are blank, so that line numbers are those of the file.
  let bytes: [UInt8]
  /// The lines above the header.
  let titles: [String]
  /// The most lines above a header.
  static let mostTitles = 100
  /// Whether semicolons are between the cells.
  let hasSemicolons: Bool

  init(_ file: [UInt8]) {
    let feed = UInt8(ascii: "\n")
    let lines = file.split(
      separator: feed, maxSplits: Self.mostTitles, omittingEmptySubsequences: false)
    guard let header = lines.firstIndex(where: { WorldMiningSheet.isHeader(Self.cells($0)) }) else {
      (bytes, titles, hasSemicolons) = (file, [], false)
      return
    }
    titles = lines[..<header].map { Self.cells($0).filter { !$0.isEmpty }.joined(separator: " ") }
    let table = Array(lines[header...].joined(separator: [feed]))
    let separator = Self.separator(lines[header])
    hasSemicolons = separator == UInt8(ascii: ";")
    bytes =
      [UInt8](repeating: feed, count: header)
      + (separator == UInt8(ascii: ",")
        ? table : DownloadedTable.withCommas(table, insteadOf: separator))
  }

  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

  private static func separator(_ line: ArraySlice<UInt8>) -> UInt8 {
    separators.first(where: line.contains) ?? UInt8(ascii: ",")
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    let separator = separator(line)
    return line.split(separator: separator, omittingEmptySubsequences: false).map { cell in
      let text = String(decoding: cell, as: UTF8.self)
      let isEdge = { (c: Character) in c.isWhitespace || c == "\"" || c == "\u{FEFF}" }
      return String(text.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
    }
  }
}
