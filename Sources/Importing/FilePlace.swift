/// A line of a file.
public struct FilePlace: Sendable, Hashable, Comparable {
  /// Path of the file.
  public var file: String
  /// The line, from 1.
  public var line: Int

  /// A line of a file.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  /// `file:line`.
  public var text: String { "\(file):\(line)" }

  /// By file, then by line.
  public static func < (a: Self, b: Self) -> Bool { (a.file, a.line) < (b.file, b.line) }
}
