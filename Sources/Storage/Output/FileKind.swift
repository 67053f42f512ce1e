import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The kind of file at a path.
enum FileKind {
  case file, folder, link
  /// A device, a pipe, a socket.
  case other

  /// nil if there is nothing. Symbolic links are not followed.
  static func of(_ path: String) -> FileKind? {
    var status = stat()
    return lstat(path, &status) == 0 ? FileKind(status) : nil
  }

  /// The same; symbolic links are followed.
  static func following(_ path: String) -> FileKind? {
    var status = stat()
    return stat(path, &status) == 0 ? FileKind(status) : nil
  }

  /// Bytes of a file; nil if there is nothing. Symbolic links are not followed.
  static func size(of path: String) -> Int? {
    var status = stat()
    return lstat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  private init(_ status: stat) {
    switch status.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFREG): self = .file
    case mode_t(S_IFDIR): self = .folder
    case mode_t(S_IFLNK): self = .link
    default: self = .other
    }
  }
}
