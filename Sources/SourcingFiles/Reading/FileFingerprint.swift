/// Size and SHA-256 of a file when it was written, by which a reader knows that it still is what was written.
public struct FileFingerprint: Codable, Sendable, Hashable {
  /// Name in its folder.
  public var name: String
  public var bytes: Int
  /// In hexadecimal digits.
  public var sha256: String

  public init(name: String, contents: [UInt8]) {
    self.name = name
    bytes = contents.count
    sha256 = ContentHash.of(contents)
  }

  /// How a file of this name differs from what was written; nil where it does not.
  public func damage(of contents: [UInt8]) -> String? {
    let found = FileFingerprint(name: name, contents: contents)
    if found.bytes < bytes {
      return "the file was cut off: it has \(found.bytes) bytes, \(bytes) were written"
    }
    return found == self ? nil : "the file was changed after it was written"
  }
}
