import Foundation
import Outputs
import SourcingFiles
public import Tables

/// Rows of the folder that disagree with the import's (exit status 73).
public struct ImportConflict: Error, Sendable, CustomStringConvertible {
  public var problems: [Problem]

  /// Every row that disagrees, one a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// An import joined with the folder it goes into, ready to be written whole or not at all.
public struct InstanceMerge: Sendable {
  /// One line a table: what was added, replaced, and how many rows it has now.
  public private(set) var changes: [String] = []
  /// Names of files and folders in the target, which are carried over where the import does not change them.
  public let others: [String]
  private var tables: [(name: String, columns: [String], rows: [[String]])] = []
  private var manifest: String?
  private let folder: String

  /// Joins by key.
  ///
  /// - Parameter replacing: rows that disagree give way to the import's.
  /// - Throws: ``ImportConflict`` with every row that disagrees; `InputProblems` where a table of the folder cannot
  ///   be read.
  public init(_ imported: ImportedInstance, into target: ImportTarget, replacing: Bool) throws {
    folder = target.folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    var changed: Set<String> = []
    var conflicts: [Problem] = []
    for table in imported.tables {
      let name = table.table.fileName
      let old = names.contains(name) ? try Self.read("\(folder)/\(name)") : nil
      if table.rows.isEmpty, old != nil || !TableSchema.of(table.table).isRequired { continue }
      let merge = TableMerge(table, into: old, replacing: replacing)
      conflicts += merge.conflicts
      if merge.addedCount == 0, merge.replacedCount == 0, old != nil { continue }
      changed.insert(name)
      tables.append((name, merge.columns, merge.rows))
      let replaced = merge.replacedCount > 0 ? ", \(merge.replacedCount) replaced" : ""
      changes.append("\(name): \(merge.addedCount) added\(replaced), \(merge.rows.count) rows now")
    }
    if !conflicts.isEmpty { throw ImportConflict(problems: conflicts) }
    others = names.filter { !changed.contains($0) }.sorted()
    if target.instance == nil { manifest = NewManifest(imported, folder: folder).text }
  }

  /// Everything that the folder will hold.
  public var knownFiles: Set<String> {
    // A folder without an instance must be empty, or it is somebody's.
    manifest == nil ? Set(others + tables.map(\.name)) : []
  }

  /// Writes the joined instance into an empty folder and checks it.
  ///
  /// - Throws: `OutputFailure`; `InputProblems`, under the target's name, where the result is not a valid instance.
  public func write(to staging: String) throws {
    for name in others {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(staging)/\(name)")
    }
    for table in tables {
      var writer = try CSVWriter(path: "\(staging)/\(table.name)")
      writer.header(table.columns)
      for row in table.rows {
        for cell in row { writer.write(cell) }
        writer.endRow()
      }
      try writer.finish()
    }
    if let manifest {
      try writeFile(manifest.utf8, at: "\(staging)/instance.yaml")
    }
    try check(staging)
  }

  private func check(_ staging: String) throws(InputProblems) {
    do throws(InputProblems) { _ = try InstanceReader.read(folder: staging) } catch {
      var found = error
      for index in found.problems.indices {
        found.problems[index].file = found.problems[index].file.replacing(staging, with: folder)
        found.problems[index].message += " (after the import, which is not written)"
      }
      throw found
    }
  }

  private static func read(_ path: String) throws(InputProblems) -> CSVTable {
    let log = ProblemLog()
    var table: CSVTable?
    do throws(FileFailure) {
      table = CSVTable(file: path, bytes: try contents(ofFile: path), problems: log)
    } catch {
      log.addUnreadable(error.description, file: path)
    }
    try log.throwIfAny()
    guard let table else { throw InputProblems([]) }
    return table
  }
}
