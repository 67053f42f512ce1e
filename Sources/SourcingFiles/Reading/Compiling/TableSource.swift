import Tables

/// The tables of an instance, and the log that takes the problems found in them.
struct TableSource {
  let tables: InstanceTables
  let log: ProblemLog

  /// The reader of a table; nil if the instance lacks the table.
  func reader(_ table: InstanceTable) -> TableReader? {
    tables.tables[table].map { TableReader(schema: .of(table), table: $0, log: log) }
  }

  /// Whether the table has rows that could not be read, so that names may be missing.
  func isDamaged(_ table: InstanceTable) -> Bool { tables.damaged.contains(table) }

  func path(_ table: InstanceTable) -> String { tables.path(table) }
}

extension TableReader {
  /// The names in a column, looked up among `names`.
  ///
  /// The column is a literal of this program, not of the user: one that the schema does not declare to refer to these
  /// names is noted as a mistake of the program.
  func references<Meaning>(
    _ name: String, in names: NameIndex<Meaning>
  ) -> ReferenceColumn<Meaning> {
    let column = column(name)
    if case .reference(let kind) = column.schema.kind, kind.rawValue == names.label {
      return ReferenceColumn(column, in: names)
    }
    reportMistake("the column \(name) does not refer to a \(names.label)")
    return ReferenceColumn(column, in: names)
  }

  /// A column of free text; nil if the file lacks it.
  func freeColumn(_ name: String) -> TableColumn? {
    guard let index = table.column(name) else { return nil }
    let schema = ColumnSchema.text(name, blank: "nothing", "free text")
    return TableColumn(schema: schema, index: index, table: table, log: log)
  }
}

extension TableColumn {
  /// The text of a cell, without any check; nil if the file lacks the column.
  func known(_ row: Int) -> String? { index.map { table.text(row: row, column: $0) } }
}
