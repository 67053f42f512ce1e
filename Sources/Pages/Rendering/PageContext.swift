import Charts
import Foundation
import Reporting

/// A page as its template takes it: texts that the template escapes, and the parts in three braces, which are safe as they
/// are: the style, the scripts, and JSON whose `<` are written as `\u003c`.
struct PageContext {
  struct Line { var text: String }
  struct Cell {
    var text: String
    /// `n` for numbers, `d` for what is drawn with characters; nil for texts.
    var `class`: String?
  }
  struct Row { var cells: [Cell] }
  struct Table {
    /// The heading that it stands below.
    var name: String
    var header: [Cell]
    var rows: [Row]
  }
  struct Figure {
    var label: String
    var value: String
    /// What follows the number, in small type.
    var unit: String?
    var compared: String?
    var range: String?
  }
  struct DataTable {
    var summary: String
    var header: [Cell]
    var rows: [Row]
    var rest: String?
  }
  struct Shown {
    var id: String
    var title: String
    var sentence: String
    var tables: [DataTable]
    var json: String
  }
  struct Shared {
    var name: String
    var json: String
  }
  struct Input {
    var name: String
    var hash: String
  }

  var policy = ""
  var title: String
  var style = PageTemplate.text(PackageResources.page_css)
  var instance: String
  var question: String
  var settings: [Line]
  var answer: String
  var mood: String
  var hasFigures: Bool
  var figures: [Figure]
  var hasAssumed: Bool
  var assumed: [Line]
  var hasPictures = false
  var pictures: [Shown] = []
  var hasReport: Bool
  var report: [ReportPart]
  var command: String
  var program: String
  var solver: String?
  var inputs: [Input]
  var defaults: [Line]
  var shared: [Shared] = []
  var licences = ""
  var library = ""
  var script = ""

  init(_ page: Page) {
    title = page.title
    instance = page.question.instance
    question = page.question.title
    settings = page.question.settings.map(Line.init)
    answer = page.answer.text
    mood = page.answer.mood.rawValue
    hasFigures = !page.figures.isEmpty
    figures = page.figures.map {
      Figure(label: $0.label, $0.value, compared: $0.compared, range: $0.range)
    }
    hasAssumed = !page.assumed.isEmpty
    assumed = page.assumed.map(Line.init)
    report = ReportPart.all(of: page.report)
    hasReport = !report.isEmpty
    command = page.making.command
    program = page.making.program
    solver = page.making.solver
    inputs = page.making.inputs.map { Input(name: $0.name, hash: $0.hash) }
    defaults = page.making.defaults.map(Line.init)
  }

  /// Adds the pictures with the library that draws them; nothing if there are none.
  mutating func addPictures(_ pictures: [Picture], _ charting: Charting) throws {
    guard !pictures.isEmpty else { return }
    hasPictures = true
    self.pictures = try pictures.map { picture in
      Shown(
        id: picture.id, title: picture.title, sentence: picture.sentence,
        tables: ([picture.data] + picture.further).map(DataTable.init),
        json: Self.inScript(try picture.json(isCompact: true)))
    }
    if pictures.contains(where: \.drawsOutlines) {
      shared = [Shared(name: Picture.outlines, json: Self.inScript(charting.outlines))]
    }
    licences = PageTemplate.text(Array(charting.licences))
    library = PageTemplate.text(Array(charting.library))
    script = PageTemplate.text(PackageResources.page_js)
  }

  /// JSON that can be in an element `script`: it has no `<`, which could end the element.
  private static func inScript(_ json: Data) -> String {
    String(decoding: json, as: UTF8.self).replacing("<", with: "\\u003c")
  }
}

extension PageContext.DataTable {
  /// The most rows of the table below a picture.
  private static let mostRows = 150

  /// The figures of a picture, for people who do not see it.
  init(_ data: PictureData) {
    let columns = data.columns.indices.filter { !data.columns[$0].isHidden }
    let isNumber = { (column: Int) in data.rows.contains { $0[column].number != nil } }
    let classes = data.columns.indices.map { isNumber($0) ? "n" : nil }
    header = columns.map { .init(text: data.columns[$0].heading, class: classes[$0]) }
    rows = data.rows.prefix(Self.mostRows).map { row in
      PageContext.Row(
        cells: columns.map { column in
          .init(text: data.columns[column].text(of: row[column]), class: classes[column])
        })
    }
    let count = data.rows.count
    summary = "Figures: \(count) \(count == 1 ? "row" : "rows") of \(data.table).csv"
    rest =
      count > Self.mostRows
      ? "The other \(count - Self.mostRows) rows are in \(data.table).csv." : nil
  }
}

extension PictureData.Column {
  /// Whether people need not read it: it only orders bars.
  var isHidden: Bool { heading.isEmpty }

  /// A value as people read it.
  func text(of value: PictureValue) -> String {
    switch value {
    case .text(let text): return text
    case .none: return "-"
    case .number(let number):
      return switch style {
      case .amount: NumberText.amount(number)
      case .share: NumberText.percent(number)
      case .whole: Int(exactly: number.rounded()).map(String.init) ?? NumberText.amount(number)
      }
    }
  }
}

extension PageContext.Figure {
  /// A figure whose value is a number, a blank and its unit, or a text.
  init(label: String, _ value: String, compared: String?, range: String?) {
    let parts = value.split(separator: " ", maxSplits: 1)
    let isNumber = parts.count == 2 && parts[0].contains(where: \.isNumber)
    self.init(
      label: label, value: isNumber ? String(parts[0]) : value,
      unit: isNumber ? String(parts[1]) : nil, compared: compared, range: range)
  }
}
