import Foundation
public import Tables

/// The files of an instance with their form checked, but not yet the rules of the format. Edits change them;
/// ``compile()`` makes an `Instance` of them.
public struct InstanceTables: Sendable {
  /// Path of the folder, as the user named it, without a slash at the end.
  public let folder: String
  let manifest: Manifest
  var tables: [InstanceTable: CSVTable] = [:]
  /// Tables with rows that could not be read, and missing tables that every instance has.
  var damaged: Set<InstanceTable> = []
  /// Files of the folder that may be tables, but are not read.
  var strayFiles: [String] = []
  /// Each assumption that is moved, with its place, in the order of their rows.
  public internal(set) var places: [AssumptionPlace] = []
  /// The tables in which no assumption has moved; empty where these are those.
  var unmoved: [InstanceTables] = []
  /// SHA-256 of the names and bytes of the files and of all edits, in hexadecimal digits.
  public internal(set) var contentHash: String
  /// Every cell that edits changed, in the order of the changes.
  public internal(set) var editedCells: [EditedCell] = []

  /// Path of the file of a table.
  func path(_ table: InstanceTable) -> String { folder + "/" + table.fileName }

  /// Reads the files of a folder and checks their form: header, columns, number of cells in each row.
  ///
  /// - Throws: all problems found. Their reason is `unreadable` where a file is missing or cannot be read.
  public static func read(folder: String) throws(InputProblems) -> InstanceTables {
    let log = ProblemLog()
    let tables = load(folder: folder, log: log)
    try log.throwIfAny()
    guard let tables else { throw InputProblems([], reason: .unreadable) }
    return tables
  }

  /// Reads all files that can be read and notes problems; nil if there is no such folder.
  static func load(folder: String, log: ProblemLog) -> InstanceTables? {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let names = fileNames(in: folder, log: log) else { return nil }
    var hash = ContentHash()

    let manifestPath = folder + "/" + Manifest.fileName
    var manifest = Manifest(file: manifestPath)
    let hint = StrayFile.hint(for: Manifest.fileName, among: names)
    if let bytes = bytes(manifestPath, limit: FileLimit.text, hint: hint, log) {
      hash.add(file: Manifest.fileName, bytes)
      manifest = Manifest(file: manifestPath, bytes: bytes, log: log)
    }

    var result = InstanceTables(folder: folder, manifest: manifest, contentHash: "")
    reportUnknown(names, folder, log)
    // A workbook of Numbers may be a folder.
    result.strayFiles = names.filter { name in
      let isFolder = folderFailure(folder + "/" + name) == nil
      return StrayFile.isStray(name) && (!isFolder || name.hasSuffix(".numbers"))
    }
    for table in InstanceTable.allCases {
      let schema = TableSchema.of(table)
      guard schema.isRequired || names.contains(table.fileName) else { continue }
      let problemCount = log.count
      let hint = StrayFile.hint(for: table.fileName, among: names)
      if let bytes = bytes(result.path(table), hint: hint, log) {
        hash.add(file: table.fileName, bytes)
        if let csv = csv(bytes, result.path(table), schema, log) { result.tables[table] = csv }
      }
      if log.count > problemCount { result.damaged.insert(table) }
    }
    result.contentHash = hash.digits
    return result
  }

  private static func bytes(
    _ path: String, limit: Int = FileLimit.table, hint: String?, _ log: ProblemLog
  ) -> [UInt8]? {
    do throws(FileFailure) { return try contents(ofFile: path, limit: limit) } catch {
      log.add(error, hint: error == .missing ? hint : nil, file: path)
      return nil
    }
  }

  private static func fileNames(in folder: String, log: ProblemLog) -> [String]? {
    switch folderFailure(folder) {
    case nil: break
    case .missing?:
      log.addUnreadable("the instance folder does not exist", file: folder)
      return nil
    case .noPermission?:
      log.addUnreadable("no permission to look for the instance folder there", file: folder)
      return nil
    case .notRegular?:
      log.addUnreadable(
        "this is a file; must be an instance folder: name the folder that holds "
          + Manifest.fileName, file: folder)
      return nil
    case let failure?:
      log.add(failure, file: folder)
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
      let nearest = nearestHint(to: name, among: known, listsKnown: false)
      log.add("unknown table\(nearest)", file: folder + "/" + name)
    }
  }

  /// The table in the bytes of a file; nil if its header lacks a column that it needs, or if its first line is no
  /// header. Then that alone is noted: what follows from it helps nobody.
  private static func csv(
    _ bytes: [UInt8], _ file: String, _ schema: TableSchema, _ log: ProblemLog
  ) -> CSVTable? {
    let trial = ProblemLog()
    var csv = CSVTable(file: file, bytes: bytes, problems: trial)
    if let message = withoutHeader(csv, schema, bytes) {
      log.add(message, file: file, line: csv.headerLine)
      return nil
    }
    if !trial.isEmpty { csv = CSVTable(file: file, bytes: bytes, problems: log) }
    return checkHeader(csv, schema, log) ? csv : nil
  }

  /// What is wrong with a first line of which no cell is like the name of a column; nil if it is a header.
  private static func withoutHeader(
    _ csv: CSVTable, _ schema: TableSchema, _ bytes: [UInt8]
  ) -> String? {
    let known = schema.columnNames
    let isKnown = { (name: String) in
      nearestName(to: name, among: known, within: mostEdits(name)) != nil
    }
    guard !csv.columns.isEmpty, !csv.columns.contains(where: isKnown) else { return nil }
    let needed = schema.columns.filter(\.isRequired).map(\.name).joined(separator: ",")
    let found = shortened(csv.columns.joined(separator: ","))
    let start =
      "found `\(found)`; the first line must name the columns, such as \(needed)"
    var number = 0
    let lines = bytes.prefix(10_000).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for line in lines {
      number += 1
      guard number > csv.headerLine else { continue }
      let names = String(decoding: line, as: UTF8.self).split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespacesAndNewlines)
      }
      if names.count(where: known.contains) >= 2 {
        return start + "; line \(number) does: remove what stands above it"
      }
    }
    return start
  }

  /// How many edits may lie between a column's name and another spelling of it.
  private static func mostEdits(_ name: String) -> Int { min(3, name.count / 4) }

  /// Whether the header has every column that it needs.
  private static func checkHeader(
    _ csv: CSVTable, _ schema: TableSchema, _ log: ProblemLog
  ) -> Bool {
    guard !csv.columns.isEmpty else { return false }
    let known = schema.columnNames
    let headerLine = csv.headerLine
    let missing = schema.columns.filter { $0.isRequired && csv.column($0.name) == nil }
    let names = missing.map(\.name)
    var misspelt: Set<String> = []
    for column in csv.columns where !column.isEmpty && !known.contains(column) {
      if let name = nearestName(to: column, among: names, within: mostEdits(column)),
        misspelt.insert(name).inserted
      {
        log.add(
          "unknown column; the column `\(name)` is missing: is this it?", file: csv.file,
          line: headerLine, column: column)
        continue
      }
      let nearest = nearestHint(to: column, among: known)
      log.add("unknown column\(nearest)", file: csv.file, line: headerLine, column: column)
    }
    for column in missing where !misspelt.contains(column.name) {
      log.add(
        "the column `\(column.name)` is missing: \(column.meaning)", file: csv.file,
        line: headerLine, column: column.name)
    }
    return missing.isEmpty
  }
}
