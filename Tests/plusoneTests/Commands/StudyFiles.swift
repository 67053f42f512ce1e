import Foundation
import Tables
import TestSupport

/// A study over a small instance, as files in a folder.
enum StudyFiles {
  static let small = """
    name: small
    instance: \(TestPaths.case("everything"))
    options:
      - model: \(TestPaths.model("baseline"))
      - model: \(TestPaths.model("reliance-cap"))
        name: below-60
        set: {cap: 60%}
      - model: \(TestPaths.model("onshoring"))
        name: a-tenth-at-home
        set: {share: 10%}
    variations:
      - name: demand-up
        edit:
          - {table: demands, column: quantity, multiply: 1.2}
    sharing:
      - {mode: own}
      - {mode: pooled, members: allies}
    coordination: both
    members: allies

    """

  /// Every file of a folder of results with its bytes, except files with times.
  static func bytes(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = FileManager.default.enumerator(atPath: folder.path)
    while let name = names?.nextObject() as? String {
      let last = (name as NSString).lastPathComponent
      var isFolder: ObjCBool = false
      let path = folder.appending(path: name).path
      _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard !isFolder.boolValue, !last.hasPrefix("times.") else { continue }
      files[name] = try Data(contentsOf: URL(filePath: path))
    }
    return files
  }

  /// A table as rows of texts by column.
  static func rows(_ file: URL) throws -> [[String: String]] {
    let log = ProblemLog()
    let table = CSVTable(file: file.path, bytes: [UInt8](try Data(contentsOf: file)), problems: log)
    try log.throwIfAny()
    return (0..<table.rowCount).map { row in
      Dictionary(
        uniqueKeysWithValues: table.columns.enumerated().map {
          ($1, table.text(row: row, column: $0))
        })
    }
  }
}

extension [String: String] {
  /// The number in a cell; 0 if there is none.
  func number(_ column: String) -> Double { self[column].flatMap(Double.init) ?? 0 }
}

/// Writes a study to a folder and runs it, with the results in `out` next to it.
func runStudy(_ text: String, in folder: URL, _ options: String...) throws -> RunResult {
  try Data(text.utf8).write(to: folder.appending(path: "study.yaml"))
  return try runPlusOne(["study", "study.yaml", "--out", "out"] + options, in: folder)
}
