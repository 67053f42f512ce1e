import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("YAML that is too large")
struct YAMLLimitTests {
  private func problems(_ text: String) -> [String] {
    let log = ProblemLog()
    _ = YAMLReader.read(Array(text.utf8), file: "f", log: log)
    return log.problems.map(\.description)
  }

  /// `a0` with a value, and further keys that are each a list of aliases of the key before.
  private func aliases(_ count: Int, of value: String, each: (String) -> String) -> String {
    "a0: &a0 \(value)\n"
      + (1...count).map { "a\($0): &a\($0) \(each("*a\($0 - 1)"))\n" }.joined()
  }

  @Test("a document is refused by the size that its aliases add up to, before they are expanded")
  func aliasedKey() {
    let thousands = "[\(Array(repeating: "1", count: 50_000).joined(separator: ","))]"
    let text = aliases(6, of: thousands) { "[\($0), \($0), \($0)]" } + "b:\n  ? *a6\n  : 1\n"
    #expect(problems(text) == ["f:2: more than 200000 values, with aliases (`*name`) written out"])
  }

  @Test("a key that is a list, a mapping or an alias of one is refused with its line")
  func keys() {
    let found = problems("a: &a [1]\nb: {*a : 1}\n[c]: 1\n{d: 1}: 2\n? [e]\n: 3\n")
    #expect(found.count == 4)
    #expect(found.map { $0.prefix(4) } == ["f:2:", "f:3:", "f:4:", "f:5:"])
    let kinds = found.map { $0.dropFirst(5).prefix { $0 != ";" } }
    #expect(
      kinds == [
        "found a list as a key", "found a list as a key", "found a mapping as a key",
        "found a list as a key",
      ])
    #expect(found.allSatisfy { $0.hasSuffix("; a key must be a plain text") })
    #expect(problems("a: &a x\n*a : 1\n") == [])
  }

  @Test("a document that is too deep, by itself or by its aliases, is refused")
  func depth() {
    let nested = { (depth: Int, inner: String) in
      String(repeating: "[", count: depth) + inner + String(repeating: "]", count: depth)
    }
    #expect(problems("a: " + nested(63, "1")) == [])
    for text in [
      "a: " + nested(64, "1"), "a: " + nested(900, "1"), "a: " + nested(100_000, "1"),
      aliases(18, of: nested(40, "1")) { nested(40, $0) },
      String(repeating: "? ", count: 100) + "x\n",
    ] {
      let found = problems(text)
      #expect(found.count >= 1)
      #expect(!found.contains { $0.contains("yaml_") }, "\(found)")
    }
    #expect(
      problems("a: 1\nb: " + nested(100_000, "1")) == [
        "f:2: lists and mappings stand more than 64 deep inside each other, aliases written out"
      ])
  }

  @Test("a text with a control character is refused with its line")
  func controlSigns() {
    let found = problems("a: 1\nb: \"\\e[2J\"\n\"c\\a\": [\"\\u202E\"]\n")
    #expect(found.map { $0.prefix(4) } == ["f:2:", "f:3:", "f:3:"])
    #expect(found.allSatisfy { $0.contains("holds the control character U+") })
    #expect(found.allSatisfy { controlSign(in: $0) == nil })
    #expect(problems("a: |\n  two\n  lines\n\nb: \"x\\ty\"\n") == [])
  }

  @Test("quoted text in messages is shortened")
  func longKey() {
    let key = String(repeating: "k", count: 500)
    let found = problems("\(key): 1\n\(key): 2\n")
    #expect(found.count == 1 && found[0].count < 200)
    #expect(found[0].contains("(500 characters)` is given twice"))
  }
}

@Suite("Parameters of parameters")
struct ParameterLimitTests {
  private func read(_ text: String, _ settings: [String: String] = [:]) throws -> Model {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      return try ModelReader.read(
        bytes: Array(text.utf8), file: "m.yaml", instance: instance, settings: settings)
    }
  }

  private func problems(_ text: String, _ settings: [String: String] = [:]) throws -> [String] {
    do {
      _ = try read(text, settings)
      return []
    } catch let found as InputProblems {
      return found.problems.map(\.description)
    }
  }

  @Test("a long chain of parameters is read", .timeLimit(.minutes(1)))
  func chain() throws {
    let count = 20_000
    let chain = (0..<count).map { "  k\($0): $k\($0 + 1)\n" }.joined()
    let model = try read("title: $k0\nparameters:\n\(chain)  k\(count): done\n")
    #expect(model.title == "done")
    #expect(model.parameters["k7"] == "done")
  }

  @Test("many unknown parameters are reported", .timeLimit(.minutes(1)))
  func unknown() throws {
    let known = (0..<50_000).map { "  k\($0): 1\n" }.joined()
    let uses = (0..<1000).map { "  - $x\($0)\n" }.joined()
    let found = try problems("parameters:\n\(known)goals:\n\(uses)")
    #expect(found.first?.contains("unknown parameter `$x0`; the most similar name is `k0`") == true)
    #expect(found.first?.hasSuffix("(50003 in all)") == true)
  }

  @Test("parameters that double with each step, never end or become deep are refused")
  func growth() throws {
    let doubling = (1...60).map { "  p\($0): [$p\($0 - 1), $p\($0 - 1)]\n" }.joined()
    #expect(
      try problems("parameters:\n  p0: 1\n\(doubling)goals: $p60\n").contains {
        $0.contains("have more than 1000000 values")
      })
    let deep = (1...200).map { "  p\($0): [$p\($0 - 1)]\n" }.joined()
    #expect(
      try problems("parameters:\n  p0: 1\n\(deep)goals: $p200\n").contains {
        $0.contains("more than 64 levels deep")
      })
    #expect(
      try problems("parameters: {a: $b, b: $c, c: $a}\nmax_decline: $a\n").contains {
        $0.contains("refers to itself")
      })
  }

  @Test("a setting with a control character is refused")
  func setting() throws {
    let found = try problems("title: $t\nparameters: {t: x}\n", ["t": "\u{1B}[2J"])
    #expect(found.count == 1 && found[0].contains("the value of `t` holds the control character"))
  }
}
