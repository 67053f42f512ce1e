import Tables

extension InstanceTables {
  /// The names for people in the column `name` of a table, by the identifiers in its first column. Rows without a name
  /// are not there; of several rows with one identifier the first counts.
  public func names(in table: InstanceTable) -> [String: String] {
    guard let csv = tables[table], let column = csv.column("name"),
      let key = TableSchema.of(table).columns.first.flatMap({ csv.column($0.name) })
    else { return [:] }
    return (0..<csv.rowCount).reduce(into: [:]) { names, row in
      let (id, name) = (csv.text(row: row, column: key), csv.text(row: row, column: column))
      if !name.isEmpty, names[id] == nil { names[id] = name }
    }
  }
}
