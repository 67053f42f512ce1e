import Foundation
import Outputs
import Tables
import TestSupport
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  private func written(_ body: (inout CSVWriter) -> Void) throws -> String {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "t.csv").path
      var writer = try CSVWriter(path: path)
      body(&writer)
      try writer.finish()
      return String(decoding: try contents(ofFile: path), as: UTF8.self)
    }
  }

  @Test("cells are quoted where needed, and formulas are made harmless")
  func cells() throws {
    let text = try written { writer in
      writer.header(["a", "b", "c"])
      for row in [["x,y", "say \"hi\"", "two\nlines"], ["=1+1", "-5", "+x"], ["@a", "\tb", ""]] {
        for cell in row { writer.write(cell) }
        writer.endRow()
      }
      writer.write(0.1)
      writer.write(-2.0)
      writer.write(nil)
      writer.endRow()
    }
    #expect(
      text == """
        a,b,c
        "x,y","say ""hi""\","two
        lines"
        '=1+1,-5,'+x
        '@a,"'\tb",
        0.1,-2,

        """)
  }

  @Test("numbers read back unchanged")
  func roundTrip() throws {
    var generator = SeededGenerator(state: 3)
    let numbers = (0..<5000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
    let text = try written { writer in
      writer.header(["x"])
      for number in numbers {
        writer.write(number)
        writer.endRow()
      }
    }
    let log = ProblemLog()
    let table = CSVTable(file: "t.csv", bytes: Array(text.utf8), problems: log)
    #expect(log.isEmpty)
    #expect(try (0..<table.rowCount).map { try table.number(row: $0, column: 0) } == numbers)
  }

  @Test("a file that cannot be written is reported")
  func unwritable() throws {
    #expect(throws: OutputFailure.self) { _ = try CSVWriter(path: "/nowhere/t.csv").finish() }
    var full = try CSVWriter(path: "/dev/full")
    full.write("x")
    full.endRow()
    do throws(OutputFailure) {
      try full.finish()
      Issue.record("a full device took the file")
    } catch {
      #expect(error.description.contains("No space left"))
    }
  }
}

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "the nearest name is the one with the fewest edits",
    arguments: [
      ("CNH", "CHN"), ("chn", "CHN"), ("China", "CHN"), ("JPM", "JPN"), ("", "CHN"),
      ("USAA", "USA"),
    ])
  func nearest(name: String, expected: String) {
    #expect(nearestName(to: name, among: ["USA", "JPN", "CHN"]) == expected)
  }

  @Test(
    "a name that has the unknown one as a part comes first",
    arguments: [
      ("japan", "japan-rare-earths"), ("EARTH", "japan-rare-earths"), ("bateries", "batteries"),
      ("ca", "cap"),
    ])
  func part(name: String, expected: String) {
    let names = ["batteries", "cap", "japan-rare-earths", "pharmaceuticals"]
    #expect(nearestName(to: name, among: names) == expected)
    #expect(nearestName(to: name, among: names.reversed()) == expected)
  }

  @Test("a name with more edits than allowed is not near")
  func limit() {
    let names = ["run", "results"]
    #expect(nearestName(to: "rum", among: names, within: 2) == "run")
    #expect(nearestName(to: "japan", among: names, within: 2) == nil)
    #expect(nearestName(to: "rum", among: names, within: 0) == nil)
    #expect(nearestName(to: "rum", among: names, within: 1) == "run")
  }

  @Test("without names there is no nearest one")
  func none() { #expect(nearestName(to: "a", among: [] as [String]) == nil) }
}
