import Foundation
import TestSupport
import Testing

/// The browser for tests of pages, on small pages.
@Suite("A browser for tests")
struct BrowserTests {
  /// Draws a page with this body, and passes it on.
  private func draw<Answer>(
    _ body: String, head: String = "", scheme: Browser.Scheme = .light, scripts: Bool = true,
    media: Browser.Media = .screen, until readiness: Browser.Readiness = .loaded,
    within seconds: Double = 60, _ look: (DrawnPage) throws -> Answer
  ) throws -> Answer {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "a page.html")
      let text = """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>\(head)</head>
        <body>\(body)</body></html>
        """
      try Data(text.utf8).write(to: file)
      return try look(
        Browser.shared().draw(
          file: file.path, width: 400, height: 300, scheme: scheme, scripts: scripts, media: media,
          until: readiness, within: seconds))
    }
  }

  @Test("a page that does nothing has no messages and no requests")
  func quiet() throws {
    try draw("<p>Żółć</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>") { page throws in
      #expect(page.messages == [] && page.requests == [])
      #expect(try page.drawMilliseconds == nil)
      #expect(try page.pictures.isEmpty)
      #expect(try page.evaluate("document.querySelector('p').textContent") == "Żółć")
    }
  }

  @Test("messages of every level, errors and violations of the policy are found")
  func messages() throws {
    let script = """
      console.log("one", 2, {a: 3}); console.warn("careful"); console.debug("detail");
      setTimeout(() => { throw new Error("thrown"); }, 0); Promise.reject(new Error("rejected"));
      document.documentElement.dataset.drawn = "1";
      """
    try draw("<script>\(script)</script>", until: .drawn) { page throws in
      #expect(
        page.messages.prefix(3) == ["log: one 2 Object", "warning: careful", "debug: detail"])
      #expect(page.messages.contains { $0.hasPrefix("exception: Error: thrown") })
      #expect(page.messages.contains { $0.hasPrefix("exception: Error: rejected") })
      #expect(page.messages.count == 5)
    }
    let policy =
      "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; style-src 'none'\">"
    try draw("<p style='color: red'>x</p>", head: policy) { page throws in
      let message = try #require(page.messages.first)
      #expect(message.hasPrefix("security: ") && message.contains("style-src"))
    }
  }

  @Test("requests are found, also those that fail or that the policy forbids")
  func requests() throws {
    let address = "http://127.0.0.1:1/x.png"
    try draw("<img src='\(address)'>") { page throws in
      #expect(page.requests == [address])
      #expect(page.messages.count == 1 && page.messages[0].hasPrefix("network: "))
    }
    try draw("<script src='beside.js'></script>") { page throws in
      #expect(page.requests.count == 1 && page.requests[0].hasSuffix("/beside.js"))
    }
    let policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    try draw("<img src='\(address)'>", head: policy) { page throws in
      #expect(page.messages.contains { $0.hasPrefix("security: ") && $0.contains(address) })
    }
  }

  @Test("size, colours, media and scripts are those that were asked for")
  func settings() throws {
    let style = """
      <style>
        p { color: rgb(1, 1, 1); }
        @media (prefers-color-scheme: dark) { p { color: rgb(2, 2, 2); } }
        @media print { p { color: rgb(3, 3, 3); } }
      </style>
      """
    let body = "<p>off</p><script>document.querySelector('p').textContent = 'on';</script>"
    let question = """
      [getComputedStyle(document.querySelector("p")).color, document.querySelector("p").textContent,
        innerWidth]
      """
    let ask = { (page: DrawnPage) in try page.evaluate(question) }
    #expect(try draw(body, head: style, ask) == ["rgb(1, 1, 1)", "on", 400])
    #expect(try draw(body, head: style, scheme: .dark, ask) == ["rgb(2, 2, 2)", "on", 400])
    #expect(
      try draw(body, head: style, scripts: false, media: .print, ask)
        == ["rgb(3, 3, 3)", "off", 400])
  }

  @Test("a picture of the real charting library has marks, a label and its data")
  func picture() throws {
    let library = try String(
      contentsOf: TestPaths.package.appending(path: ".build/charting/vega-embed.js"),
      encoding: .utf8)
    let body = """
      <figure class="picture" id="picture-bars">
      <div class="chart" role="img" aria-label="Two bars"><div></div></div>
      <script type="application/json" class="specification">
      {"data": {"values": [{"a": "x", "b": 3}, {"a": "y", "b": 5}, {"a": "z", "b": 0}]},
       "layer": [{"mark": "bar"}, {"mark": "rule", "data": {"name": "line", "values": [{"b": 4}]},
         "encoding": {"y": {"field": "b", "type": "quantitative"}}}],
       "title": "Bars", "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative"},
         "color": {"field": "a"}}}
      </script></figure>
      <script>\(library)</script>
      <script>
      const figure = document.querySelector("figure");
      const specification = JSON.parse(figure.querySelector(".specification").textContent);
      const start = performance.now();
      vegaEmbed(figure.querySelector(".chart div"), specification, {renderer: "svg", actions: false})
        .then(() => {
          figure.dataset.drawn = document.documentElement.dataset.drawn = performance.now() - start;
        });
      </script>
      """
    try draw(body, until: .drawn) { page throws in
      #expect(page.messages == [] && page.requests == [])
      let picture = try #require(try page.pictures.first)
      #expect(picture.id == "picture-bars" && picture.label == "Two bars")
      // Two bars and a rule; the bar of height 0 cannot be seen.
      #expect(picture.marks == 3)
      #expect(picture.dataSets["line"] == [["b": 4]])
      #expect(picture.data.first == ["a": "x", "b": 3] && picture.data.count == 4)
      let milliseconds = try #require(picture.milliseconds)
      #expect(milliseconds > 0)
      #expect(try page.drawMilliseconds == milliseconds)
    }
  }

  @Test("pictures of pages are files, of the window or of the whole page, and printed")
  func files() throws {
    try draw("<div style='height: 2000px'>long</div>") { page throws in
      try withTemporaryFolder { folder in
        let path = { (name: String) in folder.appending(path: name).path }
        try page.screenshot(to: path("window.png"))
        try page.screenshot(to: path("page.png"), fullPage: true)
        try page.pdf(to: path("page.pdf"))
        /// Width and height, which a PNG file has at its bytes 16 to 23.
        let size = { (name: String) throws -> [Int] in
          let bytes = try Data(contentsOf: folder.appending(path: name))
          return [16, 20].map { bytes[$0..<($0 + 4)].reduce(0) { $0 << 8 + Int($1) } }
        }
        #expect(try size("window.png") == [400, 300])
        let whole = try size("page.png")
        #expect(whole[0] == 400 && whole[1] > 2000)
        let pdf = try Data(contentsOf: folder.appending(path: "page.pdf"))
        #expect(pdf.starts(with: Data("%PDF-".utf8)))
      }
    }
  }

  @Test("what fails is an error that says why, and in time")
  func failures() throws {
    let missing = try #require(throws: BrowserProblem.self) {
      try Browser.shared().draw(file: "/nowhere/page.html")
    }
    #expect(missing.description.contains("ERR_FILE_NOT_FOUND"))
    let undrawn = try #require(throws: BrowserProblem.self) {
      try draw("<script>throw new Error('early')</script>", until: .drawn, within: 0) { _ in }
    }
    #expect(undrawn.description.contains("no `data-drawn` 0.0 seconds later"))
    #expect(undrawn.description.contains("exception: Error: early"))
    try draw("") { page throws in
      let thrown = try #require(throws: BrowserProblem.self) { try page.evaluate("nothing.at.all") }
      #expect(thrown.description.contains("nothing is not defined"))
    }
  }

  @Test("a browser that has ended fails at once")
  func ended() throws {
    let browser = try Browser()
    browser.close()
    let error = try #require(throws: BrowserProblem.self) { try browser.draw(file: "page.html") }
    #expect(error.description.contains("the browser has ended"))
  }
}
