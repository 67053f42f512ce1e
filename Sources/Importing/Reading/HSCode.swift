/// Codes of the Harmonized System.
enum HSCode {
  /// The code of a number: `010121` for 10121.
  static func text(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 6 - text.count)) + text
  }

  /// The code of the map of which a code is a part. Codes of the map have 2, 4 or 6 digits.
  static func heading(of code: String, in known: Set<String>) -> String? {
    [2, 4, 6].lazy.map { String(code.prefix($0)) }.first { known.contains($0) }
  }
}
