import Foundation
import Tables
import TestSupport

@testable import Importing

/// An import, and the folder after it.
struct ImportRun {
  var imported: ImportedInstance
  /// What is left to the user.
  var missing: [String]
  /// The tables of the folder afterwards.
  var files: [String: String]

  /// The counts of the summary, by `fate: reason`.
  var counts: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: imported.summary.entries.map {
        ("\($0.fate.rawValue): \($0.reason)", $0.count)
      })
  }

  func example(_ reason: String) -> String? {
    imported.summary.entries.first { $0.reason == reason }?.example
  }

  /// The cells of a table in some columns, one line for each row.
  func rows(_ file: String, _ columns: String...) -> [String] {
    let table = CSVTable(
      file: file, bytes: Array((files[file] ?? "").utf8), problems: ProblemLog())
    let places = columns.map { table.column($0) }
    return (0..<table.rowCount).map { row in
      places.map { $0.map { table.text(row: row, column: $0) } ?? "?" }.joined(separator: ",")
    }
  }
}

enum Source { case comtrade, baci, usgs, wmd }

/// Files as they are downloaded, with other figures.
enum DownloadedFile {
  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: TestPaths.package.appending(path: "Tests/Downloads/\(path)")))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }
}

/// Writes the files to a folder, imports them and merges the result with the tables of `existing`.
///
/// - Parameter countries: the list of countries of a release of BACI.
func importing(
  _ source: Source, _ files: [(String, [UInt8])], map: String? = nil, years: Set<Int>? = nil,
  home: String? = nil, existing: [String: String] = [:], replacing: Bool = false,
  countries: String = Downloads.countries
) throws -> ImportRun {
  try withTemporaryFolder { scratch in
    for (name, bytes) in files { try Data(bytes).write(to: scratch.appending(path: name)) }
    let target = scratch.appending(path: "target")
    let result = scratch.appending(path: "result")
    for folder in [target, result] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try write(existing.mapValues { Array($0.utf8) }, to: target)
    var codes = ImportMap()
    if let map {
      let file = scratch.appending(path: "map.yaml")
      try Data(map.utf8).write(to: file)
      codes = try ImportMap.read(file: file.path)
    }
    let paths = files.map { scratch.appending(path: $0.0).path }
    let place = try ImportTarget(folder: target.path)
    let imported =
      switch source {
      case .comtrade:
        try ComtradeImport.run(
          files: paths, map: codes, years: years, home: home, target: place)
      case .baci:
        try BACIImport.run(
          files: paths, countries: try list(countries, in: scratch), map: codes, years: years,
          home: home, target: place)
      case .usgs:
        try USGSImport.run(files: paths, map: codes, years: years, home: home, target: place)
      case .wmd:
        try WorldMiningImport.run(
          files: paths, map: codes, years: years, home: home, target: place)
      }
    let merge = try InstanceMerge(imported, into: place, replacing: replacing)
    try merge.write(to: result.path)
    var texts: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: result.path) {
      texts[name] = try String(contentsOf: result.appending(path: name), encoding: .utf8)
    }
    return ImportRun(imported: imported, missing: merge.missing, files: texts)
  }
}

/// Writes a list of countries, and gives its path.
private func list(_ text: String, in folder: URL) throws -> String {
  let file = folder.appending(path: "country_codes_V202401b.csv")
  try Data(text.utf8).write(to: file)
  return file.path
}

/// The problems that an import ends with; empty if it ends well.
func problems(_ work: () throws -> ImportRun) -> [String] {
  do {
    _ = try work()
    return []
  } catch let problems as InputProblems {
    return problems.problems.map(\.description)
  } catch {
    return ["\(error)"]
  }
}
