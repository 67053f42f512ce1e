import Sourcing
import Tables

extension WarningFinder {
  /// Rows of assumptions.csv that move numbers which no plan uses, or nothing at all.
  func assumptionsWithoutEffect() -> [Problem] {
    guard let csv = tables.tables[.assumptions], !instance.assumptions.isEmpty else { return [] }
    let reaches = CellReaches(of: instance, tables: tables)
    let found = instance.assumptions.flatMap { assumption -> [Problem] in
      let cells = tables.movedCells(by: [assumption])
      return assumption.edits.compactMap { edit in
        let moved = cells.filter { $0.edit == edit.line }
        let message = stillness(of: moved) ?? idleness(of: moved, assumption, reaches)
        return message.map {
          Problem($0, file: csv.file, line: edit.line, column: "column", severity: .warning)
        }
      }
    }
    return limited(found)
  }

  /// Rows of assumptions.csv with a range or comparison of periods that passes over rows about every period.
  func assumptionsThatPassOver() -> [Problem] {
    guard let csv = tables.tables[.assumptions] else { return [] }
    let found = instance.assumptions.flatMap(\.edits).compactMap { edit -> Problem? in
      let selection = EditSelection.find(
        table: edit.table, where: edit.conditions, column: edit.column, in: tables
      ) { _, _ in }
      return selection?.passedOverMessage.map {
        Problem($0, file: csv.file, line: edit.line, column: "where", severity: .warning)
      }
    }
    return limited(found)
  }

  /// That a row moves nothing: both ends are the nominal number of every cell.
  private func stillness(of cells: [MovedCell]) -> String? {
    guard !cells.isEmpty, cells.allSatisfy({ $0.low == $0.nominal && $0.high == $0.nominal }) else {
      return nil
    }
    let zero = cells.allSatisfy { $0.nominal == 0 } ? ", since all its cells are 0" : ""
    return "the row moves nothing: low and high are what the table has\(zero)"
  }

  /// That other figures take the place of some or all cells of a row. A row that moves some cells that count is right
  /// if the assumption also moves the table that has the other figures.
  private func idleness(
    of cells: [MovedCell], _ assumption: Assumption, _ reaches: CellReaches
  ) -> String? {
    let idle = cells.compactMap { cell -> (cell: MovedCell, by: InstanceTable)? in
      if case .none(let table) = reaches.reach(of: cell) { (cell, table) } else { nil }
    }
    guard let first = idle.first else { return nil }
    let movesOthers = assumption.edits.contains {
      $0.table == first.by.rawValue && $0.column == first.cell.column
        && first.by != first.cell.table
    }
    if movesOthers, idle.count < cells.count { return nil }
    let part = idle.count == cells.count ? "" : " in \(idle.count) of \(cells.count) cells"
    let place = "\(first.cell.table.fileName):\(first.cell.line)"
    let reason =
      first.by == .lanes
      ? "no lane takes its terms from \(place)"
      : "\(first.by.fileName) has another \(first.cell.column) for \(place) in all its periods"
    return "no plan uses what the row moves\(part): \(reason)"
  }
}
