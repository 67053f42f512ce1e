import Foundation
import Outputs
import Reporting
import SourcingFiles
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder of results to which a command adds while it works, so that an interruption loses little. Only one command at
/// a time writes there, and only where a command of the same kind wrote before or nobody did.
struct GrowingFolder {
  /// Makes the folder, or takes one that such a command wrote, and keeps others out until the process ends.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - inputs: files and folders that the command reads.
  ///   - kind: what its list of files says that it holds.
  ///   - writer: what the command makes, such as "study".
  ///   - isKnown: whether a folder that has lost its list is of this kind all the same.
  /// - Throws: `OutputFailure`.
  static func open(
    _ path: String, inputs: [String], holding kind: String, of writer: String,
    or isKnown: (String) -> Bool = { _ in false }
  ) throws {
    let target = try OutputPath(folder: path, inputs: inputs)
    if let kind = FileKind.of(target.path), kind != .folder {
      throw OutputFailure(path: path, reason: "is a file; name a folder that plusone may write")
    }
    try makeFolders(target.path, for: path)
    guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw OutputFailure(path: path, reason: "cannot be read; name another folder")
    }
    let listing = FolderListing.read(path)
    let isOurs = listing?.holds == kind || listing == nil && isKnown(path)
    guard isOurs || entries.allSatisfy({ isLeftover("\(path)/\($0)") }) else {
      throw OutputFailure(
        path: path,
        reason:
          "holds \(entries.sorted().prefix(3).joined(separator: ", ")) and no list of the files of a \(writer), \(FolderListing.fileName), so no \(writer) wrote it; name a new folder or remove this one"
      )
    }
    try lock(path, writer)
  }

  /// Whether a killed command has left it, before it had begun. What it has not even marked is empty.
  private static func isLeftover(_ path: String) -> Bool {
    guard path.lastPathPart.contains(Unfinished.mark), FileKind.of(path) == .folder else {
      return false
    }
    return FolderListing.read(path)?.holds == FolderListing.unfinished
      || Unfinished.hasJustBegun(path)
  }

  private static func lock(_ path: String, _ writer: String) throws {
    let descriptor = openFolder(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw OutputFailure(
        path: path, reason: "another \(writer) is writing there; wait for it or name another folder"
      )
    }
  }
}

/// `open` of the system, which the function of the same name hides.
private func openFolder(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
