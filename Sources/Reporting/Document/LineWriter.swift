/// Writes blocks as lines for a terminal.
struct LineWriter {
  /// The most columns of a line.
  let width: Int
  private(set) var lines: [ReportLine] = []

  init(width: Int) { self.width = width }

  mutating func add(_ block: ReportBlock) {
    switch block {
    case .heading(let text): add(wrapped(text, width: width), .heading)
    case .text(let text, let emphasis): add(wrapped(text, width: width), emphasis)
    case .item(let text, let mark): add(itemLines(text, mark))
    case .note(let text): add(indented(text, by: 2))
    case .table(let grid): add(grid.lines(width: width))
    case .terms(let terms, .legend): add(Legend.lines(terms, width: width))
    case .terms(let terms, .columns): add(columnLines(terms))
    case .terms(let terms, .paragraphs):
      for entry in terms {
        add(indented(entry.term, by: 2, hanging: ""))
        add(indented(entry.meaning, by: 6, hanging: ""))
      }
    case .names(let names): add(names.legend(for: lines.map(\.text), width: width))
    case .blank: add([""])
    }
  }

  private mutating func add(_ texts: [String], _ emphasis: ReportLine.Emphasis = .plain) {
    lines += texts.map { ReportLine($0, emphasis) }
  }

  private func indented(_ text: String, by count: Int, hanging: String = "  ") -> [String] {
    let indent = String(repeating: " ", count: count)
    return wrapped(text, width: width - count, indent: hanging).map { indent + $0 }
  }

  private func itemLines(_ text: String, _ mark: ReportBlock.ItemMark) -> [String] {
    switch mark {
    case .indent: indented(text, by: 2)
    case .dash: wrapped("- " + text, width: width)
    case .indentedDash:
      fitted(
        wrapped("- " + text, width: width, indent: "    ").map {
          $0.hasPrefix(" ") ? $0 : "  " + $0
        },
        width: width)
    }
  }

  /// Each term in a column, and its meaning beside it.
  private func columnLines(_ terms: [ReportTerm]) -> [String] {
    let column = min(terms.map(\.term.count).max() ?? 0, width / 3)
    return terms.flatMap { lines(of: $0, column: column) }
  }

  private func lines(of entry: ReportTerm, column: Int) -> [String] {
    var lines: [String] = []
    let texts = wrapped(entry.meaning, width: max(20, width - column - 4), indent: "")
    var terms = wrapped(entry.term, width: column)
    if let first = terms.first, first.count > column, !texts.isEmpty {
      lines.append("  \(first)")
      terms = []
    }
    for (place, text) in (texts.isEmpty ? [""] : texts).enumerated() {
      let term = place == 0 ? terms.first ?? "" : ""
      let padding = String(repeating: " ", count: max(0, column - term.count))
      lines.append(text.isEmpty ? "  \(term)" : "  \(term)\(padding)  \(text)")
    }
    return lines
  }
}
