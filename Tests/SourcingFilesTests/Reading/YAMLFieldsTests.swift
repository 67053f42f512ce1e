import SourcingFiles
import Tables
import Testing

@Suite("Fields of a YAML mapping")
struct YAMLFieldsTests {
  private static let mapping = YAMLMapping(
    "a box", "A box.",
    keys: [
      YAMLKey(
        "size", .whole(1...9, unit: "cm"), .required, example: "3", "The length of an edge."),
      YAMLKey("colour", .choice(["red", "blue"]), .defaultValue("red"), example: "blue", "Paint."),
    ])

  private enum Colour: String { case red, blue }

  /// Problems of a reader with a text.
  private static func problems(
    _ text: String, _ read: (YAMLFields) -> Void
  ) throws -> [String] {
    let log = ProblemLog()
    let value = try #require(YAMLReader.read(Array(text.utf8), file: "f", log: log))
    if let fields = YAMLFields(value, as: mapping, file: "f", log: log) { read(fields) }
    return log.problems.map(\.description)
  }

  @Test("a key that the definition lacks is a mistake of the program")
  func undefined() throws {
    let found = try Self.problems("size: 3") { _ = $0["weight"] }
    #expect(found == ["f: a mistake of plusone, please report it: a box has no key weight"])
    let none = try Self.problems("size: 3") { #expect($0.whole("size") == 3) }
    #expect(none == [])
  }

  @Test("a number as a word, or a word as a number, is a mistake of the program")
  func otherForm() throws {
    let found = try Self.problems("size: 3") { #expect($0.number("size") == nil) }
    #expect(
      found == [
        "f: a mistake of plusone, please report it: the key size of a box takes another form"
      ])
  }

  @Test("a text of blanks is no value")
  func blank() throws {
    let found = try Self.problems("size: ' '") { #expect($0.whole("size") == nil) }
    #expect(found == ["f:1: size: has no value"])
  }

  @Test(
    "many unknown keys are reported, and are compared with the known ones only where they are shown"
  )
  func manyUnknown() throws {
    let text = "size: 3\n" + (0..<50_000).map { "key\($0): 1\n" }.joined()
    let found = try Self.problems(text) { _ in }
    #expect(found.count == 1001)
    #expect(found.first == "f:2: key0: unknown key")
    #expect(found.last == "f: 49000 further problems")
  }

  @Test("a required key, a range and the choices are those of the definition")
  func rules() throws {
    let missing = try Self.problems("colour: red") { _ = $0.whole("size") }
    #expect(missing == ["f:1: size: the key `size` is missing"])
    let large = try Self.problems("size: 10") { _ = $0.whole("size") }
    #expect(large == ["f:1: size: found `10`; must be a whole number from 1 to 9"])
    let green = try Self.problems("colour: green") { _ = $0.choice("colour", of: Colour.self) }
    #expect(green == ["f:1: colour: found `green`; must be red or blue"])
  }
}
