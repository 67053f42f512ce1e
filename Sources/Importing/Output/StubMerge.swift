import SourcingFiles
import Tables

/// The tables of a folder with their stubs made anew.
///
/// A stub of the folder is the import's own if the tables of the folder, as they were, give the same stub. It is made
/// anew from the tables with the rows of the import, or removed if it is needed no longer. A stub that differs was
/// changed by the user: where it differs from the new one, that is a conflict.
struct StubMerge {
  private(set) var tables: TextTables
  private(set) var changes: [InstanceTable: RowChanges] = [:]
  /// The stubs of the folder as it was, and those of the tables now.
  let before: TradeStubs
  let now: TradeStubs
  private let isReplacing: Bool

  /// - Parameters:
  ///   - tables: the tables with the rows of the import.
  ///   - folder: the tables of the folder.
  ///   - commodities: those that the import has rows of.
  ///   - money: the unit of the instance's money.
  init(
    _ tables: TextTables, folder: TextTables, commodities: Set<String>, money: MoneyUnit,
    replacing: Bool
  ) {
    self.tables = tables
    before = TradeStubs(folder, commodities: commodities)
    now = TradeStubs(tables, commodities: commodities)
    isReplacing = replacing
    for (new, old) in zip(now.all, before.all) {
      if new.table == .lanes {
        addLanes(new)
      } else {
        renew(new, old)
      }
    }
    fillLanes(commodities)
    fillPrices(commodities, money)
  }

  private static func prefix(_ table: InstanceTable) -> String {
    switch table {
    case .processes: StubText.process
    case .facilities: StubText.facility
    default: StubText.demand
    }
  }

  private mutating func addLanes(_ closed: ImportedTable) {
    guard !closed.rows.isEmpty else { return }
    let merge = TableMerge(closed, into: tables[.lanes], replacing: false)
    tables[.lanes] = merge.table
    changes[.lanes, default: RowChanges()].added += merge.changes.added
  }

  // MARK: Rows that are made anew

  private mutating func renew(_ new: ImportedTable, _ old: ImportedTable) {
    var table = tables[new.table] ?? TextTable(columns: new.columns)
    if !new.rows.isEmpty { table.addColumns(new.columns) }
    var wanted = rows(new)
    let own = rows(old)
    var counts = RowChanges()
    var removed: Set<Int> = []
    for index in table.rows.indices {
      let row = table.rows[index]
      let key = table.key(row, new.key)
      let isStub = table.cell(row, "source").hasPrefix(Self.prefix(new.table))
      let isOwn = isStub && own.rows[key].map { isSame(table, row, own.table, $0, new) } == true
      guard let stub = wanted.rows.removeValue(forKey: key) else {
        if isOwn { removed.insert(index) }
        continue
      }
      meet(stub, of: wanted.table, index, in: &table, isOwn: isOwn, new, &counts)
    }
    counts.removed = removed.count
    table.rows = table.rows.indices.filter { !removed.contains($0) }.map { table.rows[$0] }
    // The last row that matches counts, so rows for every period come before all others.
    var first = 0
    for row in wanted.table.rows where wanted.rows[wanted.table.key(row, new.key)] != nil {
      if wanted.table.cell(row, "period") == "*" {
        table.insert(row.cells, in: new.columns, at: first)
        first += 1
      } else {
        table.append(row.cells, in: new.columns)
      }
      counts.added += 1
    }
    guard !table.rows.isEmpty || tables[new.table] != nil else { return }
    tables[new.table] = table
    changes[new.table] = counts
  }

  private typealias KeyedRows = (table: TextTable, rows: [[String]: TextTable.Row])

  private func rows(_ imported: ImportedTable) -> KeyedRows {
    var table = TextTable(columns: imported.columns)
    for cells in imported.rows { table.append(cells, in: imported.columns) }
    let keyed = table.rows.map { (table.key($0, imported.key), $0) }
    return (table, Dictionary(keyed) { first, _ in first })
  }

  private func compared(_ table: ImportedTable) -> [String] {
    switch table.rule {
    case .mustAgree(let names), .mustAgreeAlways(let names), .newestCounts(let names, _): names
    case .keepsOld: []
    }
  }

  private func isSame(
    _ table: TextTable, _ row: TextTable.Row, _ other: TextTable, _ otherRow: TextTable.Row,
    _ imported: ImportedTable
  ) -> Bool {
    compared(imported).allSatisfy { isSameCell(table.cell(row, $0), other.cell(otherRow, $0)) }
  }

  /// A row of the folder and the stub that has its key.
  private func meet(
    _ stub: TextTable.Row, of stubs: TextTable, _ index: Int, in table: inout TextTable,
    isOwn: Bool, _ imported: ImportedTable, _ counts: inout RowChanges
  ) {
    let row = table.rows[index]
    let names = compared(imported)
    let first = names.first { !isSameCell(table.cell(row, $0), stubs.cell(stub, $0)) }
    let isAsWritten =
      first == nil && table.cell(row, "source") == stubs.cell(stub, "source")
    if isAsWritten || (first == nil && !isOwn) { return }
    if let first, !isOwn {
      var mayReplace = isReplacing
      if case .mustAgreeAlways = imported.rule { mayReplace = false }
      guard mayReplace else {
        counts.conflict(
          table, row, key: table.key(row, imported.key), column: first,
          imported: stubs.cell(stub, first))
        return
      }
    }
    for name in names + ["source"] { table.set(stubs.cell(stub, name), index, name) }
    if isOwn { counts.renewed += 1 } else { counts.replaced += 1 }
  }

  // MARK: Cells that are made anew

  private mutating func fillLanes(_ commodities: Set<String>) {
    guard var table = tables[.lanes] else { return }
    for index in table.rows.indices {
      let row = table.rows[index]
      let (commodity, source) = (table.cell(row, "commodity"), table.cell(row, "source"))
      guard commodities.contains(commodity), StubText.isWithoutValue(source) else { continue }
      let cost = table.cell(row, "unit_cost")
      let isOwn =
        cost.isEmpty || table.number(row, "unit_cost") == StubText.standInValue(source)
      let standIn = now.standIn(commodity)
      guard isOwn, cost != standIn.cost || source != standIn.source else { continue }
      table.set(standIn.cost, index, "unit_cost")
      table.set(standIn.source, index, "source")
      if !cost.isEmpty { changes[.lanes, default: RowChanges()].renewed += 1 }
    }
    tables[.lanes] = table
  }

  private mutating func fillPrices(_ commodities: Set<String>, _ money: MoneyUnit) {
    guard var table = tables[.commodities] else { return }
    for index in table.rows.indices {
      let row = table.rows[index]
      let (commodity, source) = (table.cell(row, "commodity"), table.cell(row, "source"))
      guard commodities.contains(commodity), let price = now.price(commodity, money: money) else {
        continue
      }
      let cell = table.cell(row, "price")
      let isBlank = cell.isEmpty && source.hasSuffix(StubText.noPrice)
      let isOwn =
        StubText.isPrice(source)
        && before.price(commodity, money: money).map { isSameCell(cell, $0.text) } == true
      guard isBlank || isOwn, cell != price.text || source != price.source else { continue }
      table.set(price.text, index, "price")
      table.set(price.source, index, "source")
      if row.line != nil { changes[.commodities, default: RowChanges()].renewed += 1 }
    }
    tables[.commodities] = table
  }

  // MARK: What is left to the user

  /// What stands in for missing data, one sentence each.
  var missing: [String] { now.missing }
}
