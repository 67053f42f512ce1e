import Charts
import Foundation
import Testing

@testable import Pages
@testable import Reporting

@Suite("Pages as HTML")
struct PageRenderingTests {
  static let hostile = [
    "<script>alert(1)</script>", "]]>", "\"quoted\" 'text' & more", "\u{202E}gnol", "שלום עולם",
    "🧲 magnets",
    "</title></script><img src=x onerror=alert(1)>", "{{title}} {{{style}}}", "\\u003cscript>",
  ]

  static func page(_ text: String, pictures: [Picture] = []) -> Page {
    Page(
      question: .init(title: text, instance: text, settings: [text]), answer: .init(text, .good),
      figures: [.init(text, text, compared: text, range: text)], assumed: [text],
      pictures: pictures,
      making: .init(program: text, command: text, inputs: [(text, text)], solver: text))
  }

  static let charting = Charting(
    library: Data("window.library = 1;".utf8), licences: Data("free".utf8),
    outlines: Data(#"{"type": "FeatureCollection", "features": []}"#.utf8))

  static func picture(_ text: String) -> Picture {
    var data = PictureData(
      of: "table", columns: [.init("name", text), .init("share", "share", .share)])
    data.add([.text(text), .number(0.5)])
    return Picture(
      id: "picture", title: text, sentence: text, description: text, data: data,
      specification: .vegaLite(
        View(
          Mark(.bar),
          Encoding {
            $0.x = .quantitative("share", text)
            $0.y = .nominal("name", text)
          }, data: "table")))
  }

  @Test("a text of the data is text: it ends no element and starts none", arguments: hostile)
  func escapes(text: String) throws {
    let plain = String(
      decoding: try Self.page("plain", pictures: [Self.picture("plain")]).html(Self.charting),
      as: UTF8.self)
    let html = String(
      decoding: try Self.page(text, pictures: [Self.picture(text)]).html(Self.charting),
      as: UTF8.self)
    let tags = { (html: String) in html.matches(of: /<\/?([a-z0-9]+)/).map { String($0.output.1) } }
    #expect(tags(html) == tags(plain))
    #expect(html.contains("{{") == text.contains("{{"))
  }

  @Test("the specification in the page reads back with the text of the data", arguments: hostile)
  func specification(text: String) throws {
    let html = String(
      decoding: try Self.page(text, pictures: [Self.picture(text)]).html(Self.charting),
      as: UTF8.self)
    let start = try #require(html.range(of: #"class="specification">"#)).upperBound
    let end = try #require(html.range(of: "</script>", range: start..<html.endIndex)).lowerBound
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(html[start..<end].utf8))
    guard case .object(let object) = json, case .object(let sets)? = object["datasets"] else {
      Issue.record("no data sets")
      return
    }
    #expect(sets["table"] == ["columns": ["name", "share"], "rows": [[.text(text), 0.5]]])
  }

  @Test("the policy lets run the two scripts of the page and no other, and asks for nothing")
  func policy() throws {
    let html = String(
      decoding: try Self.page("x", pictures: [Self.picture("x")]).html(Self.charting),
      as: UTF8.self)
    let policy = try #require(
      html.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.output.1)
    #expect(policy.contains("default-src &#39;none&#39;") || policy.contains("default-src 'none'"))
    #expect(policy.matches(of: /sha256-/).count == 2)
    #expect(!policy.contains("http") && !policy.contains("unsafe-eval"))
    #expect(!html.contains("src=\"http") && !html.contains("href=\"http"))
  }

  @Test("a page without pictures has no script")
  func noPictures() throws {
    let html = String(decoding: try Self.page("x").html(Self.charting), as: UTF8.self)
    #expect(!html.contains("<script") && !html.contains("#pictures"))
  }

  @Test("pictures with the same id get numbers")
  func ids() throws {
    let page = Self.page("x", pictures: (1...3).map { Self.picture("\($0)") })
    #expect(page.pictures.map(\.id) == ["picture", "picture-2", "picture-3"])
    #expect(page.pictures.map(\.title) == ["1", "2", "3"])
  }

  @Test("a whole number that is none, or that is huge, is written all the same")
  func wholeNumbers() {
    let column = PictureData.Column("count", "count", .whole)
    for (number, text) in [(2.6, "3"), (-0.2, "0"), (.nan, "nan"), (1e300, "e+300")] {
      #expect(column.text(of: .number(number)).contains(text), "\(number)")
    }
  }

  @Test("what scrolls can be reached with the keyboard, and has a name")
  func scrolling() throws {
    var page = Self.page("x", pictures: [Self.picture("x")])
    var table = TextGrid(["a"])
    table.add(["b"])
    page.report = [.heading("Bills & more"), .table(table)]
    let html = String(decoding: try page.html(Self.charting), as: UTF8.self)
    let names = html.matches(of: /class="scroll" tabindex="0" role="region" aria-label="([^"]*)"/)
    #expect(
      names.map(\.output.1) == ["Figures: 1 row of table.csv", "Bills &amp; more"])
  }

  @Test("the table below a picture has its figures as people read them")
  func dataTable() throws {
    let html = String(
      decoding: try Self.page("x", pictures: [Self.picture("x")]).html(Self.charting),
      as: UTF8.self)
    #expect(html.contains("Figures: 1 row of table.csv"))
    #expect(html.contains(">50.0%<"))
  }
}
