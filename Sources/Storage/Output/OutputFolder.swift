import CFolderSwap
public import Foundation
public import Outputs
public import Reporting
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes folders whole or not at all: everything goes to a hidden folder beside the target, which then takes its
/// place in one step. If anything fails, the old folder stays.
public enum OutputFolder {
  /// What a folder of results holds, as its list of files names it.
  public struct Kind: Sendable {
    let name: String
    /// Files with times, which differ from one run of the program to the next.
    let times: Set<String>

    /// - Parameters:
    ///   - name: as the list of files has it.
    ///   - times: names of files with times.
    public init(_ name: String, times: Set<String> = []) {
      self.name = name
      self.times = times
    }
  }

  /// A folder that is being written.
  public struct Contents {
    /// Where it is until it is complete.
    public let path: String

    /// Writes a table to `name.csv`.
    public func write(_ table: ReportTable) throws(OutputFailure) {
      try table.write(to: "\(path)/\(table.name).csv")
    }

    /// Writes a file.
    public func write(_ data: Data, as name: String) throws(OutputFailure) {
      try writeFile(data, at: "\(path)/\(name)")
    }

    /// Writes a folder in the folder, with a list of files of its own.
    public func writeFolder(_ name: String, _ kind: Kind, _ fill: (Contents) throws -> Void) throws
    {
      let inner = Contents(path: "\(path)/\(name)")
      guard mkdir(inner.path, 0o777) == 0 else {
        throw OutputFailure(path: inner.path, code: errno)
      }
      try fill(inner)
      try prepareList(inner.path, kind)
      try FolderListing.complete(inner.path)
    }
  }

  // MARK: Results

  /// Refuses a folder that must not be written, before any work is done. A folder is replaced only if it is empty, or
  /// has a list of files of the same kind and no other files.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - kind: what the folder is to hold.
  ///   - inputs: files and folders that the command reads.
  /// - Throws: `OutputFailure`.
  public static func check(_ path: String, _ kind: Kind, inputs: [String] = []) throws {
    _ = try removable(OutputPath(folder: path, inputs: inputs), kind)
  }

  /// Writes a folder of results.
  ///
  /// - Throws: `OutputFailure`; what `fill` throws.
  public static func write(
    to path: String, _ kind: Kind, inputs: [String] = [], _ fill: (Contents) throws -> Void
  ) throws {
    let target = try OutputPath(folder: path, inputs: inputs)
    let old = try removable(target, kind)
    try replace(target, with: kind, ours: old) { folder in
      try fill(folder)
      try prepareList(folder.path, kind)
      try synchroniseAll(in: folder.path)
    }
  }

  /// Writes a part of a folder of results, such as a run. Files of the user in the part stay, damaged files are
  /// replaced, and anything else in its place is moved aside. The function does not wait until the part is on the disk,
  /// since its list of files shows any damage.
  ///
  /// - Parameter ours: names of the old files of the part, which are removed; nil if there is no such part.
  static func writePart(
    to path: String, _ kind: Kind, ours: Set<String>?, _ fill: (Contents) throws -> Void
  ) throws {
    try clearWay(to: path)
    if ours == nil, FileKind.of(path) != nil, rmdir(path) != 0 { try moveAside(path) }
    let target = try OutputPath(folder: path, inputs: [])
    let ours = ours ?? []
    // A folder in the place of a file is the user's.
    for name in ours where FileKind.of("\(target.path)/\(name)") == .folder {
      try moveAside("\(target.path)/\(name)")
    }
    try replace(target, with: kind, ours: ours) { folder in
      try fill(folder)
      try prepareList(folder.path, kind)
    }
  }

  /// Moves aside a file in the place of a folder above a path.
  private static func clearWay(to path: String) throws(OutputFailure) {
    let parent = path.parentPath
    guard !parent.isEmpty, FileKind.following(parent) != .folder else { return }
    try clearWay(to: parent)
    // Asked again: another run may have made the folder meanwhile.
    guard let kind = FileKind.of(parent), kind != .folder, FileKind.following(parent) != .folder
    else { return }
    try moveAside(parent)
  }

  // MARK: Instances

  /// Writes the folder of an instance, which belongs to the user and has no list of files. An old folder is replaced
  /// only if it is empty or holds nothing but `copied`, all of which `fill` writes too. Files that appear meanwhile
  /// stay; if a copied file changes, nothing is written.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - copied: names of files of the old folder that the new one has too.
  ///   - state: what was in the folder before it was read.
  ///   - fill: writes the files.
  public static func writeInstance(
    to path: String, copied: Set<String> = [], since state: FolderState? = nil,
    _ fill: (Contents) throws -> Void
  ) throws {
    let target = try OutputPath(folder: path, inputs: [])
    if let strange = try entries(of: target).first(where: { !copied.contains($0) }) {
      throw refusal(target, holding: [strange])
    }
    let state = state ?? FolderState(of: target.path)
    try replace(target, with: nil, ours: copied, since: state) { folder in
      try fill(folder)
      try synchroniseAll(in: folder.path)
    }
  }

  // MARK: Steps

  /// Names in the folder at the target; empty if there is none.
  private static func entries(of target: OutputPath) throws(OutputFailure) -> [String] {
    switch FileKind.of(target.path) {
    case nil: return []
    case .folder: break
    default:
      throw OutputFailure(
        path: target.named, reason: "is a file; name a folder that plusone may write")
    }
    do { return try FileManager.default.contentsOfDirectory(atPath: target.path).sorted() } catch {
      throw OutputFailure(path: target.named, reason: "cannot be read; name another folder")
    }
  }

  /// What a folder holds, in words.
  private static func content(_ kind: String) -> String {
    switch kind {
    case "pictures", "stockpiles": kind
    case FolderListing.unfinished: "unfinished results"
    default: "a \(kind)"
    }
  }

  /// Paths of the files in the target's place, all of which this program wrote, from the target.
  private static func removable(_ target: OutputPath, _ kind: Kind) throws(OutputFailure)
    -> Set<String>
  {
    let there = try entries(of: target)
    guard !there.isEmpty else { return [] }
    guard let listing = FolderListing.read(target.path) else {
      throw refusal(
        target, holding: there,
        which: "but no list of files, \(FolderListing.fileName), that shows that plusone wrote them"
      )
    }
    guard listing.holds == kind.name else {
      throw OutputFailure(
        path: target.named,
        reason: "holds \(content(listing.holds)), not \(content(kind.name)); name another folder")
    }
    let strange = (try? listing.strangers(in: target.path)) ?? there
    guard strange.isEmpty else { throw refusal(target, holding: strange) }
    return listing.paths(in: target.path)
  }

  /// - Parameter reason: why the names are not those of this program, after their list.
  private static func refusal(
    _ target: OutputPath, holding names: [String],
    which reason: String = "which plusone did not write"
  ) -> OutputFailure {
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    return OutputFailure(
      path: target.named,
      reason:
        "holds \(names.prefix(3).map { shortened($0) }.joined(separator: ", "))\(more), \(reason); name a new folder or move what is in this one away"
    )
  }

  /// Writes the hidden folder and puts it in the target's place.
  ///
  /// - Parameters:
  ///   - ours: paths in the folder that is there which go with it; all else is the user's and moves over.
  ///   - kind: what has a list of files, which `fill` prepares.
  ///   - state: of a folder that is copied.
  private static func replace(
    _ target: OutputPath, with kind: Kind?, ours: Set<String>, since state: FolderState? = nil,
    _ fill: (Contents) throws -> Void
  ) throws {
    try makeFolders(target.parent, for: target.named)
    Unfinished.sweep(beside: target)
    let hidden = try Unfinished.make(beside: target)
    defer { Unfinished.discard(hidden) }
    do {
      try FolderListing.begin(in: hidden.path)
      try fill(Contents(path: hidden.path))
      Unfinished.markPlacing(hidden)
      try Unfinished.finish(hidden) { (removal: inout Removal) throws(OutputFailure) in
        // Only now: until here a kill leaves a folder whose list says `unfinished`.
        if kind != nil {
          try FolderListing.complete(hidden.path)
        } else {
          unlink("\(hidden.path)/\(FolderListing.fileName)")
        }
        try swap(hidden.path, target, ours: ours, since: state, &removal)
      }
      if kind != nil { try? synchronise(target.path) }
      try? synchronise(target.parent)
    } catch var failure as OutputFailure {
      if failure.path.hasPrefix(hidden.path) {
        let inside = failure.path.dropFirst(hidden.path.count)
        // An instance has no list of files when it is complete.
        let isInResult = kind != nil || inside != "/\(FolderListing.fileName)"
        failure.path = target.named + (isInResult ? inside : "")
      }
      throw failure
    } catch {
      throw OutputFailure(path: target.named, fileError: error) ?? error
    }
  }

  private static func swap(
    _ hidden: String, _ target: OutputPath, ours: Set<String>, since state: FolderState?,
    _ removal: inout Removal
  ) throws(OutputFailure) {
    if rename(hidden, target.path) == 0 { return }
    guard errno == ENOTEMPTY || errno == EEXIST, exchange(hidden, target.path) else {
      throw OutputFailure(path: target.named, code: errno, done: "replaced")
    }
    // Now the hidden folder is the old one.
    removal = .files([])
    if let name = state?.change(to: hidden, among: ours) {
      if exchange(hidden, target.path) { removal = .everything }
      throw OutputFailure(
        path: "\(target.named)/\(name)",
        reason: "has changed meanwhile, so that nothing is written; run the command again")
    }
    try carryOver(from: hidden, to: target.path, allBut: ours)
    // Marked so, its rest is cleared away even after a kill.
    try? FolderListing.begin(in: hidden)
    removal = state == nil ? .files(ours.union([FolderListing.fileName])) : .everything
  }

  /// Moves the user's files into the new folder, under another name where it has one of that name.
  private static func carryOver(from old: String, to new: String, allBut ours: Set<String>)
    throws(OutputFailure)
  {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: old)) ?? []
    for name in names where ours.contains(name) && FileKind.of("\(old)/\(name)") == .folder {
      let inner = Set(
        ours.filter { $0.hasPrefix("\(name)/") }.map { String($0.dropFirst(name.count + 1)) })
      let there = (try? FileManager.default.contentsOfDirectory(atPath: "\(old)/\(name)")) ?? []
      guard there.contains(where: { !inner.contains($0) }) else { continue }
      mkdir("\(new)/\(name)", 0o777)
      try carryOver(from: "\(old)/\(name)", to: "\(new)/\(name)", allBut: inner)
    }
    let isTaken = { (name: String) in FileKind.of("\(new)/\(name)") != nil }
    let carried = names.filter { !ours.contains($0) }.map { (name: $0, isTaken: isTaken($0)) }
    // New names are looked for when all others are in place.
    for (name, isTaken) in carried.sorted(by: { !$0.isTaken && $1.isTaken }) {
      let (from, to) = ("\(old)/\(name)", "\(new)/\(name)")
      if isTaken {
        try moveAside(from, from: to)
      } else if rename(from, to) != 0 {
        throw OutputFailure(path: from, code: errno, done: "moved to \(to)")
      }
    }
  }

  private static func prepareList(_ folder: String, _ kind: Kind) throws {
    try FolderListing(of: folder, holds: kind.name, telling: kind.times).prepare(in: folder)
  }

  private static func synchroniseAll(in folder: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      if FileKind.of(path) == .file { try synchronise(path) }
      if FileKind.of(path) == .folder { try synchroniseAll(in: path) }
    }
    try synchronise(folder)
  }

  /// Swaps two folders in one step, or where the file system cannot, in three.
  private static func exchange(_ a: String, _ b: String) -> Bool {
    if folder_swap(a, b) == 0 { return true }
    guard errno == EINVAL || errno == ENOSYS || errno == ENOTSUP else { return false }
    let aside = a + Unfinished.asideMark
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

extension OutputFailure {
  /// What Foundation has failed to write; nil of any other error.
  init?(path: String, fileError: any Error) {
    switch fileError {
    case let error as POSIXError:
      self.init(path: path, code: error.code.rawValue)
    case let error as CocoaError:
      if let cause = error.underlying, let failure = OutputFailure(path: path, fileError: cause) {
        self = failure
      } else if let code = error.systemCode {
        self.init(path: path, code: code)
      } else {
        self.init(path: path, reason: error.localizedDescription)
      }
    default: return nil
    }
  }
}

extension CocoaError {
  /// The number of the system's error (`errno`) for an error of Foundation that has none itself; nil if none is like
  /// it.
  fileprivate var systemCode: Int32? {
    switch code {
    case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
    case .fileReadNoPermission, .fileWriteNoPermission: EACCES
    case .fileWriteFileExists: EEXIST
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteVolumeReadOnly: EROFS
    case .fileReadInvalidFileName, .fileWriteInvalidFileName: EINVAL
    default: nil
    }
  }
}
