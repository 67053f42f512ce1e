import Foundation
import Reporting
import Tables
import TestSupport
import Testing

@Suite("Result tables on the page of formats")
struct ResultTableTests {
  /// A table that a command has written, with its definition.
  private struct Found {
    var definition: TableDefinition
    var columns: [String]
    var rows: [[String]]
    var place: String
  }

  private static func key(_ definition: TableDefinition) -> String {
    [definition.name, definition.variant].compactMap(\.self).joined(separator: ", ")
  }

  /// The definition whose columns are those of a header.
  private static func find(_ result: WrittenResult, columns: [String]) -> TableDefinition? {
    TableDefinition.all.first { definition in
      definition.places.contains { $0.rawValue == result.place }
        && result.fileName.map { $0 == "\(definition.name).csv" } ?? true
        && definition.columns.allSatisfy {
          $0.isPattern || columns.contains($0.name) || definition.hasPatterns
        }
        && columns.allSatisfy { definition.columns.definition(of: $0) != nil }
    }
  }

  private static func tables() throws -> [Found] {
    try WrittenResults.shared.get().filter { $0.form == .table }.map { result in
      let log = ProblemLog()
      let table = CSVTable(file: result.place, bytes: Array(result.bytes), problems: log)
      try log.throwIfAny()
      let definition = try #require(
        find(result, columns: table.columns),
        "\(result.place), \(result.fileName ?? "printed"): \(table.columns)")
      let rows = (0..<table.rowCount).map { row in
        table.columns.indices.map { table.text(row: row, column: $0) }
      }
      return Found(
        definition: definition, columns: table.columns, rows: rows, place: result.place)
    }
  }

  @Test("are what the commands write, in every cell, and no more")
  func written() throws {
    let found = try Self.tables()
    var shown: [String: Set<String>] = [:]
    var faults: Set<String> = []
    for table in found {
      for row in table.rows {
        for (column, cell) in zip(table.columns, row) {
          let it = try #require(table.definition.columns.definition(of: column))
          if !cell.isEmpty { shown[Self.key(table.definition), default: []].insert(it.name) }
          if !it.allows(cell) { faults.insert("\(table.definition.name), \(column): `\(cell)`") }
        }
      }
    }
    #expect(faults.sorted() == [])
    for definition in TableDefinition.all {
      let unseen = definition.columns.map(\.name).filter {
        shown[Self.key(definition)]?.contains($0) != true
      }
      #expect(unseen == [], "\(Self.key(definition)): no command has written these columns")
    }
  }

  @Test("have their columns in the order of the definition")
  func order() throws {
    for table in try Self.tables() where !table.definition.hasPatterns {
      #expect(table.columns == table.definition.columns.map(\.name))
    }
  }

  @Test("name every command that writes them")
  func places() throws {
    var places: [String: Set<String>] = [:]
    for table in try Self.tables() {
      places[Self.key(table.definition), default: []].insert(table.place)
    }
    for result in try WrittenResults.shared.get() where result.form == .json {
      guard result.fileName == nil, let definition = Self.jsonTable(at: result.place) else {
        continue
      }
      let value = try JSONDecoder().decode(JSONValue.self, from: result.bytes)
      guard case .object(let tables) = value, case .list(let rows)? = tables[definition.name],
        tables.count == 1, !rows.isEmpty
      else {
        Issue.record("\(result.place) is not one table")
        continue
      }
      for case .object(let row) in rows {
        #expect(row.keys.allSatisfy { definition.columns.definition(of: $0) != nil })
      }
      places[Self.key(definition), default: []].insert(result.place)
    }
    for definition in TableDefinition.all {
      #expect(
        places[Self.key(definition)] == Set(definition.places.map(\.rawValue)),
        "\(Self.key(definition))")
    }
  }

  /// The table that is printed as JSON.
  private static func jsonTable(at place: String) -> TableDefinition? {
    TableDefinition.all.first {
      $0.places.map(\.rawValue).contains(place) && place.hasSuffix("json")
    }
  }

  @Test("stand on the page")
  func page() throws {
    try GeneratedSection(page: "docs/formats.md", name: "result tables").expect(
      ResultTablesPage(
        index: ResultIndex(tables: TableDefinition.all, documents: JSONTests.documents),
        tables: TableDefinition.all
      ).text)
  }
}

extension TableDefinition {
  /// Whether columns depend on the data.
  fileprivate var hasPatterns: Bool { columns.contains(where: \.isPattern) }
}

extension ResultColumn {
  /// Whether a cell may hold a text.
  fileprivate func allows(_ cell: String) -> Bool {
    guard !cell.isEmpty else { return blank != nil }
    let number = { (text: String) in (try? DecimalNumber.parse(text)) != nil }
    return switch content {
    case .text: true
    case .flag(let yes, let no): cell == yes || cell == no
    case .number(let unit) where unit != .months: number(cell)
    case .number, .monthsOfWindow: number(cell) || cell.wholeMatch(of: />=[0-9]+/) != nil
    }
  }
}
