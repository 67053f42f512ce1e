import Outputs
public import Reporting
import SourcingFiles
public import Studies

/// The folder of the results of `sensitivity`: its tables, and a journal of all worlds that were planned, to which each is
/// added when its plan is finished. A kill at any moment loses only plans that are being made.
public final class SensitivityFolder: Sendable {
  /// As the user named it.
  public let path: String
  private let key: String
  private let journal: WorldJournal
  /// The worlds that were stored before with the same inputs.
  public let known: [[Double]: WorldValues]

  /// What the list of files of such a folder says that it holds.
  public static let kind = WrittenFolder.sensitivity
  private static let journalFile = "worlds.journal"

  /// Makes the folder, or takes one that this command wrote.
  ///
  /// - Parameters:
  ///   - path: path of the folder.
  ///   - inputs: files and folders that the command reads.
  ///   - key: a hash of all that the values of a world depend on.
  ///   - measures: the number of values of a world.
  ///   - replacing: whether all worlds are planned anew.
  /// - Throws: `OutputFailure`, also where another process is writing there, and where plans of another question are
  ///   stored which are not to be replaced.
  public init(
    opening path: String, inputs: [String], key: String, measures: Int, replacing: Bool
  ) throws {
    try GrowingFolder.open(
      path, inputs: inputs, holding: Self.kind, of: "sensitivity analysis")
    self.path = path
    self.key = key
    let file = "\(path)/\(Self.journalFile)"
    switch replacing ? .nothing : WorldJournal.read(file, key: key, count: measures) {
    case .nothing: known = [:]
    case .other:
      throw OutputFailure(
        path: path,
        reason:
          "has plans of another question: another instance, model or program version, or other parameters, places, "
          + "assumptions or measures; name another folder with --out, or give --replace to replace them"
      )
    case .worlds(let worlds): known = worlds
    }
    try Self.list(in: path)
    journal = try WorldJournal(at: file, key: key, with: known)
  }

  /// Refuses a folder that must not be written, before any work is done.
  ///
  /// - Throws: `OutputFailure`.
  public static func check(_ path: String, inputs: [String]) throws {
    _ = try OutputPath(folder: path, inputs: inputs)
  }

  private static func list(in path: String) throws {
    let names = TableDefinition.fileNames(in: [.sensitivityFolder]) + [journalFile]
    let listing = FolderListing(
      holds: kind,
      files: Dictionary(uniqueKeysWithValues: names.map { ($0, FolderListing.Entry()) }))
    try OutputFile.write(try sortedJSON(listing), to: "\(path)/\(FolderListing.fileName)")
  }

  /// Stores a world. Several threads can do so at once.
  ///
  /// - Throws: `OutputFailure`.
  public func store(_ point: [Double], _ values: WorldValues) throws {
    try journal.add(point, values)
  }

  /// Writes the tables, each whole.
  ///
  /// - Parameters:
  ///   - tables: the tables.
  ///   - known: all worlds that were planned.
  /// - Throws: `OutputFailure`.
  public func finish(_ tables: [ReportTable], _ known: [[Double]: WorldValues]) throws {
    for table in tables { try OutputFile.write(table, to: "\(path)/\(table.name).csv") }
    try WorldJournal.write(known, key: key, to: "\(path)/\(Self.journalFile)")
  }
}
