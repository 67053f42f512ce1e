import Foundation
import TestSupport
import Testing

@Suite("Doc comments")
struct DocCommentTests {
  /// Targets in which every declaration that others may use has one.
  static let finished = ["Numbers", "Sourcing"]

  private static func missing(in target: String) throws -> [String] {
    let folder = TestPaths.package.appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return Undocumented(text).declarations.map { "\(target)/\(file):\($0.line) \($0.text)" }
    }
  }

  @Test("are on every declaration that other targets may use", arguments: finished)
  func complete(target: String) throws {
    #expect(try Self.missing(in: target) == [])
  }

  /// Prints what is left, with `PLUSONE_UNDOCUMENTED` set.
  @Test(
    "are counted, target by target",
    .enabled(if: ProcessInfo.processInfo.environment["PLUSONE_UNDOCUMENTED"] != nil))
  func count() throws {
    let sources = TestPaths.package.appending(path: "Sources").path
    let targets = try FileManager.default.contentsOfDirectory(atPath: sources).sorted()
    #expect(targets.count > 15)
    for target in targets {
      let missing = try Self.missing(in: target)
      print(([String("\(target): \(missing.count)")] + missing).joined(separator: "\n  "))
    }
  }

  @Test("are missed where there is none, and only there")
  func rule() {
    let text = """
      public import Foundation

      /// Documented.
      @frozen
      public struct Known {
        /// Documented.
        @inlinable
        public var field: Int
        public private(set) var other = "public var inside {"
        var internal = 0
        package func help() { let local = 0 }
        @discardableResult public init() {}
      }

      /// Documented.
      public enum Choice {
        case one
        /// Documented.
        case two
        public var name: String {
          switch self {
          case .one: "1"
          case .two: "2"
          }
        }
      }

      /// Documented.
      public protocol Door {
        func open()
        /// Documented.
        var isOpen: Bool { get }
      }

      extension Known {
        // No doc comment.
        public static func make() -> Known { Known() }
      }
      enum Hidden { case some }
      public enum Bare {}
      """
    #expect(
      Undocumented(text).declarations.map(\.text) == [
        "public private(set) var other = \"public var inside {\"",
        "package func help() { let local = 0 }", "@discardableResult public init() {}",
        "case one", "public var name: String {", "func open()",
        "public static func make() -> Known { Known() }", "public enum Bare {}",
      ])
  }
}
