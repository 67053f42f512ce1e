import Foundation
import Outputs
import Reporting
import SourcingFiles
import Tables

/// `plusone.json` of a folder of results: what it holds, and the files that this program wrote, with sizes and hashes.
/// It shows that a folder is of this program, and whether it is damaged.
public struct FolderListing: Codable, Sendable {
  /// A file of the list.
  public struct Entry: Codable, Sendable {
    /// Size in bytes; nil for a file with times, which differs from one run of the program to the next.
    public var bytes: Int?
    /// SHA-256 of the file; nil for a file with times.
    public var sha256: String?

    package enum CodingKeys: String, CodingKey, CaseIterable { case bytes, sha256 }
  }

  /// The list's own name.
  public static let fileName = WrittenFolder.listing
  /// Its name until it is complete.
  static let partName = ".plusone.json"
  /// The value of `holds` while the folder is being written.
  static let unfinished = "unfinished"
  /// The value of `holds` of a file beside a folder that is taking its place.
  static let placing = "placing"

  /// The program that wrote the list.
  public private(set) var program = "plusone"
  /// The list's version.
  public private(set) var format = 1
  /// `plan`, `stockpiles`, `back-test`, `sensitivity`, `hedge`, `watch`, `pictures`, `run` or `study`.
  public var holds: String
  /// By name.
  public var files: [String: Entry]
  /// Names of folders in the folder that this program wrote too, each with a list of its own; nil if there is none.
  public var folders: [String]?

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case program, format, holds, files, folders
  }

  init(holds: String, files: [String: Entry] = [:]) {
    self.holds = holds
    self.files = files
  }

  /// The files, the folders and the list itself.
  public var names: Set<String> {
    Set(files.keys).union(folders ?? []).union([Self.fileName])
  }

  /// The names, and those of what is in the folders, as paths from a folder with this list.
  func paths(in folder: String) -> Set<String> {
    (folders ?? []).reduce(into: names) { paths, name in
      let inner = Self.read("\(folder)/\(name)")?.paths(in: "\(folder)/\(name)") ?? []
      paths.formUnion(inner.map { "\(name)/\($0)" })
    }
  }

  /// Paths of what is in a folder with this list, but not of this program.
  func strangers(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { name in
      let path = "\(folder)/\(name)"
      let isFolder = FileKind.of(path) == .folder
      guard folders?.contains(name) == true, isFolder else {
        return names.contains(name) && !isFolder && folders?.contains(name) != true ? [] : [name]
      }
      let inner = try FolderListing.read(path)?.strangers(in: path)
      return try (inner ?? FileManager.default.contentsOfDirectory(atPath: path).sorted())
        .map { "\(name)/\($0)" }
    }
  }

  /// Lists what is in a folder.
  init(of folder: String, holds: String, telling times: Set<String>) throws {
    self.init(holds: holds)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != Self.fileName && name != Self.partName {
      if FileKind.of("\(folder)/\(name)") == .folder {
        folders = ((folders ?? []) + [name]).sorted()
      } else {
        files[name] =
          times.contains(name) ? Entry() : try Self.entry(of: "\(folder)/\(name)")
      }
    }
  }

  /// The list in a folder; nil if there is none that this program wrote.
  public static func read(_ folder: String) -> FolderListing? {
    read(file: "\(folder)/\(fileName)")
  }

  /// The list in a file; nil if this program has not written one there.
  static func read(file: String) -> FolderListing? {
    guard FileKind.of(file) == .file,
      let bytes = try? contents(ofFile: file, limit: FileLimit.record),
      let listing = try? JSONDecoder().decode(FolderListing.self, from: Data(bytes)),
      listing.program == "plusone", listing.format == 1,
      (listing.files.keys + (listing.folders ?? [])).allSatisfy({
        !$0.isEmpty && !$0.contains("/") && $0 != "." && $0 != ".."
      })
    else { return nil }
    return listing
  }

  /// Marks a folder as one that is being written.
  static func begin(in folder: String) throws {
    try FolderListing(holds: unfinished).write(in: folder)
  }

  /// Takes the place of the list that is there, in one step.
  func write(in folder: String) throws {
    try prepare(in: folder)
    try Self.complete(folder)
  }

  /// Writes the list beside the one that is there.
  func prepare(in folder: String) throws {
    do {
      try writeFile(try sortedJSON(self), at: "\(folder)/\(Self.partName)")
    } catch var failure as OutputFailure {
      failure.path = "\(folder)/\(Self.fileName)"
      throw failure
    }
  }

  /// Puts the list that is prepared in the place of the one that is there.
  static func complete(_ folder: String) throws(OutputFailure) {
    let (part, file) = ("\(folder)/\(partName)", "\(folder)/\(fileName)")
    guard rename(part, file) == 0 else { throw OutputFailure(path: file, code: errno) }
  }

  /// What is wrong with the files of a folder, in a few words; nil if they are as they were written.
  ///
  /// - Parameters:
  ///   - folder: path of the folder.
  ///   - names: the files to look at; nil means all.
  public func damage(in folder: String, among names: Set<String>? = nil) -> String? {
    for (name, entry) in files.sorted(by: { $0.key < $1.key })
    where names?.contains(name) ?? true {
      let path = "\(folder)/\(name)"
      guard let kind = FileKind.of(path) else { return "\(name) is missing" }
      // A file of another size is not read: it may be very large.
      guard kind == .file, entry.bytes == nil || entry.bytes == FileKind.size(of: path) else {
        return "\(name) has changed"
      }
      guard entry.sha256 != nil else { continue }
      guard let now = try? Self.entry(of: path) else { return "\(name) cannot be read" }
      if now.sha256 != entry.sha256 { return "\(name) has changed" }
    }
    return nil
  }

  private static func entry(of path: String) throws -> Entry {
    let (bytes, hash) = try ContentHash.of(file: path)
    return Entry(bytes: bytes, sha256: hash)
  }
}
