#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An output that cannot be written (exit status 73).
public struct OutputFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// Path of the file or folder, as the user named it.
  public var path: String
  /// What is wrong and what to do.
  public var reason: String
  /// The system's error number; nil where it is this program that refuses.
  public var code: Int32?

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// What the system has refused.
  ///
  /// - Parameters:
  ///   - code: its error number, such as `ENOSPC`.
  ///   - done: what should have been done, such as `replaced`.
  public init(path: String, code: Int32, done: String = "written") {
    self.path = path
    self.reason = "cannot be \(done): \(String(cString: strerror(code)))"
    self.code = code
  }

  public var description: String { "\(path): \(reason)" }
}
