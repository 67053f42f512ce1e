import Tables

/// The names of one kind of thing, with the position of each.
struct NameIndex {
  /// What the names are, for messages: `region`, `commodity or group`.
  let label: String
  private var positions: [String: Int] = [:]
  /// Rows that would define names were dropped, so an unknown name says nothing.
  var isIncomplete = false

  init(_ label: String) { self.label = label }

  subscript(name: String) -> Int? { positions[name] }
  var isEmpty: Bool { positions.isEmpty }
  var names: some Sequence<String> { positions.keys }

  /// False where the name is taken.
  mutating func insert(_ name: String, _ position: Int) -> Bool {
    guard positions[name] == nil else { return false }
    positions[name] = position
    return true
  }

  /// What is wrong with a name that is not known, and what would be right.
  func unknown(_ name: String) -> String {
    let found = "unknown \(label) `\(name)`"
    guard let nearest = nearestName(to: name, among: names) else {
      return found + "; there is none"
    }
    return found + "; the nearest is `\(nearest)`"
  }
}

/// True where a name matches `[A-Za-z0-9][A-Za-z0-9_.-]*`.
public func isIdentifier(_ name: String) -> Bool {
  guard let first = name.utf8.first, isAlphanumeric(first) else { return false }
  return name.utf8.allSatisfy { isAlphanumeric($0) || "_.-".utf8.contains($0) }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: false
  }
}
