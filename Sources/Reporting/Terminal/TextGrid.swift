import Tables

/// A table of text with aligned columns. On a terminal columns that do not fit beside each other follow in blocks below,
/// each with the first columns again.
public struct TextGrid: Sendable {
  /// The names of the columns. As all cells they are on one line each, with control characters written out.
  public let header: [String]
  /// The rows, each with a text for each column.
  public private(set) var rows: [[String]] = []
  /// Columns from the left that are text, aligned left and repeated in every block; the others are
  /// numbers, aligned right.
  public let keyCount: Int
  /// The columns, from 0, whose cells are drawn with characters, which must all be of the same width to be seen.
  public internal(set) var drawnColumns: Set<Int> = []
  /// Whether on a terminal a row that is too wide even in a block of its own goes on in the next line.
  var breaksWideRows = false

  init(_ header: [String], keyCount: Int = 1) {
    self.header = header.map(escaped).map(Self.onOneLine)
    self.keyCount = min(keyCount, header.count)
  }

  /// Adds a row with a text for each column, on one line each.
  mutating func add(_ row: [String]) { rows.append(row.map(escaped).map(Self.onOneLine)) }

  private static func onOneLine(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
  }

  /// The lines, without blanks at their ends; a blank line is between blocks. A block leaves out the rows that are
  /// empty in it, but not in another block.
  func lines(width: Int) -> [String] {
    let widths = columnWidths(limit: width)
    var lines: [String] = []
    for block in blocks(widths, width: width) {
      if !lines.isEmpty { lines.append("") }
      let columns = Array(0..<keyCount) + block
      let isElsewhere = { (row: [String]) in
        block.allSatisfy { row[$0].isEmpty } && row.dropFirst(keyCount).contains { !$0.isEmpty }
      }
      lines += ([header] + rows.filter { !isElsewhere($0) }).map { row in
        let cells = columns.map { column in
          Self.fit(row[column], widths[column], isNumber: column >= keyCount)
        }
        return Self.trimmed("  " + cells.joined(separator: "  "))
      }
    }
    return breaksWideRows ? fitted(lines, width: width) : lines
  }

  /// Widths of the columns' longest cells; keys are cut so that a few numbers fit beside them.
  private func columnWidths(limit: Int) -> [Int] {
    var widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    let numbers = widths.dropFirst(keyCount).reduce(0) { $0 + $1 + 2 }
    let room = limit - 2 * keyCount - min(numbers, limit / 2)
    while widths.prefix(keyCount).reduce(0, +) > room {
      guard let longest = (0..<keyCount).max(by: { widths[$0] < widths[$1] }), widths[longest] > 8
      else { break }
      widths[longest] -= 1
    }
    return widths
  }

  /// The number columns of each block: as few blocks as fit, of about the same size.
  private func blocks(_ widths: [Int], width: Int) -> [[Int]] {
    let keys = widths.prefix(keyCount).reduce(0) { $0 + $1 + 2 }
    let columns = Array(keyCount..<max(keyCount, header.count))
    let filled = split(columns, atMost: columns.count) { keys + $0 <= width }
    let even = (columns.count + filled.count - 1) / filled.count
    let balanced = split(columns, atMost: even) { keys + $0 <= width }
    return balanced.count == filled.count ? balanced : filled

    func split(_ columns: [Int], atMost count: Int, fits: (Int) -> Bool) -> [[Int]] {
      var blocks: [[Int]] = [[]]
      var used = 0
      for column in columns {
        let needed = 2 + widths[column]
        if let last = blocks.last, !last.isEmpty, last.count == count || !fits(used + needed) {
          blocks.append([])
          used = 0
        }
        blocks[blocks.count - 1].append(column)
        used += needed
      }
      return blocks
    }
  }

  private static func fit(_ text: String, _ width: Int, isNumber: Bool) -> String {
    if text.count > width {
      // What tells two long names apart is often at the end.
      let kept = max(0, width - 1)
      return text.prefix(kept - kept / 2) + "…" + text.suffix(kept / 2)
    }
    let padding = String(repeating: " ", count: width - text.count)
    return isNumber ? padding + text : text + padding
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// The most columns of a sentence: longer lines are hard to read. Tables may be wider.
private let longestLine = 120

/// A text in lines of at most `width` columns, and at most 120, broken between words; all lines but the first are
/// indented.
func wrapped(_ text: String, width: Int, indent: String = "  ") -> [String] {
  let width = min(width, longestLine)
  var lines: [String] = []
  var line = ""
  for word in escaped(text).split(whereSeparator: { $0 == " " || $0.isNewline }) {
    if line.isEmpty {
      line = String(word)
    } else if line.count + 1 + word.count <= width {
      line += " \(word)"
    } else {
      lines.append(line)
      line = indent + word
    }
  }
  return line.isEmpty ? lines : lines + [line]
}

/// Lines with those that are too long broken between words.
func fitted(_ lines: [String], width: Int) -> [String] {
  lines.flatMap { $0.count > width ? wrapped($0, width: width) : [$0] }
}
