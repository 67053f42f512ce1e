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
  /// One line for each changed file: numbers of rows added, made anew, replaced, removed, and in all.
  public private(set) var changes: [String] = []
  /// What the sources lack and the user must add, one sentence each.
  public let missing: [String]
  /// Names of files and folders in the target that the import does not change. They are copied.
  public let others: [String]
  private var tables: [(name: String, table: TextTable)] = []
  private var manifest: String?
  private let folder: String
  private let isNew: Bool

  /// Adds the rows of an import to the tables of a folder, and makes the stubs of the commodities anew from all rows.
  ///
  /// - Parameters:
  ///   - imported: the instance that was imported.
  ///   - target: the folder.
  ///   - replacing: whether rows of the import replace rows of the folder that differ.
  /// - Throws: ``ImportConflict`` with every row that differs; `InputProblems` where a table of the folder cannot be
  ///   read, or something in the folder cannot be copied.
  public init(_ imported: ImportedInstance, into target: ImportTarget, replacing: Bool) throws {
    folder = target.folder
    isNew = target.instance == nil
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let old = try target.tables()
    var counts: [InstanceTable: RowChanges] = [:]
    var merged = old
    for table in imported.tables {
      if table.rows.isEmpty, old[table.table] != nil || !TableSchema.of(table.table).isRequired {
        continue
      }
      let merge = TableMerge(table, into: merged[table.table], replacing: replacing)
      merged[table.table] = merge.table
      counts[table.table] = merge.changes
    }
    let stubs = StubMerge(
      merged, folder: old, commodities: imported.commodities, money: target.money,
      replacing: replacing)
    for (table, change) in stubs.changes { counts[table, default: RowChanges()].add(change) }
    let order = InstanceTable.allCases.filter { counts[$0] != nil }
    let conflicts = order.flatMap { counts[$0]?.conflicts ?? [] }
    if !conflicts.isEmpty { throw ImportConflict(problems: conflicts) }
    missing = imported.missing + stubs.missing
    for kind in order {
      guard var table = stubs.tables[kind] else { continue }
      TableOrder.restore(&table, kind, as: old[kind])
      if table == old[kind] { continue }
      tables.append((kind.fileName, table))
      let words = counts[kind]?.words(rowCount: table.rows.count) ?? ""
      changes.append("\(kind.fileName): \(words)")
    }
    let update = ManifestUpdate(imported, target, stubs)
    manifest = update.text
    changes += update.changes
    let changed = Set(tables.map(\.name) + (manifest == nil ? [] : ["instance.yaml"]))
    others = names.filter { !changed.contains($0) }.sorted()
    try Self.checkKinds(of: others, in: folder)
  }

  /// Names of all files that the folder had or gets; empty for a new instance, whose folder must be empty.
  public var knownFiles: Set<String> {
    // A folder without an instance may hold the work of others: it must be empty.
    isNew ? [] : Set(others + tables.map(\.name) + ["instance.yaml"])
  }

  /// Writes all files into an empty folder and reads them as an instance.
  ///
  /// - Parameter staging: path of the empty folder, which later takes the place of the target.
  /// - Returns: warnings about flows of `history.csv` that no plan can have, with paths in the target.
  /// - Throws: `OutputFailure` where a file cannot be written; `InputProblems`, with paths in the target, where the
  ///   result is no valid instance.
  @discardableResult
  public func write(to staging: String) throws -> [Problem] {
    for name in others {
      try FileManager.default.copyItem(atPath: "\(folder)/\(name)", toPath: "\(staging)/\(name)")
    }
    for (name, table) in tables {
      var writer = try CSVWriter(path: "\(staging)/\(name)")
      writer.header(table.columns)
      for row in table.rows {
        for cell in row.cells { writer.write(cell) }
        writer.endRow()
      }
      try writer.finish()
    }
    if let manifest {
      try writeFile(manifest.utf8, at: "\(staging)/instance.yaml")
    }
    return try check(staging)
  }

  private func check(_ staging: String) throws(InputProblems) -> [Problem] {
    do throws(InputProblems) {
      let (tables, instance) = try InstanceReader.readWithTables(folder: staging)
      let history = "\(staging)/\(InstanceTable.history.fileName)"
      return InstanceWarnings.find(in: instance, tables: tables).filter { $0.file == history }
        .map { problem in
          var problem = problem
          problem.file = problem.file.replacing(staging, with: folder)
          return problem
        }
    } catch {
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
}
