import Tables

/// A table of an instance with the rows of an import added by key. Rows of the instance stay in their order.
struct TableMerge {
  private(set) var columns: [String]
  private(set) var rows: [[String]]
  private(set) var addedCount = 0
  private(set) var replacedCount = 0
  /// Rows of the folder that differ from rows of the import.
  private(set) var conflicts: [Problem] = []
  private let lines: [Int]
  private let file: String

  /// - Parameter old: the table of the folder; nil: there is none.
  init(_ imported: ImportedTable, into old: CSVTable?, replacing: Bool) {
    columns = old?.columns ?? imported.columns
    file = old?.file ?? ""
    lines = old.map { table in (0..<table.rowCount).map(table.line) } ?? []
    rows = []
    if let old {
      rows = (0..<old.rowCount).map { row in
        old.columns.indices.map { old.text(row: row, column: $0) }
      }
    }
    for column in imported.columns where !columns.contains(column) {
      columns.append(column)
      for row in rows.indices { rows[row].append("") }
    }
    add(imported, replacing: replacing)
  }

  private mutating func add(_ imported: ImportedTable, replacing: Bool) {
    var places: [[String]: Int] = [:]
    for row in rows.indices { places[key(rows[row], imported.key)] = row }
    let filled = gapKeys(imported)
    for cells in imported.rows {
      let row = columns.map { column in
        imported.columns.firstIndex(of: column).map { cells[$0] } ?? ""
      }
      if case .fillsGap(let column) = imported.rule, let place = columns.firstIndex(of: column),
        filled.contains(row[place])
      {
        continue
      }
      if let place = places[key(row, imported.key)] {
        meet(row, at: place, imported, replacing: replacing)
      } else {
        rows.append(row)
        addedCount += 1
      }
    }
  }

  /// The cells of the table in the column of ``ImportedTable/Rule/fillsGap(_:)``.
  private func gapKeys(_ imported: ImportedTable) -> Set<String> {
    guard case .fillsGap(let column) = imported.rule, let place = columns.firstIndex(of: column)
    else { return [] }
    return Set(rows.map { $0[place] })
  }

  private func key(_ row: [String], _ names: [String]) -> [String] {
    names.map { name in
      let text = columns.firstIndex(of: name).map { row[$0] } ?? ""
      return name == "period" && text == "*" ? "" : text
    }
  }

  /// Compares an imported row with the row of the folder that has the same key.
  private mutating func meet(
    _ row: [String], at place: Int, _ imported: ImportedTable, replacing: Bool
  ) {
    let compared: [String]
    var mayReplace = replacing
    switch imported.rule {
    case .keepsOld, .fillsGap: return
    case .mustAgree(let names): compared = names
    case .mustAgreeAlways(let names):
      compared = names
      mayReplace = false
    }
    let differing = compared.compactMap { columns.firstIndex(of: $0) }.filter {
      !isSame(rows[place][$0], row[$0])
    }
    guard let first = differing.first else { return }
    guard mayReplace else {
      conflicts.append(
        Problem(
          "has `\(rows[place][first])`, the import `\(row[first])` for \(key(row, imported.key).filter { !$0.isEmpty }.joined(separator: ", "))",
          file: file, line: place < lines.count ? lines[place] : nil, column: columns[first]))
      return
    }
    for column in imported.columns {
      if let index = columns.firstIndex(of: column) { rows[place][index] = row[index] }
    }
    replacedCount += 1
  }

  private func isSame(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let x = try? DecimalNumber.parse(a), let y = try? DecimalNumber.parse(b) else {
      return false
    }
    return x == y
  }
}
