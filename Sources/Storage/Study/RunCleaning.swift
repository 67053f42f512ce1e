import Foundation
import Studies

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Removes the runs of a folder that are no part of its study any more: folders three levels down,
/// `runs/OPTION/VARIATION/COORDINATION`, with a run's list of files and a record that names the same run, and of
/// these only the files in the list. No symbolic link is followed.
struct RunCleaning {
  let root: String
  let kept: Set<String>
  /// What this program did not write, relative to the root.
  private(set) var strangers: [String] = []

  init(root: String, kept: Set<String>) {
    self.root = root
    self.kept = kept
  }

  mutating func clean() { clean([]) }

  /// - Parameter run: parts of the run's name so far.
  /// - Returns: whether the folder is gone.
  @discardableResult
  private mutating func clean(_ run: [String]) -> Bool {
    let relative = (["runs"] + run).joined(separator: "/")
    let folder = "\(root)/\(relative)"
    guard FileKind.of(folder) == .folder else {
      if FileKind.of(folder) != nil { strangers.append(relative) }
      return false
    }
    guard run.count < 3 else { return cleanRun(run.joined(separator: "/"), relative, folder) }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var isAnyGone = false
    for name in entries.sorted() {
      if name.contains(Unfinished.mark) { Unfinished.sweep("\(folder)/\(name)") }
      if FileKind.of("\(folder)/\(name)") == nil || clean(run + [name]) { isAnyGone = true }
    }
    return isAnyGone && rmdir(folder) == 0
  }

  private mutating func cleanRun(_ run: String, _ relative: String, _ folder: String) -> Bool {
    guard let listing = FolderListing.read(folder), listing.holds == RunFolder.kind.name,
      RunFolder.name(in: folder) == run
    else {
      strangers.append(relative)
      return false
    }
    if !kept.contains(run), Removal.files(listing.names).apply(to: folder) { return true }
    let others = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    strangers += others.sorted().filter { !listing.names.contains($0) }.map { "\(relative)/\($0)" }
    return false
  }
}
