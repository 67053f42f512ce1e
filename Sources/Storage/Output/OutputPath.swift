import Foundation
import Outputs
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The place of an output with symbolic links followed, checked against places that must not be written.
struct OutputPath {
  /// As the user named it.
  let named: String
  /// Absolute, without links.
  let path: String
  /// Whether it is a device or a pipe, to which is written directly.
  let isDevice: Bool

  var parent: String { path.parentPath }
  var name: String { path.lastPathPart }

  /// A folder's place. It must not be the folder that the user works in, nor hold it or any of the inputs.
  init(folder named: String, inputs: [String]) throws(OutputFailure) {
    try self.init(named)
    if holds(Self.real(".")) {
      throw OutputFailure(
        path: named,
        reason:
          "is the folder that you work in, or holds it; name a folder of its own, such as plan")
    }
    for input in inputs where holds(Self.real(input)) {
      throw OutputFailure(
        path: named,
        reason: "is or holds \(input), which is an input; name a folder of its own")
    }
  }

  /// A file's place. It must be none of the inputs.
  init(file named: String, inputs: [String]) throws(OutputFailure) {
    if Self.isDevice(named) {
      self.init(named: named, path: named, isDevice: true)
      return
    }
    try self.init(named)
    if FileKind.of(path) == .folder {
      throw OutputFailure(path: named, reason: "is a folder; name a file")
    }
    for input in inputs where (try? OutputPath(input).path) == path {
      throw OutputFailure(path: named, reason: "is an input; name another file")
    }
  }

  /// A stream too is a device by its name, even where it is a file.
  static func isDevice(_ named: String) -> Bool {
    ["/dev/stdout", "/dev/stderr"].contains(named) || named.hasPrefix("/dev/fd/")
      || FileKind.following(named) == .other
  }

  private init(named: String, path: String, isDevice: Bool = false) {
    (self.named, self.path, self.isDevice) = (named, path, isDevice)
  }

  /// Any place.
  init(_ named: String) throws(OutputFailure) {
    guard !named.isEmpty else {
      throw OutputFailure(
        path: "\"\"", reason: "an empty name; name where the output is to go")
    }
    guard named.utf8.count < Int(PATH_MAX) else {
      throw OutputFailure(path: shortened(named), code: ENAMETOOLONG)
    }
    if let real = Self.real(named) {
      self.init(named: named, path: real)
      return
    }
    if FileKind.of(named) == .link {
      throw OutputFailure(
        path: named, reason: "is a symbolic link that leads nowhere; remove it or name another")
    }
    self.init(named: named, path: try Self.place(of: named))
  }

  /// The place of what does not exist yet.
  private static func place(of named: String) throws(OutputFailure) -> String {
    let name = named.lastPathPart
    let above = named.parentPath
    guard name != ".", name != ".." else {
      throw OutputFailure(path: named, reason: "a part of this path does not exist; name it whole")
    }
    let parent = above.isEmpty ? "." : above
    let folder: String
    if let real = real(parent) { folder = real } else { folder = try place(of: parent) }
    return folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Whether it is in a folder, however deep, and not the folder itself.
  func isInside(_ folder: String) -> Bool {
    Self.real(folder).map { path.hasPrefix($0 == "/" ? $0 : $0 + "/") } ?? false
  }

  /// Whether a place is this one or in it, however deep.
  func holds(_ other: String?) -> Bool {
    guard let other else { return false }
    return path == "/" || other == path || other.hasPrefix(path + "/")
  }
}

/// Makes a folder and those above it.
///
/// - Parameters:
///   - path: path of the folder.
///   - named: the output for which it is made, as the user named it; a failure names it.
func makeFolders(_ path: String, for named: String) throws(OutputFailure) {
  guard FileKind.following(path) != .folder else { return }
  let parent = path.parentPath
  if !parent.isEmpty { try makeFolders(parent, for: named) }
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
    throw OutputFailure(path: named, code: errno)
  }
}
