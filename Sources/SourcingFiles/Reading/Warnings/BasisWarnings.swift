import Tables

extension WarningFinder {
  /// Tables with rows that do not say their basis, where the instance has `sources.csv`. One warning a table.
  func rowsWithoutBasis() -> [Problem] {
    guard tables.tables[.sources] != nil else { return [] }
    return InstanceTable.allCases.filter(\.holdsFigures).compactMap { name in
      guard let table = tables.tables[name] else { return nil }
      let columns = ProvenanceColumns(table)
      let count = (0..<table.rowCount).count { columns.basis($0) == nil }
      guard count > 0 else { return nil }
      return warning("\(count) of \(table.rowCount) rows do not say their `basis`", name)
    }
  }
}
