import Foundation
import Outputs
public import Reporting

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes single files whole or not at all: beside the wanted one, whose place is then taken in one step. A
/// device or a pipe is written to as it is.
public enum OutputFile {
  /// Refuses a path that must not be written, before any work is done.
  ///
  /// - Parameters:
  ///   - path: path of the file.
  ///   - inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public static func check(_ path: String, inputs: [String] = []) throws {
    _ = try OutputPath(file: path, inputs: inputs)
  }

  /// Writes a table.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - path: path of the file.
  ///   - inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public static func write(_ table: ReportTable, to path: String, inputs: [String] = []) throws {
    try write(to: path, inputs: inputs) { (part: String) throws(OutputFailure) in
      try table.write(to: part)
    }
  }

  /// Writes bytes.
  ///
  /// - Parameters:
  ///   - bytes: the content of the file.
  ///   - path: path of the file.
  ///   - inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public static func write(
    _ bytes: some Sequence<UInt8>, to path: String, inputs: [String] = []
  ) throws {
    try write(to: path, inputs: inputs) { (part: String) throws(OutputFailure) in
      try writeFile(bytes, at: part)
    }
  }

  private static func write(
    to named: String, inputs: [String], _ fill: (String) throws(OutputFailure) -> Void
  ) throws {
    let target = try OutputPath(file: named, inputs: inputs)
    if target.isDevice { return try fill(target.path) }
    try makeFolders(target.parent, for: named)
    Unfinished.sweep(beside: target)
    let hidden = try Unfinished.make(beside: target)
    defer { Unfinished.discard(hidden) }
    let part = "\(hidden.path)/part"
    do {
      try FolderListing.begin(in: hidden.path)
      try fill(part)
      try synchronise(part)
      keepPermissions(of: target.path, on: part)
      try Unfinished.finish(hidden) { (_: inout Removal) throws(OutputFailure) in
        guard rename(part, target.path) == 0 else {
          throw OutputFailure(path: named, code: errno, done: "replaced")
        }
      }
      try synchronise(target.parent)
    } catch var failure as OutputFailure {
      failure.path = named
      throw failure
    }
  }

  private static func keepPermissions(of old: String, on new: String) {
    var status = stat()
    if stat(old, &status) == 0 { chmod(new, status.st_mode & 0o7777) }
  }
}

/// Waits until a file or folder is on the disk, where the file system can do so.
func synchronise(_ path: String) throws(OutputFailure) {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw OutputFailure(path: path, code: errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) != 0, ![EINVAL, ENOTSUP, EROFS, EINTR].contains(errno) else { return }
  throw OutputFailure(path: path, code: errno)
}
