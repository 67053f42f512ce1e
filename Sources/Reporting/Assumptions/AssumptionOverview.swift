public import Sourcing
public import SourcingFiles

/// What the assumptions of an instance move: each cell with its number at z = -1, 0 and 1, and where other figures take
/// its place.
public struct AssumptionOverview: Sendable {
  /// A cell, and how far its number reaches.
  struct Entry {
    var cell: MovedCell
    var reach: CellReach
    /// Where its number has no effect, in words; nil where it has one everywhere.
    var note: String?
  }

  /// The assumptions, in the order of their first rows.
  let assumptions: Table<Assumption>
  /// The cells that they move, in the order of assumptions, edits and rows.
  let entries: [Entry]

  /// Finds what the assumptions of an instance move.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - tables: the tables from which it was made.
  public init(of instance: Instance, tables: InstanceTables) {
    let reaches = CellReaches(of: instance, tables: tables)
    assumptions = instance.assumptions
    let labels = instance.horizon.periods.map(\.label)
    entries = tables.movedCells(by: instance.assumptions).map { cell in
      let reach = reaches.reach(of: cell)
      return Entry(cell: cell, reach: reach, note: reach.note(cell.column, in: labels))
    }
  }

  /// The cells that one edit of an assumption moves.
  func entries(of assumption: Assumption, _ edit: Assumption.Edit) -> [Entry] {
    entries.filter { $0.cell.assumption == assumption.id && $0.cell.edit == edit.line }
  }
}

extension CellReach {
  /// Where the number of a cell has no effect, in words; nil where it has one everywhere.
  ///
  /// - Parameters:
  ///   - column: the column of the cell.
  ///   - labels: all periods.
  fileprivate func note(_ column: String, in labels: [String]) -> String? {
    switch self {
    case .whole: nil
    case .none(by: .lanes): "no lane takes its terms from this row"
    case .none(let table): "\(table.fileName) has another \(column) in all its periods"
    case .partly(let replaced, let table):
      "\(table.fileName) has another \(column) in \(runs(of: replaced, in: labels))"
    }
  }
}

/// Some of all labels, in their order; three and more in a row as `2025 to 2030`.
private func runs(of some: [String], in labels: [String]) -> String {
  let chosen = Set(some)
  let stretches = labels.split { !chosen.contains($0) }.map(Array.init)
  return stretches.map { stretch in
    guard stretch.count > 2 else { return stretch.joined(separator: ", ") }
    return "\(stretch[0]) to \(stretch[stretch.count - 1])"
  }.joined(separator: ", ")
}
