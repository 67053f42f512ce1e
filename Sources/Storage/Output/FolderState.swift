import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files in a folder and below it with sizes and times, to find out whether they change.
public struct FolderState: Sendable {
  /// Of a file what changes when it is written; of a folder only that it is there.
  private struct Stamp: Hashable {
    var size: Int64 = 0
    var seconds = 0
    var nanoseconds = 0
    var number: UInt64 = 0
  }

  private var stamps: [String: Stamp] = [:]

  /// Reads the sizes, times and numbers of everything in the folder; a folder that cannot be read counts as empty.
  public init(of folder: String) {
    let paths = FileManager.default.enumerator(atPath: folder)
    while let path = paths?.nextObject() as? String {
      stamps[path] = Self.stamp(of: "\(folder)/\(path)")
    }
  }

  private static func stamp(of path: String) -> Stamp {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & mode_t(S_IFMT) != mode_t(S_IFDIR) else {
      return Stamp()
    }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      size: Int64(status.st_size), seconds: time.tv_sec, nanoseconds: time.tv_nsec,
      number: UInt64(status.st_ino))
  }

  /// The first path of some entries and below at which a folder is not what it was; nil if there is none.
  func change(to folder: String, among names: Set<String>) -> String? {
    let now = FolderState(of: folder).stamps
    return Set(stamps.keys).union(now.keys).sorted().first { path in
      names.contains(String(path.prefix { $0 != "/" })) && stamps[path] != now[path]
    }
  }
}
