/// Which HS codes of BACI are read. Files of BACI have codes of six digits only, so a code of two or four digits stands
/// for all codes that it begins.
struct BACIGoods {
  /// Codes of the map; nil: all codes, each a good of its own.
  private let wanted: Set<String>?
  /// For each number of six digits: 0 if it is not looked up yet, 1 if it is read, 2 if not.
  private var known = [UInt8](repeating: 0, count: 1_000_000)
  /// The codes of the files that are read, by the code of the map that they belong to.
  private(set) var parts: [String: Set<String>] = [:]

  /// - Parameter wanted: codes of 2, 4 or 6 digits; nil: all.
  init(wanted: Set<String>?) { self.wanted = wanted }

  /// Whether a code is read.
  ///
  /// - Parameter number: the code as a number, below 1,000,000.
  mutating func isWanted(_ number: Int) -> Bool {
    if known[number] == 0 { known[number] = lookUp(number) ? 1 : 2 }
    return known[number] == 1
  }

  private mutating func lookUp(_ number: Int) -> Bool {
    let code = HSCode.text(number)
    guard let wanted else {
      parts[code] = [code]
      return true
    }
    guard let heading = HSCode.heading(of: code, in: wanted) else { return false }
    parts[heading, default: []].insert(code)
    return true
  }

  /// The map with the codes of the files in place of those of fewer digits.
  func naming(_ map: ImportMap) -> ImportMap {
    var map = map
    for place in map.items.indices {
      map.items[place].codes = map.items[place].codes.flatMap { parts[$0]?.sorted() ?? [$0] }
    }
    return map
  }

  /// Notes codes that no row has: typing errors, other editions, or files that are missing.
  ///
  /// - Parameters:
  ///   - map: the map that names them; without one its items are empty.
  ///   - file: the first file.
  func noteUnused(
    _ map: ImportMap, edition: String?, file: String, _ summary: inout ImportSummary
  ) {
    let hint =
      edition.map { " (the files are of \($0); other editions can have other codes)" } ?? ""
    let named = map.items.flatMap { item in item.codes.map { ($0, item.line) } }
    for (code, line) in named where parts[code] == nil {
      summary.count(
        .note, "HS \(code) of the map: no row has it\(hint)",
        at: FilePlace(file: map.file, line: line))
    }
    guard named.isEmpty else { return }
    for code in (wanted ?? []).sorted() where parts[code] == nil {
      summary.count(.note, "HS \(code): no row has it\(hint)", at: FilePlace(file: file, line: 1))
    }
  }
}
