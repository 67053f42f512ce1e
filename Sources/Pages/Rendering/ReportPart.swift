import Reporting

/// A block of a report as the template takes it: one of its properties is there.
struct ReportPart {
  struct Paragraph {
    var text: String
    var `class`: String
  }
  struct Items { var items: [PageContext.Line] }
  struct Term {
    var term: String
    var meaning: String
  }
  struct Terms { var items: [Term] }

  var heading: PageContext.Line?
  var paragraph: Paragraph?
  var list: Items?
  var terms: Terms?
  var table: PageContext.Table?

  /// The blocks of a report; items that follow each other are one list.
  ///
  /// - Parameter blocks: without names.
  static func all(of blocks: [ReportBlock]) -> [ReportPart] {
    var parts: [ReportPart] = []
    for block in blocks {
      var part = ReportPart()
      switch block {
      case .heading(let text): part.heading = .init(text: text)
      case .text(let text, let emphasis):
        if emphasis == .heading {
          part.heading = .init(text: text)
        } else {
          part.paragraph = .init(text: text, class: cssClass(emphasis))
        }
      case .note(let text): part.paragraph = .init(text: text, class: "note")
      case .item(let text, _):
        if parts.last?.list != nil {
          parts[parts.count - 1].list?.items.append(.init(text: text))
          continue
        }
        part.list = Items(items: [.init(text: text)])
      case .terms(let terms, _):
        part.terms = Terms(items: terms.map { Term(term: $0.term, meaning: $0.meaning) })
      case .table(let grid):
        let heading = parts.last { $0.heading != nil }?.heading
        part.table = .init(grid, named: heading?.text ?? "Table")
      case .names, .blank: continue
      }
      parts.append(part)
    }
    return parts
  }

  private static func cssClass(_ emphasis: ReportLine.Emphasis) -> String {
    switch emphasis {
    case .good: "good"
    case .bad: "bad"
    case .plain, .heading: ""
    }
  }
}

extension PageContext.Table {
  /// The table of a report.
  init(_ grid: TextGrid, named name: String) {
    self.name = name
    let classes = grid.header.indices.map { column in
      grid.drawnColumns.contains(column) ? "d" : column < grid.keyCount ? nil : "n"
    }
    header = zip(grid.header, classes).map { .init(text: $0, class: $1) }
    rows = grid.rows.map { row in
      PageContext.Row(cells: zip(row, classes).map { .init(text: $0, class: $1) })
    }
  }
}
