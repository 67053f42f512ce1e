import Foundation
import TestSupport
import Testing

/// `scripts/screenshots.py` on small pages.
@Suite("Screenshots for people")
struct ScreenshotsTests {
  @Test("a page gives five files, and its messages are an error")
  func files() throws {
    try withTemporaryFolder { folder in
      let page = """
        <!doctype html><html lang="en"><head><title>A page</title></head><body><p>x</p>
        <script>console.log("hello"); document.documentElement.dataset.drawn = "12.5";</script></body></html>
        """
      try Data(page.utf8).write(to: folder.appending(path: "page.html"))
      let script = TestPaths.package.appending(path: "scripts/screenshots.py").path
      let output = try shell("'\(script)' out page.html; echo \"status $?\"", in: folder)
      for kind in ["light", "dark", "narrow"] {
        #expect(output.contains("page.html \(kind): drawn in 12.5 ms\n"))
      }
      #expect(output.contains("hello") && output.hasSuffix("status 1\n"))
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: "out").path)
      let expected = [
        "page-dark.png", "page-first.png", "page-light.png", "page-narrow.png", "page.pdf",
      ]
      #expect(files.sorted() == expected)
    }
  }
}
