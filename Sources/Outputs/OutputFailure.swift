#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file, folder or stream that cannot be written (exit status 73).
public struct OutputFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Path of the file or folder, as the user wrote it.
  public var path: String
  /// What is wrong, without the path.
  public var reason: String
  /// The error number of the system (`errno`); nil if this program refuses the path.
  public var code: Int32?

  /// A path that this program refuses.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// A failed call of the system.
  ///
  /// - Parameters:
  ///   - path: the file or folder.
  ///   - code: the error number, such as `ENOSPC`.
  ///   - done: the participle for the message: "cannot be written", "cannot be replaced".
  public init(path: String, code: Int32, done: String = "written") {
    self.path = path
    self.reason = "cannot be \(done): \(String(cString: strerror(code)))"
    self.code = code
  }

  /// Path and reason, as a message shows them.
  public var description: String { "\(path): \(reason)" }
}
