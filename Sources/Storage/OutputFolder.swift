import CFolderSwap
import Foundation
import Synchronization
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An output that cannot be written (exit status 73).
public struct OutputFailure: Error, Sendable, CustomStringConvertible {
  public var path: String
  /// What is wrong and what to do.
  public var reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "\(path): \(reason)" }
}

/// Writes folders whole or not at all: everything goes to a staging folder beside the wanted one, which
/// then takes its place in one step. An interruption leaves what was there before.
public enum OutputFolder {
  private struct Staging {
    var paths: Set<String> = []
    var isStopped = false
  }
  private static let staging = Mutex(Staging())

  /// Writes a folder.
  ///
  /// - Parameters:
  ///   - knownFiles: names that such a folder may hold. A folder that is there already is replaced only
  ///     if it is empty or holds `marker` and nothing but these.
  ///   - write: is given the staging folder's path.
  public static func write(
    to path: String, knownFiles: Set<String>, marker: String,
    _ write: (String) throws -> Void
  ) throws {
    let target = resolved(path)
    try check(target, named: path, knownFiles: knownFiles, marker: marker)
    let parent = (target as NSString).deletingLastPathComponent
    let name = (target as NSString).lastPathComponent
    try makeParent(parent, of: path)
    let folder = try makeStaging("\(parent)/.\(name).plusone-XXXXXX", for: path)
    do {
      try write(folder)
      try replace(target, with: folder, named: path)
    } catch {
      discard(folder)
      switch error {
      case let failure as OutputFailure: throw failure
      case let failure as FileFailure: throw OutputFailure(path: path, reason: failure.description)
      default: throw OutputFailure(path: path, reason: "cannot be written: \(error)")
      }
    }
  }

  /// Removes what a running ``write(to:knownFiles:marker:_:)`` has left so far and keeps it from writing
  /// on; for signal handlers on a queue of their own. The process must end after it.
  public static func abandon() {
    staging.withLock {
      $0.isStopped = true
      for path in $0.paths { try? FileManager.default.removeItem(atPath: path) }
    }
  }

  /// Runs one step of writing; once the output is abandoned, never returns from it.
  public static func step(_ body: () throws -> Void) rethrows {
    let isStopped = try staging.withLock { state in
      if !state.isStopped { try body() }
      return state.isStopped
    }
    while isStopped { pause() }
  }

  // MARK: Steps

  /// The folder that a path means: symbolic links followed, no slash at the end.
  private static func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
    let existing = url.resolvingSymlinksInPath().path
    return existing.count > 1 && existing.hasSuffix("/") ? String(existing.dropLast()) : existing
  }

  private static func check(
    _ target: String, named path: String, knownFiles: Set<String>, marker: String
  ) throws(OutputFailure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      throw OutputFailure(path: path, reason: "is a file; name a folder that plusone may write")
    }
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: target) else {
      throw OutputFailure(path: path, reason: "cannot be read; name another folder")
    }
    let strange = entries.filter { !knownFiles.contains($0) }.sorted()
    if let first = strange.first {
      throw OutputFailure(
        path: path,
        reason: "holds \(first), which plusone did not write; name a new folder or remove this one")
    }
    guard entries.isEmpty || entries.contains(marker) else {
      throw OutputFailure(
        path: path,
        reason: "holds no \(marker), so plusone did not write it; name a new folder or remove it")
    }
  }

  private static func makeParent(_ parent: String, of path: String) throws(OutputFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw OutputFailure(path: path, reason: "the folder that would hold it cannot be made")
    }
  }

  private static func makeStaging(_ template: String, for path: String) throws(OutputFailure)
    -> String
  {
    let made: Result<String, OutputFailure> = staging.withLock { state in
      var bytes = Array(template.utf8CString)
      guard mkdtemp(&bytes) != nil else {
        let reason = String(cString: strerror(errno))
        return .failure(OutputFailure(path: path, reason: "cannot be written: \(reason)"))
      }
      let folder = String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      // mkdtemp makes it private; an output folder has the usual permissions.
      let mask = umask(0)
      umask(mask)
      chmod(folder, 0o777 & ~mask)
      state.paths.insert(folder)
      return .success(folder)
    }
    return try made.get()
  }

  private static func discard(_ folder: String) {
    staging.withLock {
      try? FileManager.default.removeItem(atPath: folder)
      $0.paths.remove(folder)
    }
  }

  /// Puts the staging folder in the target's place and removes what was there.
  private static func replace(_ target: String, with folder: String, named path: String) throws {
    try step {
      if rename(folder, target) != 0 {
        guard errno == ENOTEMPTY || errno == EEXIST, exchange(folder, target) else {
          let reason = String(cString: strerror(errno))
          throw OutputFailure(path: path, reason: "cannot be replaced: \(reason)")
        }
        try? FileManager.default.removeItem(atPath: folder)
      }
    }
    _ = staging.withLock { $0.paths.remove(folder) }
  }

  /// Swaps two folders in one step, or where the file system cannot, in three.
  private static func exchange(_ a: String, _ b: String) -> Bool {
    if folder_swap(a, b) == 0 { return true }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { return false }
    let aside = a + ".old"
    guard rename(b, aside) == 0 else { return false }
    guard rename(a, b) == 0 else {
      let code = errno
      rename(aside, b)
      errno = code
      return false
    }
    return rename(aside, a) == 0
  }
}
