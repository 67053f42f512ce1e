/// Names of minerals in World Mining Data, such as `Tungsten (W)`.
enum WorldMiningMineral {
  /// What stands before brackets or a comma.
  static func short(_ name: String) -> String {
    trimmed(name.prefix { $0 != "(" && $0 != "," })
  }

  /// The short name of each mineral of a list; empty where several minerals have it.
  static func shortNames(_ names: [String]) -> [String] {
    let keys = names.map { lettersAndDigits(short($0)) }
    let counts = Dictionary(keys.map { ($0, 1) }, uniquingKeysWith: +)
    return zip(names, keys).map { counts[$1] == 1 ? short($0) : "" }
  }

  /// The mineral of a sheet that was saved as CSV: what the lines above its header have beside the title of the
  /// publication, or else the name of the file. `Iron_(Fe).csv` is `Iron (Fe)`, and so is `6.4. Production-Iron (Fe).csv`.
  ///
  /// - Parameters:
  ///   - titles: the lines above the header.
  ///   - file: name of the file.
  /// - Returns: the name; empty if neither has one.
  static func named(in titles: [String], file: String) -> String {
    let found = titles.lazy.map(withoutTitle).first { $0.contains(where: \.isLetter) }
    if let found { return found }
    let spaced = file.replacing("_", with: " ")
    let stem = spaced.lastIndex(of: ".").map { spaced[..<$0] } ?? spaced[...]
    guard stem.hasPrefix("6.4") else { return trimmed(stem) }
    return stem.lastIndex(of: "-").map { trimmed(stem[stem.index(after: $0)...]) } ?? ""
  }

  private static func withoutTitle(_ line: String) -> String {
    let title =
      /(?i)^\W*(6\.4\.?)?\s*production\s+of\s+mineral\s+raw\s+materials(.*\bby\s+minerals)?/
    return trimmed(
      line.replacing(title, with: "").replacing(/(?i)world mining data( \d+)?/, with: ""))
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    let isEdge = { (c: Character) in c.isWhitespace || ":;,.-–—\"".contains(c) }
    let start = text.firstIndex { !isEdge($0) } ?? text.endIndex
    let end = text.lastIndex { !isEdge($0) }.map(text.index(after:)) ?? start
    return String(text[start..<end])
  }
}
