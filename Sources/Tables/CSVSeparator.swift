/// Cells that are separated by another sign than a comma, as spreadsheets of many languages write them.
struct CSVSeparator {
  /// What was found, and how to save the table.
  let message: String
  /// The line of the header, from 1.
  let line: Int

  /// Finds the separator by the header of a table; nil where it is a comma, or where there is only one column.
  ///
  /// - Parameter bytes: the contents, in UTF-8.
  init?(of bytes: ArraySlice<UInt8>) {
    let lines = bytes.prefix(100_000).split(separator: .lineFeed, omittingEmptySubsequences: false)
    guard
      let place = lines.firstIndex(where: { !$0.allSatisfy { $0.isBlank || $0 == .carriageReturn } }
      )
    else { return nil }
    let header = Self.trimmed(lines[place])
    line = place + 1
    if header.count == 5, header.starts(with: "sep=".utf8) {
      message = "this line is for Excel only; remove it, and separate cells with commas"
      return
    }
    let counts = Self.counts(header)
    guard counts[.comma] == nil,
      let sign = [0x09, UInt8(ascii: ";"), UInt8(ascii: "|")].first(where: { counts[$0] != nil })
    else { return nil }
    let name = sign == 0x09 ? "tabs" : sign == UInt8(ascii: ";") ? "semicolons" : "vertical bars"
    var text =
      "the cells are separated by \(name); must be commas: save the table as `CSV UTF-8 (comma delimited)`, or choose "
      + "the comma as separator"
    if let number = lines[(place + 1)...].lazy.compactMap({ Self.decimalComma(in: $0, sign) }).first
    {
      text +=
        "; numbers such as `\(number)` have a decimal comma, and must have a point: choose a language with decimal "
        + "points, such as English, before you save"
    }
    message = text
  }

  /// How often each possible separator stands outside quotes.
  private static func counts(_ line: ArraySlice<UInt8>) -> [UInt8: Int] {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in line {
      if byte == .quote { isQuoted.toggle() }
      if !isQuoted, [.comma, 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")].contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    return counts
  }

  /// The first cell of a line that is a number with a decimal comma.
  private static func decimalComma(in line: ArraySlice<UInt8>, _ separator: UInt8) -> String? {
    line.split(separator: separator).lazy.map { String(decoding: trimmed($0), as: UTF8.self) }.first
    {
      $0.contains(",") && $0.allSatisfy { "0123456789,.-".contains($0) }
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop { $0.isBlank }
    while let last = bytes.last, last.isBlank || last == .carriageReturn { bytes.removeLast() }
    return bytes
  }

  /// Why a row may have another number of cells than the header; empty where nothing is seen.
  static func hint(_ row: Slice<UnsafeBufferPointer<UInt8>>, isLonger: Bool) -> String {
    let text = String(decoding: row, as: UTF8.self).filter { !$0.isNewline }
    if isLonger, text.contains(where: { "“”„".contains($0) }) {
      return "; only straight quotation marks (\") keep a comma inside a cell"
    }
    let cells = text.split(separator: ",", omittingEmptySubsequences: false)
    let isSplit = zip(cells, cells.dropFirst()).contains { first, second in
      (1...3).contains(first.count) && second.count == 3
        && (first + second).allSatisfy { $0.isASCII && $0.isNumber }
    }
    if isLonger, isSplit { return "; numbers have no commas, such as 1000 and not 1,000" }
    if isLonger, hasDecimalComma(cells) {
      return "; numbers have a decimal point and no comma, such as 3.5 and not 3,5"
    }
    guard !isLonger, text.contains(";") else { return "" }
    return "; this row has semicolons: cells are separated by commas"
  }

  /// Whether two neighbouring cells may be one number with a decimal comma.
  private static func hasDecimalComma(_ cells: [Substring]) -> Bool {
    let isDigits = { (text: Substring) in
      !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
    return zip(cells, cells.dropFirst()).contains { first, second in
      isDigits(first.drop { $0 == "-" }) && isDigits(second)
    }
  }
}
