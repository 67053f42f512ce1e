/// Writes blocks as Markdown.
enum MarkdownWriter {
  /// The whole text, with a line end at its end; empty without blocks.
  ///
  /// - Parameter blocks: without names.
  static func text(of blocks: [ReportBlock]) -> String {
    var text = ""
    var wasItem = false
    for block in blocks {
      let part = self.text(of: block)
      guard !part.isEmpty else { continue }
      var isItem = false
      if case .item = block { isItem = true }
      if !text.isEmpty { text += isItem && wasItem ? "\n" : "\n\n" }
      text += part
      wasItem = isItem
    }
    return text.isEmpty ? "" : text + "\n"
  }

  private static func text(of block: ReportBlock) -> String {
    switch block {
    case .heading(let text): prefixed("## ", MarkdownText.line(text))
    case .text(let text, _), .note(let text): MarkdownText.line(text)
    case .item(let text, _): prefixed("- ", MarkdownText.line(text))
    case .table(let grid): lines(of: grid).joined(separator: "\n")
    case .terms(let terms, _): terms.map(line(of:)).joined(separator: "\n")
    case .names, .blank: ""
    }
  }

  private static func prefixed(_ prefix: String, _ text: String) -> String {
    text.isEmpty ? "" : prefix + text
  }

  private static func line(of entry: ReportTerm) -> String {
    let (term, meaning) = (MarkdownText.inline(entry.term), MarkdownText.line(entry.meaning))
    guard !term.isEmpty else { return "  - \(meaning)" }
    return meaning.isEmpty
      ? "- **\(term)**" : "- **\(term)**: \(MarkdownText.inline(entry.meaning))"
  }

  /// Header, alignments and rows. A table without columns has no lines.
  private static func lines(of grid: TextGrid) -> [String] {
    guard !grid.header.isEmpty else { return [] }
    let alignments = grid.header.indices.map { $0 < grid.keyCount ? "---" : "---:" }
    let rows = grid.rows.map { row in
      row.enumerated().map { column, text in
        grid.drawnColumns.contains(column) ? MarkdownText.drawn(text) : MarkdownText.inline(text)
      }
    }
    return ([grid.header.map(MarkdownText.inline), alignments] + rows).map {
      "| " + $0.joined(separator: " | ") + " |"
    }
  }
}
