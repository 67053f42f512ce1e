import Foundation
import TestSupport
import Testing

@Suite("Doc comments")
struct DocCommentTests {
  private static func missing(in target: String) throws -> [String] {
    let folder = TestPaths.package.appending(path: "Sources/\(target)")
    let files = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return Undocumented(text).declarations.map { "\(target)/\(file):\($0.line) \($0.text)" }
    }
  }

  @Test("are on every declaration that other targets may use")
  func complete() throws {
    let targets = try ArchitectureTests.package.get().dependencies.keys.sorted()
    #expect(targets.count > 15, "else this test would show nothing")
    #expect(try targets.flatMap(Self.missing) == [])
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
      /// Documented.
      package struct Record: DescribedJSON {
        package static let objectTitle = "A record"
        package static let subtitle = "Other text"
        package enum CodingKeys: String, CodingKey {
          case name
          case line
        }
        package enum Kind {
          case plain
        }
      }
      extension Record.CodingKeys: DescribedKeys {
        package var definition: KeyDefinition { .text("A name.") }
      }
      extension Known {
        package var definition: String { "" }
      }
      enum Hidden { case some }
      public enum Bare {}
      """
    #expect(
      Undocumented(text).declarations.map(\.text) == [
        "public private(set) var other = \"public var inside {\"",
        "package func help() { let local = 0 }", "@discardableResult public init() {}",
        "case one", "public var name: String {", "func open()",
        "public static func make() -> Known { Known() }",
        "package static let subtitle = \"Other text\"", "package enum Kind {", "case plain",
        "package var definition: String { \"\" }", "public enum Bare {}",
      ])
  }
}
