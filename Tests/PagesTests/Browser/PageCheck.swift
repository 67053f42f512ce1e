import Foundation
import Tables
import TestSupport
import Testing

/// What holds for each page: it says nothing to the console and asks for nothing; each picture has marks, a text, and only
/// figures of tables; the file is small.
enum PageCheck {
  /// Bytes of a page at most.
  static let mostBytes = 1_500_000

  static func check(_ written: PageRun.Written, hasPictures: Bool) throws {
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: written.page)[.size] as? Int)
    #expect(size <= mostBytes)
    let page = try Browser.shared().draw(
      file: written.page, until: hasPictures ? .drawn : .loaded)
    try checkDrawing(page, hasPictures: hasPictures)
    try checkFigures(page, written)
    try checkText(page)
  }

  private static func checkDrawing(_ page: DrawnPage, hasPictures: Bool) throws {
    #expect(page.messages == [])
    #expect(page.requests == [])
    let pictures = try page.pictures
    #expect(pictures.isEmpty == !hasPictures)
    #expect(Set(pictures.map(\.id)).count == pictures.count)
    for picture in pictures {
      #expect(picture.marks > 0, "\(picture.id)")
      #expect(picture.milliseconds != nil, "\(picture.id)")
      #expect(picture.label?.isEmpty == false, "\(picture.id)")
    }
  }

  /// Each row that a picture draws is a row of the table that it names, in all columns that the table has.
  private static func checkFigures(_ page: DrawnPage, _ written: PageRun.Written) throws {
    for picture in try page.pictures {
      for (name, rows) in picture.dataSets where name != "outlines" && !rows.isEmpty {
        let holdsFigures = rows.contains { row in
          row.asObject?.keys.contains { !$0.hasPrefix("_") } != false
        }
        guard holdsFigures else { continue }
        guard let file = written.tables[name] else {
          Issue.record("\(picture.id) draws \(name), which is no table of the command")
          continue
        }
        try checkRows(rows, in: file, "\(picture.id), \(name).csv")
      }
    }
  }

  private static func checkRows(_ rows: [JSONValue], in file: URL, _ what: String) throws {
    let log = ProblemLog()
    let table = CSVTable(file: file.path, bytes: try contents(ofFile: file.path), problems: log)
    let names = Set(rows.flatMap { $0.asObject?.keys.map { $0 } ?? [] })
      .filter { !$0.hasPrefix("_") }.sorted()
    let unknown = names.filter { !table.columns.contains($0) }
    #expect(unknown == [], "\(what) has no such columns")
    let columns = names.compactMap { name in table.columns.firstIndex(of: name) }
    guard unknown.isEmpty else { return }
    let stored = Set(
      (0..<table.rowCount).map { row in
        columns.map { column in cell(table.text(row: row, column: column)) }
      })
    for row in rows {
      let cells = names.map { name in cell(row[name] ?? .null) }
      if !stored.contains(cells) {
        Issue.record("\(what): no row has \(zip(names, cells).map { "\($0)=\($1)" })")
        return
      }
    }
  }

  /// A cell as a text that is the same for the same number.
  private static func cell(_ value: JSONValue) -> String {
    switch value {
    case .number(let number): "\(number == 0 ? 0 : number)"
    case .text(let text): DecimalNumber.value(text).map { "\($0 == 0 ? 0 : $0)" } ?? text
    default: ""
    }
  }

  private static func cell(_ text: String) -> String {
    let plain =
      text.first == "'" && text.dropFirst().first.map { "=+-@\t\r".contains($0) } == true
      ? String(text.dropFirst()) : text
    return cell(JSONValue.text(plain))
  }

  /// The first screen has a question and an answer, and each picture has the table of its figures.
  private static func checkText(_ page: DrawnPage) throws {
    let text = { (selector: String) in
      try page.evaluate("document.querySelector('\(selector)')?.innerText ?? ''").asText ?? ""
    }
    for selector in ["h1", ".answer p", "footer code"] { #expect(try !text(selector).isEmpty) }
    #expect(
      try page.evaluate(
        "[...document.querySelectorAll('figure.picture')].every(f => f.querySelector('details table td'))"
      ) == true)
    // A screen reader passes over what is in an image.
    #expect(
      try page.evaluate("document.querySelector('[role=img] :is(select, summary, a)')") == .null)
    // Nothing is wider than the window but what scrolls in itself.
    #expect(try page.evaluate("document.documentElement.scrollWidth <= innerWidth") == true)
  }
}
