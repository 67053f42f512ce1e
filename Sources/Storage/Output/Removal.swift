import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What may be removed of a folder. Symbolic links are not followed. The list of files is removed last, so that a
/// folder after a kill is still recognised.
enum Removal {
  /// Everything, since only this program has put anything there.
  case everything
  /// The files at these paths in the folder, and then the folder if nothing else is in it. A path `a/b` is a file in a
  /// folder a, which goes too.
  case files(Set<String>)

  /// - Returns: whether the folder is gone.
  @discardableResult
  func apply(to folder: String) -> Bool {
    switch self {
    case .everything:
      // A thread may still be adding a file.
      for _ in 0..<100 where FileKind.of(folder) == .folder { removeAll(in: folder) }
      return FileKind.of(folder) == nil
    case .files(let names):
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { return false }
      defer { close(descriptor) }
      for (name, inner) in Self.folders(in: names) where FileKind.of("\(folder)/\(name)") == .folder
      {
        Removal.files(inner).apply(to: "\(folder)/\(name)")
      }
      let list = FolderListing.fileName
      for name in names where name != list && !name.contains("/") { unlinkat(descriptor, name, 0) }
      if names.contains(list) { unlinkat(descriptor, list, 0) }
      return rmdir(folder) == 0
    }
  }

  /// The paths that are in folders, by the folder.
  private static func folders(in paths: Set<String>) -> [String: Set<String>] {
    paths.reduce(into: [:]) { folders, path in
      guard let slash = path.firstIndex(of: "/") else { return }
      folders[String(path[..<slash]), default: []].insert(String(path[path.index(after: slash)...]))
    }
  }

  private func removeAll(in folder: String) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? []
    where name != FolderListing.fileName {
      try? files.removeItem(atPath: "\(folder)/\(name)")
    }
    unlink("\(folder)/\(FolderListing.fileName)")
    rmdir(folder)
  }
}
