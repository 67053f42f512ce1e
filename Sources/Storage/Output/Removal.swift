import Foundation

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What of a folder may be removed. No symbolic link is followed. The list of files goes last, so that what
/// a kill leaves is still known as this program's.
enum Removal {
  /// Everything: nobody but this program has put anything there.
  case everything
  /// The files of these names, and then the folder if nothing else is in it.
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
      let list = FolderListing.fileName
      for name in names where name != list { unlinkat(descriptor, name, 0) }
      if names.contains(list) { unlinkat(descriptor, list, 0) }
      return rmdir(folder) == 0
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
