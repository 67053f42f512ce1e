import Foundation
import Outputs
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The one place that knows which outputs are unfinished: each is made in a hidden folder beside its
/// target, `.NAME.plusone-XXXXXX`, and takes the target's place when it is complete.
public enum Unfinished {
  /// What may be removed, by the path of each hidden folder.
  private static let folders = Mutex([String: Removal]())

  static let mark = ".plusone-"
  /// How the name ends of a folder that is put aside, where the file system cannot swap two.
  static let asideMark = ".old"

  /// Removes all unfinished outputs, keeps every thread from finishing one, and ends the process; for
  /// handlers of signals on a thread of their own.
  public static func abandon(_ endProcess: () -> Never) -> Never {
    folders.withLock { folders in
      for (path, removal) in folders { removal.apply(to: path) }
      endProcess()
    }
  }

  /// Makes the hidden folder for a target and keeps its lock, by which other processes see that it is in use.
  static func make(beside target: OutputPath) throws(OutputFailure) -> HiddenFolder {
    let made = folders.withLock { folders -> Result<HiddenFolder, OutputFailure> in
      let made = makeLocked(beside: target)
      if case .success(let folder) = made { folders[folder.path] = .everything }
      return made
    }
    return try made.get()
  }

  private static func makeLocked(beside target: OutputPath) -> Result<HiddenFolder, OutputFailure> {
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    while true {
      let end = String((0..<6).compactMap { _ in letters.randomElement() })
      let path = "\(target.parent)/\(prefix(of: target.name))\(end)"
      guard mkdir(path, 0o777) == 0 else {
        if errno == EEXIST { continue }
        return .failure(OutputFailure(path: target.named, code: errno))
      }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      flock(descriptor, LOCK_EX)
      // Another process may have cleared it away before it was locked.
      if FileKind.of(path) != nil {
        return .success(HiddenFolder(path: path, descriptor: descriptor))
      }
      close(descriptor)
    }
  }

  /// One step that puts a result in its place; no signal's handler runs meanwhile.
  ///
  /// - Parameter old: what may be removed of the hidden folder after it.
  static func finish(
    _ folder: HiddenFolder, old: Removal, _ step: () throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    let outcome = folders.withLock { folders -> Result<Void, OutputFailure> in
      do throws(OutputFailure) { try step() } catch { return .failure(error) }
      folders[folder.path] = old
      return .success(())
    }
    try outcome.get()
  }

  /// Removes the hidden folder, as far as it may be removed.
  static func discard(_ folder: HiddenFolder) {
    guard let removal = folders.withLock({ $0[folder.path] }) else { return }
    // An old instance has no list of files; with one, its rest is cleared away even after a kill.
    if case .everything = removal { try? FolderListing.begin(in: folder.path) }
    removal.apply(to: folder.path)
    _ = folders.withLock { $0.removeValue(forKey: folder.path) }
    close(folder.descriptor)
  }

  // MARK: What a killed process has left

  /// Clears away hidden folders for the same target that no process is writing any more.
  static func sweep(beside target: OutputPath) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target.parent)) ?? []
    for name in names where name.hasPrefix(prefix(of: target.name)) {
      let path = "\(target.parent)/\(name)"
      // Where a folder was put aside and the process killed before another had its place, it goes back.
      if name.hasSuffix(asideMark), FileKind.of(target.path) == nil {
        rename(path, target.path)
      } else {
        sweep(path)
      }
    }
  }

  /// Clears a hidden folder away if this program left it: its list of files says so, not its name alone.
  static func sweep(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    let listing = FolderListing.read(path)
    let isOurs = listing?.holds == FolderListing.unfinished
    // Without a list only an empty one goes.
    (isOurs ? Removal.everything : .files(listing?.names ?? [])).apply(to: path)
  }

  /// How the hidden folders for a target begin; short enough for any file system.
  private static func prefix(of name: String) -> String {
    var kept = ""
    for character in name where kept.utf8.count + character.utf8.count <= 200 {
      kept.append(character)
    }
    return ".\(kept)\(mark)"
  }
}

/// A hidden folder that this process is writing.
struct HiddenFolder {
  let path: String
  let descriptor: Int32
}
