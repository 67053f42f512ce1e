/// Whether a name is an identifier: it matches `[A-Za-z0-9][A-Za-z0-9_.-]*`.
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
