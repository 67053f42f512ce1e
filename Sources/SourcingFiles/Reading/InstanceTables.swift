import Crypto
import Foundation
public import Tables

/// The files of an instance as read, before their rules are applied: what edits work on.
public struct InstanceTables: Sendable {
  /// Path of the folder, as the user named it.
  public let folder: String
  let manifest: Manifest
  var tables: [InstanceTable: CSVTable] = [:]
  /// Tables whose file is there but has rows that could not be read, or that should be there.
  var damaged: Set<InstanceTable> = []
  /// SHA-256 of the names and bytes of the files, and of the edits applied since.
  public internal(set) var contentHash: String
  /// Every cell changed by edits, in order.
  public internal(set) var editedCells: [EditedCell] = []

  /// Path of a table's file.
  func path(_ table: InstanceTable) -> String { folder + "/" + table.fileName }

  /// Reads the files of a folder and checks their form: header, columns, cells in each row.
  ///
  /// - Throws: every problem found; `unreadable` where a file is missing or cannot be read.
  public static func read(folder: String) throws(InputProblems) -> InstanceTables {
    let log = ProblemLog()
    let tables = load(folder: folder, log: log)
    try log.throwIfAny()
    guard let tables else { throw InputProblems([], reason: .unreadable) }
    return tables
  }

  /// Reads what can be read, noting problems; nil where there is no such folder.
  static func load(folder: String, log: ProblemLog) -> InstanceTables? {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let names = fileNames(in: folder, log: log) else { return nil }
    var hash = SHA256()

    let manifestPath = folder + "/" + Manifest.fileName
    var manifest = Manifest(file: manifestPath)
    if let bytes = bytes(manifestPath, limit: FileLimit.text, log) {
      hash.update(name: Manifest.fileName, bytes)
      manifest = Manifest(file: manifestPath, bytes: bytes, log: log)
    }

    var result = InstanceTables(folder: folder, manifest: manifest, contentHash: "")
    reportUnknown(names, folder, log)
    for table in InstanceTable.allCases {
      let schema = TableSchema.of(table)
      guard schema.isRequired || names.contains(table.fileName) else { continue }
      let problemCount = log.count
      if let bytes = bytes(result.path(table), log) {
        hash.update(name: table.fileName, bytes)
        let csv = CSVTable(file: result.path(table), bytes: bytes, problems: log)
        if checkHeader(csv, schema, log) { result.tables[table] = csv }
      }
      if log.count > problemCount { result.damaged.insert(table) }
    }
    result.contentHash = hash.finalize().hexadecimal
    return result
  }

  private static func bytes(
    _ path: String, limit: Int = FileLimit.table, _ log: ProblemLog
  ) -> [UInt8]? {
    do throws(FileFailure) { return try contents(ofFile: path, limit: limit) } catch {
      log.add(error, file: path)
      return nil
    }
  }

  private static func fileNames(in folder: String, log: ProblemLog) -> [String]? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      log.addUnreadable("the instance folder does not exist", file: folder)
      return nil
    }
    guard isFolder.boolValue else {
      log.addUnreadable(
        "a file stands where an instance folder should be; name the folder that holds "
          + Manifest.fileName, file: folder)
      return nil
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      log.addUnreadable("no permission to list the instance folder", file: folder)
      return nil
    }
  }

  private static func reportUnknown(_ names: [String], _ folder: String, _ log: ProblemLog) {
    let known = InstanceTable.allCases.map(\.fileName)
    for name in names
    where name.lowercased().hasSuffix(".csv") && !name.hasPrefix(".") && !known.contains(name) {
      let nearest = nearestName(to: name, among: known) ?? ""
      log.add("unknown table; the nearest is `\(nearest)`", file: folder + "/" + name)
    }
  }

  /// False where the header lacks a column that rows cannot do without.
  private static func checkHeader(
    _ csv: CSVTable, _ schema: TableSchema, _ log: ProblemLog
  ) -> Bool {
    guard !csv.columns.isEmpty else { return false }
    let known = schema.columnNames
    let headerLine = csv.headerLine
    for column in csv.columns where !column.isEmpty && !known.contains(column) {
      let nearest = nearestName(to: column, among: known) ?? ""
      log.add(
        "unknown column; the nearest is `\(nearest)`", file: csv.file, line: headerLine,
        column: column)
    }
    let missing = schema.columns.filter { $0.isRequired && csv.column($0.name) == nil }
    for column in missing {
      log.add(
        "the column `\(column.name)` is missing: \(column.meaning)", file: csv.file,
        line: headerLine, column: column.name)
    }
    return missing.isEmpty
  }
}

extension SHA256 {
  /// Adds a file; lengths keep neighbours apart.
  fileprivate mutating func update(name: String, _ bytes: [UInt8]) {
    update(data: Data("\(name)\n\(bytes.count)\n".utf8))
    bytes.withUnsafeBytes { update(bufferPointer: $0) }
  }
}

extension Sequence<UInt8> {
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
