import Foundation
import GLPKSolver
import Games
import Importing
import Sourcing
import SourcingFiles
import Studies
import TestSupport
import Testing

/// Examples of the page on formats. A comment `<!-- file: PATH -->` stands before each.
@Suite("Examples on the page on formats")
struct PageExampleTests {
  /// The path and the text of each example.
  private static func examples() throws -> [(path: String, text: String)] {
    let page = try String(
      contentsOf: TestPaths.package.appending(path: "docs/formats.md"), encoding: .utf8)
    return page.matches(of: /<!-- file: (\S+) -->\n```(?:yaml|csv)\n((?s:.*?))```/).map {
      (String($0.output.1), String($0.output.2))
    }
  }

  @Test("are all of the YAML and CSV on it")
  func complete() throws {
    let page = try String(
      contentsOf: TestPaths.package.appending(path: "docs/formats.md"), encoding: .utf8)
    let blocks = page.matches(of: /(?m)^```(?:yaml|csv)$/)
    let examples = try Self.examples()
    #expect(blocks.count == examples.count)
  }

  @Test("are read by the program")
  func read() throws {
    let examples = try Self.examples()
    #expect(examples.count >= 15, "else this test would show nothing")
    try withTemporaryFolder { root in
      let place = { (path: String) in root.appending(path: path) }
      for example in examples {
        try FileManager.default.createDirectory(
          at: place(example.path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(example.text.utf8).write(to: place(example.path))
      }
      let instance = try InstanceReader.read(folder: place("bauxite").path)
      let model = try ModelReader.read(
        file: place("bauxite/model.yaml").path, instance: instance)
      #expect(model.goals.count == 2)
      try checkStudy(place("bauxite/study.yaml").path)
      _ = try ImportMap.read(file: place("map.yaml").path)
      let game = try CooperativeGame.read(file: place("game.csv").path, kind: .cost)
      #expect(try game.readWeights(file: place("weights.csv").path) == [3, 2, 1])
    }
  }

  private func checkStudy(_ file: String) throws {
    let study = try StudyReader.read(file: file, solver: GLPKSolver())
    #expect(study.options.map(\.name) == ["no-cap", "cap-40"])
    #expect(study.variations.map(\.name) == ["as-is", "more-demand"])
  }
}
