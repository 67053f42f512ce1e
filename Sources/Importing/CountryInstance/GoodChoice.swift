/// A good that an instance is made for: one code of the Harmonized System, or several under one name.
public struct GoodChoice: Sendable, Hashable {
  /// The id of the commodity: the name, or the code.
  public var id: String
  /// Codes of six digits, in the order in which they were given.
  public var codes: [String]

  /// A good with its codes.
  public init(id: String, codes: [String]) {
    self.id = id
    self.codes = codes
  }

  /// What is wrong with a text that should name goods, in a sentence.
  public struct Mistake: Error, Sendable, Hashable {
    /// What was found, and what would be right.
    public var message: String
  }

  /// Reads goods that are separated by commas: `810411`, `graphite=250410`, or `graphite=250410+250490`.
  ///
  /// - Throws: the first text that is none of these, a name that is no identifier, or a code that is given twice.
  public static func list(_ text: String) throws(Mistake) -> [GoodChoice] {
    var goods: [GoodChoice] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let good = try GoodChoice(String(part.filter { $0 != " " }))
      let taken = Set(goods.flatMap(\.codes))
      if let twice = good.codes.first(where: taken.contains) {
        throw Mistake(message: "the code \(twice) is given twice; a code belongs to one good")
      }
      guard !goods.contains(where: { $0.id == good.id }) else {
        throw Mistake(message: "two goods have the name `\(good.id)`; give each its own")
      }
      goods.append(good)
    }
    return goods
  }

  private init(_ text: String) throws(Mistake) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let codes = (sides.last ?? "").split(separator: "+", omittingEmptySubsequences: false)
      .map(String.init)
    for (place, code) in codes.enumerated() {
      guard code.utf8.count == 6, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
        throw Mistake(
          message:
            "`\(code)` is no code of six digits of the Harmonized System, such as 284690; "
            + "write 284690, compounds=284690 or compounds=284610+284690")
      }
      guard !codes.prefix(place).contains(code) else {
        throw Mistake(message: "the code \(code) is given twice; a code belongs to one good")
      }
    }
    guard sides.count == 2 || codes.count == 1 else {
      throw Mistake(message: "several codes need a name, such as compounds=\(text)")
    }
    id = sides.count == 2 ? String(sides[0]) : codes[0]
    self.codes = codes
    guard Self.isIdentifier(id) else {
      throw Mistake(
        message:
          "`\(id)` is no name of a good: letters, digits, `_`, `.` and `-`, the first a letter or digit"
      )
    }
  }

  private static func isIdentifier(_ text: String) -> Bool {
    let isPlain = { (sign: Character) in sign.isASCII && (sign.isLetter || sign.isNumber) }
    guard let first = text.first, isPlain(first) else { return false }
    return text.allSatisfy { isPlain($0) || "_.-".contains($0) }
  }
}
