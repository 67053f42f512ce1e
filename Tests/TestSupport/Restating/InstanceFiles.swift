import Foundation
import SourcingFiles
import Tables
import Yams

/// The files of an instance's folder by name, with its models.
public struct InstanceFiles: Sendable {
  public var bytes: [String: [UInt8]]

  public init(_ bytes: [String: [UInt8]]) { self.bytes = bytes }

  /// The files of a folder, and a model from another place as its `model.yaml`.
  public init(folder: String, model: String? = nil) throws {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where InstanceTable(fileName: name) != nil || name.hasSuffix(".yaml") {
      files[name] = Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }
    if let model { files["model.yaml"] = Array(try Data(contentsOf: URL(filePath: model))) }
    bytes = files
  }

  /// Names of the YAML files that are models.
  var models: [String] {
    bytes.keys.filter { $0.hasSuffix(".yaml") && !["instance.yaml", "expected.yaml"].contains($0) }
      .sorted()
  }

  /// A table; nil if there is no such file.
  func table(_ table: InstanceTable) -> CSVTable? {
    bytes[table.fileName].map {
      CSVTable(file: table.fileName, bytes: $0, problems: ProblemLog())
    }
  }

  /// The cells of some columns of a table, row by row; a missing one is blank.
  func rows(_ table: InstanceTable, _ columns: String...) -> [[String]] {
    guard let csv = self.table(table) else { return [] }
    let places = columns.map { csv.column($0) }
    return (0..<csv.rowCount).map { row in
      places.map { $0.map { csv.text(row: row, column: $0) } ?? "" }
    }
  }

  public var commodities: [String] { rows(.commodities, "commodity").map { $0[0] } }

  /// The members of a commodity, a group or `*`.
  func members(of name: String) -> [String] {
    if name == "*" { return commodities }
    let members = rows(.groups, "group", "commodity").filter { $0[0] == name }.map { $0[1] }
    return members.isEmpty ? [name] : members
  }

  func yaml(_ name: String) throws -> Node? {
    guard let bytes = bytes[name] else { return nil }
    return try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))
  }
}

extension InstanceTable {
  init?(fileName: String) {
    guard fileName.hasSuffix(".csv") else { return nil }
    self.init(rawValue: String(fileName.dropLast(4)))
  }
}
