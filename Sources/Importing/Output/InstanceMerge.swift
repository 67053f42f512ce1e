import Foundation
import Outputs
import SourcingFiles
public import Tables

/// Rows of the folder that differ from rows of the import (exit status 73).
public struct ImportConflict: Error, Sendable, CustomStringConvertible {
  /// One problem for each row.
  public var problems: [Problem]

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// The tables of a folder with the rows of an import added, before they are written.
public struct InstanceMerge: Sendable {
  /// One line for each changed table: numbers of rows added, replaced, and in all.
  public private(set) var changes: [String] = []
  /// Names of files and folders in the target that the import does not change. They are copied.
  public let others: [String]
  private var tables: [(name: String, columns: [String], rows: [[String]])] = []
  private var manifest: String?
  private let folder: String

  /// Adds the rows of an import to the tables of a folder.
  ///
  /// - Parameters:
  ///   - imported: the instance that was imported.
  ///   - target: the folder.
  ///   - replacing: whether rows of the import replace rows of the folder that differ.
  /// - Throws: ``ImportConflict`` with every row that differs; `InputProblems` where a table of the folder cannot be read,
  ///   or something in the folder cannot be copied.
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
    try Self.checkKinds(of: others, in: folder)
    if target.instance == nil { manifest = NewManifest(imported, folder: folder).text }
  }

  /// Names of all files that the folder had or gets; empty for a new instance, whose folder must be empty.
  public var knownFiles: Set<String> {
    // A folder without an instance may hold the work of others: it must be empty.
    manifest == nil ? Set(others + tables.map(\.name)) : []
  }

  /// Writes all files into an empty folder and reads them as an instance.
  ///
  /// - Parameter staging: path of the empty folder, which later takes the place of the target.
  /// - Throws: `OutputFailure` where a file cannot be written; `InputProblems`, with paths in the target, where the result
  ///   is no valid instance.
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

  /// Notes pipes and devices: to copy one can take forever.
  private static func checkKinds(of names: [String], in folder: String) throws(InputProblems) {
    let inside = names.flatMap { name in
      let further = FileManager.default.enumerator(atPath: "\(folder)/\(name)")?.allObjects ?? []
      return [name] + further.compactMap { $0 as? String }.map { "\(name)/\($0)" }
    }
    let known: [FileAttributeType] = [.typeRegular, .typeDirectory, .typeSymbolicLink]
    let strange = inside.map { "\(folder)/\($0)" }.filter { path in
      let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type]
      return (kind as? FileAttributeType).map { !known.contains($0) } ?? false
    }
    guard strange.isEmpty else {
      throw InputProblems(
        strange.map {
          Problem(
            "neither a file nor a folder nor a link, so it cannot be carried over; move it away",
            file: $0)
        })
    }
  }

  private static func read(_ path: String) throws(InputProblems) -> CSVTable {
    let log = ProblemLog()
    var table: CSVTable?
    do throws(FileFailure) {
      table = CSVTable(file: path, bytes: try contents(ofFile: path), problems: log)
    } catch {
      log.add(error, file: path)
    }
    try log.throwIfAny()
    guard let table else { throw InputProblems([]) }
    return table
  }
}
