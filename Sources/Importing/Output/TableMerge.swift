import Tables

/// A table of an instance with the rows of an import added by key.
struct TableMerge {
  private(set) var table: TextTable
  private(set) var changes = RowChanges()
  private let imported: ImportedTable
  private let isReplacing: Bool

  /// - Parameter old: the table of the folder; nil: there is none.
  init(_ imported: ImportedTable, into old: TextTable?, replacing: Bool) {
    self.imported = imported
    isReplacing = replacing
    table = old ?? TextTable(columns: imported.columns)
    if !imported.rows.isEmpty { table.addColumns(imported.columns) }
    var places: [[String]: Int] = [:]
    for (index, row) in table.rows.enumerated() { places[table.key(row, imported.key)] = index }
    for cells in imported.rows {
      table.append(cells, in: imported.columns)
      guard let added = table.rows.last else { continue }
      if let place = places[table.key(added, imported.key)] {
        table.rows.removeLast()
        meet(added, at: place)
      } else {
        places[table.key(added, imported.key)] = table.rows.count - 1
        changes.added += 1
      }
    }
  }

  /// Compares an imported row with the row of the folder that has the same key.
  private mutating func meet(_ row: TextTable.Row, at place: Int) {
    let old = table.rows[place]
    let compared: [String]
    var mayReplace = isReplacing
    switch imported.rule {
    case .keepsOld: return
    case .mustAgree(let names): compared = names
    case .mustAgreeAlways(let names):
      compared = names
      mayReplace = false
    case .newestCounts(let names, let figure):
      compared = names
      if StubText.isWithoutValue(table.cell(row, "source")) { return }
      if let before = vintage(old, figure), let now = vintage(row, figure),
        before.publisher == nil || before.publisher == now.publisher
      {
        if before < now { renew(place, row, names) }
        if before < now || now < before { return }
      }
    }
    let differing = compared.filter { !isSameCell(table.cell(old, $0), table.cell(row, $0)) }
    guard let first = differing.first else { return }
    guard mayReplace else {
      changes.conflict(
        table, old, key: table.key(row, imported.key), column: first,
        imported: table.cell(row, first))
      return
    }
    for column in imported.columns { table.set(table.cell(row, column), place, column) }
    changes.replaced += 1
  }

  /// Takes the figures and the source of a later row; other columns may have been filled in by the user.
  private mutating func renew(_ place: Int, _ row: TextTable.Row, _ names: [String]) {
    for column in names + ["source"] { table.set(table.cell(row, column), place, column) }
    changes.renewed += 1
  }

  /// nil if the row is not as an import wrote it.
  private func vintage(_ row: TextTable.Row, _ figure: String) -> Vintage? {
    guard let vintage = Vintage(source: table.cell(row, "source")),
      let number = table.number(row, figure), number == vintage.value
    else { return nil }
    return vintage
  }
}
