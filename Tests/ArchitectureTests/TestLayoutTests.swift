import Foundation
import TestSupport
import Testing

/// The tests of `Sources/X` are in `Tests/XTests`, in folders of the same names.
@Suite("The layout of the tests")
struct TestLayoutTests {
  /// Folders about a subject that concerns a whole target, so that `Sources` has no folder of that name.
  private static let subjects: Set = [
    "ChartsTests/Samples", "PagesTests/Browser", "PlanningTests/Units",
  ]
  /// Tests of the pages in `docs`, which are of no target.
  private static let pages = "DocumentationTests"

  /// Paths of the Swift files below a folder of the package, as paths inside it.
  private static func files(in folder: String = "Tests") -> [String] {
    let found = FileManager.default.enumerator(
      atPath: TestPaths.package.appending(path: folder).path)
    return (found?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }.sorted()
  }

  @Test("folders of tests have the names of the folders that they test")
  func folders() {
    var compared = 0
    for file in Self.files() {
      let parts = file.split(separator: "/").dropLast()
      guard let target = parts.first, target.hasSuffix("Tests"), target != Self.pages,
        parts.count > 1,
        !Self.subjects.contains(parts.joined(separator: "/"))
      else { continue }
      let source = "Sources/\(target.dropLast(5))/" + parts.dropFirst().joined(separator: "/")
      #expect(
        FileManager.default.fileExists(atPath: TestPaths.package.appending(path: source).path),
        "Tests/\(file): there is no folder \(source)")
      compared += 1
    }
    #expect(compared > 30, "otherwise this test would show nothing")
  }

  /// `XTests.swift` at the top of a target, where `X.swift` is one file in a folder of the target that it tests.
  @Test("tests of a file are in the folder of that file")
  func places() {
    let sources = Self.files(in: "Sources").map { $0.split(separator: "/").map(String.init) }
    var compared = 0
    for file in Self.files() where file.hasSuffix("Tests.swift") {
      let parts = file.split(separator: "/").map(String.init)
      guard parts.count == 2, parts[0] != Self.pages else { continue }
      let name = String(parts[1].dropLast("Tests.swift".count)) + ".swift"
      let tested = sources.filter { $0[0] + "Tests" == parts[0] && $0.last == name }
      guard tested.count == 1 else { continue }
      #expect(
        tested[0].count == 2,
        "Tests/\(file) tests Sources/\(tested[0].joined(separator: "/"))")
      compared += 1
    }
    #expect(compared > 10, "otherwise this test would show nothing")
  }

  @Test("files with tests are named after them")
  func names() throws {
    var withTests = 0
    for file in Self.files() where !file.hasPrefix("ArchitectureTests/") {
      let url = TestPaths.package.appending(path: "Tests/\(file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      let hasTests = text.contains("@Test")
      let isNamedSo = file.hasSuffix("Tests.swift") || file.hasSuffix("Benchmark.swift")
      #expect(hasTests == isNamedSo, "Tests/\(file)")
      withTests += hasTests ? 1 : 0
    }
    #expect(withTests > 80, "otherwise this test would show nothing")
  }

  /// A sentence in a string can have every character; a name in backquotes cannot, and is shown as code.
  @Test("every test has a sentence as its name")
  func sentences() throws {
    var checked = 0
    for file in Self.files() where file != "ArchitectureTests/TestLayoutTests.swift" {
      let url = TestPaths.package.appending(path: "Tests/\(file)")
      let text = try String(contentsOf: url, encoding: .utf8)
      for test in text.matches(of: /@Test\b(\(?)\s*("?)/) {
        #expect(test.1 == "(" && test.2 == "\"", "Tests/\(file): a test without a sentence")
        checked += 1
      }
    }
    #expect(checked > 500, "otherwise this test would show nothing")
  }
}
