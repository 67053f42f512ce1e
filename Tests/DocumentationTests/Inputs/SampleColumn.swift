import SourcingFiles
import TestSupport
import Testing

/// A column of a table of the sample instance.
struct SampleColumn: CustomStringConvertible {
  let table: InstanceTable
  let schema: ColumnSchema

  static let all = InstanceTable.allCases.flatMap { table in
    TableSchema.of(table).columns.map { SampleColumn(table: table, schema: $0) }
  }

  var description: String { "\(table.rawValue).\(schema.name)" }

  /// A row about a lane needs its `partner`, and so does a check of a share of supply.
  var isNeededByOthers: Bool {
    [.disruptions, .checks].contains(table) && schema.name == "partner"
  }

  /// The instance as it is, as a text.
  func read(_ folder: SpecimenFolder) throws -> String { try read(folder) { _, _ in } }

  /// The instance with one text in every cell of the column.
  ///
  /// - Throws: `InputProblems`.
  func read(_ folder: SpecimenFolder, cells text: String) throws -> String {
    try read(folder) { rows, place in
      for row in rows.indices.dropFirst() { rows[row][place] = text }
    }
  }

  /// The instance without the column.
  ///
  /// - Throws: `InputProblems`.
  func readWithout(_ folder: SpecimenFolder) throws -> String {
    try read(folder) { rows, place in
      for row in rows.indices { rows[row].remove(at: place) }
    }
  }

  /// Whether the instance has a problem with one text in every cell of the column.
  func isWrong(_ folder: SpecimenFolder, cells text: String) throws -> Bool {
    try SpecimenFolder.isWrong { _ = try read(folder, cells: text) }
  }

  private func read(
    _ folder: SpecimenFolder, _ change: (inout [[String]], Int) -> Void
  ) throws -> String {
    var rows = (SampleInstance.files[table.fileName] ?? "").split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let place = try #require(rows.first?.firstIndex(of: schema.name))
    change(&rows, place)
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    return try folder.instance(with: text, as: table.fileName)
  }
}
