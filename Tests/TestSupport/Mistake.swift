public import Foundation

/// One mistake in ``SampleInstance``, and the expected message.
public struct Mistake: Sendable, CustomStringConvertible {
  public enum Change: Sendable {
    /// Replaces the first occurrence of a text.
    case replace(String, with: String)
    case append(String)
    case write([UInt8])
    case remove
    /// A folder replaces the file.
    case makeFolder
    case forbid
  }

  public var name: String
  public var file: String
  public var change: Change
  /// Exit status.
  public var status: Int32 = 65
  /// The line in the message; nil means the file as a whole.
  public var line: Int?
  /// The file in the message, if it is not the changed one.
  public var blamed: String?
  /// Parts of the message.
  public var says: [String]

  public init(
    _ name: String, _ file: String, _ change: Change, line: Int? = nil, blamed: String? = nil,
    status: Int32 = 65, says: String...
  ) {
    self.name = name
    self.file = file
    self.change = change
    self.status = status
    self.line = line
    self.blamed = blamed
    self.says = says
  }

  public var description: String { name }

  /// Writes the sample instance with the mistake into a folder.
  public func make(in folder: URL) throws {
    try write(SampleInstance.bytes, to: folder)
    let place = folder.appending(path: file)
    switch change {
    case .replace(let old, let new):
      let text = try String(contentsOf: place, encoding: .utf8)
      guard let range = text.range(of: old) else { throw MistakeError(missing: old) }
      try Data(text.replacingCharacters(in: range, with: new).utf8).write(to: place)
    case .append(let text):
      let old = (try? Data(contentsOf: place)) ?? Data()
      try (old + Data(text.utf8)).write(to: place)
    case .write(let bytes):
      try Data(bytes).write(to: place)
    case .remove:
      try FileManager.default.removeItem(at: place)
    case .makeFolder:
      try FileManager.default.removeItem(at: place)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    case .forbid:
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: place.path)
    }
  }

  /// The start of the message that is expected.
  public func place(in folder: URL) -> String {
    let path = folder.appending(path: blamed ?? file).path
    return line.map { "\(path):\($0): " } ?? "\(path): "
  }
}

/// The text to be replaced is not in the file.
public struct MistakeError: Error {
  public var missing: String
}
