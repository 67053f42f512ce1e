import Foundation
import Outputs
import Reporting
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The list of unfinished outputs. Each is made in a hidden folder beside its target, `.NAME.plusone-XXXXXX`, and
/// takes the place of the target when it is complete. While a folder takes its place, there is a file
/// `.NAME.plusone-XXXXXX.placing` with the names of its files: it shows that a folder with this name is no copy that
/// the user has made.
public enum Unfinished {
  private struct Outputs {
    /// What may be removed, by the path of each hidden folder.
    var removals: [String: Removal] = [:]
    /// Whether one of the outputs of this process is in its place.
    var hasFinished = false
  }

  private static let outputs = Mutex(Outputs())

  static let mark = ".plusone-"
  /// How the name ends of a folder that is put aside, where the file system cannot swap two.
  static let asideMark = ".old"
  private static let placingMark = ".placing"
  /// The name of the mark in its hidden folder, until it is written.
  private static let markPart = ".plusone-placing"

  /// Removes all unfinished outputs, keeps every thread from finishing one, and ends the process; for
  /// handlers of signals on a thread of their own.
  ///
  /// - Parameter endProcess: ends the process; it is told whether one of the process's outputs is in its place.
  public static func abandon(_ endProcess: (_ hasFinished: Bool) -> Never) -> Never {
    outputs.withLock { outputs in
      for (path, removal) in outputs.removals {
        removal.apply(to: path)
        unlink(path + placingMark)
      }
      endProcess(outputs.hasFinished)
    }
  }

  /// Makes the hidden folder for a target and keeps its lock, by which other processes see that it is in use.
  static func make(beside target: OutputPath) throws(OutputFailure) -> HiddenFolder {
    let made = outputs.withLock { outputs -> Result<HiddenFolder, OutputFailure> in
      let made = makeLocked(beside: target)
      if case .success(let folder) = made { outputs.removals[folder.path] = .everything }
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
  /// - Parameter step: also sets what of the hidden folder may be removed after it; at first everything.
  static func finish(
    _ folder: HiddenFolder, _ step: (inout Removal) throws(OutputFailure) -> Void
  ) throws(OutputFailure) {
    let outcome = outputs.withLock { outputs -> Result<Void, OutputFailure> in
      var removal = Removal.everything
      defer { outputs.removals[folder.path] = removal }
      do throws(OutputFailure) { try step(&removal) } catch { return .failure(error) }
      outputs.hasFinished = true
      return .success(())
    }
    try outcome.get()
  }

  /// Marks a hidden folder before it takes its place. If that fails, a kill may leave a folder, and nothing else is
  /// wrong.
  static func markPlacing(_ folder: HiddenFolder) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let listing = FolderListing(
      holds: FolderListing.placing,
      files: Dictionary(uniqueKeysWithValues: names.map { ($0, FolderListing.Entry()) }))
    // In its place in one step, so that a kill leaves no half of it.
    let part = "\(folder.path)/\(markPart)"
    guard let bytes = try? sortedJSON(listing), (try? writeFile(bytes, at: part)) != nil,
      rename(part, folder.path + placingMark) == 0
    else {
      unlink(part)
      return
    }
  }

  /// The names in the mark of a hidden folder; nil if it has none.
  private static func placed(_ path: String) -> FolderListing? {
    let listing = FolderListing.read(file: path + placingMark)
    return listing?.holds == FolderListing.placing ? listing : nil
  }

  /// Removes the hidden folder, as far as it may be removed.
  static func discard(_ folder: HiddenFolder) {
    guard let removal = outputs.withLock({ $0.removals[folder.path] }) else { return }
    removal.apply(to: folder.path)
    unlink(folder.path + placingMark)
    _ = outputs.withLock { $0.removals.removeValue(forKey: folder.path) }
    close(folder.descriptor)
  }

  // MARK: What a killed process has left

  /// Removes hidden folders for the same target that no process is writing.
  static func sweep(beside target: OutputPath) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: target.parent)) ?? []
    let paths = names.filter { $0.hasPrefix(prefix(of: target.name)) }.map {
      "\(target.parent)/\($0)"
    }
    // What was put aside is first, since the other folder shows whether it is moved back. The marks are last.
    let aside = paths.filter { $0.hasSuffix(asideMark) }
    for path in aside where !restore(path, to: target) && isInPlace(target) { sweepFolder(path) }
    let others = paths.filter { !$0.hasSuffix(asideMark) }
    others.filter { !$0.hasSuffix(placingMark) }.forEach(sweep)
    others.filter { $0.hasSuffix(placingMark) }.forEach(sweepMark)
  }

  /// Whether a folder is in the target's place, and no process is about to finish it.
  private static func isInPlace(_ target: OutputPath) -> Bool {
    let descriptor = open(target.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_EX | LOCK_NB) == 0
  }

  /// Whether a folder is empty, or has nothing but a list that was not in its place yet.
  static func hasJustBegun(_ path: String) -> Bool {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    return names == [] || names == [FolderListing.partName]
  }

  /// Removes the mark of a folder that is gone.
  private static func sweepMark(_ mark: String) {
    let folder = String(mark.dropLast(placingMark.count))
    guard FileKind.of(folder) == nil, FileKind.of(folder + asideMark) == nil else { return }
    if placed(folder) != nil { unlink(mark) }
  }

  /// Moves a folder back that was put aside by a process that was killed before it moved the new folder into place.
  private static func restore(_ path: String, to target: OutputPath) -> Bool {
    guard path.hasSuffix(asideMark), FileKind.of(String(path.dropLast(asideMark.count))) == .folder,
      FileKind.of(target.path) == nil
    else { return false }
    return rename(path, target.path) == 0
  }

  /// Removes a hidden folder if its list says `unfinished`, if it is empty, or if it was taking its place and has
  /// nothing but the files in its list; an instance has none, so those of the mark. The name alone is not enough. Or
  /// removes the mark of such a folder. A folder that was put aside stays: its target may be gone.
  static func sweep(_ path: String) {
    if path.hasSuffix(placingMark) {
      sweepMark(path)
    } else if !path.hasSuffix(asideMark) {
      sweepFolder(path)
    }
  }

  /// Removes a hidden folder or one that was put aside, which has the mark of the other.
  private static func sweepFolder(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    if removal(ofLeftover: path).apply(to: path) { sweepMark(path + placingMark) }
  }

  private static func removal(ofLeftover path: String) -> Removal {
    let listing = FolderListing.read(path)
    if listing?.holds == FolderListing.unfinished { return .everything }
    if hasJustBegun(path) { return .files([FolderListing.partName]) }
    let marked = path.hasSuffix(asideMark) ? String(path.dropLast(asideMark.count)) : path
    guard let mark = placed(marked) else { return .files([]) }
    let own = listing ?? mark
    return (try? own.strangers(in: path)) == [] ? .files(own.paths(in: path)) : .files([])
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
